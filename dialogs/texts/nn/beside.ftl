### Ved sida av skjemaet: fleire søknader, linjer, det som ikkje lenger blir spurt om, og det som er teke vare på.

m-started-another = Då begynner vi på ein ny søknad. Den du hadde open, er lagra; skriv «søknadene mine» for å gå tilbake til han:
b-show-question = Vis spørsmålet
b-open-other = Tilbake til den førre
m-help-more = Skriv «hjelp alt» for å sjå alt du kan skrive, eller «inviter» for å få med den andre parten. Dette spørsmålet er ope no:
m-which-near = Eg kjenner ikkje igjen denne kommunen. Meinte du ein av desse? Viss ikkje, skriv alle kommunane på nytt.
m-still-open = Spørsmålet står ope: { $question }
m-settled-already = Dette er det allereie svart på.
m-identity-number-out = Det såg ut som eit fødselsnummer. Eg har teke det ut og ikkje lagra det. Slett også meldinga di i Teams.
m-refused-control = Teksten har berre usynlege styreteikn. Skriv han på nytt.
m-delete-really = Er du heilt sikker? Alt i utkastet blir borte for godt.
m-enough-lines = Det er plass til { $most } linjer.
m-no-such-line = Den linja finst ikkje.
m-nothing-alike = Her er det ingen annan part å ta svara frå.
m-only-line = Det er berre éi linje. Du kan endre henne.
m-line-of-another = Denne kostnaden er det { $party } som betaler, og dei har gitt han opp sjølve. Dei kan fjerne han. De kan foreslå eit anna beløp.
m-rest-beside = Resten av det du skreiv, har eg teke vare på ved sida av utkastet:
m-no-room-beside = Det er ikkje plass til meir ved sida av utkastet, så denne teksten er ikkje lagra. Fjern noko av det som står der, med «fjern tekst 1», eller skriv «hald fram» for å svare på spørsmåla.
m-take-away = Skal denne teksten fjernast? Du kan ikkje angre.
m-text-removed = Teksten er fjerna.
m-no-such-text = Den teksten finst ikkje.
m-which-text = Skriv nummeret òg, til dømes «fjern tekst 1».

card-applications-hint = Skriv «opne» og nummeret for å opne ein søknad.
card-set-aside = Ved sida av utkastet
card-set-aside-why = Dette er skrive utan at det vart eit svar. Det blir ikkje sendt.
card-changed = Sjå over svara etter endringa
card-parts = Svara, del for del
card-part-name = Del { $part }: { $section }
card-part-batch = { $part } ({ $batch } av { $batches })
card-part-state = { $answers } svar. { $missing ->
    [0] Ingenting manglar.
    [one] Éin ting manglar eller må rettast.
   *[other] { $missing } ting manglar eller må rettast.
}
card-parts-hint = Skriv «vis del 5» for å sjå ein del, eller «vis alle svara» for å sjå alt på éin gong.
card-and-more-not-kept = … og { $count } teikn til, som ikkje er lagra.
card-set-aside-count = { $count ->
    [one] Éin tekst som ikkje vart eit svar
   *[other] { $count } tekstar som ikkje vart svar
}

b-remove_aside = Fjern teksten
b-away = Fjern
b-show = Vis
b-same-as = Same som { $party }
b-part = Vis del { $part }: { $section }
b-summary_all = Vis alle svara
b-summary_beside = Vis det som står ved sida av

e-no_longer = Svaret passar ikkje lenger. Svar på nytt.
e-too_many = Det er { $count }. Eg kan ta imot { $most }.
e-amount_one_year = Skriv eitt beløp for denne linja, og legg til ei linje for kvart år.

c-summary_all = vis alle svara | vis alt | alle svara | heile oppsummeringa
c-summary_beside = vis det som står ved sida av | vis det ved sida av | ved sida av utkastet | ved sida av
c-part = vis del
c-help_all = hjelp alt | alle kommandoar | kommandoar | kva kan eg skrive
c-add_line = legg til kostnad | legg til ein kostnad | legg til linje | ny kostnad | ny linje
c-remove_aside = fjern teksten | fjern tekst | slett teksten | slett tekst
c-same = same | same som | det same | det same som | same som over | same som sist | same person | likt som
c-remove_line = fjern linja | fjern linje | slett linja | slett linje | fjern kostnad | slett kostnad | fjern kostnaden
