### Samtalen i et terminalvindu.

m-terminal-intro =
    Skriv her som i Teams. [2] trykker på knapp 2. Et felt på kortet fyller du med bokstaven sin, som b=250 000; knappen Lagre tar imot hele kortet.
    En linje som slutter med \ fortsetter på den neste. Ctrl-D avslutter.
m-terminal-no-button = Her er det ingen knapp { $number }.
m-terminal-save = Lagre filen her
m-terminal-end = Alt er lagret.
