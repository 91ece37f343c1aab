"""`verify --data`: the audits in a store, held to the values that are there and to what was signed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot import records
from bot.commands.opening import existing_store
from bot.commands.refusal import FAILED, NOT_SIGNED, Refusal
from bot.signing import NoSigningKey, read_public_keys
from dialogs.application import Answer, Application, Submission
from storage.chain import End, values_state, walk
from storage.confirmed import is_as_signed
from storage.filing.audit_files import head_payload
from storage.signatures import KEYS_FILE, PublicKeys, holds
from storage.store import AuditLine, Key, Store

ERASED = "slettet"
LINES_AT_A_TIME = 1000


@dataclass(slots=True)
class Looked:
    """What the audit of one application says."""

    id: str
    end: End = field(default_factory=End)
    faults: list[str] = field(default_factory=list)
    unsigned: list[str] = field(default_factory=list)
    erased: list[int] = field(default_factory=list)
    hash_at: dict[int, str] = field(default_factory=dict)
    """Where the chain stood at each number that was signed."""
    last: dict[str, tuple[int, Any]] = field(default_factory=dict)
    """Slot -> the last line about it, and what it says; None for the value where that is erased."""


async def verify_store(data: Path, what: str | None, trusted: PublicKeys | None) -> int:
    """The exit code: 1 where something does not fit, 7 where only a signature does not hold."""
    try:
        keys = trusted if trusted is not None else read_public_keys(data / KEYS_FILE)
    except NoSigningKey as unreadable:
        raise Refusal(f"{unreadable}.") from None
    code, count = 0, 0
    async with existing_store(data) as store:
        async for looked, application in look_at(store, what, keys):
            count += 1
            for line in said_of(looked, application):
                print(line)
            code = FAILED if looked.faults else code or (NOT_SIGNED if looked.unsigned else 0)
    if not count and what is not None:
        raise Refusal(f"There is no history of {what} in {data}.")
    print("Everything is in order." if not code else "Not everything is in order.")
    return code


async def look_at(
    store: Store, what: str | None, keys: PublicKeys
) -> AsyncIterator[tuple[Looked, Application | None]]:
    """`what` is a case number or an application's id; None for all that there are."""
    async for application_id, application in _wanted(store, what):
        yield await _look(store, application_id, application, keys), application


async def _wanted(store: Store, what: str | None) -> AsyncIterator[tuple[str, Application | None]]:
    """All that there are, or one; of one by its id also what is left when its draft was deleted."""
    if what is None:
        last = ""
        while page := await store.scan("application", after=last):
            for stored in page:
                yield stored.key.id, records.to_application(stored)
            last = page[-1].key.id
        return
    case = records.case_key(what.upper())
    found = (await store.get([case])).get(case)
    application_id = str(found.body["application"]) if found is not None else what
    key = records.application_key(application_id)
    stored_one = (await store.get([key])).get(key)
    if stored_one is not None:
        yield application_id, records.to_application(stored_one)
    elif await store.audit(application_id, limit=1):
        yield application_id, None


async def _look(
    store: Store, application_id: str, application: Application | None, keys: PublicKeys
) -> Looked:
    looked = Looked(application_id)
    sent = application.submissions if application is not None else ()
    heads = {one.head.seq for one in sent if one.head is not None}
    at_heads: dict[int, Mapping[str, tuple[int, Any]]] = {}
    while lines := await store.audit(application_id, after=looked.end.seq, limit=LINES_AT_A_TIME):
        for line in lines:
            _take(looked, line)
            if looked.faults:
                return looked
            if line.seq in heads:
                looked.hash_at[line.seq] = looked.end.hash
                at_heads[line.seq] = dict(looked.last)
    if application is None:
        return looked
    if (looked.end.seq, looked.end.hash) != (application.audit.seq, application.audit.hash):
        looked.faults.append(
            f"the history ends at line {looked.end.seq}, the application says {application.audit.seq}"
        )
    looked.faults += _answers(looked.last, application.answers)
    _check_confirmed(looked, application, keys)
    for one in sent:
        await _check_sent(store, looked, application, one, at_heads, keys)
    return looked


def _take(looked: Looked, line: AuditLine) -> None:
    walked = walk(looked.id, [line.body], looked.end)
    if walked.broken is not None or line.seq != walked.end.seq:
        looked.faults.append(f"line {line.seq} does not follow on the one before")
        return
    looked.end = walked.end
    state = values_state(line)
    if state == "erased":
        looked.erased.append(line.seq)
    elif state == "altered":
        looked.faults.append(f"line {line.seq}: the values are not those that were written")
    new = line.values.get("new") if state == "as_hashed" else None
    looked.last[str(line.body.get("field"))] = (line.seq, new)


def _answers(last: Mapping[str, tuple[int, Any]], answers: Mapping[str, Answer]) -> Iterator[str]:
    """Whether each answer that stands is the last that was written of it, as far as that is not erased."""
    for slot, answer in answers.items():
        if slot not in last:
            yield f"{slot}: stands there without a line of history"
            continue
        seq, new = last[slot]
        stands = {"value": answer.value, "raw": answer.raw, "problem": answer.problem}
        if new is not None and new != stands:
            yield f"{slot}: what stands is not what line {seq}, the last about it, says"


async def _check_sent(
    store: Store,
    looked: Looked,
    application: Application,
    sent: Submission,
    at_heads: Mapping[int, Mapping[str, tuple[int, Any]]],
    keys: PublicKeys,
) -> None:
    name = f"version {sent.version}"
    key = Key("submission", f"{application.id}.{sent.version}")
    stored = (await store.get([key])).get(key)
    if stored is None:
        looked.faults.append(f"{name}: what was sent is not there")
        return
    kept = Application.model_validate(stored.body["application"])
    if sent.head is None or sent.signature is None:
        looked.unsigned.append(f"{name}: sent before signatures were kept")
        return
    if kept.submissions[sent.version - 1 : sent.version] != (sent,):
        looked.faults.append(f"{name}: application and what was sent tell of different sendings")
    if looked.hash_at.get(sent.head.seq) != sent.head.hash:
        looked.faults.append(f"{name}: the history at line {sent.head.seq} is not what was signed")
    looked.faults += [f"{name}, {fault}" for fault in _answers(at_heads.get(sent.head.seq, {}), kept.answers)]
    match holds(keys, "audit-head", head_payload(application, sent), sent.signature):
        case "yes":
            pass
        case "no":
            looked.faults.append(f"{name}: what is told of it is not what was signed")
        case "unknown_key":
            looked.unsigned.append(f"{name}: signed by key {sent.signature.key_id}, which is not known")


def _check_confirmed(looked: Looked, application: Application, keys: PublicKeys) -> None:
    for one in application.agreement.confirmations:
        name = f"confirmation {one.id} of {one.party}"
        if one.signature is None:
            looked.unsigned.append(f"{name}: carries no signature")
            continue
        if f"confirmation {one.id}" not in looked.last:
            looked.faults.append(f"{name}: stands there without a line of history")
        match is_as_signed(keys, application.id, one):
            case "yes":
                pass
            case "no":
                looked.faults.append(f"{name}: changed after it was signed")
            case "unknown_key":
                looked.unsigned.append(f"{name}: signed by key {one.signature.key_id}, which is not known")


def said_of(looked: Looked, application: Application | None) -> Sequence[str]:
    named = looked.id if application is None or not application.case_number else application.case_number
    state = "NOT IN ORDER" if looked.faults else "NOT SIGNED" if looked.unsigned else "in order"
    signed = [one for one in (application.submissions if application is not None else ()) if one.signature]
    gone = "" if application is not None else ", the draft was deleted"
    return [
        f"{named}: {state}, {looked.end.seq} lines, {len(signed)} signed{gone}",
        *(f"  {fault}" for fault in (*looked.faults, *looked.unsigned)),
        *([f"  {ERASED}: the values of {_spans(looked.erased)}"] if looked.erased else []),
    ]


def _spans(numbers: Sequence[int]) -> str:
    """«lines 1–4, 7»."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return "lines " + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)
