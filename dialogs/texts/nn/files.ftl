### Filer som blir sende i samtalen: det boten seier om dei, og dei tomme filene han gir.

m-file-too_large = Fila er større enn 2 MB, så eg les henne ikkje. Ta bort bilete og anna som ikkje trengst, og send henne på nytt.
m-file-unpacked = Fila blir for stor når ho blir pakka ut, så eg les henne ikkje. Kopier innhaldet over i ei ny fil, og send henne.
m-file-damaged = Fila er skadd, eller ho er ikkje slik Excel og Word lagar dei. Lagre henne på nytt i Excel eller Word, og send henne.
m-file-encrypted = Fila er låst med passord, så eg kan ikkje lese henne. Ta bort passordet, og send henne på nytt.
m-file-old_format = Fila er i eit eldre format. Lagre henne som .xlsx eller .docx, og send henne på nytt.
m-file-other_kind = Eg les berre filer frå Excel (.xlsx) og mitt eige skjema i Word (.docx). Vedlegg sender du til sekretariatet på vanleg måte.
m-file-macros = Fila har makroar, så eg les henne ikkje. Lagre henne utan makroar, som .xlsx eller .docx, og send henne på nytt.
m-file-external = Fila hentar noko frå andre filer eller frå nettet, så eg les henne ikkje. Kopier tala over i ei ny fil som verdiar, og send henne.
m-file-entities = Fila har kodar som ikkje høyrer heime i ei vanleg fil, så eg les henne ikkje. Kopier innhaldet over i ei ny fil, og send henne.
m-file-too_many_cells = Arket har fleire enn 500 rader eller 30 kolonnar. Send ei fil med berre tabellen.
m-file-too_much_text = Det står for mykje tekst i fila. Send ei fil med berre tabellen eller skjemaet.
m-file-no_cells = Det står ingenting i fila.
m-file-not_our_form = Dette dokumentet er ikkje skjemaet mitt. Last ned skjemaet, fyll det ut og send det, eller lim inn tabellen her i samtalen.
m-file-too_heavy = Fila er for tung å lese, så eg gav opp. Kopier innhaldet over i ei ny fil, og send henne.
m-file-not_fetched = Eg fekk ikkje henta fila. Send henne på nytt, eller lim inn tabellen her i samtalen.
m-file-several = Send éi fil om gongen. Eg har ikkje lese nokon av dei.
m-file-busy = Eg les fleire filer akkurat no. Send fila på nytt om litt.

m-file-no_amounts = Eg fann ingen tabell med beløp i fila. Ha overskriftene Kva, Part, År og Beløp over kolonnane, eller bruk budsjettmalen.
m-file-which_amount = Det er fleire kolonnar med tal, og eg veit ikkje kva for ein som er beløpet. Ha overskriftene Kva, Part, År og Beløp over kolonnane, eller bruk budsjettmalen.
m-file-no_what = Eg ser ikkje kva beløpa gjeld. Ha overskriftene Kva, Part, År og Beløp over kolonnane, eller bruk budsjettmalen.
m-file-stands = Det står ingenting i fila som ikkje står i søknaden frå før. Ingenting er endra.
m-file-fits_nowhere = Eg fann ingenting i fila som passar inn i søknaden. Det eg las, står ved sida av utkastet.
m-file-text = Teksten du skreiv saman med fila, står ved sida av utkastet.
m-file-not-taken = Greitt, ingenting er teke inn. Rett fila og send henne på nytt når du vil.
m-file-taken = { $lines ->
    [one] Éin kostnad
   *[other] { $lines } kostnader
} og { $answers ->
    [one] eitt svar
   *[other] { $answers } svar
} er tekne inn. Du kan endre dei eitt for eitt.

card-file-take = Skal dette takast inn i søknaden?
card-file-sheets = Ark eg ikkje bruker: { $names }
card-file-twice = Arket { $name } seier noko anna om det same enn eit ark før det, og er ikkje brukt der.
card-which-sheets = Det er kostnader i fleire ark. Kva for nokre skal eg lese?
card-sheet-costs = { $count ->
    [one] Éin kostnad, på { $amount }
   *[other] { $count } kostnader, i alt { $amount }
}
card-sheets-then = Eg viser deg linjene før noko blir teke inn.
b-all_sheets = Alle arka
c-all-sheets = alle | alle arka | begge | begge arka | les alle
card-file-place = I skjemaet, { $why }: { $text }
e-each_year = Tiltaket går over fleire år. Skriv beløpet for kvart år.
card-table-why-not_read = ikkje forstått, og svaret som står, blir ståande
card-table-why-only_typed = dette les eg berre når du skriv det i samtalen
card-table-why-not_asked = det spør søknaden ikkje om

## Dei tomme filene

b-budget_file = Budsjettmal som Excel
c-budget_file = budsjettmal | budsjettmalen | budsjettmal som excel | mal for budsjett | mal for budsjettet | excel | excel-mal | budsjett som excel | last ned budsjettmal | last ned budsjettmalen
card-budget-file = budsjett-rekrutterings-og-samhandlingstilskot.xlsx
card-budget-offer = Tabellar for budsjettet som Excel. Fyll dei ut og send fila tilbake her i samtalen.
d-shares = Det partane bidrar med
