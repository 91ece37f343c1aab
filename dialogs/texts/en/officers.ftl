### The secretariat’s channel: connecting it, and reading an application.

notice-shown = I have sent you the whole application in the personal chat.
m-try-again = Somebody else did something at the same moment. Please try again.
m-connect-in-channel = Write the code in the channel that is to have the notices, not here.
m-connected = This channel now gets notices of new applications in { $community }, and the questions to the secretariat.
m-connect-moved = The notices for { $community } now go to another channel.
m-connect-code-wrong = The code is not valid. Ask those who run the bot for a new one.
m-connect-no-roster = I cannot see who is in the team just now. The code is still valid; try again in a little while.
m-connect-replace-needed = { $community } already has a channel. Those who run the bot must make a code with --replace to move the notices.
