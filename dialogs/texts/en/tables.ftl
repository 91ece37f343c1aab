### Tables that are pasted: what columns are called, and what the bot says of what it read.

## What was read

card-table-read = { $count ->
    [one] I read one cost, of { $amount }
   *[other] I read { $count } costs, { $amount } in all
}
card-table-answers = { $count ->
    [one] I read one answer
   *[other] I read { $count } answers
}
card-table-proposed = becomes a proposal to { $party }
card-table-stored = now: { $stored }
card-table-more = What I read, page { $page }
card-table-no-name = without a name
card-table-line = Line { $number }: { $problem }
card-table-unsure = You wrote { $raw }. Please check that the amount is read right.
card-table-thousands = The table says that its amounts are in thousands of kroner. Here they are in whole kroner.
card-table-small = None of the amounts reaches 10 000 kroner. If they were in thousands, correct the table before you take it in.
card-table-sum = The table's own sum is { $said }, but the lines I read come to { $read }.
card-table-left-out = This is left out:
card-table-row = Row { $row }, { $why }: { $text }
card-table-why-sum = a sum
card-table-why-title = above the table
card-table-why-no_amount = without an amount
card-table-why-financing = financing, not a cost
card-table-why-which_year = without a year, and the period spans several
card-table-why-no_such_party = unknown party
card-table-why-twice = stands there twice
card-table-why-year_outside = in a year outside the period
card-table-why-too_many = there is no room for more
card-table-columns = Columns I do not use: { $names }
card-table-whose = Who bears the costs where the table does not say? (optional)
card-table-when = In which year do the costs fall where the table does not say? (optional)
card-table-take = Shall this be taken into the budget?
card-table-add-or-replace = { $count ->
    [one] One cost stands there already. Shall these be added, or stand in its place?
   *[other] { $count } costs stand there already. Shall these be added, or stand in their place?
}
card-table-theirs-stay = Costs that another party has stated itself stay in any case.
card-table-correct = Correct the table here, or paste it into the chat anew.
card-table-correct-label = The table, with semicolons between the columns
card-table-paste-again = The table is too long to be corrected here. Correct it where you have it, and paste it anew.

m-table-taken = { $count ->
    [one] The cost is taken in. You can change or remove it like any other.
   *[other] { $count } costs are taken in. You can change or remove each of them.
}
m-table-answers-taken = { $count ->
    [one] The answer is taken in. You can change it like any other.
   *[other] { $count } answers are taken in. You can change each of them.
}
m-table-not-taken = All right, nothing is taken in. The table stands beside the draft.
m-table-stands = Everything in this table stands in the budget already. Nothing is changed.
m-table-add-or-replace = There are costs already. Say whether these shall be added, or stand in their place:
m-table-changed = The costs have changed since you saw this. Please look it over again:
m-table-no_amounts = I found no amounts in the table. Paste it anew with the headers What, Party, Year and Amount above the columns. What you pasted stands beside the draft.
m-table-which_amount = There are several columns of figures, and I do not know which is the amount. Paste it anew with the headers What, Party, Year and Amount above the columns. What you pasted stands beside the draft.
m-table-no_what = I cannot see what the amounts are for. Paste it anew with the headers What, Party, Year and Amount above the columns. What you pasted stands beside the draft.

b-take_in = Take it in
b-add_lines = Add
b-replace_lines = Replace what stands there
b-correct_table = Correct the table
b-leave_table = Leave it out

## What people type: several ways, separated by |

c-add-lines = add | add them | add these
c-replace-lines = replace | replace them | in their place
c-correct-table = correct | correct it | fix it
c-the-hospital = the hospital | hospital | the trust | the hospital trust
c-the-municipality = the municipality | municipality
c-column-what = what | cost | costs | expense | expenses | item | description | text | purpose | activity | measure | name | position | what the cost is for | comment | comments | note
c-column-party = party | parties | who | bearer | responsible | unit | organisation | applicant | who bears the cost
c-column-year = year | budget year | year of the cost
c-column-amount = amount | price | budget | kroner | total amount | amount in kroner | budgeted | cost in kroner
c-column-sum = sum | total | in all | total costs | subtotal | grand total | all years
c-row-financing = financing | income | other financing | total financing
c-column-aside = no | number | quantity | hourly rate | unit price | line | source | account
c-column-own_money = own money | own financing | own funds | own contribution in kroner | own contribution
c-column-own_full_time = full-time equivalents | fte | ftes
c-column-own_full_time_nok = value of the full-time equivalents | value of full-time equivalents | full-time equivalents in kroner
c-column-own_hours = hours | number of hours
c-column-own_hours_nok = value of the hours | value of hours | hours in kroner
c-column-applied = amount applied for | applied for | applied | grant
