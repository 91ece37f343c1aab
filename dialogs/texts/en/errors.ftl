### Errors at a field: one sentence that says what is needed.

e-empty = This must be filled in.
e-unconfirmed = This has not been confirmed yet. Save again, or correct it.
e-not_meant = Write it the way it should be.
e-identity_number = I have taken out a national identity number. Check the text and save again.
e-eleven_digits = I have hidden eleven digits. Check the text and save again.
e-control_characters = The text had invisible control characters. I have taken them out; check the text and save again.
e-too_long = The text has { $length } characters. There is room for { $maximum }. I have kept all you wrote; please shorten it.
e-choose_one = That is not among the options. Choose one of them, or write its name or number.
e-choose_some = That is not among the options. Choose one or more, or write their names or numbers.
e-choose_alone = This option cannot be chosen together with others.
e-municipality = I do not recognise all the municipalities. Write their present names, with commas between.
e-municipality_rest = I understood only some of the municipalities. Please write the rest again.
e-email = Write an email address, for example kari@example.no.
e-phone = Write a phone number of five to fifteen digits.
e-years_differ = You wrote { $said } years, but the period covers { $years }. Write the amount for each year.
e-amount_not_a_number = Write the amount in kroner, for example 250 000 or 1.2 million.
e-amount_one_amount = Write one amount, for example 300 000.
e-amount_negative = The amount cannot be less than zero.
e-amount_too_large = The amount is too large. Write it in whole kroner.
e-amount_too_precise = Write the amount in whole kroner, without øre.
e-amount_foreign_digits = Write the amount with the digits 0–9.
e-amount_too_long = Write the amount only, for example 300 000.
e-hours_not_a_number = Write the number of hours, for example 120.
e-hours_one_amount = Write one number of hours, for example 120.
e-hours_negative = The number of hours cannot be less than zero.
e-hours_too_large = The number of hours is too large.
e-hours_too_precise = Write whole or half hours.
e-hours_foreign_digits = Write the hours with the digits 0–9.
e-hours_too_long = Write the number of hours only, for example 120.
e-full_time_not_a_number = Write full-time equivalents as a number or per cent, for example 0.5 or 50 %.
e-full_time_one_amount = Write one number of full-time equivalents, for example 0.5.
e-full_time_negative = Full-time equivalents cannot be less than zero.
e-full_time_too_large = The number of full-time equivalents is too large.
e-full_time_too_precise = Write full-time equivalents with at most three decimals.
e-full_time_foreign_digits = Write full-time equivalents with the digits 0–9.
e-full_time_how_large = How large is the position? Write for example 0.5 FTE or 50 %.
e-full_time_too_long = Write the number of full-time equivalents only, for example 0.5.
e-period_not_a_date = Write from and to, for example “1.1.2027 – 31.12.2027”, “January 2027 – June 2028” or “2027”.
e-period_need_dates = Write the period with a month or a date, for example “August 2027 – December 2027”.
e-period_order = The end comes before the start. Write from first and to last.
e-period_no_such_date = That date does not exist.
e-period_foreign_digits = Write the dates with the digits 0–9.
e-period_too_long = The period can be at most ten years.
e-period_year_out_of_range = The year must be between 2000 and 2100.
e-date_not_a_date = Write a date, for example 15.11.2026.
e-date_need_dates = Write a date, for example 15.11.2026.
e-date_foreign_digits = Write the date with the digits 0–9.
e-date_order = Write one date, for example 15.11.2026.
e-date_too_long = Write one date, for example 15.11.2026.
e-date_no_such_date = That date does not exist.
e-date_year_out_of_range = The year must be between 2000 and 2100.

## Gaps and contradictions in the summary

g-missing = Missing: { $field }
g-wrong = To be corrected: { $field }
g-money_lacking = { $year ->
    [0] The funding is less than the costs: { $amount } is missing.
   *[other] In { $yeartext } the funding is less than the costs: { $amount } is missing.
}
g-money_over = { $year ->
    [0] The funding is more than the costs: { $amount } too much.
   *[other] In { $yeartext } the funding is more than the costs: { $amount } too much.
}
g-year_outside = A cost is entered in { $yeartext }, which is outside the period.
g-same_party = The same party cannot both get higher costs and save money.
g-nothing_applied = No amount has been applied for.
