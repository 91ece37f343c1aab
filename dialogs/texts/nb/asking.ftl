### Spørsmål om ordningen, og til sekretariatet: det boten sier, knappene, og det folk skriver.

## Svar fra kildene

m-not-found = Dette finner jeg ikke i kildene.
m-not-found-beside = Dette finner jeg ikke i kildene. Spørsmålet er ikke lagret som svar i søknaden.
m-not-looked-up = Jeg får ikke slått opp akkurat nå. Still spørsmålet en gang til om litt.
m-no-such-entry = Det svaret finnes ikke lenger. Still spørsmålet på nytt.
m-no-such-answer = Spørsmålet det gjaldt, er ikke åpent lenger. Skriv svaret en gang til.
m-nothing-more = Det er ikke mer å vise.
m-fits = Så bra!
m-fits-not = Takk for at du sier fra. Et menneske ser på svaret. Prøv gjerne med andre ord, eller spør sekretariatet.
m-thanks = Bare hyggelig!
m-which-community = Svaret er ikke det samme overalt. Hvilket helsefellesskap hører du til?
m-which-secretariat = Hvilket helsefellesskap hører du til? Da vet jeg hvilket sekretariat som skal ha spørsmålet.
m-privacy-questions = Spørsmål jeg ikke har et godt svar på, tar jeg vare på i { $days } dager, uten navnet ditt, så noen kan skrive bedre svar. Et spørsmål du sender sekretariatet, ser de som er med i kanalen deres.

card-ask-personally = I den personlige samtalen kan jeg sende spørsmålet til sekretariatet for deg.
card-meant = Mente du ett av disse? Trykk, eller skriv nummeret.
card-known = Dette sier kildene:
card-see-also = Se også
card-fits = Passet svaret?
card-fitted = Du sa at svaret passet. Takk!
card-not-fitted = Du sa at svaret ikke passet. Takk!
card-about-field = Spørsmål og svar om dette feltet

k-proposed = Kilden er et forslag, ikke et vedtak.
k-partly-proposed = Noe av dette er forslag, ikke vedtak.
k-past = Datoen { $day } er passert.
k-past-year = Dette gjaldt { $year }.

b-more = Mer
b-none_of_these = Ingen av disse
b-was_answer = Dette var svaret mitt

## Å spørre sekretariatet

m-write-inquiry = Skriv spørsmålet til sekretariatet. Du får se det før det blir sendt.
m-not-passed-on = Det spørsmålet sender jeg ikke videre, for det kan handle om en bestemt person.
m-inquiry-too-long = Spørsmålet er på { $length } tegn. Sekretariatet kan få { $maximum }. Skriv det kortere.
m-inquiry-nobody = Sekretariatet for { $community } er ikke koblet til her, så jeg får ikke sendt det. Spør dem slik dere pleier, eller spør kommunen eller helseforetaket ditt.
m-inquiry-nowhere = Jeg kjenner ikke sekretariatet deres, så jeg får ikke sendt det. Spør kommunen eller helseforetaket ditt.
m-inquiry-enough = Du har { $most } spørsmål som sekretariatet ikke har svart på ennå. Vent på svar før du sender et nytt.
m-inquiry-sent = Jeg sender spørsmålet { $reference } til sekretariatet. Svaret kommer her, også om det tar noen dager.
m-inquiry-not-sent = Greit, spørsmålet er ikke sendt.

card-inquiry-send = Send dette til sekretariatet?
card-inquiry-text = Spørsmålet
card-inquiry-field = Gjelder feltet
card-inquiry-reference = Referanse
card-inquiry-organisation = Hvilken kommune eller hvilket sykehus spør du for? (valgfritt)
card-inquiry-organisation-long = Skriv navnet kortere.
card-inquiry-only-this = Sekretariatet får bare det som står her. Ingenting fra utkastet og ingen e-postadresse blir med.
card-inquiry-no-person = Ta bort navn og annet om enkeltpersoner før du sender.
card-inquiry-about = Spørsmålet { $reference }
card-inquiry-answer = Svaret
card-inquiry-by = Svar fra { $name }, sekretariatet for { $community }, { $at }
card-inquiry-short-by = Svar fra { $name }
card-inquiry-closed = Sekretariatet for { $community } har lukket spørsmålet uten å svare her. Spør dem slik dere pleier.
card-inquiry-yours = Du spurte
card-inquiry-failed = Jeg fikk ikke levert spørsmålet { $reference } til sekretariatet for { $community }. Spør dem slik dere pleier.
card-inquiries = Spørsmålene dine til sekretariatet
card-no-inquiries = Du har ikke sendt noen spørsmål til sekretariatet.
card-more-inquiries = … og { $count } eldre.
card-state-open = Sendt
card-state-taken = Noen ser på det
card-state-answered = Besvart
card-state-closed = Lukket uten svar

b-ask_secretariat = Spør sekretariatet
b-inquiries = Mine spørsmål
b-send_inquiry = Send spørsmålet
b-keep_inquiry = Ikke send
b-ask_something_else = Skriv et annet

## I sekretariatets kanal

notice-inquiry = Spørsmål { $reference }
notice-inquiry-from = Spurt på vegne av
notice-inquiry-at = Spurt
notice-inquiry-taken = Tatt av { $name }, { $at }
notice-inquiry-answered = Besvart av { $name }, { $at }
notice-inquiry-closed = Lukket av { $name }, { $at }
notice-inquiry-take = Jeg tar det
notice-inquiry-write = Svar
notice-inquiry-send = Send svaret
notice-inquiry-close = Lukk uten svar
notice-inquiry-answer-label = Svaret
notice-inquiry-answer-long = Skriv svaret med høyst { $maximum } tegn.
notice-inquiry-seen = Den som spurte, får svaret med navnet ditt. Skriv ikke om enkeltpersoner.
notice-inquiry-empty = Skriv svaret først.
notice-inquiry-digits = Svaret har elleve siffer som kan være et fødselsnummer. Ingenting er lagret. Skriv det uten.
notice-told-waiting = Ikke levert til den som spurte ennå.
notice-told-uncertain = Ikke sikkert levert til den som spurte ennå. Jeg prøver igjen.
notice-told-delivered = Levert til den som spurte.
notice-told-failed = Ikke levert. Den som spurte, tar ikke imot meldinger fra meg lenger.

## Det folk skriver: flere måter skilt med |

c-more = mer | vis mer | les mer | fortell mer
c-fits = passet | det passet | svaret passet | bra svar
c-fits_not = passet ikke | det passet ikke | svaret passet ikke | feil svar
c-was_answer = dette var svaret mitt | det var svaret | det var svaret mitt | det var et svar | lagre som svar
c-ask_secretariat = spør sekretariatet | spør sekretariat | kontakt sekretariatet | send til sekretariatet | spør et menneske
c-inquiries = mine spørsmål | spørsmålene mine
c-thanks = takk | tusen takk | mange takk | takk skal du ha | takk for hjelpen
c-none_of_these = ingen av disse | ingen av dem | ingen
c-number-1 = 1 | nr 1 | nr. 1 | nummer 1 | første | den første | ett
c-number-2 = 2 | nr 2 | nr. 2 | nummer 2 | andre | den andre | to
c-number-3 = 3 | nr 3 | nr. 3 | nummer 3 | tredje | den tredje | tre
