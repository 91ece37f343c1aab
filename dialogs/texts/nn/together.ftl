### Partane skriv saman: framlegg til felta til kvarandre, og kva som ventar på kven.

m-no-proposals = Ingen framlegg ventar på dykk.
m-proposals-which = Fleire framlegg ventar på dykk. Skriv «godta» og nummeret, eller trykk på eitt av dei.
m-proposals-accepted = { $count ->
    [one] Godteke. Det er dykkar eige svar no.
   *[other] { $count } framlegg er godtekne. Dei er dykkar eigne svar no.
}
m-own-kept = Svaret dykkar står. Framlegget er lagt bort.
m-say-it = Skriv det du vil seie til framlegget. Alle som er med i søknaden, får sjå det.
m-said-it = Sendt til dei andre. Framlegget står ope til det er godteke eller endra.
m-proposal-settled = Framlegget er avgjort i mellomtida. Teksten din ligg ved sida av utkastet:
m-change-asked = Sendt til dei andre kontaktane i søknaden. Dei kan svare deg, eller endre det sjølve.
m-change-not-asked = Feltet er borte, eller det er ikkje plass til fleire beskjedar. Teksten din ligg ved sida av utkastet:
m-answered-by-another = { $name } held på med det som står att. Eg spør deg ikkje om det same samstundes.
m-another-is-at-it = { $name } held på med det same no.
m-news-at_once = Du får vite det når dei andre endrar noko. Eg samlar det som skjer i løpet av fem minutt, i éi melding. { $scope ->
    [here] Det gjeld berre denne søknaden.
   *[all] Det gjeld alle søknadene dine, unnateke dei du har valt noko anna for.
 }
m-news-daily = Du får vite kva dei andre har endra, éin gong om dagen, klokka åtte. { $scope ->
    [here] Det gjeld berre denne søknaden.
   *[all] Det gjeld alle søknadene dine, unnateke dei du har valt noko anna for.
 }
m-news-none = Du får ikkje lenger vite kva dei andre endrar. Framlegg til dykk og anna du må svare på, kjem likevel. { $scope ->
    [here] Det gjeld berre denne søknaden.
   *[all] Det gjeld alle søknadene dine, unnateke dei du har valt noko anna for.
 }

card-proposals = Framlegg
card-no-proposals = Ingen framlegg ventar på svar.
card-proposals-waiting = Ventar på andre partar
card-more-proposals = … og { $count } til.
card-proposes = { $party } gjer framlegg om: { $value }. Godtek de?
card-you-answered = De har svart
card-waits-for = { $party } gjer framlegg om: { $value }. Ventar på { $owner }.
card-waits-for-nobody = { $party } gjer framlegg om: { $value }. Ingen er med for { $owner } enno.
card-proposed-by = Framlegg frå { $party }, som { $owner } ikkje har godteke enno.
card-proposed-by-some = Framlegg frå { $party }, som { $owner } ikkje har godteke enno: { $fields }
card-stated-by = Opplyst av { $party }, ikkje stadfesta av { $owner }.
card-stated-by-some = Opplyst av { $party }, ikkje stadfesta av { $owner }: { $fields }
card-also-proposed = { $field }: { $party } gjer framlegg om { $value }
card-says = { $name } skriv
card-news-own-kept = { $party } held fast på sitt eige svar.
card-news-remark = Svar på framlegget: { $field }
card-changes = Endra av dei andre
card-more-changes = … og { $count } til. Alt står i oppsummeringa.
card-changed-lately = Endra sidan dei andre sist fekk beskjed. Dei får vite det no:
card-answer-gone = Svaret er teke bort.
card-answer-gone-was = Svaret er teke bort. Før: { $was }
card-line-gone = Ei linje er fjerna.
card-news-setting = Meldingar om endringar
card-was = { $value } (før: { $was })
card-news-now = No får du
card-news-means = Det gjeld alle søknadene dine, unnateke dei du har valt noko anna for. Det handlar om kva dei andre endrar. Framlegg til dykk og anna du må svare på, kjem uansett.
card-news-means-here = Det gjeld berre denne søknaden, og kva dei andre endrar i han. Framlegg til dykk og anna du må svare på, kjem uansett.
card-news-now-here = Frå denne søknaden får du
card-news-setting-here = Meldingar frå denne søknaden
card-lacks = Manglar: { $what }
card-lacks-until = Manglar: { $what } – { $days ->
    [0] fristen er i dag
    [one] éin dag att
   *[other] { $days } dagar att
}
card-in-common = Felles for alle partane
card-list-more = { $list } og { $count } til
card-lacks-answers = { $count ->
    [one] svar på eitt framlegg
   *[other] svar på { $count } framlegg
}

g-proposed = { $owner } har ikkje svart på framlegget: { $field }

b-proposals = Sjå framlegg
b-accept = Godta
b-accept_all = Godta alle
b-keep_own = Hald på svaret vårt
b-answer_proposal = Svar med ord
b-news = Meldingar
b-news-at_once = Melding med ein gong
b-news-daily = Éi melding om dagen
b-news-none = Ingen meldingar
b-news-here = Berre denne søknaden
b-news-as-elsewhere = Som for dei andre søknadene

c-proposals = framlegg | framlegga | vis framlegg | sjå framlegg | forslag
c-accept = godta | godta framlegget | godta framlegg | godkjenn framlegget
c-accept_all = godta alle | godta alle framlegga | godta alt
c-keep_own = hald på svaret vårt | hald på vårt svar | hald på vårt
c-answer_proposal = svar med ord | svar på framlegget | svar på framlegg
c-news = meldingar | varsel | meldingar om endringar
c-news_at_once = melding med ein gong | meldingar med ein gong | meldingar straks
c-news_daily = éi melding om dagen | meldingar dagleg | daglege meldingar
c-news_none = ingen meldingar | slå av meldingar
c-news_here = meldingar her | meldingar frå denne søknaden | meldingar i denne søknaden
c-news_here_as_elsewhere = meldingar her som elles | meldingar som for dei andre søknadene
c-news_here_at_once = melding med ein gong her | meldingar med ein gong frå denne søknaden
c-news_here_daily = daglege meldingar her | éi melding om dagen frå denne søknaden | daglege meldingar frå denne søknaden
c-news_here_none = ingen meldingar her | ingen meldingar frå denne søknaden
