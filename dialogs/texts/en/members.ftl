### Who is in: the parties, invitations, letting in, and news to the others.

m-parties-first = First fill in who applies: hospital trust and municipalities.
m-party-known = I take it that you are in for { $party }.
m-party-chosen = You are in for { $party }.
m-party-taken = You cannot choose { $party } here: there are several of you, and each party decides itself who is in.
m-party-stays = Only a party itself can leave the application. Still among the parties: { $parties }.
m-own-party-first = First say whom you are in for yourself. Then write “invite” again.
m-invited-enough = There are { $most } invitations out. Take some of them back first; write “who is in”.
m-members-enough = There is room for { $most } people in an application.
m-no-such-invitation = I cannot find that invitation. Write “who is in” to see them.
m-invitation-revoked = The invitation is taken back. The code is no longer valid.
m-join-how = Write “join” and the code you were given.
m-code-wrong = The code is not valid. Ask whoever invited you for a new one.
m-join-asked = Thank you. I have asked those who are in the application. You will have the answer here.
m-nobody-waits = Nobody is waiting to be let in, or somebody has answered already.
m-not-yours-to-admit = The contacts of { $party } decide who is in for them.
m-admitted = { $name } is in the application now.
m-declined = { $name } was not let in.
m-reader-only = You can read this application, but not change it.

card-which-party = Whom are you in for?
card-which-party-why = Each party decides over its own. You can answer at any time; nothing waits for it.
card-which-party-label = Party
card-whom-to-invite = Whom do you want to invite?
card-the-secretariat = The secretariat of the health community
card-reader-may = Can read the draft, and changes nothing.
card-reader = Reads along
card-is-in = In: { $names }
card-nobody-in = Nobody is in yet.
card-invitation = Invitation
card-invited-for = For
card-code = Code
card-code-how = Send the code to the person you want in. They write “join { $code }” to me in their own personal chat.
card-code-typed = join
card-code-link = Or send this link
card-code-web = If the person does not have the app in Teams, send this link instead
card-code-tenant = Only accounts in the party's own Teams organisation can use it.
card-code-until = The code works once, until { $until }. Whoever uses it sees nothing of the application before one of you has seen who it is and let them in.
card-members = Who is in
card-party-not-said = Have not said whom they are in for
card-party-not-among = The party is no longer among the applicants
card-guest = guest
card-waiting = Waiting to be let in
card-invited = Invited
card-invited-until = The code is valid until { $until }.
card-wants-in = Wants to be in for { $party }
card-no-name = without a name
card-account-of = The account belongs to
card-tenant-not-known = a Teams organisation I do not know
card-secretariat-of = the secretariat of { $community }
card-same-tenant = It is the same Teams organisation as your own.
card-is-guest = A guest in that organisation.
card-is-no-guest = Not a guest.
card-guest-not-known = I do not know whether it is a guest.
card-replaces = Comes in place of { $name }.
card-admit-means = If you let them in, the person sees the whole application and can write in it. If you do not know them, ask first.
card-about-application = The application
card-news-notice = News in an application
card-news-admitted = You have been let in. You are in for: { $party }
card-news-declined = You were not let in to the application. Talk to whoever invited you.
card-news-joined = { $name } is in now, for: { $party }

b-choose = Choose
b-other_party = Choose another party
b-invite = Invite
b-revoke = Take back
b-admit = Let in
b-decline = Do not let in
b-members = Who is in

c-party = my party | choose party | choose another party | I am in for
c-invite = invite | invite someone | invite the other party
c-revoke = take back | revoke | take back the invitation
c-join = join
c-admit = let in
c-decline = do not let in | don't let in
c-members = who is in | who has access | participants
c-the-secretariat = the secretariat | secretariat | case officer

m-leave-sure = Do you want to leave the application? You will no longer see it, and get no more messages about it. What you have written stays.
m-left = You are no longer in the application.
m-last-of-party = You are the only one who is in for your party. Hand your place on to someone else before you leave.
m-handed-over = { $name } has taken over your place. You are no longer in the application.
m-no-such-member = I cannot find that person in the application. Write “who is in” to see everybody.
m-not-your-party = { $name } is in for another party. Each party decides itself who is in.
m-remove-sure = Is { $name } to leave the application? They will no longer see it, and get no more messages about it.
m-removed = { $name } has been taken out of the application.
m-delete-shared = There are several parties in the application. The draft is deleted only when all of them have said yes. Do you want to delete it?
m-delete-waits = The draft will be deleted when these have said yes too: { $parties }. Until then everything is as before.
m-nobody-deletes = Nobody has asked for the draft to be deleted.
m-draft-kept = The draft is kept. The others are told.
m-person-asked = I have asked { $name }. If they say yes, you will see who it is before anyone is let in.
m-name-asked = If I know anyone with exactly this name at { $party }, they have been asked now. If you hear nothing, write “invite” and give them the code yourself.
m-invited-to = { $number }. { $name } ({ $by }) asks whether you want to be in an application in { $community }, for { $party }. Write “join 1”, or press here:
m-link-sure = The code is from { $name } in the Teams organisation { $tenant }. Is that you? Then the two accounts become one person here: whatever one is in, the other is in.
m-linked = The accounts are linked. You will find everything under “my applications”.
m-linked-there = This account has been linked with { $name } in the Teams organisation { $tenant }. If that was not you, tell whoever runs the bot.
m-linked-two-parties = The two accounts are in for different parties of the same application. One person can be in for one party only. Leave with one of them first.

card-asked-until = Asked. Can answer until { $until }.
card-invite-by-name = If it is someone who has used me before, you can write the name and the party: “invite Kari Eksempel, Bygland”.
card-days-left = { $days ->
    [0] The deadline is today.
    [one] One day left to the deadline.
   *[other] { $days } days left to the deadline.
}
card-party-lacks-nothing = Nothing is missing here.
card-somebody-waits = Somebody is waiting to be let in.
card-sent-by = Sent by { $name }.
card-who-has-access = These can see the application
card-link = Link two accounts
card-link-how = Write “link identity { $code }” to me from your other account within 15 minutes.
card-link-warning = Never give the code to anyone else: whoever writes it becomes the same person as you here.
card-news-deleted = A draft you were in has been deleted: { $community }, { $year }. All parties said yes.
card-news-deleted-some = A draft you were in has been deleted. All parties said yes.
card-news-deletion = { $name } wants to delete the draft. It is deleted when all parties have said yes.
card-news-invited = { $name } ({ $by }) asks whether you want to be in an application, for { $party }.
card-news-kept = { $name } wants to keep the draft. It will not be deleted.
card-news-left = { $name } has left the application.
card-news-removed = { $name } has been taken out of the application.

b-ask-person = Ask { $name }
b-delete = Delete the draft
b-join = Join
b-keep_draft = Keep the draft
b-leave = Leave
b-not-now = Not now
b-remove_member = Take out
b-replace = Replace
b-successor = Hand my place on

c-leave = leave | leave the application
c-remove_member = take out | remove person
c-replace = replace | replace person | hand my place on
c-keep_draft = keep the draft | keep draft
c-link = link identity | link account | link accounts
