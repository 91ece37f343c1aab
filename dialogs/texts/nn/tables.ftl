### Tabellar som blir limte inn: kva kolonnar heiter, og det boten seier om det han las.

## Det som vart lese

card-table-read = { $count ->
    [one] Eg las éin kostnad, på { $amount }
   *[other] Eg las { $count } kostnader, i alt { $amount }
}
card-table-answers = { $count ->
    [one] Eg las eitt svar
   *[other] Eg las { $count } svar
}
card-table-proposed = blir eit forslag til { $party }
card-table-stored = no: { $stored }
card-table-more = Det eg las, side { $page }
card-table-no-name = utan namn
card-table-line = Linje { $number }: { $problem }
card-table-unsure = Du skreiv { $raw }. Sjå etter at beløpet er rett lese.
card-table-thousands = Tabellen seier at beløpa står i tusen kroner. Her står dei i heile kroner.
card-table-small = Ingen av beløpa når 10 000 kroner. Var dei i tusen kroner, så rett tabellen før du tek han inn.
card-table-sum = Summen i tabellen er { $said }, men linjene eg las, blir { $read }.
card-table-left-out = Dette er ikkje med:
card-table-row = Rad { $row }, { $why }: { $text }
card-table-why-sum = ein sum
card-table-why-title = over tabellen
card-table-why-no_amount = utan beløp
card-table-why-financing = finansiering, ikkje ein kostnad
card-table-why-which_year = utan år, og perioden går over fleire
card-table-why-no_such_party = ukjend part
card-table-why-twice = står der to gonger
card-table-why-year_outside = i eit år utanfor perioden
card-table-why-too_many = det er ikkje plass til fleire
card-table-columns = Kolonnar eg ikkje bruker: { $names }
card-table-whose = Kven har kostnadene der tabellen ikkje seier det? (valfritt)
card-table-when = Kva år gjeld kostnadene der tabellen ikkje seier det? (valfritt)
card-table-take = Skal dette takast inn i budsjettet?
card-table-add-or-replace = { $count ->
    [one] Det står éin kostnad frå før. Skal desse leggjast til, eller skal dei stå i staden for han?
   *[other] Det står { $count } kostnader frå før. Skal desse leggjast til, eller skal dei stå i staden for dei?
}
card-table-theirs-stay = Kostnader som ein annan part sjølv har gitt opp, blir ståande uansett.
card-table-correct = Rett tabellen her, eller lim han inn på nytt i samtalen.
card-table-correct-label = Tabellen, med semikolon mellom kolonnane
card-table-paste-again = Tabellen er for lang til å rettast her. Rett han der du har han, og lim han inn på nytt.

m-table-taken = { $count ->
    [one] Kostnaden er teken inn. Du kan endre eller fjerne han som elles.
   *[other] { $count } kostnader er tekne inn. Du kan endre eller fjerne dei éin for éin.
}
m-table-answers-taken = { $count ->
    [one] Svaret er teke inn. Du kan endre det som elles.
   *[other] { $count } svar er tekne inn. Du kan endre dei eitt for eitt.
}
m-table-not-taken = Greitt, ingenting er teke inn. Tabellen står ved sida av utkastet.
m-table-stands = Alt i denne tabellen står i budsjettet frå før. Ingenting er endra.
m-table-add-or-replace = Det står kostnader frå før. Sei om desse skal leggjast til, eller om dei skal stå i staden for dei:
m-table-changed = Kostnadene er endra sidan du såg dette. Sjå over på nytt:
m-table-no_amounts = Eg fann ingen beløp i tabellen. Lim han inn på nytt med overskriftene Kva, Part, År og Beløp over kolonnane. Det du limte inn, står ved sida av utkastet.
m-table-which_amount = Det er fleire kolonnar med tal, og eg veit ikkje kva for ein som er beløpet. Lim inn på nytt med overskriftene Kva, Part, År og Beløp over kolonnane. Det du limte inn, står ved sida av utkastet.
m-table-no_what = Eg ser ikkje kva beløpa gjeld. Lim inn på nytt med overskriftene Kva, Part, År og Beløp over kolonnane. Det du limte inn, står ved sida av utkastet.

b-take_in = Ta det inn
b-add_lines = Legg til
b-replace_lines = Byt ut dei som står
b-correct_table = Rett tabellen
b-leave_table = Ikkje ta inn

## Det folk skriv: fleire måtar skilde med |

c-add-lines = legg til | legg dei til | legg til desse | leggje til
c-replace-lines = byt ut | byt dei ut | erstatt | i staden for
c-correct-table = rett | rett opp | rette
c-the-hospital = sjukehuset | sjukehus | helseføretaket | helseføretak | føretaket | hf
c-the-municipality = kommunen | kommune
c-column-what = kva | kostnad | kostnader | utgift | utgifter | post | postar | budsjettpost | kostnadspost | kostnadsart | kostnadstype | skildring | tekst | føremål | aktivitet | tiltak | namn | stilling | kva kostnaden gjeld | kommentar | merknad | merknader
c-column-party = part | partar | kven | kostnadsberar | ansvarleg | eining | organisasjon | verksemd | søkjar | kven som har kostnaden | ber kostnaden
c-column-year = år | budsjettår | årstal | år for kostnaden
c-column-amount = beløp | sum i kroner | pris | kostnad kr | budsjett | kroner | totalbeløp | budsjettert | årskostnad | kostnadsramme
c-column-sum = sum | total | totalt | i alt | sum kostnader | til saman | delsum | totalsum | sum totalt | sum alle år
c-row-financing = finansiering | inntekt | inntekter | anna finansiering | sum finansiering
c-column-aside = nr | tal | timepris | einingspris | stykkpris | linje | kjelde | konto
c-column-own_money = eigne pengar | eigenfinansiering | eigendel | eigne midlar | eigeninnsats i kroner | eigeninnsats
c-column-own_full_time = årsverk | stillingsprosent
c-column-own_full_time_nok = verdi av årsverka | verdi av årsverk | årsverk i kroner
c-column-own_hours = timar | timeverk | talet på timar
c-column-own_hours_nok = verdi av timane | verdi av timar | timar i kroner
c-column-applied = søknadsbeløp | søkt | søkt beløp | omsøkt | omsøkt beløp | søknadssum | søkjer om | tilskot
