"""What every store promises, tried on each of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.records import with_audit
from dialogs.application import Answer, Application
from storage.chain import line_hash
from storage.store import (
    OUTBOX_STATES,
    AuditLine,
    Committed,
    Conflict,
    Json,
    Key,
    LineId,
    OutboxRow,
    OutboxState,
    Put,
    Settled,
    Store,
    StoreUnavailable,
)
from tests.stores import STORES

DRAFT = Key("application", "a1")
OTHER = Key("application", "a2")
DAY = 24 * 3600.0


@pytest.fixture(params=list(STORES))
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    opened = STORES[request.param](tmp_path)
    yield opened
    await opened.close()


async def write(store: Store, key: Key, body: Json, *, expect: int | None = None, **more: Any) -> None:
    expected = {} if expect is None else {key: expect}
    outcome = await store.commit(expect=expected, put=[Put(key, body, **more)])
    assert isinstance(outcome, Committed)


async def read(store: Store, key: Key) -> Json | None:
    found = (await store.get([key])).get(key)
    return found.body if found else None


async def ids(store: Store, index: str, value: str, **more: int) -> list[str]:
    return [each.key.id for each in await store.find("application", index, value, **more)]


def row(id: str, *, queue: str = "chat-1", due_at: float = 0.0, **more: Any) -> OutboxRow:
    return OutboxRow(id, target="teams", queue=queue, body={"n": id}, created_at=0.0, due_at=due_at, **more)


async def enqueue(store: Store, *rows: OutboxRow) -> None:
    assert isinstance(await store.commit(expect={}, enqueue=rows), Committed)


async def claimed(store: Store, now: float, *, lease_seconds: float = 10.0, **more: int) -> list[str]:
    return [each.id for each in await store.claim(now, lease_seconds=lease_seconds, **more)]


async def settle(store: Store, id: str, state: OutboxState, due_at: float = 0.0, **result: str) -> None:
    await store.settle([Settled(id, state, due_at, result)])


# Records and their revisions


async def test_a_record_is_read_as_it_was_written(store: Store) -> None:
    body = {"title": "Felles akutteam", "amounts": [1, 2.5, None, True], "deep": {"a": {"b": []}}}
    outcome = await store.commit(expect={DRAFT: 0}, put=[Put(DRAFT, body)])
    assert outcome == Committed({DRAFT: 1})
    found = (await store.get([DRAFT]))[DRAFT]
    assert (found.key, found.revision, found.body) == (DRAFT, 1, body)


async def test_a_revision_grows_by_one_with_each_write(store: Store) -> None:
    for revision in range(5):
        outcome = await store.commit(expect={DRAFT: revision}, put=[Put(DRAFT, {"n": revision})])
        assert outcome == Committed({DRAFT: revision + 1})


async def test_a_key_that_is_not_expected_is_overwritten(store: Store) -> None:
    await write(store, DRAFT, {"n": 1})
    assert await store.commit(expect={}, put=[Put(DRAFT, {"n": 2})]) == Committed({DRAFT: 2})
    assert await read(store, DRAFT) == {"n": 2}


async def test_what_does_not_exist_is_left_out(store: Store) -> None:
    await write(store, DRAFT, {})
    assert set(await store.get([DRAFT, OTHER, Key("person", "a1")])) == {DRAFT}
    assert await store.get([]) == {}


async def test_ids_of_different_kinds_do_not_meet(store: Store) -> None:
    await write(store, DRAFT, {"n": 1})
    await write(store, Key("person", "a1"), {"n": 2}, expect=0)
    assert await read(store, DRAFT) == {"n": 1}


async def test_a_conflict_says_what_was_found_and_writes_nothing(store: Store) -> None:
    await write(store, DRAFT, {"n": 1}, index={"member": ["kari"]})
    outcome = await store.commit(
        expect={DRAFT: 2, OTHER: 0, Key("person", "p"): 3},
        put=[Put(DRAFT, {"n": 2}, index={"member": ["ola"]}), Put(OTHER, {})],
        delete=[Key("person", "p")],
        append_audit=[AuditLine("a1", 1, {})],
        enqueue=[row("r1")],
    )
    assert outcome == Conflict({DRAFT: 1, Key("person", "p"): 0})
    assert await read(store, DRAFT) == {"n": 1}
    assert await read(store, OTHER) is None
    assert (await ids(store, "member", "kari"), await ids(store, "member", "ola")) == (["a1"], [])
    assert await store.audit("a1") == []
    assert await store.outbox(ids=["r1"]) == []


async def test_expecting_nothing_where_something_is_is_a_conflict(store: Store) -> None:
    await write(store, DRAFT, {"n": 1})
    assert await store.commit(expect={DRAFT: 0}, put=[Put(DRAFT, {"n": 2})]) == Conflict({DRAFT: 1})


async def test_a_record_that_is_only_expected_guards_the_write_of_another(store: Store) -> None:
    await write(store, DRAFT, {"n": 1})
    assert await store.commit(expect={DRAFT: 1}, put=[Put(OTHER, {})]) == Committed({OTHER: 1})
    assert await store.commit(expect={DRAFT: 2}, put=[Put(OTHER, {})]) == Conflict({DRAFT: 1})
    assert (await store.get([DRAFT]))[DRAFT].revision == 1


async def test_an_empty_commit_is_taken(store: Store) -> None:
    assert await store.commit(expect={}) == Committed({})


async def test_a_deleted_record_is_gone_from_every_look(store: Store) -> None:
    await write(store, DRAFT, {"n": 1}, index={"member": ["kari"]})
    assert await store.commit(expect={DRAFT: 1}, delete=[DRAFT]) == Committed({})
    assert await read(store, DRAFT) is None
    assert await ids(store, "member", "kari") == []
    assert await store.scan("application") == []
    await write(store, DRAFT, {"n": 2}, expect=0)
    assert await ids(store, "member", "kari") == []


async def test_deleting_what_does_not_exist_changes_nothing(store: Store) -> None:
    assert await store.commit(expect={}, delete=[DRAFT]) == Committed({})


async def test_one_commit_writes_and_deletes_together(store: Store) -> None:
    await write(store, DRAFT, {"n": 1})
    outcome = await store.commit(expect={DRAFT: 1, OTHER: 0}, put=[Put(OTHER, {"n": 2})], delete=[DRAFT])
    assert outcome == Committed({OTHER: 1})
    assert (await read(store, DRAFT), await read(store, OTHER)) == (None, {"n": 2})


async def test_nobody_shares_an_object_with_the_store(store: Store) -> None:
    body: Json = {"list": [1]}
    line, sent = AuditLine("a1", 1, {"list": [1]}), row("r1", result={"list": [1]})
    await store.commit(expect={}, put=[Put(DRAFT, body)], append_audit=[line], enqueue=[sent])
    for mine in (body, line.body, sent.result):
        mine["list"].append(2)
    for _ in range(2):
        read_bodies = [
            (await store.get([DRAFT]))[DRAFT].body,
            (await store.audit("a1"))[0].body,
            (await store.outbox(ids=["r1"]))[0].result,
        ]
        for theirs in read_bodies:
            assert theirs == {"list": [1]}
            theirs["list"].append(3)


# Two at a time


async def test_of_many_who_write_the_same_revision_one_succeeds(store: Store) -> None:
    outcomes = await asyncio.gather(
        *(store.commit(expect={DRAFT: 0}, put=[Put(DRAFT, {"by": n})]) for n in range(20))
    )
    assert sum(isinstance(each, Committed) for each in outcomes) == 1
    assert [each for each in outcomes if isinstance(each, Conflict)] == [Conflict({DRAFT: 1})] * 19


async def test_32_increments_at_once_end_at_32(store: Store) -> None:
    async def increment() -> None:
        while True:
            now = (await store.get([DRAFT])).get(DRAFT)
            revision, count = (now.revision, now.body["count"]) if now else (0, 0)
            outcome = await store.commit(expect={DRAFT: revision}, put=[Put(DRAFT, {"count": count + 1})])
            if isinstance(outcome, Committed):
                return

    await asyncio.gather(*(increment() for _ in range(32)))
    assert (await store.get([DRAFT]))[DRAFT].revision == 32
    assert await read(store, DRAFT) == {"count": 32}


async def test_several_keys_are_read_in_one_look(store: Store) -> None:
    """Both halves always change together, so a look in which they differ saw half a commit."""

    async def write_pairs() -> None:
        for n in range(60):
            await store.commit(expect={}, put=[Put(DRAFT, {"n": n}), Put(OTHER, {"n": n})])

    async def look() -> None:
        while not writing.done():
            found = await store.get([DRAFT, OTHER])
            assert len({each.body["n"] for each in found.values()}) <= 1

    writing = asyncio.ensure_future(write_pairs())
    await asyncio.gather(writing, look(), look())


async def test_what_a_commit_returned_for_is_read_at_once(store: Store) -> None:
    async def write_and_read(key: Key) -> None:
        for n in range(20):
            await write(store, key, {"n": n}, index={"n": [f"{key.id}-{n}"]})
            assert await read(store, key) == {"n": n}
            assert await ids(store, "n", f"{key.id}-{n}") == [key.id]

    await asyncio.gather(*(write_and_read(Key("application", str(n))) for n in range(8)))


async def test_one_bad_commit_among_many_harms_only_itself(store: Store) -> None:
    await write(store, DRAFT, {"n": 0})
    good = [store.commit(expect={}, put=[Put(Key("person", str(n)), {"n": n})]) for n in range(10)]
    stale = [store.commit(expect={DRAFT: 7}, put=[Put(DRAFT, {"n": n})]) for n in range(10)]
    gap = [store.commit(expect={}, put=[Put(OTHER, {})], append_audit=[AuditLine("a", 5, {})])]
    mixed = [each for pair in zip(good, stale, strict=True) for each in pair]
    outcomes = await asyncio.gather(*mixed, *gap, return_exceptions=True)
    assert sum(isinstance(each, Committed) for each in outcomes) == 10
    assert sum(isinstance(each, Conflict) for each in outcomes) == 10
    assert isinstance(outcomes[-1], ValueError)
    assert len(await store.scan("person")) == 10
    assert (await read(store, DRAFT), await read(store, OTHER)) == ({"n": 0}, None)


async def test_a_caller_who_goes_away_does_not_stop_the_others(store: Store) -> None:
    going = asyncio.ensure_future(store.commit(expect={}, put=[Put(DRAFT, {"n": 1})]))
    staying = asyncio.ensure_future(store.commit(expect={}, put=[Put(OTHER, {"n": 1})]))
    await asyncio.sleep(0)
    going.cancel()
    assert await staying == Committed({OTHER: 1})
    with pytest.raises(asyncio.CancelledError):
        await going
    assert await read(store, OTHER) == {"n": 1}


# Text


TEXTS = [
    "Blåbærsyltetøy på Ørlandet",
    "🏥👩🏽‍⚕️ 𝄞",
    "NUL \x00 og \x01",
    "\u2028 \u2029 \ufeff \u202e \uffff",
    "e\u0301 \u00e9",
    "'; DROP TABLE record; -- \" \\ % _",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
async def test_every_text_comes_back_exactly(store: Store, text: str) -> None:
    key = Key("application", f"id-{text}")
    await store.commit(
        expect={key: 0},
        put=[Put(key, {text: text}, index={"text": [text]})],
        append_audit=[AuditLine(text, 1, {"t": text}, {"v": text})],
        enqueue=[row(f"r-{text}", queue=text)],
    )
    assert await read(store, key) == {text: text}
    assert [each.key for each in await store.find("application", "text", text)] == [key]
    assert await store.audit(text) == [AuditLine(text, 1, {"t": text}, {"v": text})]
    assert [each.queue for each in await store.outbox(ids=[f"r-{text}"])] == [text]


async def test_a_body_may_be_text_already_and_comes_back_like_any_other(store: Store) -> None:
    await store.commit(expect={}, put=[Put(DRAFT, '{"t":"Blåbær \\u0000","n":[1,null]}')])
    assert await read(store, DRAFT) == {"t": "Blåbær \x00", "n": [1, None]}
    for bad in ("[1]", '{"n":NaN}', '{"n":-Infinity}', '{"t":"\ud800"}'):
        with pytest.raises(ValueError, match=r"JSON|surrogate"):
            await store.commit(expect={}, put=[Put(OTHER, bad)])
    await store.commit(expect={}, put=[Put(OTHER, '{"t":"NaN"}')])
    assert await read(store, OTHER) == {"t": "NaN"}


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
async def test_a_lone_surrogate_is_refused_before_anything_is_written(store: Store, text: str) -> None:
    for bad in (
        [Put(DRAFT, {"t": text})],
        [Put(DRAFT, {text: 1})],
        [Put(DRAFT, {}, index={"member": [text]})],
        [Put(Key("application", text), {})],
    ):
        with pytest.raises(ValueError, match="surrogate"):
            await store.commit(expect={}, put=[Put(OTHER, {}), *bad])
    with pytest.raises(ValueError, match="surrogate"):
        await store.commit(expect={}, put=[Put(OTHER, {})], append_audit=[AuditLine("a", 1, {}, {"v": text})])
    with pytest.raises(ValueError, match="surrogate"):
        await store.commit(expect={}, put=[Put(OTHER, {})], enqueue=[row("r1", queue=text)])
    assert await read(store, OTHER) is None


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
async def test_a_number_that_json_does_not_know_is_refused(store: Store, number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        await store.commit(expect={}, put=[Put(OTHER, {}), Put(DRAFT, {"n": number})])
    assert await read(store, OTHER) is None


async def test_numbers_keep_their_kind_and_size(store: Store) -> None:
    body = {"int": 1, "float": 1.0, "big": 10**40, "small": 5e-324, "true": True}
    await write(store, DRAFT, body)
    found = await read(store, DRAFT)
    assert found == body
    assert [type(each) for each in found.values()] == [int, float, int, float, bool]


async def test_a_big_document_comes_back_whole(store: Store) -> None:
    body = {f"felt {n}": "søknad 🏥 " * 2_000 for n in range(100)}
    await write(store, DRAFT, body)
    assert await read(store, DRAFT) == body


@pytest.mark.parametrize(
    "bad",
    [
        {"put": [Put(DRAFT, {}), Put(DRAFT, {})]},
        {"put": [Put(DRAFT, {})], "delete": [DRAFT]},
        {"append_audit": [AuditLine("a", 1, {}), AuditLine("a", 1, {})]},
        {"append_audit": [AuditLine("a", 0, {})]},
        {"append_audit": [AuditLine("a", 2, {})]},
        {"append_audit": [AuditLine("a", 1, {})], "erase_values": [LineId("a", 1)]},
        {"erase_values": [LineId("a", 1), LineId("a", 1)]},
        {"enqueue": [row("r"), row("r")]},
        {"put": [Put(DRAFT, {}, index={"member": "kari"})]},
        {"expect": {DRAFT: -1}},
    ],
)
async def test_a_commit_that_contradicts_itself_is_a_bug_of_the_caller(
    store: Store, bad: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        await store.commit(**{"expect": {}, **bad})
    assert await store.scan("application") == []
    assert await store.audit("a") == []


# Finding and paging


async def test_a_record_is_found_by_every_value_of_its_index(store: Store) -> None:
    index = {"member": ["kari", "ola", "kari"], "community": ["agder"]}
    await write(store, DRAFT, {"n": 1}, index=index)
    await write(store, OTHER, {"n": 2}, index={"member": ["ola"]})
    assert await ids(store, "member", "kari") == ["a1"]
    assert await ids(store, "member", "ola") == ["a1", "a2"]
    assert await ids(store, "community", "agder") == ["a1"]
    assert await ids(store, "community", "kari") == []
    assert await store.find("person", "member", "ola") == []
    found = await store.find("application", "member", "kari")
    assert [(each.revision, each.body) for each in found] == [(1, {"n": 1})]


async def test_an_index_is_replaced_as_a_whole_at_each_write(store: Store) -> None:
    await write(store, DRAFT, {}, index={"member": ["kari", "ola"], "community": ["agder"]})
    await write(store, DRAFT, {}, index={"member": ["ola", "per"]})
    looks = [("member", "kari"), ("member", "ola"), ("member", "per"), ("community", "agder")]
    assert [await ids(store, *look) for look in looks] == [[], ["a1"], ["a1"], []]
    await write(store, DRAFT, {})
    assert [await ids(store, *look) for look in looks] == [[], [], [], []]


async def test_what_is_found_comes_by_id_and_no_more_than_asked_for(store: Store) -> None:
    order = ["b", "a", "å", "Z", "10", "9", "🏥", "\uffff"]
    for id in order:
        await write(store, Key("application", id), {}, index={"all": ["x"]})
    assert await ids(store, "all", "x") == sorted(order)
    assert await ids(store, "all", "x", limit=3) == sorted(order)[:3]


async def test_a_kind_is_read_page_by_page(store: Store) -> None:
    everything = [f"{n:03}" for n in range(25)]
    for id in reversed(everything):
        await write(store, Key("application", id), {"id": id})
    await write(store, Key("person", "007x"), {})
    seen: list[str] = []
    after = ""
    while page := await store.scan("application", after=after, limit=10):
        assert len(page) <= 10
        seen += [each.body["id"] for each in page]
        after = page[-1].key.id
    assert seen == everything


# The audit


def line(seq: int, application_id: str = "a1", **values: str) -> AuditLine:
    return AuditLine(application_id, seq, {"what": f"change {seq}"}, values)


async def test_audit_lines_come_in_order_with_their_values(store: Store) -> None:
    await store.commit(expect={}, append_audit=[line(1, old="Kari"), line(2), line(1, "a2")])
    await store.commit(expect={}, append_audit=[line(3, new="Ola")])
    assert await store.audit("a1") == [line(1, old="Kari"), line(2), line(3, new="Ola")]
    assert await store.audit("a2") == [line(1, "a2")]
    assert await store.audit("nobody") == []


async def test_the_audit_is_read_page_by_page(store: Store) -> None:
    await store.commit(expect={}, append_audit=[line(n) for n in range(1, 13)])
    assert [each.seq for each in await store.audit("a1", limit=5)] == [1, 2, 3, 4, 5]
    assert [each.seq for each in await store.audit("a1", after=5, limit=5)] == [6, 7, 8, 9, 10]
    assert [each.seq for each in await store.audit("a1", after=10)] == [11, 12]


async def test_an_audit_line_that_exists_is_never_replaced(store: Store) -> None:
    await store.commit(expect={}, append_audit=[line(1, old="first"), line(2)])
    outcome = await store.commit(
        expect={DRAFT: 0}, put=[Put(DRAFT, {})], append_audit=[line(3), line(2, old="again")][1:]
    )
    assert outcome == Conflict({Key("audit", "a1"): 2})
    assert await store.audit("a1") == [line(1, old="first"), line(2)]
    assert await read(store, DRAFT) is None


async def test_two_who_write_the_same_audit_line_are_told_apart(store: Store) -> None:
    outcomes = await asyncio.gather(
        *(store.commit(expect={}, append_audit=[line(1, by=str(n))]) for n in range(8))
    )
    assert sum(isinstance(each, Committed) for each in outcomes) == 1
    assert len(await store.audit("a1")) == 1


async def test_an_audit_outlives_the_record_it_is_about(store: Store) -> None:
    await store.commit(expect={}, put=[Put(DRAFT, {})], append_audit=[line(1)])
    await store.commit(expect={}, delete=[DRAFT])
    assert await store.audit("a1") == [line(1)]


# The outbox


async def test_a_row_is_enqueued_once_however_often_it_is_written(store: Store) -> None:
    await enqueue(store, row("r1"))
    await enqueue(store, row("r1", queue="elsewhere"), row("r2", queue="chat-2"))
    assert await store.outbox(ids=["r1", "r2"]) == [row("r1"), row("r2", queue="chat-2")]
    await settle(store, "r1", "delivered")
    await enqueue(store, row("r1"))
    assert [each.state for each in await store.outbox(ids=["r1"])] == ["delivered"]


async def test_due_rows_are_claimed_in_the_order_they_were_written(store: Store) -> None:
    await enqueue(store, row("c", queue="1"), row("a", queue="2"), row("late", queue="3", due_at=60.0))
    await enqueue(store, row("b", queue="4"))
    assert await claimed(store, 5.0, limit=2) == ["c", "a"]
    assert await claimed(store, 5.0) == ["b"]
    assert await claimed(store, 5.0) == []


async def test_rows_of_one_queue_are_handed_out_one_at_a_time_in_order(store: Store) -> None:
    await enqueue(store, row("r1"), row("r2"), row("r3"), row("other", queue="chat-2"))
    assert await claimed(store, 5.0) == ["r1", "other"]
    assert await claimed(store, 6.0) == []
    await settle(store, "r1", "delivered", 6.0)
    assert await claimed(store, 6.0) == ["r2"]
    await settle(store, "r2", "failed", 6.0)
    assert await claimed(store, 6.0) == ["r3"]


async def test_a_row_that_is_not_due_holds_up_its_queue(store: Store) -> None:
    await enqueue(store, row("r1", due_at=60.0), row("r2"))
    assert await claimed(store, 5.0) == []
    assert await claimed(store, 60.0) == ["r1"]


async def test_a_claimed_row_is_not_handed_out_again_before_the_lease_is_over(store: Store) -> None:
    await enqueue(store, row("r1"))
    assert await claimed(store, 100.0, lease_seconds=10.0) == ["r1"]
    assert await claimed(store, 109.9) == []
    assert await claimed(store, 110.0) == ["r1"]


async def test_attempts_are_counted_as_they_are_handed_out(store: Store) -> None:
    await enqueue(store, row("r1"))
    for attempt in range(1, 4):
        (found,) = await store.claim(attempt * 100.0, lease_seconds=10.0)
        assert found.attempts == attempt
    assert [each.attempts for each in await store.outbox(ids=["r1"])] == [3]


async def test_a_delivered_row_keeps_what_delivery_learnt_and_not_what_was_said(store: Store) -> None:
    body = {"activity": {"text": "the words of a person"}}
    row = OutboxRow("said", "teams", "chat", body, created_at=1.0, due_at=1.0)
    await store.commit(expect={}, enqueue=[row])
    await settle(store, "said", "uncertain", 2.0, code="timeout")
    assert (await store.outbox(ids=["said"]))[0].body == body
    await settle(store, "said", "delivered", 3.0, activity_id="a1")
    (kept,) = await store.outbox(ids=["said"])
    assert (kept.body, kept.result) == ({}, {"code": "timeout", "activity_id": "a1"})


async def test_a_row_whose_lease_ran_out_unsettled_comes_back_as_uncertain(store: Store) -> None:
    await enqueue(store, row("r1"))
    assert [each.state for each in await store.claim(0.0, lease_seconds=10.0)] == ["waiting"]
    assert [each.state for each in await store.claim(20.0, lease_seconds=10.0)] == ["uncertain"]
    await settle(store, "r1", "waiting", 30.0)
    assert [each.state for each in await store.claim(30.0, lease_seconds=10.0)] == ["waiting"]


async def test_rows_waiting_and_uncertain_are_tried_again_when_due(store: Store) -> None:
    await enqueue(store, row("w", queue="1"), row("u", queue="2"))
    await claimed(store, 0.0)
    await settle(store, "w", "waiting", 30.0)
    await settle(store, "u", "uncertain", 20.0)
    assert await claimed(store, 15.0) == []
    assert [(each.id, each.state) for each in await store.claim(25.0, lease_seconds=10.0)] == [
        ("u", "uncertain")
    ]
    assert [(each.id, each.state) for each in await store.claim(30.0, lease_seconds=1.0)] == [
        ("w", "waiting")
    ]


async def test_what_delivery_learns_is_merged_into_the_result(store: Store) -> None:
    await enqueue(store, row("r1", result={"try": "1"}))
    await settle(store, "r1", "uncertain", 5.0, code="timeout")
    await settle(store, "r1", "delivered", 6.0, activity_id="x", code="ok")
    (found,) = await store.outbox(ids=["r1"])
    assert (found.state, found.due_at) == ("delivered", 6.0)
    assert found.result == {"try": "1", "code": "ok", "activity_id": "x"}


async def test_a_delivered_row_is_not_opened_again_by_a_late_attempt(store: Store) -> None:
    await enqueue(store, row("r1"))
    await settle(store, "r1", "delivered", 5.0)
    await settle(store, "r1", "uncertain", 9.0, code="timeout")
    (found,) = await store.outbox(ids=["r1"])
    assert (found.state, found.due_at, found.result) == ("delivered", 5.0, {"code": "timeout"})
    assert await claimed(store, 100.0) == []


async def test_a_failed_row_can_be_tried_again(store: Store) -> None:
    await enqueue(store, row("r1"), row("r2"))
    await settle(store, "r1", "failed")
    await settle(store, "r1", "waiting", 3.0)
    assert await claimed(store, 5.0) == ["r1"]


async def test_a_row_may_be_settled_that_was_never_claimed_or_never_was(store: Store) -> None:
    await enqueue(store, row("r1"), row("r2"), row("r3"))
    await store.settle([Settled("nobody", "delivered", 1.0), Settled("r2", "delivered", 1.0)])
    assert await claimed(store, 5.0) == ["r1"]
    await settle(store, "r1", "delivered", 5.0)
    assert await claimed(store, 5.0) == ["r3"]


async def test_what_two_workers_claim_is_never_the_same(store: Store) -> None:
    await enqueue(store, *(row(f"r{n}", queue=f"chat-{n}") for n in range(30)))
    taken = await asyncio.gather(*(claimed(store, 5.0, limit=5) for _ in range(10)))
    everything = [id for each in taken for id in each]
    assert len(everything) == len(set(everything)) == 30


async def test_rows_are_shown_by_id_and_by_state(store: Store) -> None:
    await enqueue(store, *(row(f"r{n}", queue=f"chat-{n}") for n in range(6)))
    await settle(store, "r1", "delivered")
    await settle(store, "r2", "failed")
    await settle(store, "r4", "uncertain")

    async def shown(ids: Sequence[str] = (), states: Sequence[OutboxState] = (), limit: int = 9) -> list[str]:
        return [each.id for each in await store.outbox(ids=ids, states=states, limit=limit)]

    assert await shown(["r3", "nobody", "r1", "r3"]) == ["r3", "r1"]
    assert await shown(states=["waiting"]) == ["r5", "r3", "r0"]
    assert await shown(states=["failed", "uncertain"]) == ["r4", "r2"]
    assert await shown() == ["r5", "r4", "r3", "r2", "r1", "r0"]
    assert await shown(limit=2) == ["r5", "r4"]
    assert await shown(["r1", "r2"], ["failed"]) == ["r2"]
    assert await store.outbox_counts() == {"waiting": 3, "delivered": 1, "uncertain": 1, "failed": 1}


async def test_an_empty_outbox_counts_nothing(store: Store) -> None:
    assert await store.outbox_counts() == dict.fromkeys(OUTBOX_STATES, 0)
    assert await store.outbox() == []


# What is erased


async def test_a_purge_erases_what_has_expired_and_nothing_else(store: Store) -> None:
    await write(store, DRAFT, {}, index={"member": ["kari"]})
    await write(store, Key("code", "old"), {}, expires_at=100.0, index={"by": ["kari"]})
    await write(store, Key("code", "new"), {}, expires_at=200.0)
    await write(store, Key("code", "kept"), {}, expires_at=50.0)
    await write(store, Key("code", "kept"), {})
    assert await store.purge(99.0) == 0
    assert await store.purge(100.0) == 1
    assert [each.key.id for each in await store.scan("code")] == ["kept", "new"]
    assert await store.find("code", "by", "kari") == []
    assert await ids(store, "member", "kari") == ["a1"]


async def test_a_purge_erases_rows_delivered_more_than_30_days_ago(store: Store) -> None:
    await enqueue(store, *(row(id, queue=id) for id in ("old", "new", "failed", "waiting")))
    await settle(store, "old", "delivered", 0.0)
    await settle(store, "new", "delivered", 2 * DAY)
    await settle(store, "failed", "failed", 0.0)
    assert await store.purge(30 * DAY + 1) == 1
    assert {each.id for each in await store.outbox()} == {"new", "failed", "waiting"}


CANARY = "Kanarifuglen på Ørlandet"
WRITTEN_AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def changed(answers: dict[str, str], before: Application | None = None) -> Application:
    """A draft with these answers; each has its line in the audit."""
    kept = {
        slot: Answer(value=text, by="p1", at=WRITTEN_AT, revision=len(answers))
        for slot, text in answers.items()
    }
    draft = Application(id="a1", created_at=WRITTEN_AT, created_by="p1", changed_at=WRITTEN_AT, members=())
    return (before or draft).model_copy(update={"answers": kept})


async def change(store: Store, before: Application | None, after: Application) -> Application:
    written, lines = with_audit(before, after, person_id="p1", door="teams", at=WRITTEN_AT)
    assert isinstance(await store.commit(expect={}, append_audit=lines), Committed)
    return written


def in_chain(lines: Sequence[AuditLine]) -> bool:
    """Whether each line carries the hash of the one before it."""
    return all(line.body["previous"] == line_hash(before.body) for before, line in pairwise(lines))


async def test_erased_values_and_their_salt_are_gone_and_the_chain_still_holds(store: Store) -> None:
    draft = await change(store, None, changed({"title": "Felles akutteam"}))
    draft = await change(store, draft, changed({"title": CANARY, "what": "Et team"}, draft))
    before = await store.audit("a1")
    seen = [line.seq for line in before if CANARY in str(line.values)]
    assert seen
    await store.commit(expect={}, erase_values=[LineId("a1", seq) for seq in seen])
    after = await store.audit("a1")
    assert [line.body for line in after] == [line.body for line in before]
    assert [line.values for line in after] == [{} if line.seq in seen else line.values for line in before]
    assert in_chain(after)
    await change(store, draft, changed({"title": "Et nytt navn", "what": "Et team"}, draft))
    assert in_chain(await store.audit("a1"))
    assert len(await store.audit("a1")) == len(before) + 1


async def test_values_are_erased_with_the_rest_of_a_commit_or_not_at_all(store: Store) -> None:
    await store.commit(
        expect={}, put=[Put(DRAFT, {})], append_audit=[line(1, old="Kari"), line(2, old="Ola")]
    )
    erase = [LineId("a1", 1)]
    assert await store.commit(expect={DRAFT: 5}, erase_values=erase) == Conflict({DRAFT: 1})
    assert await store.audit("a1") == [line(1, old="Kari"), line(2, old="Ola")]
    await store.commit(expect={DRAFT: 1}, delete=[DRAFT], append_audit=[line(3, new="x")], erase_values=erase)
    assert await store.audit("a1") == [line(1), line(2, old="Ola"), line(3, new="x")]


async def test_what_is_not_there_to_be_erased_is_passed_over(store: Store) -> None:
    await store.commit(expect={}, append_audit=[line(1, old="Kari"), line(2)])
    for _ in range(2):
        erase = [LineId("a1", 1), LineId("a1", 2), LineId("a1", 3), LineId("a1", 0), LineId("nobody", 1)]
        assert await store.commit(expect={}, erase_values=erase) == Committed({})
    assert await store.audit("a1") == [line(1), line(2)]
    assert await store.audit("nobody") == []


@pytest.mark.parametrize("name", STORES)
async def test_after_a_purge_the_files_hold_nothing_of_what_was_erased(name: str, tmp_path: Path) -> None:
    """Also not of what was so long that it lay in pages of its own, nor in the log beside the file."""
    store = STORES[name](tmp_path)
    try:
        long = f"{CANARY} {'x' * 30_000} {CANARY}"
        draft = await change(store, None, changed({"title": CANARY, "what": long, "where": "I Fjellbyen"}))
        lines = [line for line in await store.audit("a1") if CANARY in str(line.values)]
        salts = [str(line.values["salt"]) for line in lines]
        assert len(lines) == 2
        is_on_disk = name != "memory"
        assert all(held(tmp_path, secret) == is_on_disk for secret in (CANARY, *salts))
        await store.commit(expect={}, erase_values=[LineId("a1", line.seq) for line in lines])
        await store.purge(0.0)
        assert not any(held(tmp_path, secret) for secret in (CANARY, *salts))
        await change(store, draft, changed({"title": "Et nytt navn"}, draft))
        assert not held(tmp_path, salts[0])
        assert in_chain(await store.audit("a1"))
    finally:
        await store.close()
    assert not any(held(tmp_path, secret) for secret in salts)


def held(folder: Path, secret: str) -> bool:
    return any(secret.encode() in path.read_bytes() for path in folder.iterdir())


async def test_closing_waits_for_writes_under_way(tmp_path: Path) -> None:
    for open_store in STORES.values():
        store = open_store(tmp_path)
        writes = [
            asyncio.ensure_future(store.commit(expect={}, put=[Put(Key("person", str(n)), {})]))
            for n in range(5)
        ]
        await asyncio.sleep(0)
        await store.close()
        assert await asyncio.gather(*writes) == [Committed({Key("person", str(n)): 1}) for n in range(5)]


async def test_a_closed_store_is_no_store(tmp_path: Path) -> None:
    for open_store in STORES.values():
        store = open_store(tmp_path)
        await store.close()
        await store.close()
        with pytest.raises(StoreUnavailable):
            await store.get([DRAFT])
        with pytest.raises(StoreUnavailable):
            await store.commit(expect={})
