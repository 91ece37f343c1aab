### The parties write together: proposals for each other's fields, and what waits for whom.

m-no-proposals = No proposals are waiting for you.
m-proposals-which = Several proposals are waiting for you. Write “accept” and the number, or tap one of them.
m-proposals-accepted = { $count ->
    [one] Accepted. It is your own answer now.
   *[other] { $count } proposals are accepted. They are your own answers now.
}
m-own-kept = Your answer stands. The proposal has been put away.
m-say-it = Write what you want to say about the proposal. Everybody in the application will see it.
m-said-it = Sent to the others. The proposal stays open until it is accepted or changed.
m-proposal-settled = The proposal has been settled in the meantime. Your text is kept beside the draft:
m-change-asked = Sent to the other contacts in the application. They can answer you, or change it themselves.
m-change-not-asked = The field is gone, or there is no room for more messages. Your text is kept beside the draft:
m-answered-by-another = { $name } is working on what is left. I won’t ask you about the same at the same time.
m-another-is-at-it = { $name } is working on the same now.
m-news-at_once = You will hear when the others change something. I gather what happens within five minutes into one message. { $scope ->
    [here] This holds for this application alone.
   *[all] This holds for all your applications, except those for which you have chosen something else.
 }
m-news-daily = You will hear what the others have changed once a day, at eight o’clock. { $scope ->
    [here] This holds for this application alone.
   *[all] This holds for all your applications, except those for which you have chosen something else.
 }
m-news-none = You will no longer hear what the others change. Proposals to you, and other things you must answer, still come. { $scope ->
    [here] This holds for this application alone.
   *[all] This holds for all your applications, except those for which you have chosen something else.
 }

card-proposals = Proposals
card-no-proposals = No proposals are waiting for an answer.
card-proposals-waiting = Waiting for other parties
card-more-proposals = … and { $count } more.
card-proposes = { $party } proposes: { $value }. Do you accept?
card-you-answered = You have answered
card-waits-for = { $party } proposes: { $value }. Waiting for { $owner }.
card-waits-for-nobody = { $party } proposes: { $value }. Nobody has joined for { $owner } yet.
card-proposed-by = Proposed by { $party }; { $owner } has not accepted it yet.
card-proposed-by-some = Proposed by { $party }, not yet accepted by { $owner }: { $fields }
card-stated-by = Stated by { $party }, not confirmed by { $owner }.
card-stated-by-some = Stated by { $party }, not confirmed by { $owner }: { $fields }
card-also-proposed = { $field }: { $party } proposes { $value }
card-says = { $name } writes
card-news-own-kept = { $party } stands by its own answer.
card-news-remark = About the proposal: { $field }
card-changes = Changed by the others
card-more-changes = … and { $count } more. All of it is in the summary.
card-changed-lately = Changed since the others last heard. They are being told now:
card-answer-gone = The answer has been taken away.
card-answer-gone-was = The answer was taken away. Before: { $was }
card-line-gone = A line has been removed.
card-news-setting = Messages about changes
card-was = { $value } (before: { $was })
card-news-now = You now get
card-news-means = This holds for all your applications, except those for which you have chosen something else. It is about what the others change. Proposals to you, and other things you must answer, come anyway.
card-news-means-here = This holds for this application alone, and what the others change in it. Proposals to you, and other things you must answer, come anyway.
card-news-now-here = From this application you get
card-news-setting-here = Messages from this application
card-lacks = Missing: { $what }
card-lacks-until = Missing: { $what } – { $days ->
    [0] the deadline is today
    [one] one day left
   *[other] { $days } days left
}
card-in-common = Common to all
card-list-more = { $list } and { $count } more
card-lacks-answers = { $count ->
    [one] an answer to one proposal
   *[other] answers to { $count } proposals
}

g-proposed = { $owner } has not answered the proposal: { $field }

b-proposals = See proposals
b-accept = Accept
b-accept_all = Accept all
b-keep_own = Keep our answer
b-answer_proposal = Answer in words
b-news = Messages
b-news-at_once = A message at once
b-news-daily = One message a day
b-news-none = No messages
b-news-here = This application only
b-news-as-elsewhere = As for the other applications

c-proposals = proposals | the proposals | show proposals | see proposals
c-accept = accept | accept the proposal | accept proposal
c-accept_all = accept all | accept all proposals | accept everything
c-keep_own = keep our answer | keep ours
c-answer_proposal = answer in words | answer the proposal | answer proposal
c-news = messages | notifications | messages about changes
c-news_at_once = a message at once | messages at once
c-news_daily = one message a day | daily messages | messages daily
c-news_none = no messages | turn off messages
c-news_here = messages here | messages from this application
c-news_here_as_elsewhere = messages here as elsewhere | messages as for the other applications
c-news_here_at_once = messages at once here | messages at once from this application
c-news_here_daily = daily messages here | daily messages from this application
c-news_here_none = no messages here | no messages from this application
