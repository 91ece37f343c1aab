"""How names are compared: the same whatever the accents, the case and the keyboard they were typed on."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "a", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l"})
_NEIGHBOURS = str.maketrans({"ö": "ø", "ä": "æ"})
_BETWEEN = re.compile(r"[\s\-‐‑–—_./]+")
_DROPPED = re.compile(r"['’´`\"«»“”().:!?*]")


def plain(text: str) -> str:
    """Case, width and Swedish letters aside, the name as written: «BÖ» is «bø», but «Bo» is not."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return _BETWEEN.sub(" ", _DROPPED.sub("", folded.translate(_NEIGHBOURS))).strip()


def key(text: str) -> str:
    """The name without accents, one letter for each letter: «Kárášjohka» is «karasjohka», «Bærum» «barum»."""
    letters = unicodedata.normalize("NFKD", plain(text).translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def typed_without_norwegian_letters(text: str) -> str:
    """What it is if aa, oe and ae were typed for å, ø and æ."""
    return plain(text).replace("aa", "å").replace("oe", "ø").replace("ae", "æ")
