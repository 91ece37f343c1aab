### Ved siden av skjemaet: flere søknader, linjer, det som ikke lenger spørres om, og det som er tatt vare på.

m-started-another = Da begynner vi på en ny søknad. Den du hadde åpen, er lagret; skriv «mine søknader» for å gå tilbake til den:
b-show-question = Vis spørsmålet
b-open-other = Tilbake til den forrige
m-help-more = Skriv «hjelp alt» for å se alt du kan skrive, eller «inviter» for å få med den andre parten. Dette spørsmålet er åpent nå:
m-which-near = Jeg kjenner ikke igjen denne kommunen. Mente du en av disse? Hvis ikke, skriv alle kommunene på nytt.
m-still-open = Spørsmålet står åpent: { $question }
m-settled-already = Dette er det allerede svart på.
m-identity-number-out = Det så ut som et fødselsnummer. Jeg har tatt det ut og ikke lagret det. Slett også meldingen din i Teams.
m-refused-control = Teksten har bare usynlige styretegn. Skriv den på nytt.
m-delete-really = Er du helt sikker? Alt i utkastet blir borte for godt.
m-enough-lines = Det er plass til { $most } linjer.
m-no-such-line = Den linjen finnes ikke.
m-nothing-alike = Her er det ingen annen part å ta svarene fra.
m-only-line = Det er bare én linje. Du kan endre den.
m-line-of-another = Denne kostnaden er det { $party } som betaler, og de har oppgitt den selv. De kan fjerne den. Dere kan foreslå et annet beløp.
m-rest-beside = Resten av det du skrev, har jeg tatt vare på ved siden av utkastet:
m-no-room-beside = Det er ikke plass til mer ved siden av utkastet, så denne teksten er ikke lagret. Fjern noe av det som står der, med «fjern tekst 1», eller skriv «fortsett» for å svare på spørsmålene.
m-take-away = Skal denne teksten fjernes? Du kan ikke angre.
m-text-removed = Teksten er fjernet.
m-no-such-text = Den teksten finnes ikke.
m-which-text = Skriv nummeret også, for eksempel «fjern tekst 1».

card-applications-hint = Skriv «åpne» og nummeret for å åpne en søknad.
card-set-aside = Ved siden av utkastet
card-set-aside-why = Dette er skrevet uten at det ble et svar. Det blir ikke sendt.
card-changed = Se over svarene etter endringen
card-parts = Svarene, del for del
card-part-name = Del { $part }: { $section }
card-part-batch = { $part } ({ $batch } av { $batches })
card-part-state = { $answers } svar. { $missing ->
    [0] Ingenting mangler.
    [one] Én ting mangler eller må rettes.
   *[other] { $missing } ting mangler eller må rettes.
}
card-parts-hint = Skriv «vis del 5» for å se en del, eller «vis alle svarene» for å se alt på én gang.
card-and-more-not-kept = … og { $count } tegn til, som ikke er lagret.
card-set-aside-count = { $count ->
    [one] Én tekst som ikke ble et svar
   *[other] { $count } tekster som ikke ble svar
}

b-remove_aside = Fjern teksten
b-away = Fjern
b-show = Vis
b-same-as = Samme som { $party }
b-part = Vis del { $part }: { $section }
b-summary_all = Vis alle svarene
b-summary_beside = Vis det som står ved siden av

e-no_longer = Svaret passer ikke lenger. Svar på nytt.
e-too_many = Det er { $count }. Jeg kan ta imot { $most }.
e-amount_one_year = Skriv ett beløp for denne linjen, og legg til en linje for hvert år.

c-summary_all = vis alle svarene | vis alt | alle svarene | hele oppsummeringen
c-summary_beside = vis det som står ved siden av | vis det ved siden av | ved siden av utkastet | ved siden av
c-part = vis del
c-help_all = hjelp alt | alle kommandoer | kommandoer | hva kan jeg skrive
c-add_line = legg til kostnad | legg til en kostnad | legg til linje | ny kostnad | ny linje
c-remove_aside = fjern teksten | fjern tekst | slett teksten | slett tekst
c-same = samme | samme som | det samme | det samme som | samme som over | samme som sist | som over | samme person | likt som
c-remove_line = fjern linjen | fjern linje | slett linjen | slett linje | fjern kostnad | slett kostnad | fjern kostnaden
