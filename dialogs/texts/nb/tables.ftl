### Tabeller som limes inn: hva kolonner heter, og det boten sier om det den leste.

## Det som ble lest

card-table-read = { $count ->
    [one] Jeg leste én kostnad, på { $amount }
   *[other] Jeg leste { $count } kostnader, i alt { $amount }
}
card-table-answers = { $count ->
    [one] Jeg leste ett svar
   *[other] Jeg leste { $count } svar
}
card-table-proposed = blir et forslag til { $party }
card-table-stored = nå: { $stored }
card-table-more = Det jeg leste, side { $page }
card-table-no-name = uten navn
card-table-line = Linje { $number }: { $problem }
card-table-unsure = Du skrev { $raw }. Se etter at beløpet er riktig lest.
card-table-thousands = Tabellen sier at beløpene står i tusen kroner. Her står de i hele kroner.
card-table-small = Ingen av beløpene når 10 000 kroner. Var de i tusen kroner, så rett tabellen før du tar den inn.
card-table-sum = Summen i tabellen er { $said }, men linjene jeg leste, blir { $read }.
card-table-left-out = Dette er ikke med:
card-table-row = Rad { $row }, { $why }: { $text }
card-table-why-sum = en sum
card-table-why-title = over tabellen
card-table-why-no_amount = uten beløp
card-table-why-financing = finansiering, ikke en kostnad
card-table-why-which_year = uten år, og perioden går over flere
card-table-why-no_such_party = ukjent part
card-table-why-twice = står der to ganger
card-table-why-year_outside = i et år utenfor perioden
card-table-why-too_many = det er ikke plass til flere
card-table-columns = Kolonner jeg ikke bruker: { $names }
card-table-whose = Hvem har kostnadene der tabellen ikke sier det? (valgfritt)
card-table-when = Hvilket år gjelder kostnadene der tabellen ikke sier det? (valgfritt)
card-table-take = Skal dette tas inn i budsjettet?
card-table-add-or-replace = { $count ->
    [one] Det står én kostnad fra før. Skal disse legges til, eller skal de stå i stedet for den?
   *[other] Det står { $count } kostnader fra før. Skal disse legges til, eller skal de stå i stedet for dem?
}
card-table-theirs-stay = Kostnader som en annen part selv har oppgitt, blir stående uansett.
card-table-correct = Rett tabellen her, eller lim den inn på nytt i samtalen.
card-table-correct-label = Tabellen, med semikolon mellom kolonnene
card-table-paste-again = Tabellen er for lang til å rettes her. Rett den der du har den, og lim den inn på nytt.

m-table-taken = { $count ->
    [one] Kostnaden er tatt inn. Du kan endre eller fjerne den som ellers.
   *[other] { $count } kostnader er tatt inn. Du kan endre eller fjerne dem én for én.
}
m-table-answers-taken = { $count ->
    [one] Svaret er tatt inn. Du kan endre det som ellers.
   *[other] { $count } svar er tatt inn. Du kan endre dem ett for ett.
}
m-table-not-taken = Greit, ingenting er tatt inn. Tabellen står ved siden av utkastet.
m-table-stands = Alt i denne tabellen står i budsjettet fra før. Ingenting er endret.
m-table-add-or-replace = Det står kostnader fra før. Si om disse skal legges til, eller om de skal stå i stedet for dem:
m-table-changed = Kostnadene er endret siden du så dette. Se over på nytt:
m-table-no_amounts = Jeg fant ingen beløp i tabellen. Lim den inn på nytt med overskriftene Hva, Part, År og Beløp over kolonnene. Det du limte inn, står ved siden av utkastet.
m-table-which_amount = Det er flere kolonner med tall, og jeg vet ikke hvilken som er beløpet. Lim inn på nytt med overskriftene Hva, Part, År og Beløp over kolonnene. Det du limte inn, står ved siden av utkastet.
m-table-no_what = Jeg ser ikke hva beløpene gjelder. Lim inn på nytt med overskriftene Hva, Part, År og Beløp over kolonnene. Det du limte inn, står ved siden av utkastet.

b-take_in = Ta det inn
b-add_lines = Legg til
b-replace_lines = Bytt ut dem som står
b-correct_table = Rett tabellen
b-leave_table = Ikke ta inn

## Det folk skriver: flere måter skilt med |

c-add-lines = legg til | legg dem til | legg til disse | legge til
c-replace-lines = bytt ut | bytt dem ut | erstatt | i stedet for
c-correct-table = rett | rett opp | rette
c-the-hospital = sykehuset | sykehus | helseforetaket | helseforetak | foretaket | hf
c-the-municipality = kommunen | kommune
c-column-what = hva | kostnad | kostnader | utgift | utgifter | post | poster | budsjettpost | kostnadspost | kostnadsart | kostnadstype | beskrivelse | tekst | formål | aktivitet | tiltak | navn | stilling | hva kostnaden gjelder | kommentar | merknad | merknader
c-column-party = part | parter | hvem | kostnadsbærer | ansvarlig | enhet | organisasjon | virksomhet | søker | hvem som har kostnaden | bærer kostnaden
c-column-year = år | budsjettår | årstall | år for kostnaden
c-column-amount = beløp | kostnad i kroner | pris | kostnad kr | budsjett | kroner | totalbeløp | budsjettert | årskostnad | kostnadsramme
c-column-sum = sum | total | totalt | i alt | sum kostnader | til sammen | delsum | totalsum | sum totalt | sum alle år
c-row-financing = finansiering | inntekt | inntekter | annen finansiering | sum finansiering
c-column-aside = nr | antall | timepris | enhetspris | stykkpris | linje | kilde | konto
c-column-own_money = egne penger | egenfinansiering | egenandel | egne midler | egeninnsats i kroner | egeninnsats
c-column-own_full_time = årsverk | stillingsprosent | stillingsandel
c-column-own_full_time_nok = verdi av årsverkene | verdi av årsverk | årsverk i kroner
c-column-own_hours = timer | timeverk | antall timer
c-column-own_hours_nok = verdi av timene | verdi av timer | timer i kroner
c-column-applied = søknadsbeløp | søkt | søkt beløp | omsøkt | omsøkt beløp | søknadssum | søker om | tilskudd
