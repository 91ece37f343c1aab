"""`doctor` says what is wrong, what to do about it, and nothing that people wrote."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot import records
from bot.commands.doctor import doctor as run_doctor
from bot.settings import PREFIX, read_settings
from storage.data_folder import DataFolder
from storage.sqlite_file import connect
from storage.store import OutboxRow, Put, Settled
from storage.tinydb_store import open_store
from tests.command_line import Ended, serving, tilskuddshjelpen
from tests.test_signing import pem

COMMUNITIES = Path(__file__).parents[1] / "knowledge" / "communities"
CANARY = "kanarifugl-17"
OLD = 1_700_000_000.0


Doctor = Callable[..., Ended]


@pytest.fixture
def doctor(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Doctor:
    """The command in this process, with these settings and no others."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)

    def examine(data: Path, **more: Any) -> Ended:
        code = run_doctor(read_settings(data=data, **more))
        said = capsys.readouterr()
        assert said.err == ""
        return Ended(code, said.out, said.err)

    return examine


def in_store(
    data: Path,
    put: Sequence[Put] = (),
    enqueue: Sequence[OutboxRow] = (),
    settled: Sequence[Settled] = (),
) -> None:
    """Makes the store, with this in it."""

    async def write() -> None:
        store = open_store(data / "store.db")
        await store.commit(expect={}, put=put, enqueue=enqueue)
        await store.settle(settled)
        await store.close()

    asyncio.run(write())


def wrong_lines(ended: Ended) -> list[str]:
    """What is wrong, each with its remedy on the same line."""
    lines = ended.out.splitlines()
    told = [f"{line} {after.strip()}" for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    return [line for line in told if line.startswith("wrong")]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder that has been served from in local mode."""
    folder = tmp_path / "var"
    DataFolder(folder).use_in("local")
    return folder


def test_a_machine_on_which_all_is_well_is_called_so(data: Path, doctor: Doctor) -> None:
    in_store(data)
    ended = doctor(data)
    assert ended.code == 0
    assert ended.out.endswith("Everything is in order.\n")
    for about in (
        "settings",
        "disk",
        "store",
        "outbox",
        "357 municipalities",
        "nb, nn, en",
        "typst renders a page",
    ):
        assert about in ended.out
    assert "«start» is answered by the first question" in ended.out


def test_as_a_command_it_ends_with_1_when_anything_is_wrong(data: Path) -> None:
    assert tilskuddshjelpen("doctor", "--data", data).code == 0
    data.chmod(0o755)
    ended = tilskuddshjelpen("doctor", "--data", data)
    assert ended.code == 1
    assert ended.out.endswith("1 to mend.\n")


def test_a_folder_that_is_not_there_is_no_fault_and_is_not_made(tmp_path: Path, doctor: Doctor) -> None:
    ended = doctor(tmp_path / "var")
    assert ended.code == 0
    assert "the first `serve` or `chat` makes it" in ended.out
    assert list(tmp_path.iterdir()) == []


def test_it_works_beside_a_running_serve_and_sees_that_it_is_healthy(tmp_path: Path, doctor: Doctor) -> None:
    data = tmp_path / "var"
    with serving("--local", "--data", data, output=tmp_path) as served:
        ended = doctor(data, port=served.port)
        assert ended.code == 0, ended.out
        assert f"process {served.process.pid} serves and /healthz answers 200" in ended.out
        assert "nothing answers" in doctor(data, port=silent_port()).out
        assert served.end() == 0
    assert "no process serves" in doctor(data).out


def silent_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_process_that_was_killed_no_longer_serves(tmp_path: Path, doctor: Doctor) -> None:
    data = tmp_path / "var"
    with serving("--local", "--data", data, output=tmp_path) as served:
        served.process.kill()
        served.process.wait()
    assert (data / "serve.pid").exists()
    assert "no process serves" in doctor(data).out


# --- What is wrong has a remedy.


def test_missing_credentials_are_named_where_they_are_needed(tmp_path: Path, doctor: Doctor) -> None:
    DataFolder(tmp_path / "var").use_in("credentials")
    line, signing = wrong_lines(doctor(tmp_path / "var"))
    assert "TILSKUDD_APP_ID" in line
    assert "tilskuddshjelpen settings" in line
    assert "TILSKUDD_SIGNING_KEY_FILE is not set" in signing
    some = wrong_lines(doctor(tmp_path / "new", app_id="x"))
    assert "TILSKUDD_APP_PASSWORD" in some[0]


def test_a_signing_key_that_cannot_sign_is_wrong_and_none_of_it_is_told(
    tmp_path: Path, data: Path, doctor: Doctor
) -> None:
    key = tmp_path / "signing-key.pem"

    def said(path: Path = key) -> str:
        ended = doctor(data, signing_key_file=path, app_id="x")
        assert CANARY not in ended.out
        return "".join(line for line in wrong_lines(ended) if line.startswith("wrong signing"))

    assert "cannot be read" in said()
    key.write_text(CANARY)
    key.chmod(0o644)
    assert "chmod 600" in said()
    key.chmod(0o600)
    assert "no private key" in said()
    key.write_bytes(pem(Ed25519PrivateKey.generate()))
    assert said() == ""
    assert "lies in the data folder" in said(key.rename(data / "signing.pem"))


def test_a_wildcard_host_is_wrong(data: Path, doctor: Doctor) -> None:
    ended = doctor(data, service_hosts="*.trafficmanager.net", app_id="x", app_password=CANARY)
    assert ended.code == 1
    assert "no wildcards" in wrong_lines(ended)[0]
    assert CANARY not in ended.out


def test_a_folder_that_others_can_open_is_wrong(data: Path, doctor: Doctor) -> None:
    data.chmod(0o755)
    (line,) = wrong_lines(doctor(data))
    assert f"chmod 700 {data}" in line


def test_a_file_in_the_folders_place_is_wrong(tmp_path: Path, doctor: Doctor) -> None:
    (tmp_path / "var").write_text("not a folder")
    assert "is no folder" in wrong_lines(doctor(tmp_path / "var"))[0]


def test_a_mode_that_cannot_be_read_is_wrong(data: Path, doctor: Doctor) -> None:
    (data / "mode.json").write_text("{")
    assert "mode.json" in wrong_lines(doctor(data))[0]


def test_a_store_that_cannot_be_opened_is_wrong_and_the_rest_is_still_looked_at(
    data: Path, doctor: Doctor
) -> None:
    (data / "store.db").write_bytes(b"this was a database once, " * 400)
    ended = doctor(data)
    assert ended.code == 1
    (line,) = wrong_lines(ended)
    assert line.startswith("wrong store")
    assert "«start» is answered" in ended.out


def test_a_store_of_a_later_release_is_told_as_such(data: Path, doctor: Doctor) -> None:
    in_store(data)
    connection = connect(data / "store.db", busy_timeout_seconds=1)
    connection.execute("INSERT INTO schema_version (version) VALUES (99)")
    connection.close()
    assert any("newer release" in line for line in wrong_lines(doctor(data)))


def test_what_waits_too_long_and_what_was_given_up_is_told_by_id_and_code(data: Path, doctor: Doctor) -> None:
    body = {"community": "agder", "service_url": "https://smba.trafficmanager.net/", "text": CANARY}
    rows = [
        OutboxRow("a1.1.notice", "notice", "notice:a1", body, OLD, OLD),
        OutboxRow("a2.1.folder", "folder", "folder:a2", body, OLD, OLD),
        OutboxRow("t3.0", "teams", "conversation", body, OLD, OLD),
        OutboxRow("t4.0", "teams", "other", body, OLD, OLD),
    ]
    settled = [
        Settled("a1.1.notice", "failed", OLD, {"code": "BotNotInConversationRoster"}),
        Settled("a2.1.folder", "failed", OLD, {"code": "already_filed_otherwise"}),
        Settled("t3.0", "failed", OLD, {"code": "blocked"}),
    ]
    in_store(data, enqueue=rows, settled=settled)
    ended = doctor(data)
    dead = next(line for line in wrong_lines(ended) if "dead channel" in line)
    assert "agder" in dead
    assert "BotNotInConversationRoster" in dead
    assert "secretariat invite <community> --replace" in dead
    assert "outbox --retry a1.1.notice" in dead
    assert any("not filed" in line for line in wrong_lines(ended))
    assert any("1 overdue" in line and "Start `serve`" in line for line in wrong_lines(ended))
    assert "1 teams (blocked)" in ended.out
    assert CANARY not in ended.out


def test_channels_are_told_and_one_whose_file_is_gone_is_wrong(data: Path, doctor: Doctor) -> None:
    bound = [Put(records.channel_key(name), {"channel": "19:a"}) for name in ("agder", "atlantis")]
    in_store(data, put=bound)
    ended = doctor(data)
    assert "receive: agder" in ended.out
    assert "no channel yet: bergensomradet" in ended.out
    assert any("atlantis has a channel, but no file" in line for line in wrong_lines(ended))


def test_a_helsefellesskap_file_that_cannot_be_used_is_named(
    data: Path, tmp_path: Path, doctor: Doctor
) -> None:
    own = tmp_path / "own"
    shutil.copytree(COMMUNITIES, own)
    (own / "agder.yaml").write_text("id: agder\nregistry: 7\n")
    ended = doctor(data, communities_dir=own)
    assert any("agder.yaml" in line for line in wrong_lines(ended))
    assert ended.code == 1


def test_the_settings_it_was_called_with_are_left_as_they_are(data: Path, doctor: Doctor) -> None:
    """The turn it tries runs in memory: nothing of it is in the folder afterwards."""
    before = sorted(path.name for path in data.iterdir())
    doctor(data)
    assert sorted(path.name for path in data.iterdir()) == before
