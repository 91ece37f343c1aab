"""Who agrees for each party. What a contact says here is stated by the applicant, not confirmed by the party."""

from __future__ import annotations

from dialogs.questions import Choice, Day, Page, Question, Section, Text
from dialogs.view import View

AGREEMENT = (
    "ASU søndre Trøndelag 30.08.2024 and SSU Agder: «Det forutsettes dokumentert enighet mellom aktuell(e) "
    "kommune(r) og helseforetak»"
)


def is_agreed(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.value("agreed", party) == "yes")


def is_delegated(view: View, party: str | None, line: str | None) -> bool:
    return is_agreed(view, party, line) and view.value("confirmer_authority", party) == "delegated"


LANGUAGE = Question(
    name="document_language",
    kind=Choice(("nb", "nn")),
    source="our rule: all parties confirm the same text",
    material=True,
    belongs_to_party=False,
)

CONFIRMER = (
    Question(
        name="agreed",
        kind=Choice(("yes", "not_yet")),
        source=AGREEMENT,
        material=False,
        belongs_to_party=True,
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
        applies=is_delegated,
    ),
)

SECTION = Section(
    "agreement",
    (
        Page(name="confirmer", questions=CONFIRMER, each="party"),
        Page(name="document_language", questions=(LANGUAGE,)),
    ),
)
