### Samtalen: det boten sier mellom spørsmålene, knapper, kommandoer og feilmeldinger.

## Velkomst og start

m-welcome =
    Hei! Jeg hjelper dere å søke om rekrutterings- og samhandlingstilskudd, sammen: kommune og sykehus. Jeg svarer også på spørsmål om ordningen.
    Det du skriver, lagres med en gang, og bare du og de som er med i søknaden, kan se det. Sekretariatet ser søknaden først når den er sendt. Skriv «personvern» for mer.
    Har du fått en kode av noen som søker, skriver du den her.
    Skriv «start» for å begynne, «hjelp» når som helst, eller «språk nynorsk» / «language english».
m-started = Da begynner vi. Det tar omtrent en time i alt, og alt lagres underveis: Du kan stoppe når du vil og skrive «fortsett» senere.
m-start-first = Du har ingen søknad åpen. Skriv «start» for å begynne, eller still et spørsmål om ordningen.
m-no-draft = Du har ingen søknad åpen.
m-resumed = { $missing ->
    [0] Ingenting mangler.
    [one] Det mangler ett svar.
   *[other] Det mangler { $missing } svar.
}
m-cancelled = Greit. Utkastet er lagret; skriv «fortsett» når du vil gå videre.
m-first-question = Dette er det første spørsmålet.
m-skipped = Hoppet over. Det må fylles ut før dere sender søknaden, så jeg spør igjen til slutt.
m-line-removed = Linjen er fjernet.
m-other-community = Jeg har ingen opplysninger om utlysningen i helsefellesskapet deres. Du kan skrive søknaden her, og får dokumentene slik at dere kan sende dem på vanlig måte.
m-deadline-known = Søknadsfristen er { $deadline }. { $days ->
    [0] Det er i dag.
    [one] Det er én dag igjen.
   *[other] Det er { $days } dager igjen.
}
m-deadline-passed = Søknadsfristen var { $deadline }. Du kan likevel skrive og sende; søknaden merkes «etter fristen».
m-deadline-unknown = Jeg kjenner ikke søknadsfristen for { $year }. Spør sekretariatet. Søknaden merkes «frist ikke kjent».
m-call-closed = Utlysningen er stengt, sier helsefellesskapet. Du kan likevel skrive og sende; søknaden merkes «etter fristen».
m-not-connected = Sekretariatet for { $community } er ikke koblet til her ennå. Du kan skrive og sende her, men må også sende dokumentene på vanlig måte. Du får dem her.

## Hjelp

m-help =
    Dette kan du skrive når som helst:
    «start» – ny søknad · «fortsett» – der du slapp · «mine søknader»
    «tilbake» · «hopp over» · «endre» og navnet på feltet, for eksempel «endre tittel»
    «oppsummering» · «status» · «send» · «avbryt» · «slett utkast»
    «inviter» – få med den andre parten, med en kode · «bli med» og koden du har fått
    «hvem er med» · «forslag» – det en annen part foreslår for dere · «beskjeder» – om det de andre endrer
    «dette trenger du» – alle spørsmålene på forhånd · «personvern» · «språk nynorsk»
    Du kan også stille spørsmål om ordningen midt i skjemaet.
    «spør sekretariatet» – når jeg ikke vet · «mine spørsmål»
m-ask-away = Skriv spørsmålet ditt. Jeg svarer bare med det som står i kildene, og sier fra når jeg ikke vet.
m-meant = Var dette svaret på spørsmålet, eller et spørsmål til meg?
m-privacy =
    Det du skriver i skjemaet, lagres hos den som driver denne boten, til søknaden er behandlet eller du sletter utkastet. Teams lagrer samtalen hos din egen virksomhet.
    Bare du og de som er med i søknaden, ser utkastet. Når søknaden er sendt, ser sekretariatet den, og den er et offentlig dokument.
    Skriv aldri om enkeltpasienter eller ansatte. Fødselsnumre tar jeg ut før noe lagres.
    «slett utkast» sletter et utkast.
m-languages = Hvilket språk vil du bruke?
m-language-set = Da snakker jeg bokmål.

## Svar

m-spread = Jeg leste det slik. Er det riktig?
m-doubt = Mente du { $amount }?
m-past-period = Perioden begynner i fortiden. Er det riktig?
m-which-municipality = Det er flere kommuner som heter det. Hvilken mener du?
m-differs = Feltet er endret siden du fikk det opp. { $by } endret det { $at }. Nå står det: { $stored }
m-differs-own = Feltet er endret siden du fikk det opp. Du endret det selv { $at }. Nå står det: { $stored }
m-no-such-field = Jeg finner ikke noe felt som heter det. Skriv «oppsummering» for å se alle.
m-which-field = Hvilket felt vil du endre?
m-set-aside = Jeg vet ikke hvilket spørsmål dette svarer på. Jeg har tatt vare på teksten ved siden av utkastet. Skriv «fortsett» for å gå videre, eller still et spørsmål.
m-identity-number = Det så ut som et fødselsnummer. Jeg har tatt det ut og ikke lagret det. Slett også meldingen din i Teams. Jeg har tatt vare på resten av svaret; se over det og lagre på nytt.
m-eleven-digits = Det står elleve siffer i teksten. Er det et fødselsnummer? Jeg viser dem ikke før du har svart.
m-write-digits-again = Jeg har ikke sifrene lenger. Skriv svaret på nytt.
m-number-removed = [nummer fjernet]
m-digits-masked = [elleve siffer]
m-set-aside-fault = Noe gikk galt hos meg (feil { $id }). Jeg har tatt vare på det du skrev, og utkastet er som før. Prøv igjen, eller skriv «fortsett».
m-fault = Noe gikk galt hos meg (feil { $id }). Ingenting er endret. Prøv igjen, eller skriv «fortsett».
m-busy = Jeg får ikke lagret akkurat nå. Utkastet er som før. Prøv igjen om litt; det du skrev sist, må du skrive på nytt.
m-see-below = Svaret står nederst i samtalen.
m-refused-person = Denne søknaden har du ikke tilgang til.
m-only-personal = Søknader skriver du i den personlige samtalen med meg. Åpne den her, så viser jeg ikke utkastet for flere.

m-unreadable-edited = Jeg ser at du endret en melding. Det endrer ikke svaret i søknaden. Skriv «endre» og navnet på feltet for å rette.
m-unreadable-deleted = Du slettet en melding. Svaret i søknaden står som før.
m-unreadable-reaction = Takk! En reaksjon endrer ingenting i søknaden.
m-unreadable-gif = Jeg kan ikke lese bilder. Skriv svaret med ord eller tall.
m-unreadable-image = Jeg kan ikke lese bilder. Skriv svaret med ord eller tall.
m-unreadable-voice = Jeg kan ikke høre lyd. Skriv svaret med ord eller tall.
m-unreadable-file = Jeg kan ikke lese denne filen. Skriv svaret, og send vedlegg til sekretariatet på vanlig måte.
m-unreadable-empty = Meldingen var tom.
m-refused-too_long = Teksten er på { $length } tegn; jeg kan ta imot { $maximum } om gangen. Ingenting av den er lagret. Del den opp.

## Sending og kvittering

m-cannot-send = Du kan ikke sende søknaden ennå. Dette må på plass først:
m-changed-before-sending = Søknaden er endret siden du så den. Se over på nytt:
m-not-sent = Ikke sendt. Utkastet er lagret.
m-sent = Søknaden er sendt. Saksnummer: { $case }
m-preview = Dette er søknaden slik den er nå, merket som utkast. Ingenting er sendt.
m-no-receipt = Ingen søknad er sendt herfra ennå.
m-closed = Søknaden { $case } er sendt og kan ikke endres her.
m-delete-sure = Vil du slette hele utkastet? Du kan ikke angre.
m-deleted = Utkastet er slettet.
m-not-deleted = Utkastet står som før.

## Knapper

b-start = Start en søknad
b-resume = Fortsett
b-needed = Dette trenger du
b-form_file = Skjemaet som Word
b-ask = Still et spørsmål
b-languages = Språk
b-language-nb = Bokmål
b-language-nn = Nynorsk
b-language-en = English
b-applications = Mine søknader
b-summary = Oppsummering
b-preview = Se søknaden som PDF
b-receipt = Kvittering
b-send = Send søknaden
b-send-now = Send nå
b-wait = Vent
b-save = Lagre
b-skip = Hopp over
b-back = Tilbake
b-example = Vis eksempel
b-change = Endre
b-fill = Fyll ut
b-mend = Rett
b-open = Åpne
b-yes = Ja
b-no = Nei
b-keep_stored = Behold det som står
b-use_mine = Bruk det jeg skrev
b-meant-answer = Svar på spørsmålet
b-meant-question = Et spørsmål
b-add-cost = Legg til kostnad
b-add-phase = Legg til en fase
b-remove-line = Fjern linjen
b-go-personal = Åpne personlig samtale

## Det folk skriver: flere måter skilt med |

c-start = start | start søknad | start en søknad | ny søknad | begynn | søk
c-needed = dette trenger du | hva trenger jeg | hva trenger vi | spørsmålene | vis spørsmålene
c-form_file = skjema som word | skjemaet som word | word | word-skjema | last ned skjema | last ned skjemaet
c-help = hjelp | hjelp meg | ? | hva skal jeg skrive | hva skal jeg skrive her | hva betyr dette | jeg forstår ikke
c-example = eksempel | vis eksempel | kan jeg få se et eksempel | har du et eksempel | gi meg et eksempel
c-back = tilbake | gå tilbake | forrige
c-skip = hopp over | hopp | neste
c-change = endre | rediger
c-summary = oppsummering | oppsummer
c-status = status | hva mangler | hvor langt er vi
c-cancel = avbryt | stopp | pause
c-resume = fortsett | gå videre | fortsette
c-applications = mine søknader | søknader | søknadene mine
c-open = åpne
c-delete = slett utkast | slett utkastet | slett søknaden
c-send = send | send inn | send søknaden | send søknad
c-preview = forhåndsvisning | se søknaden som pdf | vis søknaden | se søknaden | vis hele søknaden | vis dokumentet | utkast som pdf | søknaden som pdf
c-receipt = kvittering | vis kvittering
c-privacy = personvern
c-language = språk | bytt språk
c-connect = koble til
c-nb = bokmål | norsk
c-nn = nynorsk
c-en = engelsk
c-yes = ja | jepp | ja takk | jo | j | stemmer | det stemmer | riktig | ok
c-meant-answer = svar | svaret | et svar | ja | 1
c-meant-question = spørsmål | et spørsmål | spørsmålet | nei | 2
c-no = nei | nei takk | n | feil | ikke

## Spørreord som åpner et spørsmål

c-question-words = kan | hva | hvem | hvor | hvordan | hvorfor | når | hvilken | hvilke | hvilket | må | skal | er | får | har | finnes | gjelder | blir | vil
