"""Which helsefellesskap and which year the application is for."""

from __future__ import annotations

from dialogs.questions import Choice, Page, Question, Section

COMMUNITY = Question(
    name="community",
    kind=Choice("communities"),
    source="Partnerskapsmøtet sak 05-2024: «Det enkelte helsefelleskap skal … gjøre vurderinger og prioriteringer»",
    material=True,
    belongs_to_party=False,
)

YEAR = Question(
    name="year",
    kind=Choice("years"),
    source="Oppdragsdokument 2024, tilleggsdokument: the grant is given for a budget year",
    material=True,
    belongs_to_party=False,
)

SECTION = Section(
    "call", (Page(name="community", questions=(COMMUNITY,)), Page(name="year", questions=(YEAR,)))
)
