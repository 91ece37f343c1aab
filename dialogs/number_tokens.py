"""Cuts the text of one number into digits and words; anything else in it, and nothing comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from dialogs.number_words import NumberWord


@dataclass(frozen=True, slots=True)
class Numeral:
    """`mark` is the only dot or comma, with three digits after it: it may divide groups or begin decimals.

    The value then is that of the groups, except before a million. `decimals` counts digits of a decimal part.
    """

    value: Fraction
    decimals: int = 0
    mark: Literal["", ".", ","] = ""
    multiplied: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    place: str
    numeral: Numeral


_TOKEN: Final = re.compile(
    r"(?P<mixed>(?:(?P<whole>[1-9][0-9]*) )?(?P<part>1/2|1/4|3/4)(?![0-9/]))"
    r"|(?P<digits>[0-9]+(?:[ .,'][0-9]+)*)|(?P<word>'|[a-zæøåéè]+(?:-[a-zæøåéè]+)?)\.?|(?P<gap> )"
)
_GROUPED: Final = re.compile(
    r"(?P<whole>[1-9][0-9]{0,2}(?P<mark>[ .,'])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"(?:(?!(?P=mark))[.,](?P<decimals>[0-9]+))?"
)
_UNGROUPED: Final = re.compile(r"(?P<whole>0|[1-9][0-9]*)(?:[.,](?P<decimals>[0-9]+))?")


def tokens_of(text: str, words: Mapping[str, NumberWord]) -> list[Token]:
    """Empty when anything in the text is no part of a number."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            return []
        at = found.end()
        if found["gap"]:
            continue
        if found["mixed"]:
            value = int(found["whole"] or 0) + Fraction(found["part"])
            tokens.append(Token("d", Numeral(value)))
        elif found["digits"]:
            numeral = _digits(found["digits"])
            if numeral is None:
                return []
            tokens.append(Token("d", numeral))
        else:
            spoken = _spoken(found["word"], words)
            follows_digits = bool(tokens) and tokens[-1].place == "d"
            if not spoken or (len(found["word"]) == 1 and spoken[0].place in "TM" and not follows_digits):
                return []
            tokens += [Token(word.place, Numeral(word.value, doubtful=word.doubtful)) for word in spoken]
    return tokens


def _digits(text: str) -> Numeral | None:
    found = _GROUPED.fullmatch(text) or _UNGROUPED.fullmatch(text)
    if found is None:
        return None
    whole, decimals = re.sub("[^0-9]", "", found["whole"]), found["decimals"] or ""
    if len(decimals) == 3 and len(whole) > 3:  # «1 200,000» has lost its way between groups and decimals
        return None
    mark: Literal["", ".", ","] = ""
    if not decimals and re.search(r"^[0-9]+\.[0-9]+$", found["whole"]):
        mark = "."
    elif not decimals and re.search(r"^[0-9]+,[0-9]+$", found["whole"]):
        mark = ","
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    return Numeral(value, decimals=len(decimals), mark=mark)


def _spoken(text: str, words: Mapping[str, NumberWord]) -> list[NumberWord]:
    """The words in one written word, «tohundreogfemtitusen»; a hyphen only as in «twenty-five»."""
    if "-" in text:
        parts = [words.get(part) for part in text.split("-")]
        pair = [part for part in parts if part is not None]
        return pair if "".join(part.place for part in pair) in ("ts", "ta") else []
    if text in words:
        return [words[text]]
    spoken: list[NumberWord] = []
    while text:
        beginnings = (word for word in words if len(word) > 1 and text.startswith(word))
        longest = max(beginnings, key=len, default="")
        if not longest:
            return []
        spoken.append(words[longest])
        text = text[len(longest) :]
    return spoken
