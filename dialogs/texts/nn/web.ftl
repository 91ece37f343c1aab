### Nettsida for dei som ikkje har appen i Teams.

w-name = Tilskuddshjelpen
w-no-name = utan namn
w-skip = Hopp til innhaldet
w-language = Språk:
w-sign-out = Logg ut
w-way-back = Tilbake
w-not-now = Ikkje no
w-choose = Vel
w-wrong = Feil

w-signin-title = Logg inn
w-signin = Logg inn med kontoen du har på jobb
w-signin-what = Her les du søknaden de er med i, svarer for din eigen part og ber dei andre om endringar. Du loggar inn med kontoen du har på jobb. Private kontoar kan ikkje brukast.
w-signin-code = Koden frå lenkja er klar. Du får bruke han når du har logga inn.
w-signin-typed = Har du fått ein kode? Logg inn først, så skriv du han på neste side.
w-signin-failed = Innlogginga vart ikkje fullført. Prøv ein gong til.
w-signin-unavailable = Innlogginga svarer ikkje akkurat no. Vent litt og prøv igjen.
w-signin-consumer = Private kontoar kan ikkje brukast. Logg inn med kontoen du har på jobb.
w-signin-tenant = Kontoar frå organisasjonen din kan ikkje brukast her. Spør den som inviterte deg.
w-signin-old = Det er for lenge sidan du viste kven du er. Logg inn ein gong til.
w-way-title = Du vert send til innlogginga
w-way = Gå vidare til innlogginga

w-prove-title = Vis kven du er ein gong til
w-prove-what = Før du går vidare, må du logge inn på nytt. Det gjeld i ti minutt.
w-prove = Logg inn ein gong til

w-ended-title = Du er logga ut
w-ended-signed-out = Ingenting er att her på sida. Lukk gjerne nettlesaren om fleire bruker maskina.
w-ended-session = Det har gått for lang tid sidan sist, eller du har logga ut. Det som var lagra, ligg trygt.
w-ended-no-longer-in = Du er ikkje med i søknaden lenger. Spør kontaktane i søknaden om det er ein feil.

w-error-title = Det gjekk ikkje
w-error-not-found = Sida finst ikkje, eller ho er ikkje for deg.
w-error-wrong = Sida fekk noko ho ikkje forstår. Gå tilbake og prøv igjen.
w-error-elsewhere = Skjemaet kom ikkje frå denne sida, eller sida var for gammal. Opne ho på nytt og prøv igjen.
w-error-too-large = Det var meir enn sida kan ta imot på ein gong.
w-error-reader-only = Du kan lese søknaden, men ikkje endre han.
w-error-busy = Det er for mykje å gjere akkurat no. Vent litt og prøv igjen.
w-error-fault = Noko gjekk gale hos oss. Det som var lagra, ligg trygt. Prøv igjen om litt.

w-applications = Søknadene dine
w-no-title = Utan tittel enno
w-no-applications = Du er ikkje med i nokon søknad enno.
w-have-code = Eg har fått ein kode
w-changed = Sist endra { $at }.
w-for-party = Du er med for { $party }.
w-state-draft = Utkast
w-state-sent = Send
w-state-withdrawn = Trekt

w-join-title = Bli med i ein søknad
w-join-what = Skriv koden du har fått av ein kontakt i søknaden. Kontakten ser kven du er og slepp deg inn.
w-code-help = Åtte teikn med bindestrek i midten.
w-use-code = Bruk koden

w-yours = Dette er dykkar
w-nothing-yours = Det er ingenting å fylle ut for parten dykkar no.
w-page-done = Fylt ut
w-page-missing = Manglar svar
w-page-wrong = Må rettast
w-page-proposed = Ventar på at de seier ja
w-proposals = Framlegg til dykk: { $count }
w-ask-change = Be om ei endring
w-remarks = Beskjedar mellom partane
w-remark-about = Om { $field }, { $at }
w-read = Heile søknaden
w-back-to-application = Tilbake til søknaden
w-to-mend = Dette må rettast: { $count }

w-ask-change-what = Sei kva du meiner bør endrast. Alle kontaktane i søknaden får sjå det, og den som kan endre svaret, gjer det.
w-which-field = Kva gjeld det?
w-words = Kva bør endrast?
w-words-help = Ikkje skriv om einskildpersonar.
w-choose-field = Vel kva det gjeld.
w-write-something = Skriv kva som bør endrast.
w-send = Send til dei andre

w-see-agreement = Les avtalen
w-to-text = Gå til avtaleteksten
w-text = Avtaleteksten
w-back-to-agreement = Tilbake til avtalen
w-decline-title = Ikkje stadfest avtalen
w-decline-why = Kvifor stadfestar de ikkje?
w-decline-help = Dei andre som er med, får sjå grunngjevinga.
w-write-why = Skriv kvifor.
w-decline = Send grunngjevinga

w-accessibility = Tilgjenge
w-accessibility-aim = Sida er laga for å følgje WCAG 2.2 på nivå AA. Ho kan brukast med tastatur og skjermlesar, på telefon og med stor skrift, og utan skript i nettlesaren.
w-accessibility-tested-title = Slik er ho prøvd
w-accessibility-tested = Kvar side vert prøvd i Chromium med axe-core på telefonbreidd og skjermbreidd før kvar utgåve. Det skal ikkje vere nokon funn.
w-accessibility-lacks-title = Det vi veit manglar
w-accessibility-lacks = Sida er ikkje prøvd av brukarar med skjermlesar enno. Innlogginga høyrer til organisasjonen din og er ikkje ein del av denne sida.
w-accessibility-tell-title = Sei frå
w-accessibility-tell = Finn du noko du ikkje får brukt, så sei frå til sekretariatet i helsefellesskapet ditt. Du kan òg klage til Tilsynet for universell utforming av ikt.
