"""The places of the scheme: municipalities, helsefellesskap with their calls, and how a deadline stands."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints, model_validator

from dialogs.evidence import Document, Evidence, Frozen, Language, Line, Slug, Words
from dialogs.spelling import key, plain

Year = Annotated[int, Field(strict=True, ge=2024, le=2100)]
Kroner = Annotated[int, Field(strict=True, ge=0, le=10_000_000_000)]
Date = Annotated[datetime.date, Field(strict=True)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
TenantId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Mailbox = Annotated[str, StringConstraints(pattern=r"^[^@\s]{1,64}@[^@\s]{1,190}$")]
AgreementForm = Literal["stated", "confirmation", "signed_pdf", "either"]
"""Stated by the applicants; or shown by each party: confirmed here, signed on paper, or either."""
Region = Literal["Helse Sør-Øst RHF", "Helse Vest RHF", "Helse Midt-Norge RHF", "Helse Nord RHF"]


@dataclass(frozen=True, slots=True)
class FormerName:
    """A municipality that is no more. Its county is given where another one bears or bore the same name."""

    name: str
    county: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name to compare with what was typed; `former` where it is that of a municipality that is no more."""

    number: str
    plain: str
    key: str
    former: FormerName | None = None


@dataclass(frozen=True, slots=True)
class Municipality:
    number: str
    """Four digits, as a string: «0301»."""
    name: str
    county: str
    label: str = ""
    """The name, with its county where two bear or bore it: «Herøy (Nordland)»."""
    official_names: tuple[str, ...] = ()
    """Sámi and Kven names that are official beside the Norwegian one."""
    other_names: tuple[str, ...] = ()
    """Further forms that people may write; never shown as the name."""
    former: tuple[FormerName, ...] = ()
    """Municipalities of which all or a part became part of this one."""
    county_names: tuple[str, ...] = ()
    """Other and former names of the county."""
    spellings: tuple[Spelling, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        today = [(name, None) for name in (self.name, *self.official_names, *self.other_names)]
        spellings = tuple(
            Spelling(self.number, plain(name), key(name), former)
            for name, former in (*today, *((former.name, former) for former in self.former))
        )
        object.__setattr__(self, "spellings", spellings)
        object.__setattr__(self, "label", self.label or self.name)


class Hospital(Frozen):
    """A hospital party."""

    id: Slug
    name: Line
    region: Region
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Registry(Frozen):
    """Who belongs together: public knowledge, kept apart from what the scheme's documents say."""

    name: Words
    also_called: tuple[Line, ...] = ()
    hospitals: Annotated[tuple[Hospital, ...], Field(min_length=1)]


class Frame(Frozen):
    """What the helsefellesskap had to share out in one year."""

    year: Year
    amount_nok: Kroner
    approximate: bool = False
    evidence: Evidence


class Body(Frozen):
    id: Slug
    name: Words


class Step(Frozen):
    """One body's part in what happens with the applications. `on` is the day, `by` the last one."""

    body: Slug
    does: Literal[
        "discusses",
        "sketches_process",
        "drafts_guidelines",
        "is_consulted",
        "assesses",
        "prioritises",
        "forwards",
        "allocates",
        "is_informed",
        "pays",
        "reports",
    ]
    on: Date | None = None
    by: Date | None = None
    standing: Literal["decided", "proposed", "stated"]
    evidence: Evidence


class Requirement(Frozen):
    code: Literal[
        "all_actors_may_apply",
        "joint_application",
        "agreement",
        "anchored_before_sending",
        "signed_agreement_attached",
        "innovation",
    ]
    evidence: Evidence


class Moment(Frozen):
    """A day, with a time where one is said. Without a time the whole day counts (our rule)."""

    day: Date
    time: Clock | None = None
    zone: Literal["Europe/Oslo"] = "Europe/Oslo"
    evidence: Evidence

    def last_instant(self) -> datetime.datetime:
        at = datetime.time.fromisoformat(self.time) if self.time else datetime.time.max
        return datetime.datetime.combine(self.day, at, ZoneInfo(self.zone))


class Call(Frozen):
    """One budget year. `open` says that it was announced and that nobody has said that it is closed."""

    year: Year
    status: Literal["open", "closed", "not_known"]
    announced: tuple[Evidence, ...] = ()
    opens: Moment | None = None
    deadline: Moment | None = None
    """The applicants' own."""
    forwarding_deadline: Moment | None = None
    """When the helsefellesskap must have sent the applications on: no applicant's deadline."""
    late_confirmation_until: Moment | None = None
    requirements: tuple[Requirement, ...] = ()
    agreement_form: AgreementForm = "stated"
    """How the parties show that they agree; where nothing is said, the applicants state it."""
    attachments_required: tuple[Slug, ...] = ()
    extra_questions: tuple[Slug, ...] = ()
    """Questions of the form that this call switches on, by name."""
    what_happens_next: tuple[Step, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.status == "not_known":
            if self.model_fields_set - {"year", "status"}:
                raise ValueError("nothing can be said of a call that is not_known")
        elif not self.announced:
            raise ValueError("announced must say where the call is known from")
        if self.opens and self.deadline and self.opens.day > self.deadline.day:
            raise ValueError("the deadline lies before the opening")
        demands = self.attachments_required or self.extra_questions or self.agreement_form != "stated"
        if demands and not self.requirements:
            raise ValueError("requirements must say where the call's demands are known from")
        return self


class PartyTenants(Frozen):
    """The Entra tenants that a party's people have their accounts in. Several parties may share one."""

    hospital: Slug | None = None
    municipality: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")] | None = None
    tenants: Annotated[tuple[TenantId, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_of_one_party(self) -> Self:
        if (self.hospital is None) == (self.municipality is None):
            raise ValueError("name either a hospital, by its id, or a municipality, by its number")
        return self

    @property
    def party(self) -> str:
        """The party's id in an application."""
        return f"h{self.hospital}" if self.hospital is not None else f"m{self.municipality}"


class CommunitySettings(Frozen):
    """What an installation says of its own helsefellesskap; empty in the files that come with the project."""

    secretariat_tenant_id: TenantId | None = None
    party_tenants: tuple[PartyTenants, ...] = ()
    """Where a party is named, only people of its tenants can join for it."""
    archive_mailbox: Mailbox | None = None
    rate_per_hour_nok: Kroner | None = None
    rate_per_full_time_equivalent_nok: Kroner | None = None
    language: Language | None = None
    agreement_form: AgreementForm | None = None
    """Before what the call says."""


class Community(Frozen):
    """A helsefellesskap. Nothing stands here that neither the registry nor a document says."""

    id: Slug
    registry: Registry
    documents: tuple[Document, ...]
    frames: tuple[Frame, ...] = ()
    bodies: tuple[Body, ...] = ()
    process: tuple[Step, ...] = ()
    """Steps that belong to no announced call."""
    requirements: tuple[Requirement, ...] = ()
    """Requirements that are said of no particular year."""
    calls: tuple[Call, ...] = ()
    settings: CommunitySettings = CommunitySettings()

    @property
    def name(self) -> Words:
        return self.registry.name

    @property
    def hospitals(self) -> tuple[Hospital, ...]:
        return self.registry.hospitals

    def tenants_of(self, party: str) -> frozenset[str]:
        """Empty where the installation does not say which they are."""
        return frozenset(
            tenant for one in self.settings.party_tenants if one.party == party for tenant in one.tenants
        )

    def parties_in(self, tenant: str) -> frozenset[str]:
        """The parties that the installation says have their accounts there."""
        return frozenset(one.party for one in self.settings.party_tenants if tenant in one.tenants)


def call_for(community: Community, year: int) -> Call:
    """The year's call; one that nobody has announced is not known."""
    known = next((call for call in community.calls if call.year == year), None)
    return known or Call(year=year, status="not_known")


def frame_for(community: Community, year: int) -> Frame | None:
    return next((frame for frame in community.frames if frame.year == year), None)


DeadlineState = Literal["open", "passed", "not_known", "closed"]


def deadline_state(call: Call | None, now: datetime.datetime) -> DeadlineState:
    """How the applicants' deadline stands; none keeps anyone from writing. `now` must have a zone."""
    if now.tzinfo is None:
        raise ValueError("now must have a zone")
    if call is not None and call.status == "closed":
        return "closed"
    if call is None or call.deadline is None:
        return "not_known"
    return "open" if now <= call.deadline.last_instant() else "passed"


def days_left(call: Call | None, now: datetime.datetime) -> int | None:
    """Days on the calendar where the deadline is, 0 on the last; None when there is nothing to count to."""
    if call is None or call.deadline is None or deadline_state(call, now) != "open":
        return None
    return (call.deadline.day - now.astimezone(ZoneInfo(call.deadline.zone)).date()).days
