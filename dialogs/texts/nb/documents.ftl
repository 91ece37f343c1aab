### Dokumentene: ord som bare står i PDF og Word.

d-draft = UTKAST
d-draft-note = Dette er et utkast, slik det var { $at }. Det er ikke sendt, og det kan bli endret.
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
d-shift-higher = Høyere kostnader
d-shift-saves = Innsparing
d-shift-gap = Forskjell
d-shift-granted = Dekkes av tilskuddet
d-shift-left = Igjen å dekke
d-sort-applied = Søknadsbeløp
d-sort-own_money = Egne penger
d-sort-own_value = Egeninnsats med verdi
d-sort-other = Annen finansiering

d-form-title = Søknadsskjema: rekrutterings- og samhandlingstilskudd
d-form-intro = Skjemaet har de samme spørsmålene som Tilskuddshjelpen. Fyll ut det dere kan; noen spørsmål gjelder ikke alle.
d-form-persons = { -no-person }
d-form-question = Spørsmål
d-form-answer = Svar
d-form-hint = Skriv her
d-form-hospital = helseforetak { $number }
d-form-municipality = kommune { $number }
d-substituted = Noen tegn kunne ikke vises i PDF-en og er byttet ut. Teksten er uendret i datafilen.
