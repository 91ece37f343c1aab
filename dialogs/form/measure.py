"""What the parties will do, where, for whom and when."""

from __future__ import annotations

from dialogs.questions import Page, PeriodOfTime, Question, Section, Text

DESCRIPTION = "ASU søndre Trøndelag 30.08.2024 and SSU Agder: «gir en beskrivelse av tiltaket»"

TITLE = Question(name="title", kind=Text(150), source=DESCRIPTION, material=True, belongs_to_party=False)
SUMMARY = Question(
    name="summary", kind=Text(500, multiline=True), source=DESCRIPTION, material=True, belongs_to_party=False
)
WHAT = Question(
    name="what", kind=Text(6000, multiline=True), source=DESCRIPTION, material=True, belongs_to_party=False
)
WHERE = Question(
    name="where", kind=Text(500, multiline=True), source=DESCRIPTION, material=True, belongs_to_party=False
)
FOR_WHOM = Question(
    name="for_whom",
    kind=Text(1500, multiline=True),
    source=DESCRIPTION,
    material=True,
    belongs_to_party=False,
)
PERIOD = Question(
    name="period", kind=PeriodOfTime(), source=DESCRIPTION, material=True, belongs_to_party=False
)

SECTION = Section(
    "measure",
    (
        Page(name="title", questions=(TITLE, SUMMARY)),
        Page(name="what", questions=(WHAT,)),
        Page(name="where", questions=(WHERE, FOR_WHOM, PERIOD)),
    ),
)
