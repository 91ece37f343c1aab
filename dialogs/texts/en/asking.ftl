### Questions about the scheme, and to the secretariat: what the bot says, the buttons, and what people write.

## Answers from the sources

m-not-found = I cannot find this in my sources.
m-not-found-beside = I cannot find this in my sources. The question has not been saved as an answer in the application.
m-not-looked-up = I cannot look things up right now. Ask the question again in a little while.
m-no-such-entry = That answer is no longer there. Ask the question again.
m-no-such-answer = The question it was for is no longer open. Write the answer once more.
m-nothing-more = There is nothing more to show.
m-fits = Good!
m-fits-not = Thank you for saying so. A person will look at the answer. Try other words if you like, or ask the secretariat.
m-thanks = You are welcome!
m-which-community = The answer is not the same everywhere. Which health community do you belong to?
m-which-secretariat = Which health community do you belong to? Then I know which secretariat should have the question.
m-privacy-questions = Questions that I have no good answer to are kept for { $days } days, without your name, so that someone can write better answers. A question that you send to the secretariat is seen by the members of their channel.

card-ask-personally = In the personal chat I can send the question to the secretariat for you.
card-meant = Did you mean one of these? Tap it, or write its number.
card-known = This is what the sources say:
card-see-also = See also
card-fits = Was that your answer?
card-fitted = You said that the answer fitted. Thank you!
card-not-fitted = You said that the answer did not fit. Thank you!
card-about-field = Questions and answers about this field

k-proposed = The source is a proposal, not a decision.
k-partly-proposed = Some of this is proposed, not decided.
k-past = The date { $day } has passed.
k-past-year = This held for { $year }.

b-more = More
b-none_of_these = None of these
b-was_answer = That was my answer

## Asking the secretariat

m-write-inquiry = Write your question to the secretariat. You will see it before it is sent.
m-not-passed-on = I do not pass that question on, since it may be about a particular person.
m-inquiry-too-long = The question has { $length } characters. The secretariat can be sent { $maximum }. Make it shorter.
m-inquiry-nobody = The secretariat of { $community } is not connected here, so I cannot send it. Ask them the usual way, or ask your municipality or hospital trust.
m-inquiry-nowhere = I do not know your secretariat, so I cannot send it. Ask your municipality or hospital trust.
m-inquiry-enough = You have { $most } questions that the secretariat has not answered yet. Wait for an answer before you send another.
m-inquiry-sent = I am sending the question { $reference } to the secretariat. The answer will come here, even if it takes some days.
m-inquiry-not-sent = All right, the question has not been sent.

card-inquiry-send = Send this to the secretariat?
card-inquiry-text = The question
card-inquiry-field = About the field
card-inquiry-reference = Reference
card-inquiry-organisation = Which municipality or hospital are you asking for? (optional)
card-inquiry-organisation-long = Write a shorter name.
card-inquiry-only-this = The secretariat gets only what stands here. Nothing from the draft and no e-mail address goes with it.
card-inquiry-no-person = Take out names and anything else about individuals before you send it.
card-inquiry-about = The question { $reference }
card-inquiry-answer = The answer
card-inquiry-by = Answer from { $name }, the secretariat of { $community }, { $at }
card-inquiry-short-by = Answer from { $name }
card-inquiry-closed = The secretariat of { $community } has closed the question without answering here. Ask them the usual way.
card-inquiry-yours = You asked
card-inquiry-failed = I could not deliver the question { $reference } to the secretariat of { $community }. Ask them the usual way.
card-inquiries = Your questions to the secretariat
card-no-inquiries = You have not sent the secretariat any questions.
card-more-inquiries = … and { $count } older ones.
card-state-open = Sent
card-state-taken = Someone is looking at it
card-state-answered = Answered
card-state-closed = Closed without an answer

b-ask_secretariat = Ask the secretariat
b-inquiries = My questions
b-send_inquiry = Send the question
b-keep_inquiry = Do not send
b-ask_something_else = Write another

## In the secretariat's channel

notice-inquiry = Question { $reference }
notice-inquiry-from = Asked on behalf of
notice-inquiry-at = Asked
notice-inquiry-taken = Taken by { $name }, { $at }
notice-inquiry-answered = Answered by { $name }, { $at }
notice-inquiry-closed = Closed by { $name }, { $at }
notice-inquiry-take = I will take it
notice-inquiry-write = Answer
notice-inquiry-send = Send the answer
notice-inquiry-close = Close without an answer
notice-inquiry-answer-label = The answer
notice-inquiry-answer-long = Write the answer in at most { $maximum } characters.
notice-inquiry-seen = Whoever asked gets the answer with your name. Do not write about individuals.
notice-inquiry-empty = Write the answer first.
notice-inquiry-digits = The answer has eleven digits that may be a national identity number. Nothing has been saved. Write it without them.
notice-told-waiting = Not delivered to whoever asked yet.
notice-told-uncertain = Not surely delivered to whoever asked yet. I will try again.
notice-told-delivered = Delivered to whoever asked.
notice-told-failed = Not delivered. Whoever asked no longer takes messages from me.

## What people write: several ways separated by |

c-more = more | show more | tell me more
c-fits = it fitted | that fitted | the answer fitted | good answer
c-fits_not = it did not fit | that did not fit | the answer did not fit | wrong answer
c-was_answer = that was my answer | that was the answer | save it as the answer
c-ask_secretariat = ask the secretariat | ask secretariat | contact the secretariat | send to the secretariat | ask a person
c-inquiries = my questions
c-thanks = thanks | thank you | many thanks | thanks a lot
c-none_of_these = none of these | none of them | none
c-number-1 = 1 | no. 1 | number 1 | first | the first | the first one | one
c-number-2 = 2 | no. 2 | number 2 | second | the second | the second one | two
c-number-3 = 3 | no. 3 | number 3 | third | the third | the third one | three
