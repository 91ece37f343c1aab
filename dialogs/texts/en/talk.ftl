### The conversation: what the bot says between the questions, buttons, commands and error messages.

## Welcome and start

m-welcome =
    Hello! I help you apply together, municipality and hospital, for the recruitment and collaboration grant (rekrutterings- og samhandlingstilskudd). I also answer questions about the scheme.
    What you write is saved at once and can be seen only by you and those who are part of the application. The secretariat sees the application only when it has been sent. Write “privacy” for more.
    If somebody who is applying has given you a code, write it here.
    Write “start” to begin, “help” at any time, or “language bokmål” / “language nynorsk”.
m-started = Let’s begin. It takes about an hour in all, and everything is saved as you go: you can stop whenever you like and write “continue” later.
m-start-first = You have no application open. Write “start” to begin, or ask a question about the scheme.
m-no-draft = You have no application open.
m-resumed = { $missing ->
    [0] Nothing is missing.
    [one] One answer is missing.
   *[other] { $missing } answers are missing.
}
m-cancelled = All right. The draft is saved; write “continue” when you want to go on.
m-first-question = This is the first question.
m-skipped = Skipped. It has to be filled in before the application is sent, so I will ask again at the end.
m-line-removed = The line has been removed.
m-other-community = I have no information about the call in your health community. You can write the application here, and you get the documents to send in the ordinary way.
m-deadline-known = The deadline is { $deadline }. { $days ->
    [0] That is today.
    [one] There is one day left.
   *[other] There are { $days } days left.
}
m-deadline-passed = The deadline was { $deadline }. You can still write and send; the application is marked “after the deadline”.
m-deadline-unknown = I do not know the deadline for { $year }. Ask the secretariat. The application is marked “deadline not known”.
m-call-closed = The health community says that the call is closed. You can still write and send; the application is marked “after the deadline”.
m-not-connected = The secretariat of { $community } is not connected here yet. You can write and send here, but you must also send the documents in the ordinary way. You get them here.

## Help

m-help =
    You can write this at any time:
    “start” – new application · “continue” – where you left off · “my applications”
    “back” · “skip” · “change” and the name of the field, for example “change title”
    “summary” · “status” · “send” · “cancel” · “delete draft”
    “invite” – bring in the other party, with a code · “join” and the code you were given
    “who is in” · “proposals” – what another party proposes for you · “messages” – about what the others change
    “what you need” – all the questions in advance · “privacy” · “language nynorsk”
    You can also ask questions about the scheme in the middle of the form.
    “ask the secretariat” – when I do not know · “my questions”
m-ask-away = Write your question. I answer only with what my sources say, and I tell you when I do not know.
m-meant = Was this the answer to the question, or a question for me?
m-privacy =
    What you write in the form is stored by those who run this bot, until the application has been processed or you delete the draft. Teams stores the conversation with your own organisation.
    Only you and those who are part of the application see the draft. When it has been sent, the secretariat sees it, and it is a public document.
    Never write about individual patients or employees. I take out national identity numbers before anything is stored.
    “delete draft” deletes a draft.
m-languages = Which language would you like to use?
m-language-set = I will use English from now on.

## Answers

m-spread = I read it like this. Is that right?
m-doubt = Did you mean { $amount }?
m-past-period = The period begins in the past. Is that right?
m-which-municipality = There are several municipalities with that name. Which one do you mean?
m-differs = The field has changed since it was shown to you. { $by } changed it on { $at }. It now says: { $stored }
m-differs-own = The field has changed since it was shown to you. You changed it yourself on { $at }. It now says: { $stored }
m-no-such-field = I cannot find a field with that name. Write “summary” to see them all.
m-which-field = Which field do you want to change?
m-set-aside = I do not know which question this answers. I have kept the text beside the draft. Write “continue” to go on, or ask a question.
m-identity-number = That looked like a national identity number. I have taken it out and not stored it. Please also delete your message in Teams. I have kept the rest of the answer; check it and save again.
m-eleven-digits = There are eleven digits in the text. Is it a national identity number? I will not show them until you have answered.
m-write-digits-again = I no longer have the digits. Please write the answer again.
m-number-removed = [number removed]
m-digits-masked = [eleven digits]
m-set-aside-fault = Something went wrong on my side (fault { $id }). I have kept what you wrote, and the draft is as before. Try again, or write “continue”.
m-fault = Something went wrong on my side (fault { $id }). Nothing has changed. Try again, or write “continue”.
m-busy = I cannot save just now. The draft is as before. Try again in a moment; what you wrote last, you will have to write again.
m-see-below = The answer is at the bottom of the conversation.
m-refused-person = You do not have access to this application.
m-only-personal = Applications are written in the personal chat with me. Open it here, so that I do not show the draft to others.

m-unreadable-edited = I see that you edited a message. That does not change the answer in the application. Write “change” and the name of the field to correct it.
m-unreadable-deleted = You deleted a message. The answer in the application is as before.
m-unreadable-reaction = Thank you! A reaction changes nothing in the application.
m-unreadable-gif = I cannot read pictures. Please answer with words or numbers.
m-unreadable-image = I cannot read pictures. Please answer with words or numbers.
m-unreadable-voice = I cannot hear sound. Please answer with words or numbers.
m-unreadable-file = I cannot read this file. Write the answer, and send attachments to the secretariat in the usual way.
m-unreadable-empty = The message was empty.
m-refused-too_long = The text has { $length } characters; I can take { $maximum } at a time. None of it has been saved. Please split it up.

## Sending and receipt

m-cannot-send = The application cannot be sent yet. This has to be in place first:
m-changed-before-sending = The application has changed since you saw it. Please check it again:
m-not-sent = Not sent. The draft is saved.
m-sent = The application has been sent. Case number: { $case }
m-preview = This is the application as it is now, marked as a draft. Nothing has been sent.
m-no-receipt = No application has been sent from here yet.
m-closed = Application { $case } has been sent and cannot be changed here.
m-delete-sure = Do you want to delete the whole draft? This cannot be undone.
m-deleted = The draft has been deleted.
m-not-deleted = The draft is as before.

## Buttons

b-start = Start an application
b-resume = Continue
b-needed = What you need
b-form_file = The form as Word
b-ask = Ask a question
b-languages = Language
b-language-nb = Bokmål
b-language-nn = Nynorsk
b-language-en = English
b-applications = My applications
b-summary = Summary
b-preview = See the application as a PDF
b-receipt = Receipt
b-send = Send the application
b-send-now = Send now
b-wait = Wait
b-save = Save
b-skip = Skip
b-back = Back
b-example = Show an example
b-change = Change
b-fill = Fill in
b-mend = Correct
b-open = Open
b-yes = Yes
b-no = No
b-keep_stored = Keep what is there
b-use_mine = Use what I wrote
b-meant-answer = An answer to the question
b-meant-question = A question
b-add-cost = Add a cost
b-add-phase = Add a phase
b-remove-line = Remove the line
b-go-personal = Open personal chat

## What people write: several ways, separated by |

c-start = start | start application | start an application | new application | begin | apply
c-needed = what you need | what do i need | what do we need | the questions | show the questions | show questions
c-form_file = form as word | the form as word | word form | download form | download the form
c-help = help | help me | ? | what do I write here | what should I write | what does this mean | I do not understand
c-example = example | show example | show an example | can I see an example | do you have an example | give me an example
c-back = back | go back | previous
c-skip = skip | skip this | next
c-change = change | edit
c-summary = summary | summarise | summarize
c-status = status | progress | what is missing | what’s missing | what's missing | how far are we
c-cancel = cancel | stop | pause | quit
c-resume = continue | resume | go on | carry on
c-applications = my applications | applications | list applications
c-open = open
c-delete = delete draft | delete the draft | delete application | delete the application
c-send = send | submit | send application | send the application | submit application | submit the application
c-preview = preview | see the application as a pdf | show the application | see the application | show the whole application | show the document | draft as pdf | application as pdf
c-receipt = receipt | show receipt | show the receipt
c-privacy = privacy | data protection
c-language = language | change language
c-connect = connect
c-nb = bokmål | norwegian | norwegian bokmål
c-nn = nynorsk | norwegian nynorsk
c-en = english
c-yes = yes | y | yep | yeah | yes please | correct | right | that is right | that’s right | that's right | ok | okay
c-meant-answer = answer | the answer | an answer | yes | 1
c-meant-question = question | a question | the question | no | 2
c-no = no | no thanks | no thank you | nope | n | wrong | not

## Words that open a question

c-question-words = can | could | what | who | whom | where | how | why | when | which | must | shall | should | is | are | does | do | has | have | will | would
