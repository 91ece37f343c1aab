"""Who has the patient while the measure is carried out."""

from __future__ import annotations

from dialogs.questions import Choice, Page, Question, Section, Text
from dialogs.view import View

RESPONSIBILITY = (
    "ASU søndre Trøndelag 30.08.2024 and SSU Agder: «Når det er relevant, må avtalen … avklare hvem som har "
    "ansvaret for pasienten(e) i gjennomføringen av tiltaket»"
)


def is_relevant(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.value("responsibility_relevant") == "yes")


def is_not_relevant(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.value("responsibility_relevant") == "no")


RELEVANT = Question(
    name="responsibility_relevant",
    kind=Choice(("yes", "no")),
    source=RESPONSIBILITY,
    material=True,
    belongs_to_party=False,
)
WHO = Question(
    name="responsibility_who",
    kind=Text(2000, multiline=True),
    source=RESPONSIBILITY,
    material=True,
    belongs_to_party=False,
    applies=is_relevant,
)
WHY_NOT = Question(
    name="responsibility_why_not",
    kind=Text(1000, multiline=True),
    source=RESPONSIBILITY,
    material=True,
    belongs_to_party=False,
    applies=is_not_relevant,
)

SECTION = Section(
    "responsibility",
    (
        Page(name="responsibility_relevant", questions=(RELEVANT,)),
        Page(name="responsibility", questions=(WHO, WHY_NOT)),
    ),
)
