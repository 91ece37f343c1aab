### Files that are sent in the chat: what the bot says of them, and the empty files it gives.

m-file-too_large = The file is larger than 2 MB, so I do not read it. Remove pictures and other things that are not needed, and send it again.
m-file-unpacked = The file becomes too large when it is unpacked, so I do not read it. Copy the content into a new file, and send that.
m-file-damaged = The file is damaged, or it is not as Excel and Word make them. Save it again in Excel or Word, and send it.
m-file-encrypted = The file is locked with a password, so I cannot read it. Remove the password, and send it again.
m-file-old_format = The file is in an older format. Save it as .xlsx or .docx, and send it again.
m-file-other_kind = I only read files from Excel (.xlsx) and my own form in Word (.docx). Send attachments to the secretariat in the usual way.
m-file-macros = The file has macros, so I do not read it. Save it without macros, as .xlsx or .docx, and send it again.
m-file-external = The file fetches something from other files or from the web, so I do not read it. Copy the figures into a new file as values, and send that.
m-file-entities = The file has codes that do not belong in an ordinary file, so I do not read it. Copy the content into a new file, and send that.
m-file-too_many_cells = The sheet has more than 500 rows or 30 columns. Send a file with nothing but the table.
m-file-too_much_text = There is too much text in the file. Send a file with nothing but the table or the form.
m-file-no_cells = There is nothing in the file.
m-file-not_our_form = This document is not my form. Download the form, fill it in and send it, or paste the table here in the chat.
m-file-too_heavy = The file is too heavy to read, so I gave up. Copy the contents into a new file and send that.
m-file-not_fetched = I could not fetch the file. Send it again, or paste the table here in the chat.
m-file-several = Send one file at a time. I have read none of them.
m-file-busy = I am reading several files just now. Send the file again in a little while.

m-file-no_amounts = I found no table with amounts in the file. Put the headers What, Party, Year and Amount over the columns, or use the budget template.
m-file-which_amount = There are several columns of figures, and I do not know which one is the amount. Put the headers What, Party, Year and Amount over the columns, or use the budget template.
m-file-no_what = I do not see what the amounts are for. Put the headers What, Party, Year and Amount over the columns, or use the budget template.
m-file-stands = There is nothing in the file that is not in the application already. Nothing has changed.
m-file-fits_nowhere = I found nothing in the file that fits into the application. What I read is kept beside the draft.
m-file-text = The text that you wrote with the file is kept beside the draft.
m-file-not-taken = All right, nothing has been taken in. Correct the file and send it again when you like.
m-file-taken = { $lines ->
    [one] One cost
   *[other] { $lines } costs
} and { $answers ->
    [one] one answer
   *[other] { $answers } answers
} have been taken in. You can change them one by one.

card-file-take = Shall this be taken into the application?
card-file-sheets = Sheets that I do not use: { $names }
card-file-twice = The sheet { $name } says something else of the same than a sheet before it, and is not used there.
card-which-sheets = There are costs in several sheets. Which of them shall I read?
card-sheet-costs = { $count ->
    [one] One cost, of { $amount }
   *[other] { $count } costs, { $amount } in all
}
card-sheets-then = I show you the lines before anything is taken in.
b-all_sheets = All the sheets
c-all-sheets = all | all sheets | all the sheets | both | both sheets
card-file-place = In the form, { $why }: { $text }
e-each_year = The measure lasts for several years. Write the amount for each year.
card-table-why-not_read = not understood, and the answer that stands is kept
card-table-why-only_typed = I only read this when it is written in the chat
card-table-why-not_asked = the application does not ask for it

## The empty files

b-budget_file = Budget template as Excel
c-budget_file = budget template | the budget template | budget template as excel | excel | excel template | budget as excel | download budget template | download the budget template
card-budget-file = budget-recruitment-and-collaboration-grant.xlsx
card-budget-offer = Tables for the budget as Excel. Fill them in and send the file back here in the chat.
d-shares = What the parties bring
