### Spørsmål om ordninga, og til sekretariatet: det boten seier, knappane, og det folk skriv.

## Svar frå kjeldene

m-not-found = Dette finn eg ikkje i kjeldene.
m-not-found-beside = Dette finn eg ikkje i kjeldene. Spørsmålet er ikkje lagra som svar i søknaden.
m-not-looked-up = Eg får ikkje slått opp akkurat no. Still spørsmålet ein gong til om litt.
m-no-such-entry = Det svaret finst ikkje lenger. Still spørsmålet på nytt.
m-no-such-answer = Spørsmålet det galdt, er ikkje ope lenger. Skriv svaret ein gong til.
m-nothing-more = Det er ikkje meir å vise.
m-fits = Så bra!
m-fits-not = Takk for at du seier frå. Eit menneske ser på svaret. Prøv gjerne med andre ord, eller spør sekretariatet.
m-thanks = Berre hyggeleg!
m-which-community = Svaret er ikkje det same overalt. Kva helsefellesskap høyrer du til?
m-which-secretariat = Kva helsefellesskap høyrer du til? Då veit eg kva sekretariat som skal ha spørsmålet.
m-privacy-questions = Spørsmål eg ikkje har eit godt svar på, tek eg vare på i { $days } dagar, utan namnet ditt, så nokon kan skrive betre svar. Eit spørsmål du sender sekretariatet, ser dei som er med i kanalen deira.

card-ask-personally = I den personlege samtalen kan eg sende spørsmålet til sekretariatet for deg.
card-meant = Meinte du eitt av desse? Trykk, eller skriv nummeret.
card-known = Dette seier kjeldene:
card-see-also = Sjå også
card-fits = Passa svaret?
card-fitted = Du sa at svaret passa. Takk!
card-not-fitted = Du sa at svaret ikkje passa. Takk!
card-about-field = Spørsmål og svar om dette feltet

k-proposed = Kjelda er eit framlegg, ikkje eit vedtak.
k-partly-proposed = Noko av dette er framlegg, ikkje vedtak.
k-past = Datoen { $day } er passert.
k-past-year = Dette galdt { $year }.

b-more = Meir
b-none_of_these = Ingen av desse
b-was_answer = Dette var svaret mitt

## Å spørje sekretariatet

m-write-inquiry = Skriv spørsmålet til sekretariatet. Du får sjå det før det blir sendt.
m-not-passed-on = Det spørsmålet sender eg ikkje vidare, for det kan handle om ein bestemt person.
m-inquiry-too-long = Spørsmålet er på { $length } teikn. Sekretariatet kan få { $maximum }. Skriv det kortare.
m-inquiry-nobody = Sekretariatet for { $community } er ikkje kopla til her, så eg får ikkje sendt det. Spør dei slik de plar, eller spør kommunen eller helseføretaket ditt.
m-inquiry-nowhere = Eg kjenner ikkje sekretariatet dykkar, så eg får ikkje sendt det. Spør kommunen eller helseføretaket ditt.
m-inquiry-enough = Du har { $most } spørsmål som sekretariatet ikkje har svart på enno. Vent på svar før du sender eit nytt.
m-inquiry-sent = Eg sender spørsmålet { $reference } til sekretariatet. Svaret kjem her, også om det tek nokre dagar.
m-inquiry-not-sent = Greitt, spørsmålet er ikkje sendt.

card-inquiry-send = Sende dette til sekretariatet?
card-inquiry-text = Spørsmålet
card-inquiry-field = Gjeld feltet
card-inquiry-reference = Referanse
card-inquiry-organisation = Kva kommune eller kva sjukehus spør du for? (valfritt)
card-inquiry-organisation-long = Skriv namnet kortare.
card-inquiry-only-this = Sekretariatet får berre det som står her. Ingenting frå utkastet og inga e-postadresse blir med.
card-inquiry-no-person = Ta bort namn og anna om enkeltpersonar før du sender.
card-inquiry-about = Spørsmålet { $reference }
card-inquiry-answer = Svaret
card-inquiry-by = Svar frå { $name }, sekretariatet for { $community }, { $at }
card-inquiry-short-by = Svar frå { $name }
card-inquiry-closed = Sekretariatet for { $community } har lukka spørsmålet utan å svare her. Spør dei slik de plar.
card-inquiry-yours = Du spurde
card-inquiry-failed = Eg fekk ikkje levert spørsmålet { $reference } til sekretariatet for { $community }. Spør dei slik de plar.
card-inquiries = Spørsmåla dine til sekretariatet
card-no-inquiries = Du har ikkje sendt nokon spørsmål til sekretariatet.
card-more-inquiries = … og { $count } eldre.
card-state-open = Sendt
card-state-taken = Nokon ser på det
card-state-answered = Svart på
card-state-closed = Lukka utan svar

b-ask_secretariat = Spør sekretariatet
b-inquiries = Spørsmåla mine
b-send_inquiry = Send spørsmålet
b-keep_inquiry = Ikkje send
b-ask_something_else = Skriv eit anna

## I kanalen til sekretariatet

notice-inquiry = Spørsmål { $reference }
notice-inquiry-from = Spurt på vegner av
notice-inquiry-at = Spurt
notice-inquiry-taken = Teke av { $name }, { $at }
notice-inquiry-answered = Svart på av { $name }, { $at }
notice-inquiry-closed = Lukka av { $name }, { $at }
notice-inquiry-take = Eg tek det
notice-inquiry-write = Svar
notice-inquiry-send = Send svaret
notice-inquiry-close = Lukk utan svar
notice-inquiry-answer-label = Svaret
notice-inquiry-answer-long = Skriv svaret med høgst { $maximum } teikn.
notice-inquiry-seen = Den som spurde, får svaret med namnet ditt. Skriv ikkje om enkeltpersonar.
notice-inquiry-empty = Skriv svaret først.
notice-inquiry-digits = Svaret har elleve siffer som kan vere eit fødselsnummer. Ingenting er lagra. Skriv det utan.
notice-told-waiting = Ikkje levert til den som spurde enno.
notice-told-uncertain = Ikkje sikkert levert til den som spurde enno. Eg prøver igjen.
notice-told-delivered = Levert til den som spurde.
notice-told-failed = Ikkje levert. Den som spurde, tek ikkje imot meldingar frå meg lenger.

## Det folk skriv: fleire måtar skilde med |

c-more = meir | vis meir | les meir | fortel meir
c-fits = passa | det passa | svaret passa | bra svar
c-fits_not = passa ikkje | det passa ikkje | svaret passa ikkje | feil svar
c-was_answer = dette var svaret mitt | det var svaret | det var svaret mitt | det var eit svar | lagre som svar
c-ask_secretariat = spør sekretariatet | spør sekretariat | kontakt sekretariatet | send til sekretariatet | spør eit menneske
c-inquiries = mine spørsmål | spørsmåla mine
c-thanks = takk | tusen takk | mange takk | takk skal du ha | takk for hjelpa
c-none_of_these = ingen av desse | ingen av dei | ingen
c-number-1 = 1 | nr 1 | nr. 1 | nummer 1 | første | den første | fyrste | den fyrste
c-number-2 = 2 | nr 2 | nr. 2 | nummer 2 | andre | den andre | to
c-number-3 = 3 | nr 3 | nr. 3 | nummer 3 | tredje | den tredje | tre
