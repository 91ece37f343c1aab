"""How alike two texts are as people read them: case, punctuation and white space apart."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def normalised(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold())) or text.strip()
