"""What the measure costs, what each party brings, and what is applied for."""

from __future__ import annotations

from dialogs.form.parties import has_parties
from dialogs.questions import (
    Applies,
    Choice,
    Choices,
    FullTimeEquivalents,
    Hours,
    Nok,
    Page,
    Question,
    Section,
    Text,
)
from dialogs.rates import EFFORTS, community_rate, rate_of
from dialogs.view import View

BUDGET = "SSU Agder and the government's news item: «samt budsjett for gjennomføring av tiltaket»"
RESOURCES = (
    "SSU Agder and the government's news item: «hvilke ressurser kommune(r) og helseforetak bidrar med»"
)
PART = "ASU, region Midt 2024: «vil som hovedregel være en delfinansiering som supplerer partenes egen ressursinnsats»"
SHIFT = "the government's news item: «en av partene får økte kostnader mens den andre får innsparinger»"


def spans_years(view: View, party: str | None, line: str | None) -> bool:
    return len(view.years()) > 1


def brings(kind: str) -> Applies:
    def applies(view: View, party: str | None, line: str | None) -> bool:
        return kind in (view.value("own_kinds", party) or ())

    return applies


def wants_rate(quantity: str) -> Applies:
    """Asked where the helsefellesskap has a rate, which the party may change; else it comes of what is typed."""

    def applies(view: View, party: str | None, line: str | None) -> bool:
        is_given = view.is_given(EFFORTS[quantity].rate, party)
        is_set = is_given or community_rate(view, quantity) is not None
        return is_set and brings(quantity.removeprefix("own_"))(view, party, line)

    return applies


def wants_value(quantity: str) -> Applies:
    """Where no rate says what it is worth, or somebody has said it themselves."""

    def applies(view: View, party: str | None, line: str | None) -> bool:
        is_typed = any(
            view.value(EFFORTS[quantity].value, party, year=year) is not None for year in view.years()
        )
        is_open = is_typed or rate_of(view, quantity, party) is None
        return is_open and brings(quantity.removeprefix("own_"))(view, party, line)

    return applies


def has_other_financing(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.value("other_financing") == "yes")


def has_cost_shift(view: View, party: str | None, line: str | None) -> bool:
    return view.wants("cost_shift")


def shifts_between_parties(view: View, party: str | None, line: str | None) -> bool:
    return has_cost_shift(view, party, line) and has_parties(view, party, line)


def wants_smallest_amount(view: View, party: str | None, line: str | None) -> bool:
    return view.wants("smallest_amount")


COST = (
    Question(
        name="cost_what",
        kind=Text(150),
        source=BUDGET,
        material=True,
        belongs_to_party=True,
        borne_by="cost_party",
    ),
    Question(
        name="cost_party",
        kind=Choice("parties"),
        source=BUDGET,
        material=True,
        belongs_to_party=True,
        borne_by="cost_party",
        applies=has_parties,
    ),
    Question(
        name="cost_year",
        kind=Choice("cost_years"),
        source=BUDGET,
        material=True,
        belongs_to_party=True,
        borne_by="cost_party",
        applies=spans_years,
    ),
    Question(
        name="cost_nok",
        kind=Nok(),
        source=BUDGET,
        material=True,
        belongs_to_party=True,
        borne_by="cost_party",
    ),
)
COST_MORE = Question(
    name="cost_more", kind=Choice(("yes", "no")), source=BUDGET, material=False, belongs_to_party=False
)
INCLUDED = Question(
    name="cost_includes",
    kind=Choices(("social_costs", "vat", "neither", "not_relevant")),
    source="our rule: whether VAT and social costs are included is stated once",
    material=True,
    belongs_to_party=False,
)

OWN = (
    Question(
        name="own_kinds",
        kind=Choices(("money", "full_time", "hours", "other", "none"), alone="none"),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
    ),
    Question(
        name="own_money",
        kind=Nok(),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
        by_year=True,
        applies=brings("money"),
    ),
    Question(
        name="own_full_time",
        kind=FullTimeEquivalents(),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
        by_year=True,
        applies=brings("full_time"),
    ),
    Question(
        name="own_full_time_rate",
        kind=Nok(),
        source="our rule: what an hour or a full-time equivalent is worth is stated once",
        material=True,
        belongs_to_party=True,
        required=False,
        applies=wants_rate("own_full_time"),
    ),
    Question(
        name="own_full_time_nok",
        kind=Nok(),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
        required=False,
        by_year=True,
        applies=wants_value("own_full_time"),
    ),
    Question(
        name="own_hours",
        kind=Hours(),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
        by_year=True,
        applies=brings("hours"),
    ),
    Question(
        name="own_hours_rate",
        kind=Nok(may_be_small=True),
        source="our rule: what an hour or a full-time equivalent is worth is stated once",
        material=True,
        belongs_to_party=True,
        required=False,
        applies=wants_rate("own_hours"),
    ),
    Question(
        name="own_hours_nok",
        kind=Nok(),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
        required=False,
        by_year=True,
        applies=wants_value("own_hours"),
    ),
    Question(
        name="own_other",
        kind=Text(500, multiline=True),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
        applies=brings("other"),
    ),
    Question(
        name="own_other_nok",
        kind=Nok(),
        source=RESOURCES,
        material=True,
        belongs_to_party=True,
        required=False,
        by_year=True,
        applies=brings("other"),
    ),
    Question(
        name="own_none_reason",
        kind=Text(500, multiline=True),
        source=PART,
        material=True,
        belongs_to_party=True,
        applies=brings("none"),
    ),
)

APPLIED = (
    Question(name="applied", kind=Nok(), source=PART, material=True, belongs_to_party=False, by_year=True),
)

OTHER_FINANCING = Question(
    name="other_financing", kind=Choice(("no", "yes")), source=PART, material=True, belongs_to_party=False
)
OTHER = (
    Question(
        name="other_financing_from",
        kind=Text(300),
        source=PART,
        material=True,
        belongs_to_party=False,
        applies=has_other_financing,
    ),
    Question(
        name="other_financing_nok",
        kind=Nok(),
        source=PART,
        material=True,
        belongs_to_party=False,
        by_year=True,
        applies=has_other_financing,
    ),
)

SMALLEST_AMOUNT = Question(
    name="smallest_amount",
    kind=Nok(),
    source="our rule: a committee that must cut asks for it",
    material=False,
    belongs_to_party=False,
    applies=wants_smallest_amount,
)

COST_SHIFT = (
    Question(
        name="cost_shift_higher",
        kind=Choice("parties"),
        source=SHIFT,
        material=True,
        belongs_to_party=False,
        applies=shifts_between_parties,
    ),
    Question(
        name="cost_shift_saves",
        kind=Choice("parties"),
        source=SHIFT,
        material=True,
        belongs_to_party=False,
        applies=shifts_between_parties,
    ),
    Question(
        name="cost_shift_nok",
        kind=Nok(),
        source=SHIFT,
        material=True,
        belongs_to_party=False,
        applies=has_cost_shift,
    ),
    Question(
        name="cost_shift_saved_nok",
        kind=Nok(),
        source=SHIFT,
        material=True,
        belongs_to_party=False,
        required=False,
        applies=has_cost_shift,
    ),
    Question(
        name="cost_shift_granted_nok",
        kind=Nok(),
        source=SHIFT,
        material=True,
        belongs_to_party=False,
        required=False,
        applies=has_cost_shift,
    ),
    Question(
        name="cost_shift_how",
        kind=Text(1000, multiline=True),
        source=SHIFT,
        material=True,
        belongs_to_party=False,
        required=False,
        applies=has_cost_shift,
    ),
)

SECTION = Section(
    "budget",
    (
        Page(name="cost", questions=COST, repeated=True),
        Page(name="cost_more", questions=(COST_MORE,)),
        Page(name="cost_includes", questions=(INCLUDED,)),
        Page(name="own", questions=OWN, each="party", alike=True),
        Page(name="applied", questions=APPLIED, each="party"),
        Page(name="other_financing", questions=(OTHER_FINANCING, *OTHER)),
    ),
)
