### Samtalen i eit terminalvindauge.

m-terminal-intro =
    Skriv her som i Teams. «[2]» trykkjer på knapp 2. «b=250 000» fyller felt b; «Lagre» tek imot heile kortet.
    Ei linje som sluttar med \ held fram på den neste. Ctrl-D avsluttar.
m-terminal-no-button = Her er det ingen knapp { $number }.
m-terminal-save = Lagre fila her
m-terminal-end = Alt er lagra.
