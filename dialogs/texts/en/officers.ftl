### The secretariat's channel: connecting it, and reading an application.

notice-shown = I have sent you the whole application in our personal chat.
m-try-again = Somebody else did something at the same time. Try again.
m-connect-in-channel = Write the code in the channel that is to be notified, not here.
m-connected = This channel is now notified of new applications in { $community }.
m-connect-moved = The notices for { $community } now go to another channel.
m-connect-code-wrong = The code is not valid. Ask the operator of the bot for a new one.
m-connect-replace-needed = { $community } has a channel already. The operator of the bot must make a code with --replace to move the notices.
