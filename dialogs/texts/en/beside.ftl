### Beside the form: several applications, lines, what is no longer asked, and what has been kept.

m-started-another = Let’s begin a new application. The one you had open is saved; write “my applications” to go back to it:
b-show-question = Show the question
b-open-other = Back to the previous one
m-help-more = Write “help all” to see everything you can write, or “invite” to bring in the other party. This question is open now:
m-which-near = I do not recognise this municipality. Did you mean one of these? If not, write all the municipalities again.
m-still-open = The question is open: { $question }
m-settled-already = This has been answered already.
m-identity-number-out = That looked like a national identity number. I have taken it out and not stored it. Please also delete your message in Teams.
m-refused-control = The text has only invisible control characters. Please write it again.
m-delete-really = Are you quite sure? Everything in the draft will be gone for good.
m-enough-lines = There is room for { $most } lines.
m-no-such-line = There is no such line.
m-nothing-alike = There is no other party here to take the answers from.
m-only-line = There is only one line. You can change it.
m-line-of-another = { $party } pays this cost and has stated it itself. They can remove it. You can propose another amount.
m-rest-beside = I have kept the rest of what you wrote beside the draft:
m-no-room-beside = There is no more room beside the draft, so this text is not stored. Remove something that stands there, with “remove text 1”, or write “continue” to answer the questions.
m-take-away = Is this text to be removed? You cannot undo it.
m-text-removed = The text has been removed.
m-no-such-text = There is no such text.
m-which-text = Write its number too, for example “remove text 1”.

card-applications-hint = Write “open” and the number to open an application.
card-set-aside = Beside the draft
card-set-aside-why = This was written without becoming an answer. It will not be sent.
card-changed = Check your answers after the change
card-parts = The answers, part by part
card-part-name = Part { $part }: { $section }
card-part-batch = { $part } ({ $batch } of { $batches })
card-part-state = { $answers ->
    [one] One answer.
   *[other] { $answers } answers.
} { $missing ->
    [0] Nothing is missing.
    [one] One thing is missing or has to be corrected.
   *[other] { $missing } things are missing or have to be corrected.
}
card-parts-hint = Write “show part 5” to see one part, or “show all answers” to see everything at once.
card-and-more-not-kept = … and { $count } more characters, which are not stored.
card-set-aside-count = { $count ->
    [one] One text that did not become an answer
   *[other] { $count } texts that did not become answers
}

b-remove_aside = Remove the text
b-away = Remove
b-show = Show
b-same-as = The same as { $party }
b-part = Show part { $part }: { $section }
b-summary_all = Show all answers
b-summary_beside = Show what stands beside

e-no_longer = The answer no longer fits. Please answer again.
e-too_many = There are { $count }. I can take { $most }.
e-amount_one_year = Write one amount for this line, and add a line for each year.

c-summary_all = show all answers | show everything | all answers | the whole summary
c-summary_beside = show what stands beside | what stands beside | beside the draft
c-part = show part
c-help_all = help all | all commands | commands | what can i write
c-add_line = add a cost | add cost | add a line | add line | new cost | new line
c-remove_aside = remove the text | remove text | delete the text | delete text
c-same = the same | the same as | same as | same as above | as above | same person
c-remove_line = remove the line | remove line | delete the line | delete line | remove cost | delete cost | remove the cost
