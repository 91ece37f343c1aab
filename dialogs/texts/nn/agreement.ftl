### Avtalen mellom partane: teksten, å be om stadfesting, å stadfeste, og når ei stadfesting fell.

## Sjølve avtaleteksten, første ordlyd. Han kan ikkje endrast: det nokon har stadfesta, står. Ein ny ordlyd får eit nytt nummer.

d-a1-kicker = Avtale om rekrutterings- og samhandlingstiltak
d-a1-parties = Partane
d-a1-agreed = Semje
d-a1-list = { $most } og { $last }
d-a1-that-they-agree = { $parties } er samde om å gjennomføre tiltaket som er skildra her, om budsjettet, om kva kvar part bidreg med, og om kven som har ansvaret for pasientane. Partane søkjer saman om rekrutterings- og samhandlingstilskot for { $year } i { $community }.
d-a1-measure = Tiltaket
d-a1-purpose = Korleis tiltaket støttar føremålet
d-a1-budget = Budsjett og bidrag
d-a1-responsibility = Ansvaret for pasientane
d-a1-confirming = Stadfesting
d-a1-how-confirmed = Kvar part stadfestar denne teksten. Kven som har stadfesta, med kva rett og når, står på ei eiga side, som ikkje er ein del av teksten. Blir teksten endra, gjeld ikkje stadfestingane lenger.

## Samtalen

m-agreement-only-stated = Her er det søkjaren som opplyser kven som er samde. Det blir ikkje henta inn noka stadfesting frå partane.
m-agreement-not-ready = Avtalen er ikkje klar. Dette må vere på plass før nokon kan bli beden om å stadfeste:
m-agreement-asked-already = Partane er alt bedne om å stadfeste avtalen.
m-agreement-asked = Avtalen er låst som { $code }, og dei som er peikte ut, er bedne om å stadfeste. Vil nokon endre noko han byggjer på, må avtalen låsast opp først.
m-agreement-is-open = Avtalen er ikkje låst. Svara kan endrast.
m-agreement-opened = Avtalen er låst opp. Stadfestingane gjeld til noko i teksten blir endra. Be om stadfesting igjen når de er ferdige.
m-agreement-locked = Avtalen er låst medan partane stadfestar, så dette er ikkje endra. Det du skreiv, ligg ved sida av utkastet. Lås opp avtalen dersom det må endrast.
m-agreement-not-asked = Partane er ikkje bedne om å stadfeste enno. Det gjer ein kontakt med «be om stadfesting».
m-agreement-changed-meanwhile = Avtalen er endra i mellomtida. Sjå på han på nytt.
m-agreement-paper-only = Her må avtalen vere skriven under på papir. Skriv «registrer papiravtale» når han er det.
m-agreement-no-paper = Her må kvar part stadfeste sjølv. Ein papiravtale gjeld ikkje.
m-agreement-full = Det er ikkje plass til fleire stadfestingar i denne søknaden. Ta kontakt med sekretariatet.
m-confirmations-fell = { $count ->
    [one] Teksten er endra. Éi stadfesting gjeld ikkje lenger.
   *[other] Teksten er endra. { $count } stadfestingar gjeld ikkje lenger.
}
m-confirmer-first = Sei først kven som stadfestar for parten din.
m-confirmer-is-another = Det er ein annan som er peikt ut til å stadfeste for parten din.
m-confirmer-is-you = Du er peikt ut til å stadfeste for parten din.
m-confirmer-named = { $name } er peikt ut til å stadfeste.
m-confirmed-already = { $party } har stadfesta denne teksten.
m-confirming-too-late = Det er meir enn eit kvarter sidan du såg avtalen. Sjå på han på nytt før du stadfestar.
m-not-confirmed = Ingenting er stadfesta.
m-paper-which-party = Kva part gjeld papiravtalen? Skriv «registrer papiravtale» og namnet på parten.
m-paper-not-yours = { $party } har eigne folk i søknaden. Dei registrerer papiravtalen sjølve.
m-refuse-why = Kvifor stadfestar de ikkje? Alle som er med i søknaden, får sjå det du skriv.
m-refused-agreement = Dei andre får vite det, med grunnen du skreiv.

card-agreement = Avtalen mellom partane
card-agreement-text = Avtaleteksten, { $code }
card-agreement-draft = utkast
card-agreement-code = Versjonskode
card-agreement-not-asked = Partane er ikkje bedne om å stadfeste enno.
card-agreement-open = Avtalen { $code } er låst opp. Stadfestingane gjeld til noko i teksten blir endra.
card-agreement-locked = Avtalen { $code } er låst sidan { $at }.
card-agreed = Semje: { $confirmed } av { $all }.
card-agreed-unverified = Semje: { $confirmed } av { $all }, { $unverified } ikkje verifisert.
card-agreed-for-several = { $count ->
    [one] Éi stadfesting gjeld { $parties } partar.
   *[other] { $count } stadfestingar gjeld { $parties } partar.
}
card-party-waits = Ventar på den som er peikt ut.
card-party-unnamed = Ingen er peikt ut til å stadfeste.
card-party-refused = Stadfestar ikkje: { $reason }
card-fell-changed = Ei stadfesting fall { $at }, då teksten blei endra.
card-fell-rejected = Sekretariatet godtok ikkje papiret { $at }: { $reason }
card-fell-withdrawn = Stadfestinga blei trekt tilbake { $at }.
card-confirmed-by = Stadfesta av { $name }, { $role }, { $at }.
card-by-position = I kraft av stillinga.
card-by-delegation = Fullmakt frå { $by }, { $on }, referanse { $reference }.
card-without-own-effort = Gjeld ikkje eigeninnsatsen til parten.
card-signed-on = Skriven under { $on }.
card-own-archive = Parten sitt eige saksnummer: { $number }.
card-on-paper = På papir: { $where }
card-not-verified = Ikkje verifisert: Det er ikkje kjent at kontoen høyrer til parten.
card-joined-through = Kom med i søknaden gjennom ein annan part.
card-confirmed-for-others = Stadfesta på vegner av parten. Fullmakt: { $mandate }
card-confirm-agreement = Stadfest avtalen
card-party = Part
card-confirmer = Den som stadfestar
card-covers = Gjeld også
card-paper-where = Papiret
card-confirming-means = Du stadfestar akkurat denne teksten for parten. Dette er ei elektronisk stadfesting, ikkje ein kvalifisert signatur. Namnet, rolla, tidspunktet og kontoen din blir lagra saman med teksten.
card-paper-means = Du registrerer at parten har skrive under akkurat denne teksten på papir. Sekretariatet kan sjå etter, og seie nei.
card-unlock = Lås opp avtalen
card-will-fall = { $count ->
    [one] Då fell éi stadfesting:
   *[other] Då fell { $count } stadfestingar:
}
card-unlock-means = Dei fell idet noko i teksten blir endra, og kjem ikkje tilbake om det blir endra igjen. Blir ingenting endra, står dei.
card-choose-confirmer = Kven stadfestar?
card-choose-confirmer-why = Den som har rett til å stadfeste avtalen for { $party }, til dømes kommunedirektøren eller klinikksjefen. Skriv «stadfestar er» og nummeret, eller inviter ein som ikkje er med enno.
card-confirmed = { $party } har stadfesta avtalen.
card-fingerprint = Fingeravtrykk av teksten
card-electronic = Dette er ei elektronisk stadfesting, ikkje ein kvalifisert signatur.
card-paper-kept = Ta vare på papiret. Sekretariatet kan be om å få sjå det.
card-news-locked = { $name } har bede partane om å stadfeste avtalen.
card-news-opened = { $name } har låst opp avtalen.
card-news-named = Du er peikt ut til å stadfeste avtalen for { $party }. Du får beskjed når han er klar.
card-news-asked = Du er beden om å stadfeste avtalen { $code } for { $party }.
card-news-confirmed = { $party } har stadfesta avtalen.
card-news-refused = { $party } stadfestar ikkje avtalen.
card-news-fell = Stadfestinga di for { $party } gjeld ikkje lenger, for avtalen er endra.
card-difference = Dette er endra
card-difference-was = Før: { $old }
card-difference-is = No: { $new }
card-difference-by = Endra av { $name }
card-nothing-there = (ingenting)
card-lacks-confirmation = stadfestinga

g-not_asked_to_confirm = Partane er ikkje bedne om å stadfeste avtalen.
g-unconfirmed = { $owner } har ikkje stadfesta avtalen.

b-agreement = Avtalen
b-agreement_text = Les heile teksten
b-ask_confirmation = Be om stadfesting
b-unlock = Lås opp
b-unlock-now = Ja, lås opp
b-nominate = Vel kven som stadfestar
b-nominate-self = Eg stadfestar
b-invite-signatory = Inviter den som stadfestar
b-confirm = Les og stadfest
b-confirm-for = Stadfest for { $party }
b-refuse = Stadfestar ikkje
b-paper = Registrer papiravtale
b-register-paper = Registrer for { $party }

c-agreement = avtale | avtalen | vis avtalen | vis avtale | sjå avtalen
c-ask_confirmation = be om stadfesting | be om stadfestingar | lås avtalen
c-unlock = lås opp | lås opp avtalen | opne avtalen
c-nominate = stadfestar er | vel kven som stadfestar | kven stadfestar
c-confirm = stadfest | stadfest avtalen | les og stadfest
c-refuse = stadfestar ikkje | vi stadfestar ikkje | avslå avtalen
c-paper = registrer papiravtale | papiravtale | avtale på papir
c-signatory = den som stadfestar | ein som stadfestar
e-paper_code = Koden er ein annan enn koden til avtalen. Då er det ein annan tekst som er skriven under.
c-agreement_text = les avtalen | les heile avtalen | les avtaleteksten
notice-agreement-lacks = Stadfesting manglar frå { $parties }.

d-agreement-confirmations = Kven som har stadfesta
d-agreement-not-part = Denne sida og dei neste er ikkje ein del av avtaleteksten, og kan endrast utan at teksten blir ein annan.
d-agreement-contacts = Kontaktpersonar
d-sign = Underskrift på papir
d-sign-how = Blir berre brukt av partar som ikkje stadfestar elektronisk. Versjonskoden nedst på kvar side viser kva tekst det gjeld.
d-sign-name = Namn
d-sign-role = Rolle
d-sign-date = Dato
d-sign-signature = Underskrift

card-agreement-file = avtale-{ $code }.{ $suffix }
card-agreement-offer = Avtalen { $code }, med plass til å skrive under på papir.
b-agreement_pdf = Avtalen som PDF
b-agreement_docx = Avtalen i Word
c-agreement_pdf = avtalen som pdf | avtale som pdf | avtalen på papir
c-agreement_docx = avtalen som word | avtalen i word
