"""What is kept of an agreement with its application: the text that is asked about, and each party's word on it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from dialogs.signature import Signature
from dialogs.stored import Frozen

MOST_KEPT = 400
"""Confirmations, refusals and namings of one application, those that fell included."""

Door = Literal["teams", "web", "terminal"]
Form = Literal["electronic", "paper"]


class Called(Frozen):
    """A party as it was called when the text was made."""

    id: str
    name: str


class AgreementText(Frozen):
    """The text that confirmation is asked for. All of it lies in a record of its own, by `text_hash`."""

    template: int
    language: Literal["nb", "nn"]
    parties: tuple[Called, ...]
    content_hash: str
    """SHA-256 of the material answers, hexadecimal."""
    text_hash: str
    """SHA-256 of the text as people read it, hexadecimal."""
    code: str
    """Tells this text from every other, printed on each page."""
    by: str
    at: datetime
    is_open: bool = False
    """Somebody has opened it for changes: the first one makes it another text."""


class Nomination(Frozen):
    """Who confirms for a party, as somebody of that party has said."""

    party: str
    person_id: str
    by: str
    at: datetime


class Proof(Frozen):
    """How somebody came in when they said yes, as the door found it. Nothing in it is typed by anybody."""

    door: Door
    issuer: str
    """Who vouched for the account."""
    tenant_id: str
    object_id: str
    guest: bool | None
    """A guest of that tenant; None where nobody told."""
    name: str
    """As the account was called then."""
    deed: str
    """The id of the activity, or of the token."""
    signed_in_at: datetime | None = None
    """When they last proved who they are, where the door knows it."""
    sent_at: datetime | None = None
    """By Teams' clock."""


class Statement(Frozen):
    """What is said of whoever confirms: stated, and checked by nobody."""

    name: str
    role: str
    authority: Literal["position", "delegated"] | None = None
    """None on paper: it says itself."""
    delegated_by: str = ""
    delegated_on: date | None = None
    delegation_reference: str = ""
    covers_own_effort: bool | None = None
    archive_number: str = ""
    """Of the party's own archive."""
    signed_on: date | None = None
    """On paper."""
    paper: str = ""
    """Where the signed paper is, as stated."""


class Fall(Frozen):
    """Why a confirmation no longer holds: the text became another one, or an officer rejected the paper."""

    why: Literal["changed", "rejected", "withdrawn"]
    by: str
    at: datetime
    reason: str = ""


class Confirmation(Frozen):
    """One party's yes to one text. Never changed but by its fall."""

    id: str
    party: str
    covers: tuple[str, ...] = ()
    """Other parties that have given this one a mandate to confirm for them."""
    mandate: str = ""
    """Where the mandates are to be found, as stated."""
    form: Form
    person_id: str
    """Who confirmed, or who registered the paper."""
    statement: Statement
    proof: Proof
    is_verified: bool
    """The account's tenant is the party's by the settings, and it is no guest there."""
    nominated_by: str
    joined_through: str | None = None
    """The party that let this person in, where that is not their own."""
    content_hash: str
    text_hash: str
    template: int
    at: datetime
    """Server UTC."""
    after_line: int
    """The last line of the audit before it."""
    fall: Fall | None = None
    salt: str = ""
    """Goes with what is personal: without it nobody can tell what the two hashes were made of."""
    personal_hash: str = ""
    """Salted, of statement and proof."""
    account_hash: str = ""
    """Salted, of the account."""
    signature: Signature | None = None
    """Of all of it but its fall, the personal parts by their hashes: erasing them leaves it whole."""

    @property
    def stands(self) -> bool:
        return self.fall is None

    @property
    def parties(self) -> tuple[str, ...]:
        return (self.party, *self.covers)


class Refusal(Frozen):
    """A party's no to one text, with the reason that the others are told."""

    party: str
    by: str
    at: datetime
    reason: str
    text_hash: str


class Agreement(Frozen):
    text: AgreementText | None = None
    asked: tuple[str, ...] = ()
    """The hashes of all texts that have been asked about: each is kept, and goes with the application."""
    nominations: tuple[Nomination, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def is_locked(self) -> bool:
        return self.text is not None and not self.text.is_open

    @property
    def standing(self) -> tuple[Confirmation, ...]:
        return tuple(one for one in self.confirmations if one.stands)

    def nominated(self, party: str) -> tuple[Nomination, ...]:
        return tuple(one for one in self.nominations if one.party == party)

    def is_nominated(self, party: str, person_id: str) -> Nomination | None:
        return next((one for one in self.nominated(party) if one.person_id == person_id), None)


class KeptText(Frozen):
    """The text of an agreement as it was asked about: a record of its own, never changed."""

    schema_version: int = 1
    application: str
    template: int
    language: Literal["nb", "nn"]
    content: dict[str, Any]
    """What `content_hash` is made of."""
    text: str
    """What `text_hash` is made of: UTF-8, NFC, lines parted by LF."""
