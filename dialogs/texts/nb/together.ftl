### Partene skriver sammen: forslag til hverandres felt, og hva som venter på hvem.

m-no-proposals = Ingen forslag venter på dere.
m-proposals-which = Flere forslag venter på dere. Skriv «godta» og nummeret, eller trykk på et av dem.
m-proposals-accepted = { $count ->
    [one] Godtatt. Det er deres eget svar nå.
   *[other] { $count } forslag er godtatt. De er deres egne svar nå.
}
m-own-kept = Svaret deres står. Forslaget er lagt bort.
m-say-it = Skriv det du vil si til forslaget. Alle som er med i søknaden, får se det.
m-said-it = Sendt til de andre. Forslaget står åpent til det er godtatt eller endret.
m-proposal-settled = Forslaget er avgjort i mellomtiden. Teksten din ligger ved siden av utkastet:
m-change-asked = Sendt til de andre kontaktene i søknaden. De kan svare deg, eller endre det selv.
m-change-not-asked = Feltet er borte, eller det er ikke plass til flere beskjeder. Teksten din ligger ved siden av utkastet:
m-answered-by-another = { $name } holder på med det som står igjen. Jeg spør deg ikke om det samme samtidig.
m-another-is-at-it = { $name } holder på med det samme nå.
m-news-at_once = Du får vite det når de andre endrer noe. Jeg samler det som skjer i løpet av fem minutter, i én beskjed. { $scope ->
    [here] Det gjelder bare denne søknaden.
   *[all] Det gjelder alle søknadene dine, unntatt dem du har valgt noe annet for.
 }
m-news-daily = Du får vite hva de andre har endret, én gang om dagen, klokka åtte. { $scope ->
    [here] Det gjelder bare denne søknaden.
   *[all] Det gjelder alle søknadene dine, unntatt dem du har valgt noe annet for.
 }
m-news-none = Du får ikke lenger vite hva de andre endrer. Forslag til dere og annet du må svare på, kommer likevel. { $scope ->
    [here] Det gjelder bare denne søknaden.
   *[all] Det gjelder alle søknadene dine, unntatt dem du har valgt noe annet for.
 }

card-proposals = Forslag
card-no-proposals = Ingen forslag venter på svar.
card-proposals-waiting = Venter på andre parter
card-more-proposals = … og { $count } til.
card-proposes = { $party } foreslår: { $value }. Godtar dere?
card-you-answered = Dere har svart
card-waits-for = { $party } foreslår: { $value }. Venter på { $owner }.
card-waits-for-nobody = { $party } foreslår: { $value }. Ingen er med for { $owner } ennå.
card-proposed-by = Forslag fra { $party }, som { $owner } ikke har godtatt ennå.
card-proposed-by-some = Forslag fra { $party }, som { $owner } ikke har godtatt ennå: { $fields }
card-stated-by = Opplyst av { $party }, ikke bekreftet av { $owner }.
card-stated-by-some = Opplyst av { $party }, ikke bekreftet av { $owner }: { $fields }
card-also-proposed = { $field }: { $party } foreslår { $value }
card-says = { $name } skriver
card-news-own-kept = { $party } holder fast på sitt eget svar.
card-news-remark = Svar på forslaget: { $field }
card-changes = Endret av de andre
card-more-changes = … og { $count } til. Alt står i oppsummeringen.
card-changed-lately = Endret siden de andre sist fikk beskjed. De får vite det nå:
card-answer-gone = Svaret er tatt bort.
card-answer-gone-was = Svaret er tatt bort. Før: { $was }
card-line-gone = En linje er fjernet.
card-news-setting = Beskjeder om endringer
card-was = { $value } (før: { $was })
card-news-now = Nå får du
card-news-means = Det gjelder alle søknadene dine, unntatt dem du har valgt noe annet for. Det handler om hva de andre endrer. Forslag til dere og annet du må svare på, kommer uansett.
card-news-means-here = Det gjelder bare denne søknaden, og hva de andre endrer i den. Forslag til dere og annet du må svare på, kommer uansett.
card-news-now-here = Fra denne søknaden får du
card-news-setting-here = Beskjeder fra denne søknaden
card-lacks = Mangler: { $what }
card-lacks-until = Mangler: { $what } – { $days ->
    [0] fristen er i dag
    [one] én dag igjen
   *[other] { $days } dager igjen
}
card-in-common = Felles for alle
card-list-more = { $list } og { $count } til
card-lacks-answers = { $count ->
    [one] svar på ett forslag
   *[other] svar på { $count } forslag
}

g-proposed = { $owner } har ikke svart på forslaget: { $field }

b-proposals = Se forslag
b-accept = Godta
b-accept_all = Godta alle
b-keep_own = Behold vårt svar
b-answer_proposal = Svar med ord
b-news = Beskjeder
b-news-at_once = Beskjed med en gang
b-news-daily = Én beskjed om dagen
b-news-none = Ingen beskjeder
b-news-here = Bare denne søknaden
b-news-as-elsewhere = Som for de andre søknadene

c-proposals = forslag | forslagene | vis forslag | se forslag
c-accept = godta | godta forslaget | godta forslag | godkjenn forslaget
c-accept_all = godta alle | godta alle forslagene | godta alt
c-keep_own = behold vårt svar | behold vårt | behold svaret vårt
c-answer_proposal = svar med ord | svar på forslaget | svar på forslag
c-news = beskjeder | varsler | beskjeder om endringer
c-news_at_once = beskjed med en gang | beskjeder med en gang | beskjeder straks
c-news_daily = én beskjed om dagen | beskjeder daglig | daglige beskjeder
c-news_none = ingen beskjeder | slå av beskjeder
c-news_here = beskjeder her | beskjeder fra denne søknaden | beskjeder i denne søknaden
c-news_here_as_elsewhere = beskjeder her som ellers | beskjeder som for de andre søknadene
c-news_here_at_once = beskjed med en gang her | beskjeder med en gang fra denne søknaden
c-news_here_daily = daglige beskjeder her | én beskjed om dagen fra denne søknaden | daglige beskjeder fra denne søknaden
c-news_here_none = ingen beskjeder her | ingen beskjeder fra denne søknaden
