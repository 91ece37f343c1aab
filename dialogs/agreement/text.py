"""The agreement's text and its two hashes: of what was answered, and of what is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, Literal

import rfc8785

from dialogs.agreement.records import AgreementText, Called, KeptText
from dialogs.agreement.text_1 import agreement_1
from dialogs.document import Document
from dialogs.document_text import plain_text
from dialogs.events import ALPHABET
from dialogs.person import Language
from dialogs.view import View

Wording = Callable[[View, Language], Document]
WORDINGS: Final[Mapping[int, Wording]] = MappingProxyType({1: agreement_1})
"""Every wording there has been: what somebody has confirmed is never said in other words."""
LATEST: Final = max(WORDINGS)
CONTENT_SCHEMA: Final = 1
CODE_LENGTH: Final = 6


@dataclass(frozen=True, slots=True)
class Made:
    """An agreement as it would be asked about now."""

    document: Document
    kept: KeptText
    content_hash: str
    text_hash: str

    @property
    def code(self) -> str:
        return self.document.version_code

    def as_asked(self, by: str, at: datetime, parties: Sequence[Called]) -> AgreementText:
        return AgreementText(
            template=self.kept.template,
            language=self.kept.language,
            parties=tuple(parties),
            content_hash=self.content_hash,
            text_hash=self.text_hash,
            code=self.code,
            by=by,
            at=at,
        )


def language_of(view: View) -> Literal["nb", "nn"]:
    return "nn" if view.value("document_language") == "nn" else "nb"


def wording_for(view: View) -> int:
    """Pinned by the first confirmation: what has been confirmed once goes on being said in the same words."""
    confirmed = view.application.agreement.confirmations
    return confirmed[0].template if confirmed else LATEST


def make(view: View) -> Made:
    template, language = wording_for(view), language_of(view)
    document = WORDINGS[template](view, language)
    text = plain_text(document)
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    called = [(party.id, party.name) for party in view.parties()]
    content = content_of(view, template, called)
    kept = KeptText(
        application=view.application.id, template=template, language=language, content=content, text=text
    )
    document = replace(document, version_code=code_of(text_hash))
    return Made(document, kept, hash_of(content), text_hash)


def current_hash(view: View, text: AgreementText) -> str:
    """Of the answers as they are now, told as the text tells its parties: differs when the text is no longer theirs."""
    known = {one.id: one.name for one in text.parties}
    called = [(party.id, known.get(party.id, party.name)) for party in view.parties()]
    return hash_of(content_of(view, text.template, called))


def content_of(view: View, template: int, called: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What the hash is made of: each material answer under its slot, in the order of its lines."""
    material = {}
    for field in view.fields:
        answer = view.answer(field) if field.question.material else None
        if answer is not None and answer.is_valid:
            material[field.id] = answer.value
    lines = {field.instance.page.name for field in view.fields if field.question.material and field.slot.line}
    return {
        "schema": CONTENT_SCHEMA,
        "template": template,
        "application": view.application.id,
        "parties": [{"id": id, "name": name} for id, name in called],
        "material": material,
        "lines": {page: list(view.lines(page)) for page in sorted(lines)},
    }


def hash_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of the content as RFC 8785 writes JSON, hexadecimal."""
    return hashlib.sha256(rfc8785.dumps(dict(content))).hexdigest()


def code_of(text_hash: str) -> str:
    """«AV-K7MP4Q»: read on a phone, and typed from paper."""
    number = int(text_hash, 16)
    code = ""
    for _ in range(CODE_LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        code += ALPHABET[digit]
    return f"AV-{code}"
