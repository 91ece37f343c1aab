### Feil ved eit felt: éi setning som seier kva som skal til.

e-empty = Dette må fyllast ut.
e-unconfirmed = Dette er ikkje stadfesta enno. Lagre på nytt, eller rett det.
e-not_meant = Skriv det slik det skal vere.
e-identity_number = Eg har teke ut eit fødselsnummer. Sjå over teksten og lagre på nytt.
e-eleven_digits = Eg har skjult elleve siffer. Sjå over teksten og lagre på nytt.
e-control_characters = Teksten hadde usynlege styreteikn. Eg har teke dei ut; sjå over teksten og lagre på nytt.
e-too_long = Teksten er på { $length } teikn. Det er plass til { $maximum }. Eg har teke vare på alt du skreiv; kort det ned.
e-choose_one = Det er ikkje blant alternativa. Vel eitt av dei, eller skriv namnet eller nummeret.
e-choose_some = Det er ikkje blant alternativa. Vel eitt eller fleire, eller skriv namn eller nummer.
e-choose_alone = Dette alternativet kan du ikkje velje saman med andre.
e-municipality = Eg kjenner ikkje igjen alle kommunane. Skriv namna slik kommunane heiter no, med komma mellom.
e-municipality_rest = Eg forstod berre nokre av kommunane. Skriv resten på nytt.
e-email = Skriv ei e-postadresse, til dømes kari@example.no.
e-phone = Skriv eit telefonnummer med fem til femten siffer.
e-years_differ = Du skreiv { $said } år, men perioden går over { $years }. Skriv beløpet for kvart år.
e-amount_not_a_number = Skriv beløpet i kroner, til dømes 250 000 eller 1,2 mill.
e-amount_one_amount = Skriv eitt beløp, til dømes 300 000.
e-amount_negative = Beløpet kan ikkje vere mindre enn null.
e-amount_too_large = Beløpet er for stort. Skriv det i heile kroner.
e-amount_too_precise = Skriv beløpet i heile kroner, utan øre.
e-amount_foreign_digits = Skriv beløpet med siffera 0–9.
e-amount_too_long = Skriv berre beløpet, til dømes 300 000.
e-hours_not_a_number = Skriv talet på timar, til dømes 120.
e-hours_one_amount = Skriv eitt timetal, til dømes 120.
e-hours_negative = Timetalet kan ikkje vere mindre enn null.
e-hours_too_large = Timetalet er for stort.
e-hours_too_precise = Skriv heile eller halve timar.
e-hours_foreign_digits = Skriv timane med siffera 0–9.
e-hours_too_long = Skriv berre timetalet, til dømes 120.
e-full_time_not_a_number = Skriv årsverk som tal eller prosent, til dømes 0,5 eller 50 %.
e-full_time_one_amount = Skriv eitt tal for årsverk, til dømes 0,5.
e-full_time_negative = Årsverk kan ikkje vere mindre enn null.
e-full_time_too_large = Talet på årsverk er for stort.
e-full_time_too_precise = Skriv årsverk med høgst tre desimalar.
e-full_time_foreign_digits = Skriv årsverk med siffera 0–9.
e-full_time_how_large = Kor stor er stillinga? Skriv til dømes 0,5 årsverk eller 50 %.
e-full_time_too_long = Skriv berre årsverka, til dømes 0,5.
e-period_not_a_date = Skriv frå og til, til dømes «1.1.2027 – 31.12.2027», «januar 2027 – juni 2028» eller «2027».
e-period_need_dates = Skriv perioden med månad eller dato, til dømes «august 2027 – desember 2027».
e-period_order = Slutten kjem før starten. Skriv frå først og til sist.
e-period_no_such_date = Den datoen finst ikkje.
e-period_foreign_digits = Skriv datoane med siffera 0–9.
e-period_too_long = Perioden kan vere høgst ti år.
e-period_year_out_of_range = Årstalet må vere mellom 2000 og 2100.
e-date_not_a_date = Skriv ein dato, til dømes 15.11.2026.
e-date_need_dates = Skriv ein dato, til dømes 15.11.2026.
e-date_foreign_digits = Skriv datoen med siffera 0–9.
e-date_order = Skriv éin dato, til dømes 15.11.2026.
e-date_too_long = Skriv éin dato, til dømes 15.11.2026.
e-date_no_such_date = Den datoen finst ikkje.
e-date_year_out_of_range = Årstalet må vere mellom 2000 og 2100.

## Hol og motseiingar i oppsummeringa

g-missing = Manglar: { $field }
g-wrong = Må rettast: { $field }
g-money_lacking = { $year ->
    [0] Finansieringa er mindre enn kostnadene: { $amount } manglar.
   *[other] I { $yeartext } er finansieringa mindre enn kostnadene: { $amount } manglar.
}
g-money_over = { $year ->
    [0] Finansieringa er større enn kostnadene: { $amount } for mykje.
   *[other] I { $yeartext } er finansieringa større enn kostnadene: { $amount } for mykje.
}
g-year_outside = Ein kostnad står i { $yeartext }, som er utanfor perioden.
g-same_party = Same part kan ikkje både få auka kostnader og spare.
g-nothing_applied = De har ikkje søkt om noko beløp.
