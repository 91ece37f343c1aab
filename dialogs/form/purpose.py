"""How the measure supports the purpose of the grant, and what it is counted under."""

from __future__ import annotations

from dialogs.questions import Choice, Choices, Page, Question, Section, Text

PURPOSE_FIT = Question(
    name="purpose_fit",
    kind=Text(4000, multiline=True),
    source="SSU Agder: «hvordan tiltaket støtter opp om formålet med tilskuddsordningen»; the government's news item: "
    "«legge til rette for et godt desentralisert helsetilbud, med god kvalitet og riktig arbeidsdeling»",
    material=True,
    belongs_to_party=False,
)
AREAS = Question(
    name="areas",
    kind=Choices(("recruitment", "collaboration", "waiting_times")),
    source="ASU søndre Trøndelag 30.08.2024: «Tilskuddet skal understøtte …»",
    material=True,
    belongs_to_party=False,
)
GROUPS = Question(
    name="groups",
    kind=Choices(
        (
            "children",
            "mental_illness",
            "frail_elderly",
            "chronic",
            "maternity",
            "mental_health_substance",
            "rehabilitation",
            "ready_for_discharge",
            "none",
        ),
        alone="none",
    ),
    source="ASU søndre Trøndelag 30.08.2024 and SSU Agder: «Prioriterte grupper er …»; the four groups by name: "
    "Helsedirektoratet, sekretariatsfunksjon for kommunene i helsefellesskap",
    material=True,
    belongs_to_party=False,
)
SMALLEST_HOSPITALS = Question(
    name="smallest_hospitals",
    kind=Choice(("yes", "no", "unknown")),
    source="the government's news item: «lokale løsninger i opptaksområdet til de minste sykehusene»",
    material=False,
    belongs_to_party=False,
    required=False,
)

SECTION = Section(
    "purpose",
    (
        Page(name="purpose_fit", questions=(PURPOSE_FIT,)),
        Page(name="areas", questions=(AREAS, GROUPS, SMALLEST_HOSPITALS)),
    ),
)
