"""Who applies together, and whom to talk to on each side."""

from __future__ import annotations

from dialogs.questions import (
    Choice,
    Choices,
    Email,
    Municipalities,
    Names,
    Page,
    Phone,
    Question,
    Section,
    Text,
)
from dialogs.view import OTHER_COMMUNITY, View

AGREEMENT = (
    "ASU søndre Trøndelag 30.08.2024 and SSU Agder: «helseforetaket og kommunen(e) utarbeider en avtale som "
    "dokumenterer enighet mellom foretak og aktuell(e) kommune(r)»"
)
EQUALS = (
    "ASU søndre Trøndelag 30.08.2024: «likeverdighet mellom kommuner og sykehus med hensyn til å foreslå»"
)
MOST_HOSPITALS = 20
MOST_MUNICIPALITIES = 60
"""Our rule: more than the largest helsefellesskap has; a list of all of Norway is a mistake."""


def hospitals_are_known(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.known_hospitals())


def hospitals_are_typed(view: View, party: str | None, line: str | None) -> bool:
    return bool(view.value("community") == OTHER_COMMUNITY)


def has_parties(view: View, party: str | None, line: str | None) -> bool:
    """Before anybody is named there is nobody to choose among."""
    return bool(view.parties())


def is_hospital(view: View, party: str | None, line: str | None) -> bool:
    return any(p.id == party and p.kind == "hospital" for p in view.parties())


HOSPITALS = Question(
    name="hospitals",
    kind=Choices("hospitals"),
    source=AGREEMENT,
    material=True,
    belongs_to_party=False,
    applies=hospitals_are_known,
)
HOSPITAL_NAMES = Question(
    name="hospital_names",
    kind=Names(maximum=120, most=MOST_HOSPITALS),
    source=AGREEMENT,
    material=True,
    belongs_to_party=False,
    applies=hospitals_are_typed,
)
MUNICIPALITIES = Question(
    name="municipalities",
    kind=Municipalities(most=MOST_MUNICIPALITIES),
    source=AGREEMENT,
    material=True,
    belongs_to_party=False,
)

CONTACT = (
    Question(
        name="unit",
        kind=Text(150),
        source=AGREEMENT,
        material=True,
        belongs_to_party=False,
        applies=is_hospital,
    ),
    Question(
        name="contact_name",
        kind=Text(100),
        source=AGREEMENT,
        material=False,
        belongs_to_party=False,
        names_person=True,
    ),
    Question(
        name="contact_role",
        kind=Text(100),
        source=AGREEMENT,
        material=False,
        belongs_to_party=False,
        names_person=True,
    ),
    Question(
        name="contact_email",
        kind=Email(),
        source=AGREEMENT,
        material=False,
        belongs_to_party=False,
        names_person=True,
    ),
    Question(
        name="contact_phone",
        kind=Phone(),
        source=AGREEMENT,
        material=False,
        belongs_to_party=False,
        required=False,
        names_person=True,
    ),
)

LEAD = Question(
    name="lead",
    kind=Choice("parties"),
    source=AGREEMENT,
    material=True,
    belongs_to_party=False,
    applies=has_parties,
)
PROPOSED_BY = Question(
    name="proposed_by",
    kind=Choice(("municipality", "hospital", "together")),
    source=EQUALS,
    material=False,
    belongs_to_party=False,
    required=False,
)

SECTION = Section(
    "parties",
    (
        Page(name="hospitals", questions=(HOSPITALS, HOSPITAL_NAMES)),
        Page(name="municipalities", questions=(MUNICIPALITIES,)),
        Page(name="contact", questions=CONTACT, each="party", alike=True),
        Page(name="lead", questions=(LEAD, PROPOSED_BY)),
    ),
)
