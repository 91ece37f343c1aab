### Sekretariatets kanal: å koble til og å lese en søknad.

notice-shown = Jeg har sendt deg hele søknaden i den personlige samtalen.
m-try-again = Noen andre gjorde noe samtidig. Prøv igjen.
m-connect-in-channel = Skriv koden i kanalen som skal ha varslene, ikke her.
m-connected = Denne kanalen får nå varsler om nye søknader i { $community }, og spørsmålene til sekretariatet.
m-connect-moved = Varslene for { $community } går nå til en annen kanal.
m-connect-code-wrong = Koden gjelder ikke. Be den som driver boten, om en ny.
m-connect-no-roster = Jeg får ikke sett hvem som er med i teamet akkurat nå. Koden gjelder fortsatt; prøv igjen om litt.
m-connect-replace-needed = { $community } har allerede en kanal. Den som driver boten, må lage en kode med --replace for å flytte varslene.
