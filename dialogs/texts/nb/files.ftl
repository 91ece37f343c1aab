### Filer som sendes i samtalen: det boten sier om dem, og de tomme filene den gir.

m-file-too_large = Filen er større enn 2 MB, så jeg leser den ikke. Ta bort bilder og annet som ikke trengs, og send den på nytt.
m-file-unpacked = Filen blir for stor når den pakkes ut, så jeg leser den ikke. Kopier innholdet over i en ny fil, og send den.
m-file-damaged = Filen er skadet, eller den er ikke slik Excel og Word lager dem. Lagre den på nytt i Excel eller Word, og send den.
m-file-encrypted = Filen er låst med passord, så jeg kan ikke lese den. Ta bort passordet, og send den på nytt.
m-file-old_format = Filen er i et eldre format. Lagre den som .xlsx eller .docx, og send den på nytt.
m-file-other_kind = Jeg leser bare filer fra Excel (.xlsx) og mitt eget skjema i Word (.docx). Vedlegg sender du til sekretariatet på vanlig måte.
m-file-macros = Filen har makroer, så jeg leser den ikke. Lagre den uten makroer, som .xlsx eller .docx, og send den på nytt.
m-file-external = Filen henter noe fra andre filer eller fra nettet, så jeg leser den ikke. Kopier tallene over i en ny fil som verdier, og send den.
m-file-entities = Filen har koder som ikke hører hjemme i en vanlig fil, så jeg leser den ikke. Kopier innholdet over i en ny fil, og send den.
m-file-too_many_cells = Arket har flere enn 500 rader eller 30 kolonner. Send en fil med bare tabellen.
m-file-too_much_text = Det står for mye tekst i filen. Send en fil med bare tabellen eller skjemaet.
m-file-no_cells = Det står ingenting i filen.
m-file-not_our_form = Dette dokumentet er ikke skjemaet mitt. Last ned skjemaet, fyll det ut og send det, eller lim inn tabellen her i samtalen.
m-file-too_heavy = Filen er for tung å lese, så jeg ga opp. Kopier innholdet over i en ny fil, og send den.
m-file-not_fetched = Jeg fikk ikke hentet filen. Send den på nytt, eller lim inn tabellen her i samtalen.
m-file-several = Send én fil om gangen. Jeg har ikke lest noen av dem.
m-file-busy = Jeg leser flere filer akkurat nå. Send filen på nytt om litt.

m-file-no_amounts = Jeg fant ingen tabell med beløp i filen. Ha overskriftene Hva, Part, År og Beløp over kolonnene, eller bruk budsjettmalen.
m-file-which_amount = Det er flere kolonner med tall, og jeg vet ikke hvilken som er beløpet. Ha overskriftene Hva, Part, År og Beløp over kolonnene, eller bruk budsjettmalen.
m-file-no_what = Jeg ser ikke hva beløpene gjelder. Ha overskriftene Hva, Part, År og Beløp over kolonnene, eller bruk budsjettmalen.
m-file-stands = Det står ingenting i filen som ikke står i søknaden fra før. Ingenting er endret.
m-file-fits_nowhere = Jeg fant ingenting i filen som passer inn i søknaden. Det jeg leste, står ved siden av utkastet.
m-file-text = Teksten du skrev sammen med filen, står ved siden av utkastet.
m-file-not-taken = Greit, ingenting er tatt inn. Rett filen og send den på nytt når du vil.
m-file-taken = { $lines ->
    [one] Én kostnad
   *[other] { $lines } kostnader
} og { $answers ->
    [one] ett svar
   *[other] { $answers } svar
} er tatt inn. Du kan endre dem ett for ett.

card-file-take = Skal dette tas inn i søknaden?
card-file-sheets = Ark jeg ikke bruker: { $names }
card-file-twice = Arket { $name } sier noe annet om det samme enn et ark før det, og er ikke brukt der.
card-which-sheets = Det er kostnader i flere ark. Hvilke skal jeg lese?
card-sheet-costs = { $count ->
    [one] Én kostnad, på { $amount }
   *[other] { $count } kostnader, i alt { $amount }
}
card-sheets-then = Jeg viser deg linjene før noe tas inn.
b-all_sheets = Alle arkene
c-all-sheets = alle | alle arkene | begge | begge arkene | les alle
card-file-place = I skjemaet, { $why }: { $text }
e-each_year = Tiltaket går over flere år. Skriv beløpet for hvert år.
card-table-why-not_read = ikke forstått, og svaret som står, blir stående
card-table-why-only_typed = dette leser jeg bare når du skriver det i samtalen
card-table-why-not_asked = det spør søknaden ikke om

## De tomme filene

b-budget_file = Budsjettmal som Excel
c-budget_file = budsjettmal | budsjettmalen | budsjettmal som excel | mal for budsjett | mal for budsjettet | excel | excel-mal | budsjett som excel | last ned budsjettmal | last ned budsjettmalen
card-budget-file = budsjett-rekrutterings-og-samhandlingstilskudd.xlsx
card-budget-offer = Tabeller for budsjettet som Excel. Fyll dem ut og send filen tilbake her i samtalen.
d-shares = Det partene bidrar med
