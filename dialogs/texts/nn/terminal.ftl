### Samtalen i eit terminalvindauge.

m-terminal-intro =
    Skriv her som i Teams. [2] trykkjer på knapp 2. Eit felt på kortet fyller du med bokstaven sin, som b=250 000; knappen Lagre tek imot heile kortet.
    Ei linje som sluttar med \ held fram på den neste. Ctrl-D avsluttar.
m-terminal-no-button = Det finst ingen knapp { $number } her.
m-terminal-save = Lagre fila her
m-terminal-end = Alt er lagra.
