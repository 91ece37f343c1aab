"""Plays a transcript against the real bot, from the activity to the card, with its records as JSON between turns.

How a transcript is read, line by line:

    > text              the person types it; `>> text` is one more line of the same message
    [Lagre]             taps the button on the newest card that has it
    [Lagre] Navn=Kari; Rolle=rådgiver
                        fills in the card first: by label, by question or by slot; what is not named stays as it is.
                        Several choices of one list are written with ` + ` between them.
    [Lagre på «Tittel»] the newest card that ever held those words, also one that was replaced or answered since
    [Endre ved «Hvor»]  of several such buttons the one that stands after those words
    [Ja] [Nei]          two buttons or more, and nothing else: the bot's row of buttons
    (again)             the network delivers the last deed once more
    (news)              what other people's deeds have sent arrives: with everybody, and here to be read
    (restart)           the process ends and another begins on the same records
    (3 weeks later)     so much time passes; also seconds, minutes, hours, days
    (Ola)               from here on another person, in a chat of their own
    ! words             must not be in the reply
    words               must be in the reply: within one line of what is drawn, after the words before them.
                        Lines may be left out but not told in another order; a full stop at the end is not needed.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

_TAP = re.compile(
    r"\[(?P<title>[^\]«]+?)(?: på «(?P<on>[^»]+)»)?(?: ved «(?P<beside>[^»]+)»)?\](?P<inputs>.*)"
)
_ROW = re.compile(r"(?:\[[^\]]+\] ?){2,}")
_PAUSE = re.compile(r"\((?P<count>\d+) (?P<unit>second|minute|hour|day|week)s? later\)")


class Stage(Protocol):
    """Whom a transcript is played to."""

    said: list[str]
    """The lines of the last reply."""

    def type(self, text: str) -> None: ...
    def tap(self, title: str, *, on: str, beside: str, inputs: Mapping[str, str]) -> None: ...
    def again(self) -> None: ...
    def restart(self) -> None: ...
    def news(self) -> None: ...
    def wait(self, pause: timedelta) -> None: ...
    def be(self, who: str) -> None: ...


def play(transcript: str, stage: Stage) -> None:
    reader = _Reader(stage)
    for line in textwrap.dedent(transcript).strip().split("\n"):
        reader.read(line.strip())
    reader.end()


class _Reader:
    """Takes a transcript's lines one by one, and holds each reply against what is written to follow."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._typing: list[str] = []
        self._at = 0

    def read(self, line: str) -> None:
        if not line:
            return
        if line.startswith(">> "):
            self._typing.append(line[3:])
            return
        self.end()
        if line.startswith("> "):
            self._typing = [line[2:]]
        elif line.startswith("[") and not _ROW.fullmatch(line):
            self._tap(line)
        elif line.startswith("(") and line.endswith(")"):
            self._direct(line)
        elif line.startswith("! "):
            words = line[2:]
            assert not any(words in said for said in self._stage.said), self._wrong(f"It says «{words}»")
        else:
            self._expect(line.rstrip("."))

    def end(self) -> None:
        if self._typing:
            typed, self._typing = "\n".join(self._typing), []
            self._stage.type(typed)
            self._at = 0

    def _tap(self, line: str) -> None:
        found = _TAP.fullmatch(line)
        assert found is not None, f"cannot be read: {line}"
        pairs = [part.partition("=") for part in found["inputs"].split(";") if part.strip()]
        inputs = {name.strip(): value.strip() for name, _, value in pairs}
        self._stage.tap(found["title"], on=found["on"] or "", beside=found["beside"] or "", inputs=inputs)
        self._at = 0

    def _direct(self, line: str) -> None:
        if line == "(again)":
            self._stage.again()
            self._at = 0
        elif line == "(news)":
            self._stage.news()
            self._at = 0
        elif line == "(restart)":
            self._stage.restart()
        elif pause := _PAUSE.fullmatch(line):
            self._stage.wait(timedelta(**{f"{pause['unit']}s": int(pause["count"])}))
        else:
            self._stage.be(line[1:-1])

    def _expect(self, words: str) -> None:
        for at in range(self._at, len(self._stage.said)):
            if words in self._stage.said[at]:
                self._at = at
                return
        raise AssertionError(self._wrong(f"It does not say «{words}»"))

    def _wrong(self, what: str) -> str:
        said = "\n".join(
            ("  ...... " if at < self._at else "         ") + line for at, line in enumerate(self._stage.said)
        )
        return f"{what}; it says:\n{said}"
