### Kanalen til sekretariatet: å kople til og å lese ein søknad.

notice-shown = Eg har sendt deg heile søknaden i den personlege samtalen.
m-try-again = Nokon andre gjorde noko samtidig. Prøv igjen.
m-connect-in-channel = Skriv koden i kanalen som skal ha varsla, ikkje her.
m-connected = Denne kanalen får no varsel om nye søknader i { $community }, og spørsmåla til sekretariatet.
m-connect-moved = Varsla for { $community } går no til ein annan kanal.
m-connect-code-wrong = Koden gjeld ikkje. Be den som driv boten, om ein ny.
m-connect-no-roster = Eg får ikkje sett kven som er med i teamet akkurat no. Koden gjeld framleis; prøv igjen om litt.
m-connect-replace-needed = { $community } har allereie ein kanal. Den som driv boten, må lage ein kode med --replace for å flytte varsla.
