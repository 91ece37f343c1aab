"""Who confirms for each party, by what right, or on what paper. What is said here is stated; a confirmation is more."""

from __future__ import annotations

from dialogs.agreement.standing import how_agreed
from dialogs.questions import Applies, Choice, Choices, Day, Kind, Page, Question, Section, Text
from dialogs.view import View

AGREEMENT = (
    "ASU søndre Trøndelag 30.08.2024 and SSU Agder: «Det forutsettes dokumentert enighet mellom aktuell(e) "
    "kommune(r) og helseforetak»"
)


def is_only_stated(view: View, party: str | None, line: str | None) -> bool:
    """Where no call of ours asks the parties themselves."""
    return how_agreed(view) == "stated"


def is_asked(view: View, party: str | None, line: str | None) -> bool:
    """While a text stands that the party can confirm."""
    return view.application.agreement.is_locked and how_agreed(view) != "stated"


def is_agreed(view: View, party: str | None, line: str | None) -> bool:
    return is_only_stated(view, party, line) and view.value("agreed", party) == "yes"


def is_stated_delegated(view: View, party: str | None, line: str | None) -> bool:
    return is_agreed(view, party, line) and view.value("confirmer_authority", party) == "delegated"


def is_delegated(view: View, party: str | None, line: str | None) -> bool:
    return is_asked(view, party, line) and view.value("authority", party) == "delegated"


def may_cover_others(view: View, party: str | None, line: str | None) -> bool:
    """One municipality may confirm for others that have given it their mandate."""
    municipalities = [one.id for one in view.parties() if one.kind == "municipality"]
    return is_asked(view, party, line) and party in municipalities and len(municipalities) > 1


def covers_others(view: View, party: str | None, line: str | None) -> bool:
    return may_cover_others(view, party, line) and bool(view.value("confirmer_covers", party))


LANGUAGE = Question(
    name="document_language",
    kind=Choice(("nb", "nn")),
    source="our rule: all parties confirm the same text",
    material=True,
    belongs_to_party=False,
)


def _stated(
    name: str, kind: Kind, *, applies: Applies = is_asked, required: bool = True, names_person: bool = False
) -> Question:
    return Question(
        name=name,
        kind=kind,
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
        applies=applies,
        required=required,
        names_person=names_person,
    )


CONFIRMER = (
    Question(
        name="agreed",
        kind=Choice(("yes", "not_yet")),
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
        applies=is_only_stated,
    ),
    Question(
        name="confirmer_name",
        kind=Text(100),
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
        names_person=True,
    ),
    Question(
        name="confirmer_role",
        kind=Text(100),
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
        names_person=True,
    ),
    Question(
        name="confirmed_on",
        kind=Day(),
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
        applies=is_agreed,
    ),
    Question(
        name="confirmer_authority",
        kind=Choice(("position", "delegated")),
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
        required=False,
        applies=is_agreed,
    ),
    Question(
        name="confirmer_delegation",
        kind=Text(200),
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
        required=False,
        applies=is_stated_delegated,
    ),
)

AUTHORITY = (
    _stated("authority", Choice(("position", "delegated"))),
    _stated("delegated_by", Text(100), applies=is_delegated, names_person=True),
    _stated("delegated_on", Day(), applies=is_delegated),
    _stated("delegation_reference", Text(100), applies=is_delegated, required=False),
    _stated("covers_own_effort", Choice(("yes", "no"))),
    _stated("confirmer_covers", Choices("other_municipalities"), applies=may_cover_others, required=False),
    _stated("confirmer_mandate", Text(300), applies=covers_others),
    _stated("archive_number", Text(40), required=False),
)
"""What the one who confirms says of their right to."""

PAPER = (
    _stated("paper_name", Text(100), names_person=True),
    _stated("paper_role", Text(100), names_person=True),
    _stated("paper_date", Day()),
    _stated("paper_code", Text(20)),
    _stated("paper_where", Text(500)),
)
"""What is said of an agreement that is signed on paper."""

SECTION = Section(
    "agreement",
    (
        Page(name="confirmer", questions=CONFIRMER, each="party"),
        Page(name="authority", questions=AUTHORITY, each="party", on_demand=True),
        Page(name="paper", questions=PAPER, each="party", on_demand=True),
        Page(name="document_language", questions=(LANGUAGE,)),
    ),
)
