"""Who has the patient while the measure is carried out; phase by phase where the applicants wish it."""

from __future__ import annotations

from dialogs.questions import Choice, Choices, Page, Question, Section, Text
from dialogs.view import View

RESPONSIBILITY = (
    "ASU søndre Trøndelag 30.08.2024 and SSU Agder: «Når det er relevant, må avtalen … avklare hvem som har "
    "ansvaret for pasienten(e) i gjennomføringen av tiltaket»"
)


def is_relevant(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.value("responsibility_relevant") == "yes")


def is_not_relevant(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.value("responsibility_relevant") == "no")


def in_phases(view: View, party: str | None, line: str | None) -> bool:
    return is_relevant(view, party, line) and view.wants("phases")


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

PATIENTS = Question(
    name="phase_patients",
    kind=Text(500, multiline=True),
    source=RESPONSIBILITY,
    material=True,
    belongs_to_party=False,
    applies=in_phases,
)
PHASE = (
    Question(
        name="phase_name",
        kind=Text(100),
        source=RESPONSIBILITY,
        material=True,
        belongs_to_party=False,
        applies=in_phases,
    ),
    Question(
        name="phase_party",
        kind=Choices("parties"),
        source=RESPONSIBILITY,
        material=True,
        belongs_to_party=False,
        required=False,
        applies=in_phases,
    ),
    Question(
        name="phase_handover",
        kind=Text(300),
        source=RESPONSIBILITY,
        material=True,
        belongs_to_party=False,
        required=False,
        applies=in_phases,
    ),
)
PHASE_MORE = Question(
    name="phase_more",
    kind=Choice(("yes", "no")),
    source=RESPONSIBILITY,
    material=False,
    belongs_to_party=False,
    applies=in_phases,
)
BESIDES = (
    Question(
        name="phase_night",
        kind=Text(500, multiline=True),
        source=RESPONSIBILITY,
        material=True,
        belongs_to_party=False,
        required=False,
        applies=in_phases,
    ),
    Question(
        name="phase_disagreement",
        kind=Text(500, multiline=True),
        source=RESPONSIBILITY,
        material=True,
        belongs_to_party=False,
        required=False,
        applies=in_phases,
    ),
)

SECTION = Section(
    "responsibility",
    (
        Page(name="responsibility_relevant", questions=(RELEVANT,)),
        Page(name="responsibility", questions=(WHO, WHY_NOT)),
        Page(name="phase_patients", questions=(PATIENTS,)),
        Page(name="phase", questions=PHASE, repeated=True),
        Page(name="phase_more", questions=(PHASE_MORE,)),
        Page(name="phase_besides", questions=BESIDES),
    ),
)
