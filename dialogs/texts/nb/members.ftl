### Hvem som er med: partene, invitasjoner, å slippe inn, og beskjeder til de andre.

m-parties-first = Fyll ut hvem som søker først: helseforetak og kommuner.
m-party-known = Jeg regner med at du er med for { $party }.
m-party-chosen = Du er med for { $party }.
m-party-taken = Du kan ikke velge { $party } her: Dere er flere i søknaden, og hver part bestemmer selv hvem som er med.
m-party-stays = Bare en part selv kan gå ut av søknaden. Står fortsatt blant partene: { $parties }.
m-own-party-first = Si først hvem du selv er med for. Skriv så «inviter» igjen.
m-invited-enough = Det er { $most } invitasjoner ute. Trekk tilbake noen av dem først; skriv «hvem er med».
m-members-enough = Det er plass til { $most } personer i en søknad.
m-no-such-invitation = Jeg finner ikke den invitasjonen. Skriv «hvem er med» for å se dem.
m-invitation-revoked = Invitasjonen er trukket tilbake. Koden gjelder ikke lenger.
m-join-how = Skriv «bli med» og koden du har fått.
m-code-wrong = Koden gjelder ikke. Be den som inviterte deg, om en ny.
m-join-asked = Takk. Jeg har spurt dem som er med i søknaden. Du får svar her.
m-nobody-waits = Ingen venter på å bli sluppet inn, eller noen har svart allerede.
m-not-yours-to-admit = Det er kontaktene i { $party } som bestemmer hvem som er med der.
m-admitted = { $name } er med i søknaden nå.
m-declined = { $name } er ikke sluppet inn.
m-reader-only = Du kan lese denne søknaden, men ikke endre den.

card-which-party = Hvem er du med for?
card-which-party-why = Hver part bestemmer over sitt eget. Du kan svare når som helst; det stopper ingenting.
card-which-party-label = Part
card-whom-to-invite = Hvem vil dere invitere?
card-the-secretariat = Sekretariatet i helsefellesskapet
card-reader-may = Kan lese utkastet, og endrer ingenting.
card-reader = Leser med
card-is-in = Med: { $names }
card-nobody-in = Ingen er med ennå.
card-invitation = Invitasjon
card-invited-for = Gjelder
card-code = Kode
card-code-how = Send koden til den du vil ha med. Personen skriver «bli med { $code }» til meg i sin egen personlige samtale.
card-code-typed = bli med
card-code-link = Eller send denne lenken
card-code-web = Har personen ikke appen i Teams, så send denne lenken i stedet
card-code-tenant = Bare kontoer i partens egen Teams-organisasjon kan bruke den.
card-code-until = Koden gjelder én gang, til { $until }. Den som bruker den, ser ingenting av søknaden før en av dere har sett hvem det er, og sluppet inn.
card-members = Hvem som er med
card-party-not-said = Har ikke sagt hvem de er med for
card-party-not-among = Parten er ikke blant søkerne lenger
card-guest = gjest
card-waiting = Venter på å bli sluppet inn
card-invited = Invitert
card-invited-until = Koden gjelder til { $until }.
card-wants-in = Vil være med for { $party }
card-no-name = uten navn
card-account-of = Kontoen hører til
card-tenant-not-known = en Teams-organisasjon jeg ikke kjenner
card-secretariat-of = sekretariatet i { $community }
card-same-tenant = Det er samme Teams-organisasjon som din egen.
card-is-guest = Gjest i den organisasjonen.
card-is-no-guest = Ikke gjest.
card-guest-not-known = Jeg vet ikke om det er en gjest.
card-replaces = Kommer i stedet for { $name }.
card-admit-means = Slipper du inn, ser personen hele søknaden og kan skrive i den. Kjenner du ikke personen, så spør først.
card-about-application = Søknaden
card-news-notice = Nytt i en søknad
card-news-admitted = Du er sluppet inn. Du er med for: { $party }
card-news-declined = Du ble ikke sluppet inn i søknaden. Snakk med den som inviterte deg.
card-news-joined = { $name } er med nå, for: { $party }

b-choose = Velg
b-other_party = Velg en annen part
b-invite = Inviter
b-revoke = Trekk tilbake
b-admit = Slipp inn
b-decline = Ikke slipp inn
b-members = Hvem er med

c-party = min part | parten min | velg part | velg en annen part | jeg er med for
c-invite = inviter | inviter noen | inviter den andre parten
c-revoke = trekk tilbake | trekk tilbake invitasjonen | trekk tilbake invitasjon
c-join = bli med
c-admit = slipp inn
c-decline = ikke slipp inn | slipp ikke inn
c-members = hvem er med | hvem har tilgang | hvem er med i søknaden | deltakere
c-the-secretariat = sekretariatet | saksbehandler | saksbehandleren

m-leave-sure = Vil du gå ut av søknaden? Du ser den ikke lenger og får ingen flere beskjeder om den. Det du har skrevet, blir stående.
m-left = Du er ikke lenger med i søknaden.
m-last-of-party = Du er den eneste som er med for parten din. Gi plassen videre til en annen før du går ut.
m-handed-over = { $name } har overtatt plassen din. Du er ikke lenger med i søknaden.
m-no-such-member = Jeg finner ikke den personen i søknaden. Skriv «hvem er med» for å se alle.
m-not-your-party = { $name } er med for en annen part. Hver part bestemmer selv hvem som er med der.
m-remove-sure = Skal { $name } ut av søknaden? Personen ser den ikke lenger og får ingen flere beskjeder om den.
m-removed = { $name } er tatt ut av søknaden.
m-delete-shared = Dere er flere parter i søknaden. Utkastet slettes først når alle har sagt ja. Vil du slette det?
m-delete-waits = Utkastet slettes når disse også har sagt ja: { $parties }. Til da er alt som før.
m-nobody-deletes = Ingen har bedt om at utkastet slettes.
m-draft-kept = Utkastet beholdes. De andre får vite det.
m-person-asked = Jeg har spurt { $name }. Svarer personen ja, ser du hvem det er, før noen slippes inn.
m-name-asked = Kjenner jeg noen med akkurat dette navnet hos { $party }, har de fått spørsmålet nå. Hører du ingenting, så skriv «inviter» og gi dem koden selv.
m-invited-to = { $number }. { $name } ({ $by }) spør om du vil være med i en søknad i { $community }, for { $party }. Skriv «bli med 1», eller trykk her:
m-link-sure = Koden er fra { $name } i Teams-organisasjonen { $tenant }. Er det deg selv? Da blir de to kontoene én person her: Alt den ene er med i, er den andre med i.
m-linked = Kontoene er koblet sammen. Du finner alt under «mine søknader».
m-linked-there = Denne kontoen er koblet sammen med { $name } i Teams-organisasjonen { $tenant }. Var det ikke deg, så si fra til den som driver boten.
m-linked-two-parties = De to kontoene er med for hver sin part i samme søknad. Én person kan bare være med for én part. Gå ut av den ene først.

card-asked-until = Spurt. Kan svare til { $until }.
card-invite-by-name = Er det noen som har brukt meg før, kan du skrive navnet og parten: «inviter Kari Eksempel, Bygland».
card-days-left = { $days ->
    [0] Fristen er i dag.
    [one] Én dag igjen til fristen.
   *[other] { $days } dager igjen til fristen.
}
card-party-lacks-nothing = Ingenting mangler her.
card-somebody-waits = Noen venter på å bli sluppet inn.
card-sent-by = Sendt av { $name }.
card-who-has-access = Disse ser søknaden
card-link = Koble sammen to kontoer
card-link-how = Skriv «koble identitet { $code }» til meg fra den andre kontoen din innen 15 minutter.
card-link-warning = Gi aldri koden til andre: Den som skriver den, blir samme person som deg her.
card-news-deleted = Et utkast du var med i, er slettet: { $community }, { $year }. Alle partene sa ja.
card-news-deleted-some = Et utkast du var med i, er slettet. Alle partene sa ja.
card-news-deletion = { $name } vil slette utkastet. Det slettes når alle partene har sagt ja.
card-news-invited = { $name } ({ $by }) spør om du vil være med i en søknad, for { $party }.
card-news-kept = { $name } vil beholde utkastet. Det blir ikke slettet.
card-news-left = { $name } har gått ut av søknaden.
card-news-removed = { $name } er tatt ut av søknaden.

b-ask-person = Spør { $name }
b-delete = Slett utkastet
b-join = Bli med
b-keep_draft = Behold utkastet
b-leave = Meld deg ut
b-not-now = Ikke nå
b-remove_member = Ta ut
b-replace = Bytt ut
b-successor = Gi plassen videre

c-leave = meld meg ut | meld deg ut | gå ut av søknaden | forlat søknaden
c-remove_member = ta ut | ta ut person | fjern person
c-replace = bytt ut | bytt ut person | gi plassen videre
c-keep_draft = behold utkastet | behold utkast
c-link = koble identitet | koble konto | koble sammen kontoer
