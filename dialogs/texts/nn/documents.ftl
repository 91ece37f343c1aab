### Dokumenta: ord som berre står i PDF og Word.

d-draft = UTKAST
d-draft-note = Dette er eit utkast, slik det var { $at }. Det er ikkje sendt, og det kan bli endra.
d-kicker = Søknad om rekrutterings- og samhandlingstilskot
d-page = side
d-of = av
d-applied = Søknadsbeløp
d-total = Kostnader i alt
d-own = Eigeninnsats
d-stated = Det som står om semje her, er opplyst av søkjaren og ikkje stadfesta av parten.
d-costs = Kostnader
d-financing = Finansiering
d-cost = Kva
d-party = Part
d-year = År
d-amount = Beløp
d-sort = Slag
d-sum = Sum
d-shift-higher = Høgare kostnader
d-shift-saves = Innsparing
d-shift-gap = Skilnad
d-shift-granted = Blir dekt av tilskotet
d-shift-left = Att å dekkje
d-sort-applied = Søknadsbeløp
d-sort-own_money = Eigne pengar
d-sort-own_value = Eigeninnsats med verdi
d-sort-other = Anna finansiering

d-form-title = Søknadsskjema: rekrutterings- og samhandlingstilskot
d-form-intro = Skjemaet har dei same spørsmåla som Tilskuddshjelpen. Fyll ut det de kan; nokre spørsmål gjeld ikkje alle.
d-form-persons = { -no-person }
d-form-question = Spørsmål
d-form-answer = Svar
d-form-hint = Skriv her
d-form-hospital = helseføretak { $number }
d-form-municipality = kommune { $number }
d-substituted = Nokre teikn kunne ikkje visast i PDF-en og er bytte ut. Teksten er uendra i datafila.
