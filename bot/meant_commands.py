"""What people ask of the bot itself in their own words: how to invite, who changed what, to see the whole of it."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.events import Command
from dialogs.inviting import SOMEBODY

LONGEST = 200
_I = r"(?:jeg|eg|vi|me|i|we)"
_HOW = r"(?:hvordan|korleis|how)"
_WHERE = r"(?:hvor|kvar|kor|where)"
_CHANGED = r"(?:endra|endret|changed)"
_CODE = r"(?:kode|koden|koda|code)"
_WHOLE = r"(?:søknaden|dokumentet|avtalen|pdf|application|document)"
_THE_OTHER = (
    r"(?:(?:den|dei|de) andre(?: parten| partane| partene)?|annan part|en annen part|(?:ein |en )?kollega\w*"
    r"|samarbeidspart\w*|motpart\w*|sykehuset|sjukehuset|kommun[ea]n?|(?-i:[A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)?))"
)
_HELLO = r"(?:(?:hei|hallo|heisann|god dag|hi|hello)\b\W*)?"
_APPLY = rf"{_I} (?:skal|vil|ønsker|ønskjer|ynskjer)(?: å)? (?:søke|søkje|søka)\b"
_BEGIN = r"\b(?:gjør|gjer|begynn\w*|start\w*|går)\b"

_WISHES: Sequence[tuple[str, Command, str]] = (
    (
        rf"{_HOW}\b.*\b(?:få|får|fekk|fikk)\b(?: {_I})?\b.*?\b(?:med|inn)\b(?: meg)? {_THE_OTHER}(?: .*)?",
        Command.INVITE,
        SOMEBODY,
    ),
    (rf"{_HOW}\b.*\binvit\w+\b.*", Command.INVITE, SOMEBODY),
    (rf"(?:hva|kva|what)\b(?!.*\bsend[te]\w*).*\b(?:har|has)\b.*\b{_CHANGED}\b.*", Command.HISTORY, ""),
    (rf"(?:hvem|kven|who)\b.*\b{_CHANGED}\b.*", Command.HISTORY, ""),
    (r"(?:vis )?(?:endringer|endringar|endringene|endringane|changes)", Command.HISTORY, ""),
    (
        rf"(?:kan|kunne|får|could|can|may) {_I}\b.*\b(?:se|sjå|see|vis|show)\b.*\b{_WHOLE}\b.*",
        Command.PREVIEW,
        "",
    ),
    (rf"(?:vis|show)\b.*\b(?:hele|heile|whole|ferdig\w*)\b.*\b{_WHOLE}\b.*", Command.PREVIEW, ""),
    (
        r"(?:har|fikk|fekk|have|did)\b.*\b(?:begge|alle|andre|both|everybody)\b.*\b(?:kvittering|receipt)\w*",
        Command.RECEIPT,
        "",
    ),
    (
        rf"(?!.*\bkanal).*\b(?:fått|fekk|fikk|få|får|har|got)\b.*\b{_CODE}\b.*\b(?:{_WHERE}|{_HOW})\b.*",
        Command.JOIN,
        "",
    ),
    (rf"(?!.*\bkanal){_WHERE}\b.*\b(?:skriv\w*|bruk\w*|legg\w*|type|use)\b.*\b{_CODE}\b.*", Command.JOIN, ""),
    (rf"{_HELLO}{_APPLY}(?:.*\b{_HOW}\b.*{_BEGIN}.*|(?!.*\?).*)", Command.START, ""),
)
_READ = tuple(
    (re.compile(rf"{pattern}[?]?", re.IGNORECASE), command, said) for pattern, command, said in _WISHES
)


def wished(text: str, *, has_draft: bool) -> tuple[Command, str] | None:
    """The command that does what is asked for, and its argument; None for all other texts."""
    said = " ".join(text.split()).strip(" .!")
    if len(said) > LONGEST:
        return None
    for pattern, command, argument in _READ:
        if pattern.fullmatch(said) is None:
            continue
        return None if command is Command.START and has_draft else (command, argument)
    return None
