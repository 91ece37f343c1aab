"""`verify`: whether a filed folder is as it was filed, or the histories in a store are whole; in words and a code."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.commands.refusal import FAILED, NOT_SIGNED, OTHER_RECEIPT, WRONG_CALL, Refusal
from bot.commands.verify_store import verify_store
from storage.filing.folder import MANIFEST
from storage.filing.verifying import Compared, Fault, Verified, compare, verify_filed
from storage.signatures import KeysUnreadable, PublicKeys, key_id_of, keys_from_bytes


def verify(what: str | None, *, data: Path | None, receipt: str | None, key: Path | None) -> int:
    """The exit code. `what` is a folder, or with `data` a case number or an application's id."""
    trusted = None if key is None else read_trusted(key)
    if data is not None:
        if receipt is not None:
            raise Refusal("A receipt is held to a filed folder: leave out --data.", WRONG_CALL)
        return asyncio.run(verify_store(data, what, trusted))
    if what is None:
        raise Refusal("Name the filed folder, such as var/filed/agder/RST-2026-K7MP4/v1.", WRONG_CALL)
    folder = Path(what)
    if not folder.is_dir():
        raise Refusal(f"{folder} is no folder.", WRONG_CALL)
    verified = verify_filed(folder, trusted)
    compared = compare(verified, receipt) if receipt is not None else None
    for line in said_of(verified, compared, is_trusted=trusted is not None):
        print(line)
    return exit_code(verified, compared)


def exit_code(verified: Verified, compared: Compared | None) -> int:
    """Of the first that fails: in itself, by its signatures, against the receipt."""
    if verified.faults:
        return FAILED
    if not _is_signed(verified):
        return NOT_SIGNED
    return OTHER_RECEIPT if compared is not None and not compared.matches else 0


def said_of(verified: Verified, compared: Compared | None, *, is_trusted: bool) -> Iterator[str]:
    yield f"{verified.case_number or 'no case number'}, version {verified.version}"
    if verified.faults:
        yield "NOT CONSISTENT in itself:"
        yield from (f"  {_fault(fault)}" for fault in verified.faults)
    elif verified.end is None:
        yield "Consistent in itself. There is no history in it: it was filed before that was kept."
    else:
        yield (
            "Consistent in itself: the files are those listed, "
            f"and {verified.end.seq} lines of history follow on each other."
        )
    yield from _signatures(verified, is_trusted=is_trusted)
    if compared is not None:
        yield from _receipt(verified, compared)


def _is_signed(verified: Verified) -> bool:
    return verified.manifest.state == "yes" and (verified.end is None or verified.head.state == "yes")


def _signatures(verified: Verified, *, is_trusted: bool) -> Iterator[str]:
    named = [("the list of files", verified.manifest)]
    if verified.end is not None:
        named.append(("the end of the history", verified.head))
    if _is_signed(verified):
        yield f"Signed by key {' and '.join(dict.fromkeys(by.key_id for _, by in named))}."
        if not is_trusted:
            yield "  The key lies in the folder itself. Whose it is, is shown by --key with one from elsewhere."
        return
    yield "NOT SIGNED, or not by a key that is known:"
    where = "the one given" if is_trusted else "in the folder"
    for name, by in named:
        match by.state:
            case "yes":
                yield f"  {name}: signed by key {by.key_id}"
            case "no":
                yield f"  {name}: changed after it was signed by key {by.key_id or '?'}"
            case "unknown_key":
                yield f"  {name}: signed by key {by.key_id}, which is not {where}"
            case "none":
                yield f"  {name}: carries no signature"


def _receipt(verified: Verified, compared: Compared) -> Iterator[str]:
    if compared.matches and verified.end is not None:
        yield f"Matches the receipt: the history ends at line {verified.end.seq} with its checksum."
        return
    yield "DOES NOT MATCH the receipt:"
    if not compared.head:
        end = verified.end.hash if verified.end is not None else "missing"
        yield f"  the history here ends with another checksum: {end}"
    if not compared.case_number:
        yield f"  the receipt is of another case than {verified.case_number}"
    for unknown in compared.unknown:
        yield f"  nothing here has the receipt's checksum {unknown}"


def _fault(fault: Fault) -> str:
    what = fault.what
    match fault.code:
        case "no_manifest":
            return f"{MANIFEST} is missing"
        case "unreadable":
            return f"{what} cannot be read"
        case "missing":
            return f"{what} is missing"
        case "altered":
            return f"{what} is not the file that was listed"
        case "unexpected":
            return f"{what} was not filed here"
        case "line_unreadable":
            return f"history, line {what}: not a line as it was written"
        case "line_gap":
            return f"history, line {what}: missing, or out of order"
        case "line_not_following":
            return f"history, line {what}: does not follow on the one before, which was changed or replaced"
        case "line_of_another":
            return f"history, line {what}: of another application"
        case "cut":
            return f"history: cut off after line {what}"
        case "other_end":
            return f"history: line {what}, the last, is not the one that was signed"
        case "differs":
            return f"application.json, {MANIFEST} and the signed end of the history do not agree on {what}"
        case "answers_differ":
            return f"{what}: the answers are not those that were sent"
        case "sending_differs":
            return "history: the line of the sending tells of something else than what is signed"


def read_trusted(path: Path) -> PublicKeys:
    """A public key in PEM, or a file of them as the bot keeps it. Raises Refusal."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror or 'the disk failed'}.", WRONG_CALL) from None
    try:
        return keys_from_bytes(content)
    except KeysUnreadable:
        pass
    try:
        key = serialization.load_pem_public_key(content)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise Refusal(f"{path} is neither an Ed25519 public key in PEM nor a signing-keys.json.", WRONG_CALL)
    public_key = key.public_bytes_raw().hex()
    return {key_id_of(public_key): public_key}
