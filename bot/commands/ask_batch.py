"""`ask --batch`: a line of JSON in, a line of JSON out, in the same order; a line that is wrong stops nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, BinaryIO

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from bot.body import Json
from bot.commands.answerer import Answerer, QuestionTooLong
from bot.logs import told
from dialogs.evidence import Language
from knowledge.languages import guess_language

LONGEST_LINE_BYTES = 200_000


class Line(BaseModel):
    """What else stands in the object is passed over."""

    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)

    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    community: str | None = None
    """By id or by name; one of which nothing is known counts as none, which the reply shows."""
    language: Language | None = None


class WrongLine(Exception):
    """Raised for a line that cannot be answered, with what is wrong; answered by it in the line's place."""


def answer_lines(
    lines: BinaryIO, out: BinaryIO, answerer: Answerer, *, community: str | None, language: Language | None
) -> None:
    """Each reply is written before the next line is read. `community` and `language` are for lines without."""
    for raw in _lines(lines):
        reply = _answered(raw, answerer, community, language)
        out.write(json.dumps(reply, ensure_ascii=False).encode() + b"\n")
        out.flush()


def _answered(
    raw: bytes | None, answerer: Answerer, community: str | None, language: Language | None
) -> Json:
    try:
        line = _read(raw)
        spoken = line.language or language or guess_language(line.question)
        own = community if line.community is None else answerer.community_called(line.community)
        reply = answerer.reply(line.question, spoken, own)
    except (WrongLine, QuestionTooLong) as wrong:
        return {"error": str(wrong)}
    except Exception as fault:  # the named edge of one line: the lines after it are answered all the same
        said = told(fault)
        return {"error": f"a fault of the program: {said['fault']} at {said['at']}"}
    return {**asdict(reply), "language": spoken, "community": own}


def _read(raw: bytes | None) -> Line:
    if raw is None:
        raise WrongLine(f"the line is longer than {LONGEST_LINE_BYTES} bytes")
    try:
        return Line.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise WrongLine(f"{place}: {first['msg']}" if place else first["msg"]) from None


def _lines(lines: BinaryIO) -> Iterator[bytes | None]:
    """None for a line that is too long to be looked at."""
    while raw := lines.readline(LONGEST_LINE_BYTES + 1):
        if len(raw) <= LONGEST_LINE_BYTES or raw.endswith(b"\n"):
            yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = lines.readline(LONGEST_LINE_BYTES)
        yield None
