"""Which of the three languages a question is written in, told by small words and endings that only one of them has."""

# Norwegian on purpose: words that are looked for in what people write, never words that people read from here.

from __future__ import annotations

import re

from dialogs.evidence import Language

LONGEST_READ = 1_000
"""Characters of a text that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BOKMAL = _words(
    """
    jeg ikke hva hvem hvor hvordan hvorfor hvilken hvilket hvilke noe noen være fra uten også mye dere hun hjemme
    gjør gjøre selv vet tilskudd tilskuddet søker søkere kommuner helseforetak helseforetaket enighet utlysning
    utlysningen sykehus sykehuset nå begynne en et hele holder sammen sier kommer penger bare saken sykdom
    """
)
_NYNORSK = _words(
    """
    eg ikkje kva kven kvar korleis kvifor kor noko nokon nokre vere vert frå utan òg mykje dykk dykkar ho heime gjer
    gjere sjølv veit tilskot tilskotet søkjer søkje søkjar søkjarar kommunar helseføretak helseføretaket semje
    utlysing utlysinga sjukehus sjukehuset ein eit ei heile held saman seier skriv kjem pengar hjå vart me dei kvart
    korkje anna att attende gjeld ligg finst slepp dekt eigne eigen eiga tek tala berre same saka sjukdom gjekk
    avgjer dersom fyrst fyrste idear velje greitt ope
    """
)
_ENGLISH = _words(
    """
    the a an and hello hi of to is are was were be been do does did what who whom which when where why how can could
    should would may must shall our us you your they their he she his my it its this that these those there here
    with without from as about into if not yes have had gets got any some much many more than after before only
    please municipality municipalities hospital grant apply application deadline money amount total last allowed
    available between one date meaning decides in
    """
)
_TELLS_LITTLE = _words(
    """
    a his to is he as gets my last total date in
    """
)
"""Words of English that are Norwegian too, or near it: they count half."""
_NYNORSK_ENDING = re.compile(r"(?:.{3,}ane|.{2,}leg|.{3,}heit|.{4,}ar|.{3,}ast|.{2,}kje)$")
_BOKMAL_ENDING = re.compile(r"(?:.{3,}lig|.{3,}het)$")
_ENDS_SO_IN_BOTH = re.compile(r"(?:svar|klar|januar|februar|seminar|kommentar|honorar)$")


def guess_language(text: str) -> Language:
    """Bokmål where nothing tells."""
    words = _WORD.findall(text[:LONGEST_READ])
    folded = [word.casefold() for word in words]
    nynorsk = sum(_is_nynorsk(word) for word in folded)
    bokmal = sum(_is_bokmal(word) for word in folded)
    # A name such as «Sør-Øst» stands in English too.
    norwegian = nynorsk + bokmal + sum(1 for word in words if re.search("[æøå]", word) and word[0].islower())
    english = sum(0.5 if word in _TELLS_LITTLE else 1.0 for word in folded if word in _ENGLISH)
    if english > norwegian:
        return "en"
    return "nn" if nynorsk > bokmal else "nb"


def _is_nynorsk(word: str) -> bool:
    return word in _NYNORSK or bool(_NYNORSK_ENDING.match(word) and not _ENDS_SO_IN_BOTH.search(word))


def _is_bokmal(word: str) -> bool:
    return word in _BOKMAL or bool(_BOKMAL_ENDING.match(word))
