### Cards: what stands around questions, answers, summary, receipt and notice.

card-part = Part { $part } of { $parts }: { $section }
card-optional = { $label } (optional)
card-for-example = For example: { $example }
card-saved = Saved.
card-rest = What you have answered is saved. Fill in the rest.
card-skipped = skipped
card-left-empty = not given
card-nothing = not filled in
card-read = I read { $value }
card-you-wrote = You wrote:
card-and-more = … and { $count } more characters, which I have kept but which have no room here.
card-not-answered = { $field }: not answered
card-summary = Check your answers
card-summary-of = Check your answers ({ $page } of { $pages })
card-nothing-missing = Nothing is missing. The application can be sent.
card-missing = { $count ->
    [one] One thing is missing or has to be corrected
   *[other] { $count } things are missing or have to be corrected
}
card-more-missing = … and { $count } more.
card-status = Status
card-untitled = No title yet
card-answered = { $answered } of { $all } questions are answered.
card-budget = The budget in all
card-so-far = The budget so far
card-all-years = All years
card-costs = Costs: { $amount }
card-applied = Amount applied for: { $amount }
card-own-money = Own money: { $amount }
card-own-value = Own contribution with a value: { $amount }
card-other = Other funding: { $amount }
card-financing = Funding: { $amount }
card-lacking = { $amount } is missing in the funding.
card-over = The funding is { $amount } more than the costs.
card-left = Still to be funded: { $amount }
card-balanced = Costs and funding meet.
card-party-money = { $party }: applies for { $applied }, own contribution { $own }
card-needed = What you need
card-needed-intro = Allow about an hour in all. Your answers are saved as you go, and you can do it in several sittings. Here are all the questions; some of them are asked only when they are relevant.
card-when-relevant = When relevant, or optional: { $names }
card-applications = My applications
card-no-applications = You have no applications yet.
card-draft-missing = { $missing ->
    [0] Draft, ready to send. Changed
    [one] Draft, one answer is missing. Changed
   *[other] Draft, { $missing } answers are missing. Changed
}
card-sent-as = Sent as { $case }. Changed
card-more-applications = … and { $count } older ones.
card-confirm = Send the application?
card-measure = Measure
card-parties = Applicants
card-applied-label = Amount applied for in all
card-goes-to = Sent to
card-public-document = The application is a public document once it has been received.
card-receipt = Receipt
card-receipt-more = Receipt { $case }, continued
card-case = Case number
card-received = Received
card-deadline = Deadline
card-margin-before = { $deadline }: received { $days } d { $hours } h { $minutes } min before the deadline
card-margin-after = { $deadline }: received { $days } d { $hours } h { $minutes } min after the deadline
card-margin-unknown = The deadline is not known.
card-filed-waiting = The documents are being made.
card-filed-delivered = The documents are saved.
card-filed-uncertain = The documents are not saved yet.
card-filed-failed = The documents are not saved yet. Those who run the bot have been told.
card-told-waiting = Not delivered to the secretariat yet.
card-told-delivered = Received by the secretariat.
card-told-uncertain = Not certainly delivered to the secretariat yet. I am trying again.
card-told-failed = Not delivered to the secretariat. Contact the secretariat with the case number.
card-told-nobody = The secretariat is not connected here. Send the documents in the ordinary way.
card-next = What happens next
card-next-unknown = The health community has not said what happens next. Ask the secretariat.
card-all-answers = All the answers
card-pdf-path = The documents are in the folder { $path } on this machine.
card-pdf-offer = Application { $case } as PDF
card-pdf-file = { $case }.pdf
card-form-file = form-recruitment-and-collaboration-grant.docx
card-form-offer = The form as Word, to work on elsewhere
card-file-declined = All right. You can ask for the file again.
card-file-there = The file is now among your files in Teams.
card-file-failed = I could not put the file in place. Please try again.
card-repeat = (possibly a repetition)

step-discusses = { $body } discusses the matter.
step-sketches_process = { $body } outlines the process.
step-drafts_guidelines = { $body } drafts guidelines.
step-is_consulted = { $body } is consulted.
step-assesses = { $body } assesses the applications.
step-prioritises = { $body } prioritises the applications.
step-forwards = { $body } forwards the applications.
step-allocates = { $body } allocates the funds.
step-is_informed = { $body } is informed.
step-pays = { $body } pays out.
step-reports = { $body } reports.

## The notice to the secretariat

notice-title = New application: { $case }
notice-measure = Measure
notice-parties = Applicants
notice-contact = Contact, { $party }
notice-more-contacts = The contacts of { $count } more parties are in the application.
notice-write-to = Write to { $party }
notice-write = Write to
notice-applied = Amount applied for
notice-total = Costs in all
notice-own = Own contribution
notice-per-year = Applied for per year
notice-kind = New or continuation
notice-new = New measure
notice-continued = Continuation
notice-agreement = Agreement
notice-agreement-stated = { $stated } of { $all } parties agree – stated by the applicant, not confirmed by the party
notice-received = Received
notice-late = Came after the deadline.
notice-deadline-unknown = Deadline not known.
notice-no-own = At least one party has no own contribution.
notice-not-archive = The folder with the documents is not the archive. Register the application in the archive system.
notice-archive-mailbox = The archive’s mailbox: { $mailbox }
notice-taken = Taken by { $name }
notice-taken-from = Taken over from { $name }
notice-take-over = Take over
notice-take-over-sure = A colleague has taken this. Do you want to take over?
notice-number = Case number in the archive: { $number }
notice-show = Show the whole application
notice-pdf = Open PDF
notice-take = I will take it
notice-register = Register case no.
notice-number-label = Case number in the archive
notice-save-number = Save case number
notice-refused = Only members of the secretariat in this channel can do this.
notice-pdf-sent = I have sent you the PDF in the personal chat.
notice-number-wrong = Write a case number of at most 40 characters: letters, digits, hyphen and slash.
