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
_CHANGES: tuple[str, ...] = ("history", "status")
"""A history of the changes, in a release that has it."""

_WISHES: Sequence[tuple[str, tuple[str, ...], str]] = (
    (
        rf"{_HOW}\b.*\b(?:få|får|fekk|fikk)\b(?: {_I})?\b.*?\b(?:med|inn)\b(?: meg)? {_THE_OTHER}(?: .*)?",
        ("invite",),
        SOMEBODY,
    ),
    (rf"{_HOW}\b.*\binvit\w+\b.*", ("invite",), SOMEBODY),
    (rf"(?:hva|kva|what)\b(?!.*\bsend[te]\w*).*\b(?:har|has)\b.*\b{_CHANGED}\b.*", _CHANGES, ""),
    (rf"(?:hvem|kven|who)\b.*\b{_CHANGED}\b.*", _CHANGES, ""),
    (r"(?:vis )?(?:endringer|endringar|endringene|endringane|changes)", _CHANGES, ""),
    (
        rf"(?:kan|kunne|får|could|can|may) {_I}\b.*\b(?:se|sjå|see|vis|show)\b.*\b{_WHOLE}\b.*",
        ("preview",),
        "",
    ),
    (rf"(?:vis|show)\b.*\b(?:hele|heile|whole|ferdig\w*)\b.*\b{_WHOLE}\b.*", ("preview",), ""),
    (
        r"(?:har|fikk|fekk|have|did)\b.*\b(?:begge|alle|andre|both|everybody)\b.*\b(?:kvittering|receipt)\w*",
        ("receipt",),
        "",
    ),
    (
        rf"(?!.*\bkanal).*\b(?:fått|fekk|fikk|få|får|har|got)\b.*\b{_CODE}\b.*\b(?:{_WHERE}|{_HOW})\b.*",
        ("join",),
        "",
    ),
    (rf"(?!.*\bkanal){_WHERE}\b.*\b(?:skriv\w*|bruk\w*|legg\w*|type|use)\b.*\b{_CODE}\b.*", ("join",), ""),
    (rf"{_HELLO}{_APPLY}(?:.*\b{_HOW}\b.*{_BEGIN}.*|(?!.*\?).*)", ("start",), ""),
)
_READ = tuple(
    (re.compile(rf"{pattern}[?]?", re.IGNORECASE), commands, said) for pattern, commands, said in _WISHES
)
_KNOWN = {str(command): command for command in Command}


def wished(text: str, *, has_draft: bool) -> tuple[Command, str] | None:
    """The command that does what is asked for, and its argument; None for all other texts."""
    said = " ".join(text.split()).strip(" .!")
    if len(said) > LONGEST:
        return None
    for pattern, commands, argument in _READ:
        if pattern.fullmatch(said) is None:
            continue
        command = next(_KNOWN[name] for name in commands if name in _KNOWN)
        return None if command is Command.START and has_draft else (command, argument)
    return None
