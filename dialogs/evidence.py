"""Where a fact comes from, and words per language: what every curated file is made of."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, Self, assert_never

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Language = Literal["nb", "nn", "en"]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=r"^[^\x00-\x1f\x7f]*$")]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Frozen):
    nb: Line
    nn: Line
    en: Line

    def in_language(self, language: Language) -> str:
        match language:
            case "nb":
                return self.nb
            case "nn":
                return self.nn
            case "en":
                return self.en
            case _:
                assert_never(language)


class Document(Frozen):
    """`date` is the document's own, None where none was read; `address` is None where it has none."""

    id: Slug
    title: Line
    publisher: Line
    date: Annotated[datetime.date, Field(strict=True)] | None
    address: Line | None
    read: Literal["whole", "beginning"]
    """Whether the whole document was read, or only its beginning."""


class Evidence(Frozen):
    """What a document says: its own sentence, or ours about it where the sentence itself is not kept."""

    document: Slug
    quote: Line | None = None
    reading: Line | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.quote is None) == (self.reading is None):
            raise ValueError("give either quote or reading")
        return self
