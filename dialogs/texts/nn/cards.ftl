### Kort: det som står rundt spørsmål, svar, oppsummering, kvittering og varsel.

card-part = Del { $part } av { $parts }: { $section }
card-optional = { $label } (valfritt)
card-for-example = Til dømes: { $example }
card-saved = Lagra.
card-rest = Det du har svart på, er lagra. Fyll ut resten.
card-skipped = hoppa over
card-left-empty = ikkje oppgitt
card-nothing = ikkje fylt ut
card-read = Eg las { $value }
card-you-wrote = Du skreiv:
card-and-more = … og { $count } teikn til, som eg har teke vare på, men som ikkje får plass her.
card-not-answered = { $field }: ikkje svart på
card-summary = Sjå over svara
card-summary-of = Sjå over svara ({ $page } av { $pages })
card-nothing-missing = Ingenting manglar. Søknaden kan sendast.
card-missing = { $count ->
    [one] Éin ting manglar eller må rettast
   *[other] { $count } ting manglar eller må rettast
}
card-more-missing = … og { $count } til.
card-status = Status
card-untitled = Utan tittel enno
card-answered = { $answered } av { $all } spørsmål er svart på.
card-budget = Budsjettet samla
card-so-far = Budsjettet så langt
card-all-years = Alle år
card-costs = Kostnader: { $amount }
card-applied = Søknadsbeløp: { $amount }
card-own-money = Eigne pengar: { $amount }
card-own-value = Eigeninnsats med verdi: { $amount }
card-other = Anna finansiering: { $amount }
card-financing = Finansiering: { $amount }
card-lacking = { $amount } manglar i finansieringa.
card-over = Finansieringa er { $amount } større enn kostnadene.
card-left = Står att å finansiere: { $amount }
card-balanced = Kostnader og finansiering går opp.
card-party-money = { $party }: søkjer { $applied }, eigeninnsats { $own }
card-needed = Dette treng du
card-needed-intro = Rekn med om lag ein time i alt. Svara blir lagra undervegs, og du kan gjere det i fleire omgangar. Her er alle spørsmåla; nokre av dei får du berre når dei er aktuelle.
card-when-relevant = Når det er aktuelt, eller valfritt: { $names }
card-applications = Mine søknader
card-no-applications = Du har ingen søknader enno.
card-draft-missing = { $missing ->
    [0] Utkast, klart til sending. Endra
    [one] Utkast, eitt svar manglar. Endra
   *[other] Utkast, { $missing } svar manglar. Endra
}
card-sent-as = Send som { $case }. Endra
card-more-applications = … og { $count } eldre.
card-confirm = Send søknaden?
card-measure = Tiltak
card-parties = Søkjarar
card-applied-label = Søknadsbeløp i alt
card-goes-to = Går til
card-public-document = Søknaden er eit offentleg dokument når han er motteken.
card-receipt = Kvittering
card-receipt-more = Kvittering { $case }, held fram
card-case = Saksnummer
card-received = Motteken
card-deadline = Frist
card-margin-before = { $deadline }: motteken { $days } d { $hours } t { $minutes } min før fristen
card-margin-after = { $deadline }: motteken { $days } d { $hours } t { $minutes } min etter fristen
card-margin-unknown = Fristen er ikkje kjend.
card-filed-waiting = Dokumenta blir laga no.
card-filed-delivered = Dokumenta er lagra.
card-filed-uncertain = Dokumenta er ikkje lagra enno.
card-filed-failed = Dokumenta er ikkje lagra enno. Den som driv boten, er varsla.
card-told-waiting = Ikkje levert til sekretariatet enno.
card-told-delivered = Motteken av sekretariatet.
card-told-uncertain = Ikkje sikkert levert til sekretariatet enno. Eg prøver igjen.
card-told-failed = Ikkje levert til sekretariatet. Kontakt sekretariatet med saksnummeret.
card-told-nobody = Sekretariatet er ikkje kopla til her. Send dokumenta på vanleg måte.
card-next = Kva skjer no
card-next-unknown = Helsefellesskapet har ikkje sagt kva som skjer vidare. Spør sekretariatet.
card-all-answers = Alle svara
card-pdf-path = Dokumenta ligg i mappa { $path } på denne maskina.
card-pdf-offer = Søknaden { $case } som PDF
card-pdf-file = { $case }.pdf
card-form-file = skjema-rekrutterings-og-samhandlingstilskot.docx
card-form-offer = Skjemaet som Word, til å arbeide med ein annan stad
card-file-declined = Greitt. Du kan be om fila igjen.
card-file-there = Fila ligg no blant filene dine i Teams.
card-file-failed = Eg fekk ikkje lagt inn fila. Prøv igjen.
card-repeat = (kan vere ei gjentaking)

step-discusses = { $body } drøftar saka.
step-sketches_process = { $body } skisserer prosessen.
step-drafts_guidelines = { $body } lagar utkast til retningslinjer.
step-is_consulted = { $body } blir spurd.
step-assesses = { $body } vurderer søknadene.
step-prioritises = { $body } prioriterer søknadene.
step-forwards = { $body } sender søknadene vidare.
step-allocates = { $body } fordeler midlane.
step-is_informed = { $body } blir orientert.
step-pays = { $body } betaler ut.
step-reports = { $body } rapporterer.

## Varselet til sekretariatet

notice-title = Ny søknad: { $case }
notice-measure = Tiltak
notice-parties = Søkjarar
notice-contact = Kontakt, { $party }
notice-more-contacts = Kontaktane til { $count } partar til står i søknaden.
notice-write-to = Skriv til { $party }
notice-write = Skriv til
notice-applied = Søknadsbeløp
notice-total = Kostnader i alt
notice-own = Eigeninnsats
notice-per-year = Søkt per år
notice-kind = Nytt eller vidareføring
notice-new = Nytt tiltak
notice-continued = Vidareføring
notice-agreement = Semje
notice-agreement-stated = { $stated } av { $all } partar einige – opplyst av søkjaren, ikkje stadfesta av parten
notice-received = Motteken
notice-late = Kom etter fristen.
notice-deadline-unknown = Frist ikkje kjend.
notice-no-own = Minst éin part har ingen eigeninnsats.
notice-not-archive = Mappa med dokumenta er ikkje arkivet. Registrer søknaden i arkivsystemet.
notice-archive-mailbox = Postmottaket til arkivet: { $mailbox }
notice-taken = Teken av { $name }
notice-taken-from = Teken over frå { $name }
notice-take-over = Ta over
notice-take-over-sure = Ein kollega har teke denne. Vil du ta over?
notice-number = Saksnummer i arkivet: { $number }
notice-show = Vis heile søknaden
notice-pdf = Opne PDF
notice-take = Eg tek han
notice-register = Registrer saksnr.
notice-number-label = Saksnummer i arkivet
notice-save-number = Lagre saksnummer
notice-refused = Berre medlemmene av sekretariatet i denne kanalen kan gjere dette.
notice-pdf-sent = Eg har sendt deg PDF-en i den personlege samtalen.
notice-number-wrong = Skriv eit saksnummer med høgst 40 teikn: bokstavar, tal, bindestrek og skråstrek.
