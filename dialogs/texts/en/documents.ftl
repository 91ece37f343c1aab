### The documents: words that stand only in PDF and Word.

d-draft = DRAFT
d-draft-note = This is a draft, as it was { $at }. It has not been sent, and it may change.
d-kicker = Application for the recruitment and collaboration grant
d-page = page
d-of = of
d-applied = Amount applied for
d-total = Costs in all
d-own = Own contribution
d-stated = What is said here about agreement is stated by the applicant and not confirmed by the party.
d-costs = Costs
d-financing = Funding
d-cost = What
d-party = Party
d-year = Year
d-amount = Amount
d-sort = Kind
d-sum = Sum
d-shift-higher = Higher costs
d-shift-saves = Savings
d-shift-gap = Difference
d-shift-granted = Covered by the grant
d-shift-left = Left to cover
d-sort-applied = Amount applied for
d-sort-own_money = Own money
d-sort-own_value = Own contribution with a value
d-sort-other = Other funding

d-form-title = Application form: recruitment and collaboration grant
d-form-intro = The form has the same questions as Tilskuddshjelpen. Fill in what you can; some questions do not apply to everyone.
d-form-persons = { -no-person }
d-form-question = Question
d-form-answer = Answer
d-form-hint = Write here
d-form-hospital = hospital trust { $number }
d-form-municipality = municipality { $number }
d-substituted = Some characters could not be shown in the PDF and have been replaced. The text is unchanged in the data file.
