"""The names of months and the vague words for times, in bokmål, nynorsk and English."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_LISTED: Final = (
    "januar january jan",
    "februar february feb",
    "mars march mar",
    "april apr",
    "mai may",
    "juni june jun",
    "juli july jul",
    "august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "desember december des dec",
)
MONTHS: Final[Mapping[str, int]] = MappingProxyType(
    {name: number for number, names in enumerate(_LISTED, start=1) for name in names.split()}
)

_WORDS_OF_TIME: Final = """
    vår våren vårsemesteret sommer sommeren sommar sommaren høst høsten haust hausten vinter vinteren
    høstsemesteret haustsemesteret spring summer autumn winter jul jula julen påske påska påsken
    easter christmas
    halvår halvåret half kvartal kvartalet quarter semester semesteret skoleår skoleåret skuleår skuleåret
    primo medio ultimo tidlig tidleg sent seint early late midten slutten begynnelsen byrjinga beginning
    uke uka veke veka week nå snart soon snarest snarast asap straks umiddelbart immediately
    år året årene åra year years måned måneden måneder månad månaden månader mnd month months
    løpende løpande fortløpende dag dagen day today tomorrow morgen morgon
    h1 h2 q1 q2 q3 q4 mandag måndag tirsdag tysdag onsdag torsdag fredag
"""
# With none of these, no month and no year, the text does not speak of time at all.
WORDS_OF_TIME: Final = frozenset(_WORDS_OF_TIME.split())
