"""`verify`: what is as it was filed passes; each way of changing it is named, and tells how far it got."""

from __future__ import annotations

import asyncio
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pypdf import PdfReader

from bot.commands.refusal import Refusal
from bot.commands.verify import verify
from bot.commands.verify_store import Looked, look_at, said_of
from bot.delivery.folder import FolderDelivery
from bot.records import application_key, submission_key
from bot.signing import Signer
from dialogs.application import Application
from storage.chain import line_hash
from storage.filing.verifying import compare, verify_filed
from storage.signatures import KEYS_FILE, PublicKeys, keys_to_bytes
from storage.store import Key, LineId, Put
from tests.command_line import tilskuddshjelpen
from tests.drafts import READY
from tests.talking import Talk, copied, the_signer

Json = dict[str, Any]


@pytest.fixture(scope="module")
def sent() -> Iterator[Talk]:
    talk = Talk()
    talk(READY)
    talk("""
        > send
        [Send nå]
        Kvittering
    """)
    yield talk
    talk.close()


def file_it(talk: Talk, root: Path, signer: Signer | None = None) -> Path:
    (row,) = talk.outbox("folder")
    delivery = FolderDelivery(talk.store, talk.context, root, signer or the_signer())
    settled = asyncio.run(delivery.deliver(row))
    assert settled.state == "delivered"
    return root / str(settled.result["path"])


@pytest.fixture
def folder(sent: Talk, tmp_path: Path) -> Path:
    return file_it(sent, tmp_path / "filed")


@pytest.fixture
def receipt(sent: Talk) -> str:
    """As it is copied out of the chat."""
    return "\n".join(sent.said[sent.said.index("Kvittering") :])


Say = Callable[..., tuple[int, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def ask(folder: Path, *, receipt: str | None = None, key: Path | None = None) -> tuple[int, str]:
        code = verify(str(folder), data=None, receipt=receipt, key=key)
        return code, capsys.readouterr().out

    return ask


def read(path: Path) -> Json:
    found: Json = json.loads(path.read_bytes())
    return found


def listed_anew(folder: Path) -> None:
    """As somebody would who changes a file and knows of the manifest."""
    manifest = read(folder / "manifest.json")
    for line in manifest["files"]:
        content = (folder / line["name"]).read_bytes()
        line["sha256"], line["size_bytes"] = hashlib.sha256(content).hexdigest(), len(content)
    (folder / "manifest.json").write_text(json.dumps(manifest))


def chained_anew(folder: Path, change: Callable[[list[Json]], None]) -> Json:
    """As somebody would who knows of the chain, too: every file agrees with the others afterwards."""
    lines = [json.loads(line) for line in (folder / "audit.jsonl").read_text().splitlines()]
    change(lines)
    previous = ""
    for number, body in enumerate(lines, 1):
        body["seq"], body["previous"] = number, previous
        previous = line_hash(body)
    written = [json.dumps(b, sort_keys=True, ensure_ascii=False, separators=(",", ":")) for b in lines]
    (folder / "audit.jsonl").write_text("".join(line + "\n" for line in written))
    end = {"seq": len(lines), "hash": previous}
    head, data = read(folder / "audit-head.json"), read(folder / "application.json")
    head["signed"] |= end
    data["audit"] = end
    (folder / "audit-head.json").write_text(json.dumps(head))
    (folder / "application.json").write_text(json.dumps(data))
    manifest = read(folder / "manifest.json") | {"audit": end}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    listed_anew(folder)
    return head


def signed_anew(folder: Path, signer: Signer) -> None:
    """As somebody would who has a key of their own."""
    head = read(folder / "audit-head.json")
    head["signature"] = signer.sign("audit-head", head["signed"]).model_dump()
    (folder / "audit-head.json").write_text(json.dumps(head))
    listed_anew(folder)
    manifest = {name: value for name, value in read(folder / "manifest.json").items() if name != "signature"}
    manifest["signature"] = signer.sign("manifest", manifest).model_dump()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def another_door(lines: list[Json]) -> None:
    lines[2]["door"] = "web"


# --- A filed folder.


def test_what_was_filed_is_consistent_signed_and_the_receipts(folder: Path, receipt: str, say: Say) -> None:
    code, said = say(folder)
    assert code == 0
    assert "Consistent in itself" in said
    assert f"Signed by key {the_signer().key_id}" in said
    assert "from elsewhere" in said
    code, said = say(folder, receipt=receipt)
    assert code == 0
    assert "Matches the receipt" in said
    verified = verify_filed(folder)
    assert verified.end is not None
    assert compare(verified, verified.end.hash).matches


def test_nothing_of_what_people_wrote_or_are_called_is_in_the_filed_history(sent: Talk, folder: Path) -> None:
    filed = (folder / "audit.jsonl").read_text() + (folder / "audit-head.json").read_text()
    for answer in sent.draft.answers.values():
        if isinstance(answer.value, str) and " " in answer.value:
            assert answer.value not in filed
    assert sent.person.object_id not in filed
    assert sent.person.tenant_id not in filed
    assert "Kari" not in filed


def test_the_committee_gets_neither_the_history_nor_anybodys_ids(talk: Talk, tmp_path: Path) -> None:
    talk(READY)
    talk("""
        > endre tittel
        > Slik skulle det ikke hete
        > endre tittel
        > Felles akutteam
        > send
        [Send nå]
    """)
    folder = file_it(talk, tmp_path)
    pages = PdfReader(folder / "application.pdf").pages
    printed = "\n".join(page.extract_text() for page in pages) + (folder / "application.json").read_text()
    assert "Felles akutteam" in printed
    person, application = talk.person, talk.draft
    hidden = (person.id, person.object_id, person.tenant_id, "Slik skulle det ikke hete")
    assert not any(one in printed for one in hidden)
    hashes = [line.body["new"] for line in talk.audit(application.id)]
    assert not any(one in printed for one in hashes)
    assert not any(application.id in page.extract_text() for page in pages)


def test_a_key_from_elsewhere_shows_whose_signature_it_is(tmp_path: Path, folder: Path, say: Say) -> None:
    own, other = tmp_path / "own.json", tmp_path / "other.pem"
    own.write_bytes(keys_to_bytes({the_signer().key_id: the_signer().public_key}))
    stranger = Ed25519PrivateKey.generate().public_key()
    encoded = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    other.write_bytes(stranger.public_bytes(*encoded))
    code, said = say(folder, key=own)
    assert code == 0
    assert "from elsewhere" not in said
    code, said = say(folder, key=other)
    assert code == 7
    assert "which is not the one given" in said
    with pytest.raises(Refusal):
        say(folder, key=folder / "application.pdf")


def test_a_file_that_was_changed_added_or_taken_is_named(folder: Path, say: Say) -> None:
    (folder / "application.pdf").write_bytes(b"%PDF-1.7 another")
    (folder / "note.txt").write_text("x")
    (folder / "audit.jsonl").unlink()
    code, said = say(folder)
    assert code == 1
    assert "application.pdf is not the file that was listed" in said
    assert "note.txt was not filed here" in said
    assert "audit.jsonl is missing" in said


def test_a_line_that_was_changed_is_named(folder: Path, say: Say) -> None:
    lines = (folder / "audit.jsonl").read_text().splitlines(keepends=True)
    lines[2] = lines[2].replace('"door":"teams"', '"door":"web"')
    (folder / "audit.jsonl").write_text("".join(lines))
    code, said = say(folder)
    assert code == 1
    assert "audit.jsonl is not the file that was listed" in said
    assert "line 4: does not follow on the one before" in said


def test_a_line_changed_and_the_chain_counted_over_is_consistent_and_no_longer_signed(
    folder: Path, receipt: str, say: Say
) -> None:
    chained_anew(folder, another_door)
    code, said = say(folder)
    assert code == 7
    assert "Consistent in itself" in said
    assert "the end of the history: changed after it was signed" in said
    code, said = say(folder, receipt=receipt)
    assert code == 7
    assert "DOES NOT MATCH the receipt" in said


def test_signed_anew_by_another_key_is_shown_by_the_receipt_and_by_a_key_from_elsewhere(
    tmp_path: Path, folder: Path, receipt: str, say: Say
) -> None:
    forger = Signer(Ed25519PrivateKey.generate(), {})
    chained_anew(folder, another_door)
    signed_anew(folder, forger)
    code, said = say(folder)
    assert code == 7
    assert f"signed by key {forger.key_id}, which is not in the folder" in said
    (folder / KEYS_FILE).write_bytes(keys_to_bytes(forger.public_keys))
    assert say(folder)[0] == 0  # the folder alone cannot tell
    assert say(folder, receipt=receipt)[0] == 8
    own = tmp_path / "own.json"
    own.write_bytes(keys_to_bytes(the_signer().public_keys))
    assert say(folder, key=own)[0] == 7


def test_a_tail_that_was_cut_is_named_also_where_the_manifest_was_written_anew(
    folder: Path, receipt: str, say: Say
) -> None:
    lines = (folder / "audit.jsonl").read_text().splitlines(keepends=True)
    (folder / "audit.jsonl").write_text("".join(lines[:-2]))
    listed_anew(folder)
    code, said = say(folder)
    assert code == 1
    assert f"history: cut off after line {len(lines) - 2}" in said
    assert "the list of files: changed after it was signed" in said
    chained_anew(folder, lambda lines: None)
    code, said = say(folder, receipt=receipt)
    assert code == 1
    assert "the line of the sending tells of something else" in said
    assert "DOES NOT MATCH" in said


def test_a_file_and_the_manifest_both_rewritten_is_no_longer_signed(folder: Path, say: Say) -> None:
    (folder / "application.pdf").write_bytes(b"%PDF-1.7 another")
    listed_anew(folder)
    code, said = say(folder)
    assert code == 7
    assert "the list of files: changed after it was signed" in said


def test_an_answer_rewritten_does_not_fit_the_history_even_where_the_operator_signs_it_anew(
    folder: Path, receipt: str, say: Say
) -> None:
    data = read(folder / "application.json")
    next(one for one in data["answers"] if one["slot"] == "title")["value"] = "Noe annet"
    (folder / "application.json").write_text(json.dumps(data))
    listed_anew(folder)
    signed_anew(folder, the_signer())
    code, said = say(folder)
    assert code == 1
    assert "the answers are not those that were sent" in said


def test_a_receipt_of_another_case_or_of_nothing_does_not_match(folder: Path, receipt: str, say: Say) -> None:
    number = read(folder / "manifest.json")["case_number"]
    assert say(folder, receipt=receipt.replace(number, "RST-2026-22222"))[0] == 8
    assert say(folder, receipt="")[0] == 8
    assert say(folder, receipt="ab" * 32)[0] == 8
    assert say(folder, receipt=f"{receipt}\n{'ab' * 32}")[0] == 8


def test_an_old_signature_verifies_when_the_key_has_been_renewed(
    sent: Talk, tmp_path: Path, say: Say
) -> None:
    renewed = Signer(Ed25519PrivateKey.generate(), the_signer().public_keys)
    path = file_it(sent, tmp_path / "other", renewed)
    code, said = say(path)
    assert code == 0
    assert f"Signed by key {renewed.key_id} and {the_signer().key_id}" in said
    before = {each.name: each.read_bytes() for each in path.iterdir()}
    assert file_it(sent, tmp_path / "other") == path
    assert {each.name: each.read_bytes() for each in path.iterdir()} == before


def test_what_is_no_filed_folder_is_said_and_nothing_breaks(tmp_path: Path, folder: Path, say: Say) -> None:
    (tmp_path / "empty").mkdir()
    assert say(tmp_path / "empty")[0] == 1
    for name in ("manifest.json", "audit-head.json", "application.json", "audit.jsonl", KEYS_FILE):
        for content in (b"", b"[]", b"\xff\xfe", b"{", b'{"signed": 1, "opened": [], "files": [{}]}'):
            broken = tmp_path / "broken"
            shutil.copytree(folder, broken)
            (broken / name).write_bytes(content)
            assert say(broken)[0] == 1, (name, content)
            shutil.rmtree(broken)
    ended = tilskuddshjelpen("verify", tmp_path / "nowhere")
    assert ended.code == 2
    assert tilskuddshjelpen("verify", folder).code == 0


# --- A store.


def looked_at(talk: Talk, what: str | None = None, keys: PublicKeys | None = None) -> tuple[Looked, str]:
    async def look() -> list[tuple[Looked, Application | None]]:
        known = the_signer().public_keys if keys is None else keys
        return [one async for one in look_at(talk.store, what, known)]

    ((looked, application),) = asyncio.run(look())
    return looked, "\n".join(said_of(looked, application))


@pytest.fixture
def stored(sent: Talk) -> Iterator[Talk]:
    """A copy to tamper with."""
    talk = Talk()
    talk.store = copied(sent.store)
    yield talk
    talk.close()


def change(talk: Talk, key: Key, alter: Callable[[Json], None]) -> None:
    async def write() -> None:
        body = json.loads(json.dumps((await talk.store.get([key]))[key].body))
        alter(body)
        await talk.store.commit(expect={}, put=[Put(key, body)])

    asyncio.run(write())


def test_a_store_is_in_order_by_case_by_id_and_as_a_whole(stored: Talk, sent: Talk) -> None:
    draft = sent.draft
    for what in (None, draft.case_number, draft.id):
        looked, said = looked_at(stored, what)
        assert (looked.faults, looked.unsigned, looked.erased) == ([], [], [])
        assert "in order" in said


def test_a_value_changed_in_the_store_is_named_by_its_field(stored: Talk, sent: Talk) -> None:
    def other_title(body: Json) -> None:
        body.get("application", body)["answers"]["title"]["value"] = "Noe annet"

    change(stored, application_key(sent.draft.id), other_title)
    assert any(fault.startswith("title: what stands is not") for fault in looked_at(stored)[0].faults)
    change(stored, submission_key(sent.draft.id, 1), other_title)
    assert any(fault.startswith("version 1, title") for fault in looked_at(stored)[0].faults)


def test_a_value_changed_beside_its_line_is_named_by_the_line(stored: Talk, sent: Talk) -> None:
    lines = stored.store._audit[sent.draft.id]
    line = lines[4]
    text = json.loads(line.values)
    text["new"] = "Noe annet"
    lines[4] = line._replace(values=json.dumps(text))
    assert looked_at(stored)[0].faults == ["line 5: the values are not those that were written"]


def test_erased_values_leave_a_history_that_verifies_and_says_so(stored: Talk, sent: Talk) -> None:
    draft = sent.draft
    gone = [LineId(draft.id, seq) for seq in (2, 3, 4, 7)]
    asyncio.run(stored.store.commit(expect={}, erase_values=gone))
    looked, said = looked_at(stored)
    assert looked.faults == []
    assert "slettet: the values of lines 2–4, 7" in said
    every = [LineId(draft.id, seq) for seq in range(1, draft.audit.seq + 1)]
    asyncio.run(stored.store.commit(expect={}, erase_values=every))
    assert looked_at(stored)[0].faults == []


def test_a_head_signed_by_a_key_nobody_knows_is_said_to_be_just_that(stored: Talk) -> None:
    looked, said = looked_at(stored, keys={})
    assert looked.faults == []
    assert f"signed by key {the_signer().key_id}, which is not known" in said


def test_what_is_told_of_a_sending_cannot_be_changed(stored: Talk, sent: Talk) -> None:
    def earlier(body: Json) -> None:
        body.get("application", body)["submissions"][0]["received_at"] = "2026-01-01T00:00:00Z"

    change(stored, application_key(sent.draft.id), earlier)
    change(stored, submission_key(sent.draft.id, 1), earlier)
    assert looked_at(stored)[0].faults == ["version 1: what is told of it is not what was signed"]


def test_of_a_draft_that_was_deleted_the_history_is_still_there(talk: Talk) -> None:
    talk("""
        > start
        > Agder
    """)
    draft = talk.draft.id
    talk("""
        > slett utkast
        > ja
        > ja
    """)
    looked, said = looked_at(talk, draft)
    assert looked.faults == []
    assert "the draft was deleted" in said
    assert "slettet: the values of lines 1" in said.replace("–", " ")
