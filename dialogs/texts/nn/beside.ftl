### Ved sida av skjemaet: fleire søknader, linjer, det som ikkje lenger blir spurt om, og det som er teke vare på.

m-started-another = Då begynner vi på ein ny søknad. Den du hadde open, er lagra; skriv «søknadene mine» for å gå tilbake til han:
b-open-other = Tilbake til den førre
m-help-more = Skriv «hjelp alt» for å sjå alt du kan skrive. Dette spørsmålet er ope no:
m-which-near = Eg kjenner ikkje igjen denne kommunen. Meinte du ein av desse? Viss ikkje, skriv alle kommunane på nytt.
m-settled-already = Dette er det allereie svart på.
m-identity-number-out = Det såg ut som eit fødselsnummer. Eg har teke det ut og ikkje lagra det. Slett også meldinga di i Teams.
m-refused-control = Teksten har berre usynlege styreteikn. Skriv han på nytt.
m-delete-really = Er du heilt sikker? Alt i utkastet blir borte for godt.
m-enough-lines = Det er plass til { $most } linjer.
m-no-such-line = Den linja finst ikkje.
m-only-line = Det er berre éi linje. Du kan endre henne.

card-applications-hint = Skriv «opne» og nummeret for å opne ein søknad.
card-set-aside = Ved sida av utkastet
card-set-aside-why = Dette skreiv du utan at det vart eit svar. Det blir ikkje sendt.

e-no_longer = Svaret passar ikkje lenger. Svar på nytt.
e-too_many = Det er { $count }. Eg kan ta imot { $most }.
e-amount_one_year = Skriv eitt beløp for denne linja, og legg til ei linje for kvart år.

c-help_all = hjelp alt | alle kommandoar | kommandoar | kva kan eg skrive
c-add_line = legg til kostnad | legg til ein kostnad | legg til linje | ny kostnad | ny linje
c-remove_line = fjern linja | fjern linje | slett linja | slett linje | fjern kostnad | slett kostnad | fjern kostnaden
