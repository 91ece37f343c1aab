### Feil ved et felt: én setning som sier hva som skal til.

e-empty = Dette må fylles ut.
e-unconfirmed = Dette er ikke bekreftet ennå. Lagre på nytt, eller rett det.
e-not_meant = Skriv det slik det skal være.
e-identity_number = Jeg har tatt ut et fødselsnummer. Se over teksten og lagre på nytt.
e-eleven_digits = Jeg har skjult elleve siffer. Se over teksten og lagre på nytt.
e-control_characters = Teksten hadde usynlige styretegn. Jeg har tatt dem ut; se over teksten og lagre på nytt.
e-too_long = Teksten er på { $length } tegn. Det er plass til { $maximum }. Jeg har tatt vare på alt du skrev; kort det ned.
e-choose_one = Det er ikke blant alternativene. Velg ett av dem, eller skriv navnet eller nummeret.
e-choose_some = Det er ikke blant alternativene. Velg ett eller flere, eller skriv navn eller nummer.
e-choose_alone = Dette alternativet kan du ikke velge sammen med andre.
e-municipality = Jeg kjenner ikke igjen alle kommunene. Skriv navnene slik kommunene heter nå, med komma mellom.
e-municipality_rest = Jeg forsto bare noen av kommunene. Skriv resten på nytt.
e-email = Skriv en e-postadresse, for eksempel kari@example.no.
e-phone = Skriv et telefonnummer med fem til femten siffer.
e-years_differ = Du skrev { $said } år, men perioden går over { $years }. Skriv beløpet for hvert år.
e-amount_not_a_number = Skriv beløpet i kroner, for eksempel 250 000 eller 1,2 mill.
e-amount_one_amount = Skriv ett beløp, for eksempel 300 000.
e-amount_negative = Beløpet kan ikke være mindre enn null.
e-amount_too_large = Beløpet er for stort. Skriv det i hele kroner.
e-amount_too_precise = Skriv beløpet i hele kroner, uten øre.
e-amount_foreign_digits = Skriv beløpet med sifrene 0–9.
e-amount_too_long = Skriv bare beløpet, for eksempel 300 000.
e-hours_not_a_number = Skriv antall timer, for eksempel 120.
e-hours_one_amount = Skriv ett timetall, for eksempel 120.
e-hours_negative = Timetallet kan ikke være mindre enn null.
e-hours_too_large = Timetallet er for stort.
e-hours_too_precise = Skriv hele eller halve timer.
e-hours_foreign_digits = Skriv timene med sifrene 0–9.
e-hours_too_long = Skriv bare timetallet, for eksempel 120.
e-full_time_not_a_number = Skriv årsverk som tall eller prosent, for eksempel 0,5 eller 50 %.
e-full_time_one_amount = Skriv ett tall for årsverk, for eksempel 0,5.
e-full_time_negative = Årsverk kan ikke være mindre enn null.
e-full_time_too_large = Tallet på årsverk er for stort.
e-full_time_too_precise = Skriv årsverk med høyst tre desimaler.
e-full_time_foreign_digits = Skriv årsverk med sifrene 0–9.
e-full_time_how_large = Hvor stor er stillingen? Skriv for eksempel 0,5 årsverk eller 50 %.
e-full_time_too_long = Skriv bare årsverkene, for eksempel 0,5.
e-period_not_a_date = Skriv fra og til, for eksempel «1.1.2027 – 31.12.2027», «januar 2027 – juni 2028» eller «2027».
e-period_need_dates = Skriv perioden med måned eller dato, for eksempel «august 2027 – desember 2027».
e-period_order = Slutten kommer før starten. Skriv fra først og til sist.
e-period_no_such_date = Den datoen finnes ikke.
e-period_foreign_digits = Skriv datoene med sifrene 0–9.
e-period_too_long = Perioden kan være høyst ti år.
e-period_year_out_of_range = Årstallet må være mellom 2000 og 2100.
e-date_not_a_date = Skriv en dato, for eksempel 15.11.2026.
e-date_need_dates = Skriv en dato, for eksempel 15.11.2026.
e-date_foreign_digits = Skriv datoen med sifrene 0–9.
e-date_order = Skriv én dato, for eksempel 15.11.2026.
e-date_too_long = Skriv én dato, for eksempel 15.11.2026.
e-date_no_such_date = Den datoen finnes ikke.
e-date_year_out_of_range = Årstallet må være mellom 2000 og 2100.

## Hull og motsigelser i oppsummeringen

g-missing = Mangler: { $field }
g-wrong = Må rettes: { $field }
g-money_lacking = { $year ->
    [0] Finansieringen er mindre enn kostnadene: { $amount } mangler.
   *[other] I { $yeartext } er finansieringen mindre enn kostnadene: { $amount } mangler.
}
g-money_over = { $year ->
    [0] Finansieringen er større enn kostnadene: { $amount } for mye.
   *[other] I { $yeartext } er finansieringen større enn kostnadene: { $amount } for mye.
}
g-year_outside = En kostnad står i { $yeartext }, som er utenfor perioden.
g-same_party = Samme part kan ikke både få økte kostnader og spare.
g-nothing_applied = Dere har ikke søkt om noe beløp.
