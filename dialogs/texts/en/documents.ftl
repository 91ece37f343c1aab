### Dokumentene: ord som bare står i PDF og Word.

d-kicker = Søknad om rekrutterings- og samhandlingstilskudd
d-page = side
d-of = av
d-applied = Søknadsbeløp
d-total = Kostnader i alt
d-own = Egeninnsats
d-stated = Det som står om enighet her, er opplyst av søker og ikke bekreftet av parten.
d-costs = Kostnader
d-financing = Finansiering
d-cost = Hva
d-party = Part
d-year = År
d-amount = Beløp
d-sort = Slag
d-sum = Sum
d-sort-applied = Søknadsbeløp
d-sort-own_money = Egne penger
d-sort-own_value = Egeninnsats med verdi
d-sort-other = Annen finansiering

d-form-title = Application form: recruitment and collaboration grant
d-form-intro = The form holds the same questions as Tilskuddshjelpen. Fill in what you can; some questions do not apply to all.
d-form-persons = Do not write about individual people; for small groups write “few”.
d-form-question = Question
d-form-answer = Answer
d-form-hint = Write here
d-form-hospital = hospital trust { $number }
d-form-municipality = municipality { $number }
