### The conversation in a terminal.

m-terminal-intro =
    Write here as in Teams. [2] presses button 2. A field of the card is filled by its letter, as in b=250 000; the button Save takes the whole card.
    A line that ends in \ goes on in the next. Ctrl-D ends.
m-terminal-no-button = There is no button { $number } here.
m-terminal-save = Save the file here
m-terminal-end = Everything is saved.
