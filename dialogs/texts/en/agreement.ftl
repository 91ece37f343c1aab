### The agreement between the parties: its text, asking for confirmation, confirming, and when a confirmation falls.

## The text itself, first wording. It cannot be changed: what somebody has confirmed, stands. A new wording gets a new number.

d-a1-kicker = Agreement on a joint measure
d-a1-parties = The parties
d-a1-agreed = Agreement
d-a1-list = { $most } and { $last }
d-a1-that-they-agree = { $parties } agree to carry out the measure described here, on the budget, on what each party contributes, and on who is responsible for the patients. The parties apply together for the recruitment and collaboration grant for { $year } in { $community }.
d-a1-measure = The measure
d-a1-purpose = How the measure supports the purpose
d-a1-budget = Budget and contributions
d-a1-responsibility = Responsibility for the patients
d-a1-confirming = Confirmation
d-a1-how-confirmed = Each party confirms this text. Who has confirmed, with what authority and when, stands on a page of its own, which is no part of the text. If the text is changed, the confirmations no longer hold.

## The conversation

m-agreement-only-stated = Here the applicant states who agrees. No confirmation is collected from the parties.
m-agreement-not-ready = The agreement is not ready. This must be in place before anybody can be asked to confirm:
m-agreement-asked-already = The parties have already been asked to confirm the agreement.
m-agreement-asked = The agreement is locked as { $code }, and those who were named are asked to confirm. To change anything it is made of, the agreement must be unlocked first.
m-agreement-is-open = The agreement is not locked. The answers can be changed.
m-agreement-opened = The agreement is unlocked. The confirmations hold until something in the text is changed. Ask for confirmation again when you are done.
m-agreement-locked = The agreement is locked while the parties confirm, so this was not changed. What you wrote is kept beside the draft. Unlock the agreement if it must be changed.
m-agreement-not-asked = The parties have not been asked to confirm yet. A contact does that with “ask for confirmation”.
m-agreement-changed-meanwhile = The agreement has been changed meanwhile. Look at it again.
m-agreement-paper-only = Here the agreement must be signed on paper. Write “register paper agreement” when it is.
m-agreement-no-paper = Here each party must confirm itself. An agreement on paper does not count.
m-agreement-full = There is no room for more confirmations in this application. Contact the secretariat.
m-confirmations-fell = { $count ->
    [one] The text has changed. One confirmation no longer holds.
   *[other] The text has changed. { $count } confirmations no longer hold.
}
m-confirmer-first = First say who confirms for your party.
m-confirmer-is-another = Somebody else has been named to confirm for your party.
m-confirmer-is-you = You have been named to confirm for your party.
m-confirmer-named = { $name } has been named to confirm.
m-confirmed-already = { $party } has confirmed this text.
m-confirming-too-late = It is more than a quarter of an hour since you saw the agreement. Look at it again before you confirm.
m-not-confirmed = Nothing is confirmed.
m-paper-which-party = Which party is the paper agreement about? Write “register paper agreement” and the name of the party.
m-paper-not-yours = { $party } has its own people in the application. They register the paper agreement themselves.
m-refuse-why = Why do you not confirm? Everybody in the application will see what you write.
m-refused-agreement = The others are told, with the reason you wrote.

card-agreement = The agreement between the parties
card-agreement-text = The text of the agreement, { $code }
card-agreement-draft = draft
card-agreement-code = Version code
card-agreement-not-asked = The parties have not been asked to confirm yet.
card-agreement-open = Agreement { $code } is unlocked. The confirmations hold until something in the text is changed.
card-agreement-locked = Agreement { $code } has been locked since { $at }.
card-agreed = Agreement: { $confirmed } of { $all }.
card-agreed-unverified = Agreement: { $confirmed } of { $all }, { $unverified } not verified.
card-agreed-for-several = { $count ->
    [one] One confirmation holds for { $parties } parties.
   *[other] { $count } confirmations hold for { $parties } parties.
}
card-party-waits = Waiting for whoever was named.
card-party-unnamed = Nobody has been named to confirm.
card-party-refused = Does not confirm: { $reason }
card-fell-changed = A confirmation fell { $at }, when the text was changed.
card-fell-rejected = The secretariat did not accept the paper { $at }: { $reason }
card-fell-withdrawn = The confirmation was withdrawn { $at }.
card-confirmed-by = Confirmed by { $name }, { $role }, { $at }.
card-by-position = By virtue of their position.
card-by-delegation = Authority from { $by }, { $on }, reference { $reference }.
card-without-own-effort = Does not cover what the party itself contributes.
card-signed-on = Signed { $on }.
card-own-archive = The party’s own case number: { $number }.
card-on-paper = On paper: { $where }
card-not-verified = Not verified: it is not known that the account belongs to the party.
card-joined-through = Came into the application through another party.
card-confirmed-for-others = Confirmed on behalf of the party. Authority: { $mandate }
card-confirm-agreement = Confirm the agreement
card-party = Party
card-confirmer = Confirmed by
card-covers = Also holds for
card-paper-where = The paper
card-confirming-means = You confirm just this text for the party. This is an electronic confirmation, not a qualified signature. Your name, role, the time and your account are kept with the text.
card-paper-means = You register that the party has signed just this text on paper. The secretariat can look at it, and say no.
card-unlock = Unlock the agreement
card-will-fall = { $count ->
    [one] Then one confirmation falls:
   *[other] Then { $count } confirmations fall:
}
card-unlock-means = They fall when something in the text is changed, and do not come back if it is changed again. If nothing is changed, they stand.
card-choose-confirmer = Who confirms?
card-choose-confirmer-why = Whoever has the authority to confirm the agreement for { $party }, such as the municipal director or the head of the clinic. Write “confirmed by” and the number, or invite somebody who is not in yet.
card-confirmed = { $party } has confirmed the agreement.
card-fingerprint = Fingerprint of the text
card-electronic = This is an electronic confirmation, not a qualified signature.
card-paper-kept = Keep the paper. The secretariat may ask to see it.
card-news-locked = { $name } has asked the parties to confirm the agreement.
card-news-opened = { $name } has unlocked the agreement.
card-news-named = You have been named to confirm the agreement for { $party }. You will be told when it is ready.
card-news-asked = You are asked to confirm agreement { $code } for { $party }.
card-news-confirmed = { $party } has confirmed the agreement.
card-news-refused = { $party } does not confirm the agreement.
card-news-fell = Your confirmation for { $party } no longer holds, since the agreement has been changed.
card-difference = What has changed
card-difference-was = Before: { $old }
card-difference-is = Now: { $new }
card-difference-by = Changed by { $name }
card-nothing-there = (nothing)
card-lacks-confirmation = the confirmation

g-not_asked_to_confirm = The parties have not been asked to confirm the agreement.
g-unconfirmed = { $owner } has not confirmed the agreement.

b-agreement = The agreement
b-agreement_text = Read the whole text
b-ask_confirmation = Ask for confirmation
b-unlock = Unlock
b-unlock-now = Yes, unlock
b-nominate = Choose who confirms
b-nominate-self = I confirm
b-invite-signatory = Invite whoever confirms
b-confirm = Read and confirm
b-confirm-for = Confirm for { $party }
b-refuse = Do not confirm
b-paper = Register paper agreement
b-register-paper = Register for { $party }

c-agreement = agreement | the agreement | show the agreement | show agreement
c-ask_confirmation = ask for confirmation | ask for confirmations | lock the agreement
c-unlock = unlock | unlock the agreement | open the agreement
c-nominate = confirmed by | choose who confirms | who confirms
c-confirm = confirm | confirm the agreement | read and confirm
c-refuse = do not confirm | we do not confirm | refuse the agreement
c-paper = register paper agreement | paper agreement | agreement on paper
c-signatory = whoever confirms | the signatory
e-paper_code = The code is another than the agreement’s. Then it is another text that has been signed.
c-agreement_text = read the agreement | read the whole agreement
notice-agreement-lacks = Confirmation is lacking from { $parties }.

d-agreement-confirmations = Who has confirmed
d-agreement-not-part = This page and the next ones are no part of the text of the agreement, and can change without the text becoming another.
d-agreement-contacts = Contacts
d-sign = Signing on paper
d-sign-how = Only for parties that do not confirm electronically. The version code at the foot of each page shows which text it is about.
d-sign-name = Name
d-sign-role = Role
d-sign-date = Date
d-sign-signature = Signature

card-agreement-file = agreement-{ $code }.{ $suffix }
card-agreement-offer = Agreement { $code }, with room to sign on paper.
b-agreement_pdf = The agreement as a PDF
b-agreement_docx = The agreement as a Word file
c-agreement_pdf = agreement as pdf | the agreement as a pdf | the agreement as pdf
c-agreement_docx = agreement as word | the agreement as a word file | the agreement as word
