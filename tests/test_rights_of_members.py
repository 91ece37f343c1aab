"""Who may do what to whom in a shared application: every command about people, by everybody who comes near it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pytest

from dialogs.application import Application
from dialogs.commanding import OF_CONTACTS, OF_MEMBERS
from dialogs.events import Command
from dialogs.members import Deletion, Invitation
from tests.drafts import READY
from tests.talking import Account, Talk
from tests.test_inviting import ELSEWHERE, HOSPITAL, MUNICIPAL, the_code, together
from tests.test_parting import REFUSED, a_third

HOSPITALS: Final = frozenset(("Kari", "Svein"))
MUNICIPALITYS: Final = frozenset(("Per", "Eva"))
CONTACTS: Final = HOSPITALS | MUNICIPALITYS
READER: Final = frozenset(("Olga",))
MEMBERS: Final = CONTACTS | READER
OUTSIDE: Final = ("Rolf", "Nils", "Gunn", "Vera", "Frode")
"""Taken out by his own party; waiting to be let in; waiting for the municipality, as a guest in the hospital's own
tenant; asked by name; nobody's."""
NOBODY: Final = frozenset[str]()
OF_THE_APPLICATION: Final = ("Felles akutteam", "Kari Eksempel", "Per Eksempel", "Evje")


@dataclass(frozen=True, slots=True)
class Deed:
    """A tap, as any client may send it, and then as many yeses; `on` names whom or what it is about."""

    command: Command
    on: str
    may: frozenset[str]
    yeses: int = 0


DEEDS = (
    Deed(Command.MEMBERS, "", NOBODY),
    Deed(Command.PARTY, "m4219", NOBODY),
    Deed(Command.PARTY, "hsorlandet-sykehus", NOBODY),
    Deed(Command.INVITE, "hsorlandet-sykehus", CONTACTS),
    Deed(Command.INVITE, "m4219", CONTACTS),
    Deed(Command.INVITE, "secretariat", CONTACTS),
    Deed(Command.REVOKE, "the hospital's code", HOSPITALS),
    Deed(Command.REVOKE, "the municipality's code", MUNICIPALITYS),
    Deed(Command.ADMIT, "Nils", HOSPITALS),
    Deed(Command.ADMIT, "Gunn", MUNICIPALITYS),
    Deed(Command.DECLINE, "Nils", HOSPITALS),
    Deed(Command.DECLINE, "Gunn", MUNICIPALITYS),
    Deed(Command.LEAVE, "", MEMBERS, yeses=1),
    Deed(Command.REMOVE_MEMBER, "Svein", HOSPITALS, yeses=1),
    Deed(Command.REMOVE_MEMBER, "Eva", MUNICIPALITYS, yeses=1),
    Deed(Command.REMOVE_MEMBER, "Olga", CONTACTS, yeses=1),
    Deed(Command.REPLACE, "Svein", HOSPITALS),
    Deed(Command.REPLACE, "Eva", MUNICIPALITYS),
    Deed(Command.REPLACE, "Olga", NOBODY),
    Deed(Command.JOIN, "Vera", frozenset(("Vera",))),
    Deed(Command.DELETE, "", CONTACTS, yeses=2),
    Deed(Command.KEEP_DRAFT, "", CONTACTS),
    Deed(Command.SEND, "", CONTACTS, yeses=1),
)


@pytest.fixture(scope="module")
def gathered() -> Iterator[Talk]:
    """Two of each party, a reader, one who is out again, two who wait, one who is asked, and two codes in the open."""
    talk = Talk()
    together(talk, READY)
    talk("> godta alle")
    talk.accounts |= {
        "Svein": Account(HOSPITAL),
        "Nils": Account(HOSPITAL),
        "Gunn": Account(HOSPITAL, guest=True),
        "Olga": Account(ELSEWHERE),
        "Frode": Account(MUNICIPAL),
    }
    a_third(talk, "Eva")
    a_third(talk, "Rolf")
    talk("> ta ut 4\n> ja\nRolf Eksempel er tatt ut")
    for who, wanted in (("Svein", "Sørlandet sykehus"), ("Olga", "sekretariatet")):
        talk(f"(Kari)\n> inviter {wanted}")
        code = the_code(talk)
        talk(f"({who})\n> bli med {code}\n(Kari)\n> slipp inn\n> ja\n({who})\n(news)\n[Åpne]")
    for who, inviter, wanted in (("Nils", "Kari", "Sørlandet sykehus"), ("Gunn", "Per", "Evje og Hornnes")):
        talk(f"({inviter})\n> inviter {wanted}")
        code = the_code(talk)
        talk(f"({who})\n> bli med {code}\n({inviter})\n> inviter {wanted}\nKode")
    talk("(Vera)\n> hei")
    vera = talk.person.id
    talk.be("Kari")
    asked = Invitation(
        id="iVera",
        party="m4219",
        way="person",
        person_id=vera,
        by=talk.person.id,
        by_party="hsorlandet-sykehus",
        at=talk.now,
        until=talk.draft.invitations[-1].until,
    )
    deletion = Deletion(by=talk.person.id, at=talk.now, agreed=())
    invitations = (*talk.draft.invitations, asked)
    talk.keep(talk.draft.model_copy(update={"invitations": invitations, "deletion": deletion}))
    yield talk
    talk.close()


def test_every_command_about_people_is_tried() -> None:
    tried = {deed.command for deed in DEEDS}
    assert tried >= OF_CONTACTS | OF_MEMBERS | {Command.JOIN, Command.DELETE, Command.KEEP_DRAFT}


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: f"{deed.command} {deed.on}")
def test_only_those_whose_matter_it_is_change_who_is_in(gathered: Talk, deed: Deed) -> None:
    for who in (*sorted(MEMBERS), *OUTSIDE):
        talk = gathered.copied()
        talk.be("Kari")
        application = talk.draft
        before = state(talk)
        do(talk, who, deed, application)
        assert (state(talk) != before) == (who in deed.may), (who, talk.said)
        if who in OUTSIDE and who not in deed.may:
            assert talk.records("application") == gathered.records("application"), who
        talk.close()


def do(talk: Talk, who: str, deed: Deed, application: Application) -> None:
    talk.be(who)
    data = {"k": f"{deed.command}{who}", "c": str(deed.command), "x": argument(deed, application)}
    if deed.command is not Command.JOIN:
        data["a"] = application.id
    talk.send_action("none", {"type": "Action.Execute", "verb": "command", "data": data}, data)
    heard = "\n".join(talk.said)
    if who in OUTSIDE and who not in deed.may:
        assert REFUSED in heard, (who, heard)
        assert not any(words in heard for words in OF_THE_APPLICATION), (who, heard)
    for _ in range(deed.yeses):
        talk.type("ja")


def argument(deed: Deed, application: Application) -> str:
    """What the button of a card would carry."""
    if deed.command is Command.JOIN:
        return f"{application.id}/iVera"
    for member in application.active:
        if member.name == f"{deed.on} Eksempel":
            return member.person_id
    for one in application.invitations:
        if one.claim is not None and one.claim.name == f"{deed.on} Eksempel" and one.state == "claimed":
            return one.id
        party = {"the hospital's code": "hsorlandet-sykehus", "the municipality's code": "m4219"}.get(deed.on)
        if one.state == "open" and one.way == "code" and party is not None and one.party == party:
            return one.id
    return deed.on


def state(talk: Talk) -> object:
    """What is about people, and whether it is sent or gone: words beside a draft are not looked at here."""
    names = ("members", "invitations", "deletion", "status")
    return [[application[name] for name in names] for application in talk.records("application")]
