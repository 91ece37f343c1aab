"""One curated answer, or one thing that the sources do not say: what an entry of the knowledge base holds."""

from __future__ import annotations

import hashlib
from typing import Annotated, Generic, Literal, Self, TypeVar, assert_never

from pydantic import Field, StringConstraints, model_validator

from dialogs.evidence import Frozen, Language, Line, Slug, Words
from dialogs.places import Date, Region

LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")
SHORTEST_QUOTE_WORDS = 5
"""A fingerprint knows sequences of five words: it cannot vouch for fewer."""

Passage = Annotated[
    str, StringConstraints(min_length=1, max_length=1500, pattern=r"^[^\x00-\x09\x0b-\x1f\x7f]*$")
]
"""Plain sentences; a line break begins a new paragraph or a line of a list."""
CalendarYear = Annotated[int, Field(strict=True, ge=2000, le=2100)]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]

Text = TypeVar("Text")

Kind = Literal["answer", "unknown", "fixed", "out_of_scope"]
"""`answer`: the sources say it. `unknown`: people ask it and the sources do not say. `fixed`: the same safe reply
to whatever is personal or medical. `out_of_scope`: another scheme, or nothing of ours."""

Standing = Literal["decided", "proposed", "superseded", "stated"]
"""Of one sentence, not of its document: minutes quote decisions and hold proposals on the same page.
`stated` is told as a fact by somebody who did not decide it there."""

TurnTo = Literal["secretariat", "own_organisation", "other_authority"]
Role = Literal["curator", "case_officer"]


class Quote(Frozen):
    """A literal sentence, or two, of a document."""

    document: Slug
    date: Date | None = None
    """The sentence's own, where the document quotes something older; else the document's date holds."""
    quote: Line
    standing: Standing

    @model_validator(mode="after")
    def _is_long_enough_to_check(self) -> Self:
        if len(self.quote.split()) < SHORTEST_QUOTE_WORDS:
            raise ValueError(f"a quote needs {SHORTEST_QUOTE_WORDS} words")
        return self


class National(Frozen):
    kind: Literal["national"]


class Regional(Frozen):
    kind: Literal["region"]
    region: Region


class Communal(Frozen):
    """One helsefellesskap, by the id of its file in knowledge/communities."""

    kind: Literal["community"]
    community: Slug


Scope = Annotated[National | Regional | Communal, Field(discriminator="kind")]


class Validity(Frozen):
    """`year` is the budget year spoken of; without it the entry holds for no particular year."""

    year: CalendarYear | None = None
    since: Date | None = None
    until: Date | None = None
    """The last day on which it could be acted on: a deadline's own day."""

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if self.since and self.until and self.since > self.until:
            raise ValueError("since lies after until")
        return self


class PerLanguage(Frozen, Generic[Text]):
    nb: Text
    nn: Text
    en: Text

    def in_language(self, language: Language) -> Text:
        match language:
            case "nb":
                return self.nb
            case "nn":
                return self.nn
            case "en":
                return self.en
            case _:
                assert_never(language)


class Said(Frozen):
    """`short` stands alone: two to five sentences in our own words. `details` is for who wants more."""

    short: Passage
    details: Passage | None = None


class Answer(PerLanguage[Said]):
    @model_validator(mode="after")
    def _says_as_much_in_each_language(self) -> Self:
        if len({self.in_language(language).details is None for language in LANGUAGES}) > 1:
            raise ValueError("details in one language and not in another")
        return self


class Missing(Frozen):
    not_known: Passage
    known: Passage


class Gap(PerLanguage[Missing]):
    """What the sources do not say, what they do say near it, and where to turn."""

    turn_to: TurnTo
    forwardable: bool
    """Whether the secretariat may be asked with this question as it stands."""


class Phrasings(PerLanguage[tuple[Line, ...]]):
    """The question as people really ask it."""


class Review(Frozen):
    on: Date
    by: Role


class Entry(Frozen):
    """An entry with neither answer nor gap is a title: known to be asked, not yet written."""

    id: Slug
    kind: Kind
    subject: Slug | None = None
    """What is asked apart from place and year: «our deadline». Entries of one subject differ in scope or validity
    only, and one of them, national and of no year, is what is said where no other fits."""
    shown_elsewhere: bool = False
    """A local entry whose answer itself says how it stands elsewhere, and holds no figure: anyone may be shown it."""
    question: Words
    scope: Scope
    validity: Validity = Validity()
    answer: Answer | None = None
    gap: Gap | None = None
    sources: tuple[Quote, ...] = ()
    related: Annotated[tuple[Slug, ...], Field(max_length=6)] = ()
    fields: tuple[FieldName, ...] = ()
    """Questions of the form that the entry helps with, by name."""
    phrasings: Phrasings = Phrasings(nb=(), nn=(), en=())
    reviewed: Review | None = None

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> Self:
        match self.kind:
            case "answer" | "fixed":
                if self.gap is not None:
                    raise ValueError(f"{self.kind} has an answer, not a gap")
            case "unknown" | "out_of_scope":
                if self.answer is not None:
                    raise ValueError(f"{self.kind} has a gap, not an answer")
            case _:
                assert_never(self.kind)
        if self.shown_elsewhere and self.scope.kind == "national":
            raise ValueError("what is national is shown everywhere")
        return self

    @property
    def is_written(self) -> bool:
        return self.answer is not None or self.gap is not None

    @property
    def is_forwardable(self) -> bool:
        """Whether the secretariat may be asked with such a question as it stands. What is fixed never is."""
        match self.kind:
            case "answer":
                return True
            case "fixed":
                return False
            case "unknown" | "out_of_scope":
                return self.gap is not None and self.gap.forwardable
            case _:
                assert_never(self.kind)

    @property
    def version(self) -> str:
        """Changes with anything in the entry, so that an answer given can be traced to what stood then."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]


def passages(entry: Entry, language: Language) -> tuple[str, ...]:
    """What people are shown, first what stands first. Where to turn is a code, and put in words by the bot."""
    if entry.answer is not None:
        said = entry.answer.in_language(language)
        return (said.short, said.details) if said.details else (said.short,)
    if entry.gap is not None:
        missing = entry.gap.in_language(language)
        return (missing.not_known, missing.known)
    return ()
