### Kven som er med: partane, invitasjonar, å sleppe inn, og meldingar til dei andre.

m-parties-first = Fyll ut kven som søkjer først: helseføretak og kommunar.
m-party-known = Eg reknar med at du er med for { $party }.
m-party-chosen = Du er med for { $party }.
m-party-taken = Du kan ikkje velje { $party } her: De er fleire i søknaden, og kvar part bestemmer sjølv kven som er med.
m-party-stays = Berre ein part sjølv kan gå ut av søknaden. Står framleis mellom partane: { $parties }.
m-own-party-first = Sei først kven du sjølv er med for. Skriv så «inviter» igjen.
m-invited-enough = Det er { $most } invitasjonar ute. Trekk tilbake nokre av dei først; skriv «kven er med».
m-members-enough = Det er plass til { $most } personar i ein søknad.
m-no-such-invitation = Eg finn ikkje den invitasjonen. Skriv «kven er med» for å sjå dei.
m-invitation-revoked = Invitasjonen er trekt tilbake. Koden gjeld ikkje lenger.
m-join-how = Skriv «bli med» og koden du har fått.
m-code-wrong = Koden gjeld ikkje. Be den som inviterte deg, om ein ny.
m-join-asked = Takk. Eg har spurt dei som er med i søknaden. Du får svar her.
m-nobody-waits = Ingen ventar på å bli sleppte inn, eller nokon har svart allereie.
m-not-yours-to-admit = Det er kontaktane i { $party } som bestemmer kven som er med der.
m-admitted = { $name } er med i søknaden no.
m-declined = { $name } er ikkje sleppt inn.
m-reader-only = Du kan lese denne søknaden, men ikkje endre han.

card-which-party = Kven er du med for?
card-which-party-why = Kvar part bestemmer over sitt eige. Du kan svare når som helst; det stoppar ingenting.
card-which-party-label = Part
card-whom-to-invite = Kven vil de invitere?
card-the-secretariat = Sekretariatet i helsefellesskapet
card-reader-may = Kan lese utkastet, og endrar ingenting.
card-reader = Les med
card-is-in = Med: { $names }
card-nobody-in = Ingen er med enno.
card-invitation = Invitasjon
card-invited-for = Gjeld
card-code = Kode
card-code-how = Send koden til den du vil ha med. Personen skriv «bli med { $code }» til meg i sin eigen personlege samtale.
card-code-typed = bli med
card-code-link = Eller send denne lenkja
card-code-web = Har personen ikkje appen i Teams, så send denne lenkja i staden
card-code-tenant = Berre kontoar i Teams-organisasjonen til parten kan bruke han.
card-code-until = Koden gjeld éin gong, til { $until }. Den som bruker han, ser ingenting av søknaden før ein av dykk har sett kven det er, og sleppt inn.
card-members = Kven som er med
card-party-not-said = Har ikkje sagt kven dei er med for
card-party-not-among = Parten er ikkje mellom søkjarane lenger
card-guest = gjest
card-waiting = Ventar på å bli sleppte inn
card-invited = Inviterte
card-invited-until = Koden gjeld til { $until }.
card-wants-in = Vil vere med for { $party }
card-no-name = utan namn
card-account-of = Kontoen høyrer til
card-tenant-not-known = ein Teams-organisasjon eg ikkje kjenner
card-secretariat-of = sekretariatet i { $community }
card-same-tenant = Det er den same Teams-organisasjonen som din eigen.
card-is-guest = Gjest i den organisasjonen.
card-is-no-guest = Ikkje gjest.
card-guest-not-known = Eg veit ikkje om det er ein gjest.
card-replaces = Kjem i staden for { $name }.
card-admit-means = Slepper du inn, ser personen heile søknaden og kan skrive i han. Kjenner du ikkje personen, så spør først.
card-about-application = Søknaden
card-news-notice = Nytt i ein søknad
card-news-admitted = Du er sleppt inn. Du er med for: { $party }
card-news-declined = Du vart ikkje sleppt inn i søknaden. Snakk med den som inviterte deg.
card-news-joined = { $name } er med no, for: { $party }

b-choose = Vel
b-other_party = Vel ein annan part
b-invite = Inviter
b-revoke = Trekk tilbake
b-admit = Slepp inn
b-decline = Ikkje slepp inn
b-members = Kven er med

c-party = parten min | vel part | vel ein annan part | eg er med for
c-invite = inviter | inviter nokon | inviter den andre parten
c-revoke = trekk tilbake | trekk tilbake invitasjonen | trekk tilbake invitasjon
c-join = bli med
c-admit = slepp inn
c-decline = ikkje slepp inn | slepp ikkje inn
c-members = kven er med | kven har tilgang | kven er med i søknaden | deltakarar
c-the-secretariat = sekretariatet | sakshandsamar | sakshandsamaren

m-leave-sure = Vil du gå ut av søknaden? Du ser han ikkje lenger og får ingen fleire meldingar om han. Det du har skrive, blir ståande.
m-left = Du er ikkje lenger med i søknaden.
m-last-of-party = Du er den einaste som er med for parten din. Gi plassen vidare til ein annan før du går ut.
m-handed-over = { $name } har teke over plassen din. Du er ikkje lenger med i søknaden.
m-no-such-member = Eg finn ikkje den personen i søknaden. Skriv «kven er med» for å sjå alle.
m-not-your-party = { $name } er med for ein annan part. Kvar part bestemmer sjølv kven som er med der.
m-remove-sure = Skal { $name } ut av søknaden? Personen ser han ikkje lenger og får ingen fleire meldingar om han.
m-removed = { $name } er teken ut av søknaden.
m-delete-shared = De er fleire partar i søknaden. Utkastet blir sletta først når alle har sagt ja. Vil du slette det?
m-delete-waits = Utkastet blir sletta når desse òg har sagt ja: { $parties }. Til då er alt som før.
m-nobody-deletes = Ingen har bede om at utkastet skal slettast.
m-draft-kept = Utkastet blir verande. Dei andre får vite det.
m-person-asked = Eg har spurt { $name }. Svarer personen ja, ser du kven det er, før nokon blir sleppt inn.
m-name-asked = Kjenner eg nokon med akkurat dette namnet hos { $party }, har dei fått spørsmålet no. Høyrer du ingenting, så skriv «inviter» og gi dei koden sjølv.
m-invited-to = { $number }. { $name } ({ $by }) spør om du vil vere med i ein søknad i { $community }, for { $party }. Skriv «bli med 1», eller trykk her:
m-link-sure = Koden er frå { $name } i Teams-organisasjonen { $tenant }. Er det deg sjølv? Då blir dei to kontoane éin person her: Alt den eine er med i, er den andre med i.
m-linked = Kontoane er kopla saman. Du finn alt under «søknadene mine».
m-linked-there = Denne kontoen er kopla saman med { $name } i Teams-organisasjonen { $tenant }. Var det ikkje deg, så sei frå til den som driv boten.
m-linked-two-parties = Dei to kontoane er med for kvar sin part i same søknad. Éin person kan berre vere med for éin part. Gå ut av den eine først.

card-asked-until = Spurd. Kan svare til { $until }.
card-invite-by-name = Er det nokon som har brukt meg før, kan du skrive namnet og parten: «inviter Kari Eksempel, Bygland».
card-days-left = { $days ->
    [0] Fristen er i dag.
    [one] Éin dag att til fristen.
   *[other] { $days } dagar att til fristen.
}
card-party-lacks-nothing = Ingenting manglar her.
card-somebody-waits = Nokon ventar på å bli sleppt inn.
card-sent-by = Send av { $name }.
card-who-has-access = Desse ser søknaden
card-link = Kople saman to kontoar
card-link-how = Skriv «kople identitet { $code }» til meg frå den andre kontoen din innan 15 minutt.
card-link-warning = Gi aldri koden til andre: Den som skriv han, blir den same personen som deg her.
card-news-deleted = Eit utkast du var med i, er sletta: { $community }, { $year }. Alle partane sa ja.
card-news-deleted-some = Eit utkast du var med i, er sletta. Alle partane sa ja.
card-news-deletion = { $name } vil slette utkastet. Det blir sletta når alle partane har sagt ja.
card-news-invited = { $name } ({ $by }) spør om du vil vere med i ein søknad, for { $party }.
card-news-kept = { $name } vil ha utkastet verande. Det blir ikkje sletta.
card-news-left = { $name } har gått ut av søknaden.
card-news-removed = { $name } er teken ut av søknaden.

b-ask-person = Spør { $name }
b-delete = Slett utkastet
b-join = Bli med
b-keep_draft = Behald utkastet
b-leave = Meld deg ut
b-not-now = Ikkje no
b-remove_member = Ta ut
b-replace = Byt ut
b-successor = Gi plassen vidare

c-leave = meld meg ut | meld deg ut | gå ut av søknaden | forlat søknaden
c-remove_member = ta ut | ta ut person | fjern person
c-replace = byt ut | byt ut person | gi plassen vidare
c-keep_draft = behald utkastet | behald utkast
c-link = kople identitet | kople konto | kople saman kontoar
