### Nettsiden for dem som ikke har appen i Teams.

w-name = Tilskuddshjelpen
w-no-name = uten navn
w-skip = Hopp til innholdet
w-language = Språk:
w-sign-out = Logg ut
w-way-back = Tilbake
w-not-now = Ikke nå
w-choose = Velg
w-wrong = Feil

w-signin-title = Logg inn
w-signin = Logg inn med jobbkontoen
w-signin-what = Her leser du søknaden dere er med i, svarer for din egen part og ber de andre om endringer. Du logger inn med kontoen du har på jobb. Private kontoer kan ikke brukes.
w-signin-code = Koden fra lenken er klar. Du får bruke den når du har logget inn.
w-signin-typed = Har du fått en kode? Logg inn først, så skriver du den på neste side.
w-signin-failed = Innloggingen ble ikke fullført. Prøv en gang til.
w-signin-unavailable = Innloggingen svarer ikke akkurat nå. Vent litt og prøv igjen.
w-signin-consumer = Private kontoer kan ikke brukes. Logg inn med kontoen du har på jobb.
w-signin-tenant = Kontoer fra organisasjonen din kan ikke brukes her. Spør den som inviterte deg.
w-signin-old = Det er for lenge siden du viste hvem du er. Logg inn en gang til.
w-way-title = Du sendes til innloggingen
w-way = Gå videre til innloggingen

w-prove-title = Vis hvem du er en gang til
w-prove-what = Før du går videre, må du logge inn på nytt. Det gjelder i ti minutter.
w-prove = Logg inn på nytt

w-ended-title = Du er logget ut
w-ended-signed-out = Ingenting er igjen her på siden. Lukk gjerne nettleseren om flere bruker maskinen.
w-ended-session = Det er gått for lang tid siden sist, eller du har logget ut. Det som var lagret, ligger trygt.
w-ended-no-longer-in = Du er ikke med i søknaden lenger. Spør kontaktene i søknaden hvis det er en feil.

w-error-title = Det gikk ikke
w-error-not-found = Siden finnes ikke, eller den er ikke for deg.
w-error-wrong = Siden fikk noe den ikke forstår. Gå tilbake og prøv igjen.
w-error-elsewhere = Skjemaet kom ikke fra denne siden, eller siden var for gammel. Åpne den på nytt og prøv igjen.
w-error-too-large = Det var mer enn siden kan ta imot på en gang.
w-error-reader-only = Du kan lese søknaden, men ikke endre den.
w-error-busy = Det er for mye å gjøre akkurat nå. Vent litt og prøv igjen.
w-error-fault = Noe gikk galt hos oss. Det som var lagret, ligger trygt. Prøv igjen om litt.

w-applications = Søknadene dine
w-no-title = Uten tittel ennå
w-no-applications = Du er ikke med i noen søknad ennå.
w-have-code = Jeg har fått en kode
w-changed = Sist endret { $at }.
w-for-party = Du er med for { $party }.
w-state-draft = Utkast
w-state-sent = Sendt
w-state-withdrawn = Trukket

w-join-title = Bli med i en søknad
w-join-what = Skriv koden du har fått av en kontakt i søknaden. Kontakten ser hvem du er og slipper deg inn.
w-code-help = Åtte tegn med bindestrek i midten.
w-use-code = Bruk koden

w-yours = Dette er deres
w-nothing-yours = Det er ingenting å fylle ut for deres part nå.
w-page-done = Fylt ut
w-page-missing = Mangler svar
w-page-wrong = Må rettes
w-page-proposed = Venter på deres ja
w-proposals = Forslag til dere: { $count }
w-ask-change = Be om en endring
w-remarks = Beskjeder mellom partene
w-remark-about = Om { $field }, { $at }
w-read = Hele søknaden
w-back-to-application = Tilbake til søknaden
w-to-mend = Dette må rettes: { $count }

w-ask-change-what = Si hva du mener bør endres. Alle kontaktene i søknaden får se det, og den som kan endre svaret, gjør det.
w-which-field = Hva gjelder det?
w-words = Hva bør endres?
w-words-help = Ikke skriv om enkeltpersoner.
w-choose-field = Velg hva det gjelder.
w-write-something = Skriv hva som bør endres.
w-send = Send til de andre

w-see-agreement = Les avtalen
w-to-text = Gå til avtaleteksten
w-text = Avtaleteksten
w-back-to-agreement = Tilbake til avtalen
w-decline-title = Ikke bekreft avtalen
w-decline-why = Hvorfor bekrefter dere ikke?
w-decline-help = De andre som er med, får se begrunnelsen.
w-write-why = Skriv hvorfor.
w-decline = Send begrunnelsen

w-accessibility = Tilgjengelighet
w-accessibility-aim = Siden er laget for å følge WCAG 2.2 på nivå AA. Den kan brukes med tastatur og skjermleser, på telefon og med stor skrift, og uten skript i nettleseren.
w-accessibility-tested-title = Slik er den prøvd
w-accessibility-tested = Hver side prøves i Chromium med axe-core på telefonbredde og skjermbredde før hver utgave. Det skal ikke være noen funn.
w-accessibility-lacks-title = Det vi vet mangler
w-accessibility-lacks = Siden er ikke prøvd av brukere med skjermleser ennå. Innloggingen eies av organisasjonen din og er ikke en del av denne siden.
w-accessibility-tell-title = Si fra
w-accessibility-tell = Finner du noe du ikke får brukt, så si fra til sekretariatet i helsefellesskapet ditt. Du kan også klage til Tilsynet for universell utforming av ikt.
