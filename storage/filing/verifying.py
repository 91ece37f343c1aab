"""Whether a filed folder is as it was filed: in itself, by its signatures, and against a receipt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from dialogs.signature import Signature
from storage.chain import End, canonical, salted, walk
from storage.filing.application_data import hash_of_answers
from storage.filing.audit_files import AUDIT_FILE, HEAD_FILE
from storage.filing.folder import MANIFEST, verify_folder
from storage.signatures import KEYS_FILE, KeysUnreadable, PublicKeys, Purpose, holds, keys_from_bytes
from storage.store import Json

DATA_FILE = "application.json"
_HASH = re.compile(r"\b[0-9a-f]{8}(?:\s?[0-9a-f]{8}){7}\b")
_CASE_NUMBER = re.compile(r"\bRST-[0-9]{4}-[0-9A-Z]{5}\b")
_TOLD_TWICE = ("case_number", "version", "received_at", "fingerprint", "answers_sha256", "content_hash")
"""Of what is signed, what application.json says too."""

FaultCode = Literal[
    "no_manifest",
    "unreadable",
    "missing",
    "altered",
    "unexpected",
    "line_unreadable",
    "line_gap",
    "line_not_following",
    "line_of_another",
    "cut",
    "other_end",
    "differs",
    "answers_differ",
    "sending_differs",
]
_BREAKS: dict[str, FaultCode] = {
    "unreadable": "line_unreadable",
    "gap": "line_gap",
    "not_following": "line_not_following",
    "other_application": "line_of_another",
}
Signing = Literal["yes", "no", "unknown_key", "none"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit together in the folder itself."""

    code: FaultCode
    what: str
    """The file, the line's number, or the field."""


@dataclass(frozen=True, slots=True)
class SignedBy:
    state: Signing
    key_id: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    case_number: str
    version: int
    faults: tuple[Fault, ...]
    end: End | None
    """Where the audit in the folder ends; None where there is none."""
    content_hash: str
    head: SignedBy
    manifest: SignedBy


def verify_filed(folder: Path, trusted: PublicKeys | None = None) -> Verified:
    """With `trusted` only those keys count; without, those that lie in the folder, which its writer chose."""
    faults = [Fault(_as_fault(one.code), one.name) for one in verify_folder(folder)]
    manifest, data, head = (_read(folder / name) for name in (MANIFEST, DATA_FILE, HEAD_FILE))
    for name, read in ((DATA_FILE, data), (HEAD_FILE, head)):
        if read is None and (folder / name).exists():
            faults.append(Fault("unreadable", name))
    manifest, data, head = manifest or {}, data or {}, head or {}
    keys: PublicKeys = {}
    try:
        keys = keys_from_bytes((folder / KEYS_FILE).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (OSError, KeysUnreadable):
        faults.append(Fault("unreadable", KEYS_FILE))
    end = None
    if head or data.get("audit") or manifest.get("audit"):
        end, found = _audit(folder, data, manifest, head)
        faults += found
    if trusted is not None:
        keys = trusted
    unsigned = {name: value for name, value in manifest.items() if name != "signature"}
    return Verified(
        case_number=str(manifest.get("case_number") or data.get("case_number") or ""),
        version=_number(manifest.get("version")),
        faults=tuple(dict.fromkeys(faults)),
        end=end,
        content_hash=str(data.get("content_hash") or ""),
        head=_signed(keys, "audit-head", head.get("signed"), head.get("signature")),
        manifest=_signed(keys, "manifest", unsigned, manifest.get("signature")),
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """A receipt held to a folder."""

    head: bool
    """Whether the end of the audit is the one on the receipt."""
    case_number: bool
    """False only where the receipt tells another."""
    unknown: tuple[str, ...]
    """Checksums on the receipt that nothing in the folder has."""

    @property
    def matches(self) -> bool:
        return self.head and self.case_number and not self.unknown


def compare(verified: Verified, receipt: str) -> Compared:
    """`receipt` is a checksum, or the whole text of a receipt as it was copied."""
    told = dict.fromkeys(re.sub(r"\s", "", one[0]) for one in _HASH.finditer(receipt.lower()))
    known = {verified.end.hash if verified.end is not None else "", verified.content_hash} - {""}
    numbers = set(_CASE_NUMBER.findall(receipt.upper()))
    return Compared(
        head=verified.end is not None and verified.end.hash in told,
        case_number=not numbers or numbers == {verified.case_number},
        unknown=tuple(one for one in told if one not in known),
    )


def _audit(folder: Path, data: Json, manifest: Json, head: Json) -> tuple[End | None, list[Fault]]:
    faults = [Fault("missing", name) for name in (AUDIT_FILE, HEAD_FILE) if not (folder / name).is_file()]
    signed = head.get("signed")
    signed = signed if isinstance(signed, dict) else {}
    if not (folder / AUDIT_FILE).is_file():
        return None, faults
    bodies = list(_lines((folder / AUDIT_FILE).read_bytes()))
    walked = walk(str(signed.get("application") or data.get("application_id")), bodies)
    if walked.broken is not None:
        faults.append(Fault(_BREAKS[walked.broken.code], str(walked.broken.seq)))
    elif signed and (walked.end.seq, walked.end.hash) != (signed.get("seq"), signed.get("hash")):
        is_cut = walked.end.seq < _number(signed.get("seq"))
        faults.append(Fault("cut" if is_cut else "other_end", str(walked.end.seq)))
    if signed:
        faults += _differences(signed, data, manifest)
        faults += _sending(signed, head.get("opened"), bodies)
    return walked.end, faults


def _lines(content: bytes) -> Iterator[Json]:
    """A line that is not the very bytes that are hashed counts as none."""
    for line in content.splitlines():
        try:
            body = json.loads(line)
            fits = isinstance(body, dict) and canonical(body) == line
        except (ValueError, RecursionError):
            fits = False
        yield body if fits else {}


def _differences(signed: Json, data: Json, manifest: Json) -> Iterator[Fault]:
    end = {"seq": signed.get("seq"), "hash": signed.get("hash")}
    for name in _TOLD_TWICE:
        if (signed.get(name) or None) != (data.get(name) or None):
            yield Fault("differs", name)
    if signed.get("application") != data.get("application_id"):
        yield Fault("differs", "application_id")
    if data.get("audit") != end or manifest.get("audit") != end:
        yield Fault("differs", "audit")
    if any(manifest.get(name) != signed.get(name) for name in ("case_number", "version")):
        yield Fault("differs", MANIFEST)
    try:
        counted = hash_of_answers((one["slot"], one["value"]) for one in data["answers"])
    except (KeyError, TypeError, ValueError):
        counted = ""
    if signed.get("answers_sha256") != counted:
        yield Fault("answers_differ", DATA_FILE)


def _sending(signed: Json, opened: Any, bodies: list[Json]) -> Iterator[Fault]:
    """Whether the chain itself says that just this was sent. Without its salt, erased in the store, it cannot tell."""
    if opened is None:
        return
    try:
        line, new = bodies[opened["seq"] - 1], opened["new"]
        fits = line["field"] == "submission" and line["new"] == salted(opened["salt"], new)
        fits = fits and all(new[name] == signed[name] for name in _TOLD_TWICE if name != "case_number")
    except (KeyError, IndexError, TypeError, ValueError):
        fits = False
    if not fits:
        yield Fault("sending_differs", HEAD_FILE)


def _signed(keys: PublicKeys, purpose: Purpose, payload: Any, signature: Any) -> SignedBy:
    if signature is None:
        return SignedBy("none")
    try:
        read = Signature.model_validate(signature)
    except ValidationError:
        return SignedBy("no")
    state = holds(keys, purpose, payload if isinstance(payload, dict) else {}, read)
    return SignedBy(state, read.key_id)


def _read(path: Path) -> Json | None:
    """A JSON object, or None."""
    try:
        read = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _as_fault(code: str) -> FaultCode:
    match code:
        case "no_manifest" | "missing" | "altered" | "unexpected":
            return code
        case _:
            return "unreadable"
