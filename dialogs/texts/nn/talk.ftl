### Samtalen: det boten seier mellom spørsmåla, knappar, kommandoar og feilmeldingar.

## Velkomst og start

m-welcome =
    Hei! Eg hjelper dykk å søkje om rekrutterings- og samhandlingstilskot, saman: kommune og sjukehus. Eg svarer også på spørsmål om ordninga.
    Det du skriv, blir lagra med ein gong, og berre du og dei som er med i søknaden, kan sjå det. Sekretariatet ser søknaden først når han er send. Skriv «personvern» for meir.
    Har du fått ein kode av nokon som søkjer, skriv du han her.
    Skriv «start» for å begynne, «hjelp» når som helst, eller «språk bokmål» / «language english».
m-started = Då begynner vi. Det tek om lag ein time i alt, og alt blir lagra undervegs: Du kan stoppe når du vil og skrive «hald fram» seinare.
m-start-first = Du har ingen søknad open. Skriv «start» for å begynne, eller still eit spørsmål om ordninga.
m-no-draft = Du har ingen søknad open.
m-resumed = { $missing ->
    [0] Ingenting manglar.
    [one] Det manglar eitt svar.
   *[other] Det manglar { $missing } svar.
}
m-cancelled = Greitt. Utkastet er lagra; skriv «hald fram» når du vil gå vidare.
m-first-question = Dette er det første spørsmålet.
m-skipped = Hoppa over. Det må fyllast ut før de sender søknaden, så eg spør igjen til slutt.
m-line-removed = Linja er fjerna.
m-other-community = Eg har ingen opplysningar om utlysinga i helsefellesskapet dykkar. Du kan skrive søknaden her, og får dokumenta slik at de kan sende dei på vanleg måte.
m-deadline-known = Søknadsfristen er { $deadline }. { $days ->
    [0] Det er i dag.
    [one] Det er éin dag igjen.
   *[other] Det er { $days } dagar igjen.
}
m-deadline-passed = Søknadsfristen var { $deadline }. Du kan likevel skrive og sende; søknaden blir merkt «etter fristen».
m-deadline-unknown = Eg kjenner ikkje søknadsfristen for { $year }. Spør sekretariatet. Søknaden blir merkt «frist ikkje kjend».
m-call-closed = Utlysinga er stengd, seier helsefellesskapet. Du kan likevel skrive og sende; søknaden blir merkt «etter fristen».
m-not-connected = Sekretariatet for { $community } er ikkje kopla til her enno. Du kan skrive og sende her, men må også sende dokumenta på vanleg måte. Du får dei her.

## Hjelp

m-help =
    Dette kan du skrive når som helst:
    «start» – ny søknad · «hald fram» – der du slapp · «mine søknader»
    «tilbake» · «hopp over» · «endre» og namnet på feltet, til dømes «endre tittel»
    «oppsummering» · «status» · «send» · «avbryt» · «slett utkast»
    «inviter» – få med den andre parten, med ein kode · «bli med» og koden du har fått
    «kven er med» · «framlegg» – det ein annan part gjer framlegg om for dykk · «meldingar» – om det dei andre endrar
    «dette treng du» – alle spørsmåla på førehand · «personvern» · «språk bokmål»
    Du kan også stille spørsmål om ordninga midt i skjemaet.
    «spør sekretariatet» – når eg ikkje veit · «spørsmåla mine»
m-ask-away = Skriv spørsmålet ditt. Eg svarer berre med det som står i kjeldene, og seier frå når eg ikkje veit.
m-meant = Var dette svaret på spørsmålet, eller eit spørsmål til meg?
m-privacy =
    Det du skriv i skjemaet, blir lagra hos den som driv denne boten, til søknaden er behandla eller du slettar utkastet. Teams lagrar samtalen hos di eiga verksemd.
    Berre du og dei som er med i søknaden, ser utkastet. Når søknaden er send, ser sekretariatet han, og han er eit offentleg dokument.
    Skriv aldri om enkeltpasientar eller tilsette. Fødselsnummer tek eg ut før noko blir lagra.
    «slett utkast» slettar eit utkast.
m-languages = Kva språk vil du bruke?
m-language-set = Då snakkar eg nynorsk.

## Svar

m-spread = Eg las det slik. Er det rett?
m-doubt = Meinte du { $amount }?
m-past-period = Perioden begynner i fortida. Er det rett?
m-which-municipality = Det er fleire kommunar som heiter det. Kva for ein meiner du?
m-differs = Feltet er endra sidan du fekk det opp. { $by } endra det { $at }. No står det: { $stored }
m-differs-own = Feltet er endra sidan du fekk det opp. Du endra det sjølv { $at }. No står det: { $stored }
m-no-such-field = Eg finn ikkje noko felt som heiter det. Skriv «oppsummering» for å sjå alle.
m-which-field = Kva felt vil du endre?
m-set-aside = Eg veit ikkje kva spørsmål dette svarer på. Eg har teke vare på teksten ved sida av utkastet. Skriv «hald fram» for å gå vidare, eller still eit spørsmål.
m-identity-number = Det såg ut som eit fødselsnummer. Eg har teke det ut og ikkje lagra det. Slett også meldinga di i Teams. Eg har teke vare på resten av svaret; sjå over det og lagre på nytt.
m-eleven-digits = Det står elleve siffer i teksten. Er det eit fødselsnummer? Eg viser dei ikkje før du har svart.
m-write-digits-again = Eg har ikkje siffera lenger. Skriv svaret på nytt.
m-number-removed = [nummer fjerna]
m-digits-masked = [elleve siffer]
m-set-aside-fault = Noko gjekk gale hos meg (feil { $id }). Eg har teke vare på det du skreiv, og utkastet er som før. Prøv igjen, eller skriv «hald fram».
m-fault = Noko gjekk gale hos meg (feil { $id }). Ingenting er endra. Prøv igjen, eller skriv «hald fram».
m-busy = Eg får ikkje lagra akkurat no. Utkastet er som før. Prøv igjen om litt; det du skreiv sist, må du skrive på nytt.
m-see-below = Svaret står nedst i samtalen.
m-refused-person = Denne søknaden har du ikkje tilgang til.
m-only-personal = Søknader skriv du i den personlege samtalen med meg. Opne han her, så viser eg ikkje utkastet for fleire.

m-unreadable-edited = Eg ser at du endra ei melding. Det endrar ikkje svaret i søknaden. Skriv «endre» og namnet på feltet for å rette.
m-unreadable-deleted = Du sletta ei melding. Svaret i søknaden står som før.
m-unreadable-reaction = Takk! Ein reaksjon endrar ingenting i søknaden.
m-unreadable-gif = Eg kan ikkje lese bilete. Skriv svaret med ord eller tal.
m-unreadable-image = Eg kan ikkje lese bilete. Skriv svaret med ord eller tal.
m-unreadable-voice = Eg kan ikkje høyre lyd. Skriv svaret med ord eller tal.
m-unreadable-file = Eg kan ikkje lese denne fila. Skriv svaret, og send vedlegg til sekretariatet på vanleg måte.
m-unreadable-empty = Meldinga var tom.
m-refused-too_long = Teksten er på { $length } teikn; eg kan ta imot { $maximum } om gongen. Ingenting av han er lagra. Del han opp.

## Sending og kvittering

m-cannot-send = Du kan ikkje sende søknaden enno. Dette må på plass først:
m-changed-before-sending = Søknaden er endra sidan du såg han. Sjå over på nytt:
m-not-sent = Ikkje send. Utkastet er lagra.
m-sent = Søknaden er send. Saksnummer: { $case }
m-preview = Dette er søknaden slik han er no, merkt som utkast. Ingenting er sendt.
m-no-receipt = Ingen søknad er send herifrå enno.
m-closed = Søknaden { $case } er send og kan ikkje endrast her.
m-delete-sure = Vil du slette heile utkastet? Du kan ikkje angre.
m-deleted = Utkastet er sletta.
m-not-deleted = Utkastet står som før.

## Knappar

b-start = Start ein søknad
b-resume = Hald fram
b-needed = Dette treng du
b-form_file = Skjemaet som Word
b-ask = Still eit spørsmål
b-languages = Språk
b-language-nb = Bokmål
b-language-nn = Nynorsk
b-language-en = English
b-applications = Mine søknader
b-summary = Oppsummering
b-preview = Sjå søknaden som PDF
b-receipt = Kvittering
b-send = Send søknaden
b-send-now = Send no
b-wait = Vent
b-save = Lagre
b-skip = Hopp over
b-back = Tilbake
b-example = Vis døme
b-change = Endre
b-fill = Fyll ut
b-mend = Rett
b-open = Opne
b-yes = Ja
b-no = Nei
b-keep_stored = Behald det som står
b-use_mine = Bruk det eg skreiv
b-meant-answer = Svar på spørsmålet
b-meant-question = Eit spørsmål
b-add-cost = Legg til kostnad
b-add-phase = Legg til ein fase
b-remove-line = Fjern linja
b-go-personal = Opne personleg samtale

## Det folk skriv: fleire måtar skilde med |

c-start = start | start søknad | start ein søknad | ny søknad | begynn | byrja | byrje | søk
c-needed = dette treng du | kva treng eg | kva treng vi | spørsmåla | vis spørsmåla
c-form_file = skjema som word | skjemaet som word | word | word-skjema | last ned skjema | last ned skjemaet
c-help = hjelp | hjelp meg | ? | kva skal eg skrive | kva skal eg skrive her | kva betyr dette | eg forstår ikkje
c-example = døme | vis døme | eksempel | vis eksempel | kan eg få sjå eit døme | har du eit døme | gi meg eit døme
c-back = tilbake | attende | gå tilbake | gå attende | førre
c-skip = hopp over | hopp | neste
c-change = endre | rediger
c-summary = oppsummering | oppsummer
c-status = status | kva manglar | kor langt er vi
c-cancel = avbryt | stopp | pause
c-resume = hald fram | halde fram | fortset | gå vidare
c-applications = mine søknader | søknader | søknadene mine
c-open = opne
c-delete = slett utkast | slett utkastet | slett søknaden
c-send = send | send inn | send søknaden | send søknad
c-preview = førehandsvising | sjå søknaden som pdf | vis søknaden | sjå søknaden | vis heile søknaden | vis dokumentet | utkast som pdf | søknaden som pdf
c-receipt = kvittering | vis kvittering | kvitteringa
c-privacy = personvern
c-language = språk | byt språk
c-connect = kople til
c-nb = bokmål
c-nn = nynorsk
c-en = engelsk
c-yes = ja | jepp | ja takk | jo | j | stemmer | det stemmer | ok
c-meant-answer = svar | svaret | eit svar | ja | 1
c-meant-question = spørsmål | eit spørsmål | spørsmålet | nei | 2
c-no = nei | nei takk | n | feil | ikkje

## Spørjeord som opnar eit spørsmål

c-question-words = kan | kva | kven | kvar | kor | korleis | kvifor | når | må | skal | er | får | har | finst | gjeld | blir | vert | vil
