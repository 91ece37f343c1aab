### Avtalen mellom partene: teksten, å be om bekreftelse, å bekrefte, og når en bekreftelse faller.

## Selve avtaleteksten, første ordlyd. Den kan ikke endres: det noen har bekreftet, står. En ny ordlyd får et nytt nummer.

d-a1-kicker = Avtale om rekrutterings- og samhandlingstiltak
d-a1-parties = Partene
d-a1-agreed = Enighet
d-a1-list = { $most } og { $last }
d-a1-that-they-agree = { $parties } er enige om å gjennomføre tiltaket som er beskrevet her, om budsjettet, om hva hver part bidrar med, og om hvem som har ansvaret for pasientene. Partene søker sammen om rekrutterings- og samhandlingstilskudd for { $year } i { $community }.
d-a1-measure = Tiltaket
d-a1-purpose = Hvordan tiltaket støtter formålet
d-a1-budget = Budsjett og bidrag
d-a1-responsibility = Ansvaret for pasientene
d-a1-confirming = Bekreftelse
d-a1-how-confirmed = Hver part bekrefter denne teksten. Hvem som har bekreftet, med hvilken rett og når, står på en egen side, som ikke er en del av teksten. Blir teksten endret, gjelder ikke bekreftelsene lenger.

## Samtalen

m-agreement-only-stated = Her er det søkeren som opplyser hvem som er enige. Ingen bekreftelse fra partene blir hentet inn.
m-agreement-not-ready = Avtalen er ikke klar. Dette må være på plass før noen kan bli bedt om å bekrefte:
m-agreement-asked-already = Partene er alt bedt om å bekrefte avtalen.
m-agreement-asked = Avtalen er låst som { $code }, og de som er pekt ut, er bedt om å bekrefte. Vil noen endre noe den bygger på, må avtalen låses opp først.
m-agreement-is-open = Avtalen er ikke låst. Svarene kan endres.
m-agreement-opened = Avtalen er låst opp. Bekreftelsene gjelder til noe i teksten blir endret. Be om bekreftelse igjen når dere er ferdige.
m-agreement-locked = Avtalen er låst mens partene bekrefter, så dette er ikke endret. Det du skrev, ligger ved siden av utkastet. Lås opp avtalen hvis det må endres.
m-agreement-not-asked = Partene er ikke bedt om å bekrefte ennå. Det gjør en kontakt med «be om bekreftelse».
m-agreement-changed-meanwhile = Avtalen er endret i mellomtiden. Se på den på nytt.
m-agreement-paper-only = Her må avtalen være undertegnet på papir. Skriv «registrer papiravtale» når den er det.
m-agreement-no-paper = Her må hver part bekrefte selv. En papiravtale gjelder ikke.
m-agreement-full = Det er ikke plass til flere bekreftelser i denne søknaden. Ta kontakt med sekretariatet.
m-confirmations-fell = { $count ->
    [one] Teksten er endret. Én bekreftelse gjelder ikke lenger.
   *[other] Teksten er endret. { $count } bekreftelser gjelder ikke lenger.
}
m-confirmer-first = Si først hvem som bekrefter for parten din.
m-confirmer-is-another = Det er en annen som er pekt ut til å bekrefte for parten din.
m-confirmer-is-you = Du er pekt ut til å bekrefte for parten din.
m-confirmer-named = { $name } er pekt ut til å bekrefte.
m-confirmed-already = { $party } har bekreftet denne teksten.
m-confirming-too-late = Det er mer enn et kvarter siden du så avtalen. Se på den på nytt før du bekrefter.
m-not-confirmed = Ingenting er bekreftet.
m-paper-which-party = Hvilken part gjelder papiravtalen? Skriv «registrer papiravtale» og navnet på parten.
m-paper-not-yours = { $party } har egne folk i søknaden. De registrerer papiravtalen selv.
m-refuse-why = Hvorfor bekrefter dere ikke? Alle som er med i søknaden, får se det du skriver.
m-refused-agreement = De andre får vite det, med grunnen du skrev.

card-agreement = Avtalen mellom partene
card-agreement-text = Avtaleteksten, { $code }
card-agreement-draft = utkast
card-agreement-code = Versjonskode
card-agreement-not-asked = Partene er ikke bedt om å bekrefte ennå.
card-agreement-open = Avtalen { $code } er låst opp. Bekreftelsene gjelder til noe i teksten blir endret.
card-agreement-locked = Avtalen { $code } er låst siden { $at }.
card-agreed = Enighet: { $confirmed } av { $all }.
card-agreed-unverified = Enighet: { $confirmed } av { $all }, { $unverified } ikke verifisert.
card-agreed-for-several = { $count ->
    [one] Én bekreftelse gjelder { $parties } parter.
   *[other] { $count } bekreftelser gjelder { $parties } parter.
}
card-party-waits = Venter på den som er pekt ut.
card-party-unnamed = Ingen er pekt ut til å bekrefte.
card-party-refused = Bekrefter ikke: { $reason }
card-fell-changed = En bekreftelse falt { $at }, da teksten ble endret.
card-fell-rejected = Sekretariatet godtok ikke papiret { $at }: { $reason }
card-fell-withdrawn = Bekreftelsen ble trukket tilbake { $at }.
card-confirmed-by = Bekreftet av { $name }, { $role }, { $at }.
card-by-position = I kraft av stillingen.
card-by-delegation = Fullmakt fra { $by }, { $on }, referanse { $reference }.
card-without-own-effort = Gjelder ikke partens egeninnsats.
card-signed-on = Undertegnet { $on }.
card-own-archive = Partens eget saksnummer: { $number }.
card-on-paper = På papir: { $where }
card-not-verified = Ikke verifisert: Det er ikke kjent at kontoen hører til parten.
card-joined-through = Kom med i søknaden gjennom en annen part.
card-confirmed-for-others = Bekreftet på vegne av parten. Fullmakt: { $mandate }
card-confirm-agreement = Bekreft avtalen
card-party = Part
card-confirmer = Den som bekrefter
card-covers = Gjelder også
card-paper-where = Papiret
card-confirming-means = Du bekrefter akkurat denne teksten for parten. Dette er en elektronisk bekreftelse, ikke en kvalifisert signatur. Navnet, rollen, tidspunktet og kontoen din blir lagret sammen med teksten.
card-paper-means = Du registrerer at parten har undertegnet akkurat denne teksten på papir. Sekretariatet kan se etter, og si nei.
card-unlock = Lås opp avtalen
card-will-fall = { $count ->
    [one] Da faller én bekreftelse:
   *[other] Da faller { $count } bekreftelser:
}
card-unlock-means = De faller idet noe i teksten blir endret, og kommer ikke tilbake om det endres igjen. Blir ingenting endret, står de.
card-choose-confirmer = Hvem bekrefter?
card-choose-confirmer-why = Den som har rett til å bekrefte avtalen for { $party }, for eksempel kommunedirektøren eller klinikksjefen. Skriv «bekrefter er» og nummeret, eller inviter en som ikke er med ennå.
card-confirmed = { $party } har bekreftet avtalen.
card-fingerprint = Fingeravtrykk av teksten
card-electronic = Dette er en elektronisk bekreftelse, ikke en kvalifisert signatur.
card-paper-kept = Ta vare på papiret. Sekretariatet kan be om å få se det.
card-news-locked = { $name } har bedt partene om å bekrefte avtalen.
card-news-opened = { $name } har låst opp avtalen.
card-news-named = Du er pekt ut til å bekrefte avtalen for { $party }. Du får beskjed når den er klar.
card-news-asked = Du er bedt om å bekrefte avtalen { $code } for { $party }.
card-news-confirmed = { $party } har bekreftet avtalen.
card-news-refused = { $party } bekrefter ikke avtalen.
card-news-fell = Bekreftelsen din for { $party } gjelder ikke lenger, for avtalen er endret.
card-difference = Dette er endret
card-difference-was = Før: { $old }
card-difference-is = Nå: { $new }
card-difference-by = Endret av { $name }
card-nothing-there = (ingenting)
card-lacks-confirmation = bekreftelsen

g-not_asked_to_confirm = Partene er ikke bedt om å bekrefte avtalen.
g-unconfirmed = { $owner } har ikke bekreftet avtalen.

b-agreement = Avtalen
b-agreement_text = Les hele teksten
b-ask_confirmation = Be om bekreftelse
b-unlock = Lås opp
b-unlock-now = Ja, lås opp
b-nominate = Velg hvem som bekrefter
b-nominate-self = Jeg bekrefter
b-invite-signatory = Inviter den som bekrefter
b-confirm = Les og bekreft
b-confirm-for = Bekreft for { $party }
b-refuse = Bekrefter ikke
b-paper = Registrer papiravtale
b-register-paper = Registrer for { $party }

c-agreement = avtale | avtalen | vis avtalen | vis avtale | se avtalen
c-ask_confirmation = be om bekreftelse | be om bekreftelser | lås avtalen
c-unlock = lås opp | lås opp avtalen | åpne avtalen
c-nominate = bekrefter er | velg hvem som bekrefter | hvem bekrefter
c-confirm = bekreft | bekreft avtalen | les og bekreft
c-refuse = bekrefter ikke | vi bekrefter ikke | avslå avtalen
c-paper = registrer papiravtale | papiravtale | avtale på papir
c-signatory = den som bekrefter | en som bekrefter
e-paper_code = Koden er en annen enn avtalens. Da er det en annen tekst som er undertegnet.
c-agreement_text = les avtalen | les hele avtalen | les avtaleteksten
notice-agreement-lacks = Bekreftelse mangler fra { $parties }.

d-agreement-confirmations = Hvem som har bekreftet
d-agreement-not-part = Denne siden og de neste er ikke en del av avtaleteksten, og kan endres uten at teksten blir en annen.
d-agreement-contacts = Kontaktpersoner
d-sign = Undertegning på papir
d-sign-how = Brukes bare av parter som ikke bekrefter elektronisk. Versjonskoden nederst på hver side viser hvilken tekst det gjelder.
d-sign-name = Navn
d-sign-role = Rolle
d-sign-date = Dato
d-sign-signature = Underskrift

card-agreement-file = avtale-{ $code }.{ $suffix }
card-agreement-offer = Avtalen { $code }, med plass til å undertegne på papir.
b-agreement_pdf = Avtalen som PDF
b-agreement_docx = Avtalen i Word
c-agreement_pdf = avtalen som pdf | avtale som pdf | avtalen på papir
c-agreement_docx = avtalen som word | avtalen i word
