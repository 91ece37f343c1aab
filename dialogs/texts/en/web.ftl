### The web page for those who do not have the app in Teams.

w-name = Tilskuddshjelpen
w-no-name = without a name
w-skip = Skip to the content
w-language = Language:
w-sign-out = Sign out
w-way-back = Back
w-not-now = Not now
w-choose = Choose
w-wrong = Error

w-signin-title = Sign in
w-signin = Sign in with your work account
w-signin-what = Here you read the application you are part of, answer for your own party and ask the others for changes. You sign in with the account you have at work. Private accounts cannot be used.
w-signin-code = The code from the link is ready. You can use it once you have signed in.
w-signin-typed = Have you been given a code? Sign in first, then type it on the next page.
w-signin-failed = You were not signed in. Please try once more.
w-signin-unavailable = The sign-in does not answer right now. Wait a little and try again.
w-signin-consumer = Private accounts cannot be used. Sign in with the account you have at work.
w-signin-tenant = Accounts from your organisation cannot be used here. Ask whoever invited you.
w-signin-old = It is too long since you proved who you are. Please sign in once more.
w-way-title = You are being sent to the sign-in
w-way = Go on to the sign-in

w-prove-title = Prove who you are once more
w-prove-what = Before you go on you have to sign in again. It holds for ten minutes.
w-prove = Sign in again

w-ended-title = You are signed out
w-ended-signed-out = Nothing is left on this page. Please close the browser if others use the machine.
w-ended-session = It has been too long since last time, or you have signed out. What was saved is safe.
w-ended-no-longer-in = You are no longer part of the application. Ask its contacts if that is wrong.

w-error-title = That did not work
w-error-not-found = The page does not exist, or it is not for you.
w-error-wrong = The page got something it does not understand. Go back and try again.
w-error-elsewhere = The form did not come from this page, or the page was too old. Open it again and try once more.
w-error-too-large = That was more than the page can take at once.
w-error-reader-only = You can read the application but not change it.
w-error-busy = There is too much to do right now. Wait a little and try again.
w-error-fault = Something went wrong on our side. What was saved is safe. Try again in a little while.

w-applications = Your applications
w-no-title = No title yet
w-no-applications = You are not part of any application yet.
w-have-code = I have been given a code
w-changed = Last changed { $at }.
w-for-party = You are in for { $party }.
w-state-draft = Draft
w-state-sent = Sent
w-state-withdrawn = Withdrawn

w-join-title = Join an application
w-join-what = Type the code you were given by a contact of the application. The contact sees who you are and lets you in.
w-code-help = Eight characters with a hyphen in the middle.
w-use-code = Use the code

w-yours = This is yours
w-nothing-yours = There is nothing to fill in for your party now.
w-page-done = Filled in
w-page-missing = Answers are missing
w-page-wrong = To be corrected
w-page-proposed = Waiting for your yes
w-proposals = Proposals to you: { $count }
w-ask-change = Ask for a change
w-remarks = Messages between the parties
w-remark-about = About { $field }, { $at }
w-read = The whole application
w-back-to-application = Back to the application
w-to-mend = This has to be corrected: { $count }

w-ask-change-what = Say what you think should be changed. All contacts of the application will see it, and whoever can change the answer does so.
w-which-field = What is it about?
w-words = What should be changed?
w-words-help = Do not write about individual persons.
w-choose-field = Choose what it is about.
w-write-something = Write what should be changed.
w-send = Send to the others

w-see-agreement = Read the agreement
w-to-text = Go to the text of the agreement
w-text = The text of the agreement
w-back-to-agreement = Back to the agreement
w-decline-title = Do not confirm the agreement
w-decline-why = Why do you not confirm?
w-decline-help = The others who are in will see the reason.
w-write-why = Write why.
w-decline = Send the reason

w-accessibility = Accessibility
w-accessibility-aim = The page is made to meet WCAG 2.2 at level AA. It can be used with a keyboard and a screen reader, on a phone and with large text, and without scripts in the browser.
w-accessibility-tested-title = How it is tested
w-accessibility-tested = Each page is tested in Chromium with axe-core at the width of a phone and of a desk before each release. There are to be no findings.
w-accessibility-lacks-title = What we know is missing
w-accessibility-lacks = The page has not been tried by people who use a screen reader yet. The sign-in belongs to your organisation and is no part of this page.
w-accessibility-tell-title = Tell us
w-accessibility-tell = If you find something you cannot use, tell the secretariat of your helsefellesskap. You can also complain to the Norwegian Authority for Universal Design of ICT.
