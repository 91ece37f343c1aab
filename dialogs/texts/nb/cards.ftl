### Kort: det som står rundt spørsmål, svar, oppsummering, kvittering og varsel.

card-part = Del { $part } av { $parts }: { $section }
card-optional = { $label } (valgfritt)
card-for-example = For eksempel: { $example }
card-saved = Lagret.
card-rest = Det du har svart, er lagret. Fyll ut resten.
card-skipped = hoppet over
card-left-empty = ikke oppgitt
card-nothing = ikke utfylt
card-read = Jeg leste { $value }
card-you-wrote = Du skrev:
card-and-more = … og { $count } tegn til, som jeg har tatt vare på, men som ikke får plass her.
card-not-answered = { $field }: ikke besvart
card-summary = Se over svarene
card-summary-of = Se over svarene ({ $page } av { $pages })
card-nothing-missing = Ingenting mangler. Søknaden kan sendes.
card-missing = { $count ->
    [one] Én ting mangler eller må rettes
   *[other] { $count } ting mangler eller må rettes
}
card-more-missing = … og { $count } til.
card-status = Status
card-untitled = Uten tittel ennå
card-answered = { $answered } av { $all } spørsmål er besvart.
card-budget = Budsjettet samlet
card-so-far = Budsjettet så langt
card-all-years = Alle år
card-costs = Kostnader: { $amount }
card-applied = Søknadsbeløp: { $amount }
card-own-money = Egne penger: { $amount }
card-own-value = Egeninnsats med verdi: { $amount }
card-other = Annen finansiering: { $amount }
card-financing = Finansiering: { $amount }
card-lacking = { $amount } mangler i finansieringen.
card-over = Finansieringen er { $amount } større enn kostnadene.
card-left = Gjenstår å finansiere: { $amount }
card-balanced = Kostnader og finansiering går opp.
card-party-money = { $party }: søker { $applied }, egeninnsats { $own }
card-needed = Dette trenger du
card-needed-intro = Regn med omtrent en time i alt. Svarene lagres underveis, og du kan gjøre det i flere omganger. Her er alle spørsmålene; noen av dem får du bare når de er aktuelle.
card-when-relevant = Når det er aktuelt, eller valgfritt: { $names }
card-applications = Mine søknader
card-no-applications = Du har ingen søknader ennå.
card-draft-missing = { $missing ->
    [0] Utkast, klart til sending. Endret
    [one] Utkast, ett svar mangler. Endret
   *[other] Utkast, { $missing } svar mangler. Endret
}
card-sent-as = Sendt som { $case }. Endret
card-more-applications = … og { $count } eldre.
card-confirm = Send søknaden?
card-measure = Tiltak
card-parties = Søkere
card-applied-label = Søknadsbeløp i alt
card-goes-to = Sendes til
card-public-document = Søknaden er et offentlig dokument når den er mottatt.
card-receipt = Kvittering
card-receipt-more = Kvittering { $case }, fortsatt
card-case = Saksnummer
card-received = Mottatt
card-deadline = Frist
card-margin-before = { $deadline }: mottatt { $days } d { $hours } t { $minutes } min før fristen
card-margin-after = { $deadline }: mottatt { $days } d { $hours } t { $minutes } min etter fristen
card-margin-unknown = Fristen er ikke kjent.
card-filed-waiting = Dokumentene lages nå.
card-filed-delivered = Dokumentene er lagret.
card-filed-uncertain = Dokumentene er ikke lagret ennå.
card-filed-failed = Dokumentene er ikke lagret ennå. Den som driver boten, er varslet.
card-told-waiting = Ikke levert til sekretariatet ennå.
card-told-delivered = Mottatt av sekretariatet.
card-told-uncertain = Ikke sikkert levert til sekretariatet ennå. Jeg prøver igjen.
card-told-failed = Ikke levert til sekretariatet. Kontakt sekretariatet med saksnummeret.
card-told-nobody = Sekretariatet er ikke koblet til her. Send dokumentene på vanlig måte.
card-next = Hva skjer nå
card-next-unknown = Helsefellesskapet har ikke sagt hva som skjer videre. Spør sekretariatet.
card-all-answers = Alle svarene
card-pdf-path = Dokumentene ligger i mappen { $path } på denne maskinen.
card-pdf-offer = Søknaden { $case } som PDF
card-pdf-file = { $case }.pdf
card-form-file = skjema-rekrutterings-og-samhandlingstilskudd.docx
card-form-offer = Skjemaet som Word, til å arbeide med et annet sted
card-file-declined = Greit. Du kan be om filen igjen.
card-file-there = Filen ligger nå blant filene dine i Teams.
card-file-failed = Jeg fikk ikke lagt inn filen. Prøv igjen.
card-repeat = (mulig gjentakelse)

step-discusses = { $body } drøfter saken.
step-sketches_process = { $body } skisserer prosessen.
step-drafts_guidelines = { $body } lager utkast til retningslinjer.
step-is_consulted = { $body } blir spurt.
step-assesses = { $body } vurderer søknadene.
step-prioritises = { $body } prioriterer søknadene.
step-forwards = { $body } sender søknadene videre.
step-allocates = { $body } fordeler midlene.
step-is_informed = { $body } blir orientert.
step-pays = { $body } betaler ut.
step-reports = { $body } rapporterer.

## Varselet til sekretariatet

notice-title = Ny søknad: { $case }
notice-measure = Tiltak
notice-parties = Søkere
notice-contact = Kontakt, { $party }
notice-more-contacts = Kontaktene til { $count } parter til står i søknaden.
notice-write-to = Skriv til { $party }
notice-write = Skriv til
notice-applied = Søknadsbeløp
notice-total = Kostnader i alt
notice-own = Egeninnsats
notice-per-year = Søkt per år
notice-kind = Nytt eller videreføring
notice-new = Nytt tiltak
notice-continued = Videreføring
notice-agreement = Enighet
notice-agreement-stated = { $stated } av { $all } parter enige – opplyst av søker, ikke bekreftet av parten
notice-received = Mottatt
notice-late = Kom etter fristen.
notice-deadline-unknown = Frist ikke kjent.
notice-no-own = Minst én part har ingen egeninnsats.
notice-not-archive = Mappen med dokumentene er ikke arkivet. Registrer søknaden i arkivsystemet.
notice-archive-mailbox = Arkivets postmottak: { $mailbox }
notice-taken = Tatt av { $name }
notice-taken-from = Tatt over fra { $name }
notice-take-over = Ta over
notice-take-over-sure = En kollega har tatt denne. Vil du ta over?
notice-number = Saksnummer i arkivet: { $number }
notice-show = Vis hele søknaden
notice-pdf = Åpne PDF
notice-take = Jeg tar den
notice-register = Registrer saksnr.
notice-number-label = Saksnummer i arkivet
notice-save-number = Lagre saksnummer
notice-refused = Bare sekretariatets medlemmer i denne kanalen kan gjøre dette.
notice-pdf-sent = Jeg har sendt deg PDF-en i den personlige samtalen.
notice-number-wrong = Skriv et saksnummer med høyst 40 tegn: bokstaver, tall, bindestrek og skråstrek.
