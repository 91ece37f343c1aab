"""The command line as an operator meets it: processes of their own on a real store."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import socket
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.__main__ import app, kb_app, main
from bot.codes import code_key, load_secret
from dialogs.events import ALPHABET
from storage.data_folder import DataFolder
from storage.sqlite_file import connect
from storage.store import Key, OutboxRow, Put, Settled, Stored
from storage.tinydb_store import open_store
from tests.command_line import BOT, ROOT, serving, tilskuddshjelpen
from tests.test_signing import pem

CREDENTIALS = {
    "TILSKUDD_APP_ID": "00000000-0000-4000-8000-000000000001",
    "TILSKUDD_APP_PASSWORD": "kanarifugl-17",
    "TILSKUDD_APP_TENANT_ID": "00000000-0000-4000-8000-000000000002",
    "TILSKUDD_ALLOWED_TENANTS": "00000000-0000-4000-8000-000000000002",
}


@pytest.fixture
def credentials(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    key = tmp_path_factory.mktemp("keys") / "signing-key.pem"
    key.write_bytes(pem(Ed25519PrivateKey.generate()))
    key.chmod(0o600)
    return {**CREDENTIALS, "TILSKUDD_SIGNING_KEY_FILE": str(key)}


COMMANDS = [
    command.name or command.callback.__name__ for command in app.registered_commands if command.callback
]
KB_COMMANDS = [command.name or "" for command in kb_app.registered_commands]
CODE = re.compile(rf"^    ([{ALPHABET}]{{4}}-[{ALPHABET}]{{4}})$", re.MULTILINE)


def in_store(data: Path, *, enqueue: Sequence[OutboxRow] = (), settled: Sequence[Settled] = ()) -> None:
    async def write() -> None:
        store = open_store(data / "store.db")
        await store.commit(expect={}, enqueue=enqueue)
        await store.settle(settled)
        await store.close()

    asyncio.run(write())


def records_of(data: Path, kind: str) -> Sequence[Stored]:
    async def read() -> Sequence[Stored]:
        store = open_store(data / "store.db")
        try:
            return await store.scan(kind)
        finally:
            await store.close()

    return asyncio.run(read())


# --- Help.


def test_help_names_every_command_and_every_command_explains_itself() -> None:
    shown = tilskuddshjelpen("--help")
    assert shown.code == 0
    assert {"run", "serve", "chat", "ask", "export", "outbox", "doctor", "settings"} <= set(COMMANDS)
    for name in (*COMMANDS, "secretariat", "kb"):
        assert f" {name} " in shown.out
    assert "Exit codes" in shown.out


@pytest.mark.parametrize(
    "arguments",
    [*((name,) for name in COMMANDS), ("secretariat", "invite"), *(("kb", name) for name in KB_COMMANDS)],
)
def test_a_command_tells_of_itself_and_of_each_option(arguments: tuple[str, ...]) -> None:
    shown = tilskuddshjelpen(*arguments, "--help", environment={"COLUMNS": "110"})
    assert shown.code == 0
    assert f"tilskuddshjelpen {' '.join(arguments)}" in shown.out
    options = re.findall(r"^│ \*? *(--[a-z-]+)", shown.out, re.MULTILINE)
    lines = {option: line for line in shown.out.splitlines() for option in options if f" {option} " in line}
    assert all(len(lines[option].strip("│ ").split()) > 3 for option in options), (
        "an option says what it is for"
    )


def test_without_arguments_help_is_shown_and_nothing_is_done(tmp_path: Path) -> None:
    shown = tilskuddshjelpen(folder=tmp_path)
    assert "Usage: tilskuddshjelpen" in shown.out + shown.err
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_does_not_exist_is_said() -> None:
    ended = tilskuddshjelpen("serv")
    assert ended.code == 2
    assert "serv" in ended.err


def test_help_needs_none_of_the_libraries_that_the_bot_runs_on() -> None:
    code = "import sys; from bot.__main__ import main; sys.argv = ['x', '--help']\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    heavy = (
        "print([m for m in ('aiohttp', 'botbuilder', 'openpyxl', 'pydantic', 'msal') if m in sys.modules])"
    )
    shown = tilskuddshjelpen("-c", code + heavy, command=BOT[:1])
    assert shown.out.endswith("[]\n")


def test_run_becomes_a_conversation_where_the_local_client_cannot_start(tmp_path: Path) -> None:
    nowhere = {"PATH": str(tmp_path)}
    ended = tilskuddshjelpen("run", "--data", tmp_path / "var", typed="start\n", environment=nowhere)
    assert ended.code == 0, ended.err
    assert "Node.js was not found" in ended.out
    assert "Helsefellesskap" in ended.out


# --- Serving.


def test_serve_says_that_it_is_ready_when_it_answers_and_ends_cleanly_when_asked(tmp_path: Path) -> None:
    data = tmp_path / "var"
    for number in (signal.SIGTERM, signal.SIGINT):
        with serving("--local", "--data", data, output=tmp_path) as served:
            assert served.status("GET", "/healthz") == 200
            assert "local mode" in served.ready_line
            assert served.ready_line.count("\n") == 1
            asked = time.monotonic()
            assert served.end(number) == 0
            assert time.monotonic() - asked < 30, "not after the minute that servers wait by themselves"
        assert not (data / "serve.pid").exists()
        assert all(json.loads(line) for line in served.err.read_text().splitlines()), "the log is JSON"


def test_serve_in_local_mode_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with serving(
        "--local", "--data", tmp_path / "var", output=tmp_path, environment={"TILSKUDD_HOST": "0.0.0.0"}
    ) as served:
        assert "http://127.0.0.1:" in served.ready_line
        listening = _listening_addresses(served.process.pid)
        assert listening == {"127.0.0.1"}


def _listening_addresses(pid: int) -> set[str]:
    import psutil

    connections = psutil.Process(pid).net_connections(kind="tcp")
    return {connection.laddr.ip for connection in connections if connection.status == psutil.CONN_LISTEN}


def test_a_second_serve_on_the_same_data_refuses_and_names_the_first(tmp_path: Path) -> None:
    data = tmp_path / "var"
    with serving("--local", "--data", data, output=tmp_path) as served:
        ended = tilskuddshjelpen("serve", "--local", "--port", "0", "--data", data)
        assert ended.code == 3
        assert f"Another process (pid {served.process.pid}) serves from {data}." in ended.err
        assert ended.out == ""
        assert served.status("GET", "/healthz") == 200
        assert served.end() == 0


def test_every_other_command_works_beside_a_running_serve(tmp_path: Path) -> None:
    data = tmp_path / "var"
    with serving("--local", "--data", data, output=tmp_path) as served:
        for arguments in (
            ("chat", "--data", data),
            ("export", "--format", "jsonl", "--data", data),
            ("export", "--format", "xlsx", "--out", tmp_path / "a.xlsx", "--data", data),
            ("outbox", "--data", data),
            ("doctor", "--data", data, "--port", str(served.port)),
            ("secretariat", "invite", "agder", "--data", data),
            ("kb", "unanswered", "--data", data),
            ("settings",),
        ):
            ended = tilskuddshjelpen(*arguments, typed="hjelp\n")
            assert ended.code == 0, (arguments, ended.out, ended.err)
        assert served.status("GET", "/healthz") == 200
        assert served.end() == 0


def test_without_credentials_serve_names_the_settings_that_are_missing(
    tmp_path: Path, credentials: dict[str, str]
) -> None:
    ended = tilskuddshjelpen("serve", "--data", tmp_path / "var")
    assert ended.code == 2
    assert all(name in ended.err for name in credentials)
    assert "--local" in ended.err
    some = {name: value for name, value in credentials.items() if name != "TILSKUDD_ALLOWED_TENANTS"}
    ended = tilskuddshjelpen("serve", "--data", tmp_path / "var", environment=some)
    assert ended.code == 2
    assert "TILSKUDD_ALLOWED_TENANTS." in ended.err
    assert "TILSKUDD_APP_ID" not in ended.err
    assert list(tmp_path.iterdir()) == []


def test_local_mode_is_never_inferred_from_the_environment(tmp_path: Path) -> None:
    ended = tilskuddshjelpen("serve", "--data", tmp_path / "var", environment={"TILSKUDD_LOCAL": "true"})
    assert ended.code == 2


@pytest.mark.parametrize("name", ["TILSKUDD_SERVICE_HOSTS", "TILSKUDD_FILE_HOSTS"])
def test_a_wildcard_host_does_not_start(tmp_path: Path, name: str, credentials: dict[str, str]) -> None:
    wild = {**credentials, name: "smba.example.com, *.example.com"}
    ended = tilskuddshjelpen("serve", "--port", "0", "--data", tmp_path / "var", environment=wild)
    assert ended.code == 2
    assert name in ended.err
    assert "*.example.com" in ended.err
    assert credentials["TILSKUDD_APP_PASSWORD"] not in ended.err


def test_with_credentials_the_door_asks_for_teams_token(tmp_path: Path, credentials: dict[str, str]) -> None:
    data = tmp_path / "var"
    with serving("--data", data, output=tmp_path, environment=credentials) as served:
        assert "with credentials" in served.ready_line
        assert served.status("GET", "/healthz") == 200
        body, headers = b'{"type": "message"}', {"Content-Type": "application/json"}
        assert served.status("POST", "/api/messages", body, headers) == 401
        forged = {**headers, "Authorization": "Bearer not.a.token"}
        assert served.status("POST", "/api/messages", body, forged) == 401
        assert served.end() == 0
        assert credentials["TILSKUDD_APP_PASSWORD"] not in served.said()
    refused = tilskuddshjelpen("serve", "--local", "--port", "0", "--data", data)
    assert refused.code == 4
    assert "with credentials" in refused.err


def test_a_folder_of_local_mode_is_not_served_with_credentials(
    tmp_path: Path, credentials: dict[str, str]
) -> None:
    DataFolder(tmp_path / "var").use_in("local")
    ended = tilskuddshjelpen("serve", "--port", "0", "--data", tmp_path / "var", environment=credentials)
    assert ended.code == 4
    assert "local mode" in ended.err


def test_a_port_that_is_taken_is_said_and_the_folder_is_left_free(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = tilskuddshjelpen("serve", "--local", "--port", port, "--data", tmp_path / "var")
    assert ended.code == 5
    assert f"Port {port} on 127.0.0.1 is taken" in ended.err
    with serving("--local", "--data", tmp_path / "var", output=tmp_path) as served:
        assert served.end() == 0


def test_an_address_that_is_not_this_machines_is_said(tmp_path: Path, credentials: dict[str, str]) -> None:
    elsewhere = {**credentials, "TILSKUDD_HOST": "192.0.2.1"}
    ended = tilskuddshjelpen("serve", "--port", "0", "--data", tmp_path / "var", environment=elsewhere)
    assert ended.code == 5
    assert "192.0.2.1" in ended.err


def test_a_store_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    broken, newer = tmp_path / "broken", tmp_path / "newer"
    DataFolder(broken).create()
    (broken / "store.db").write_bytes(b"this was a database once, " * 400)
    in_store(newer)
    connection = connect(newer / "store.db", busy_timeout_seconds=1)
    connection.execute("INSERT INTO schema_version (version) VALUES (99)")
    connection.close()
    for data, said in ((broken, "cannot be used (SQLITE_NOTADB)"), (newer, "newer release")):
        for command in (("serve", "--local", "--port", "0"), ("outbox",), ("chat",)):
            ended = tilskuddshjelpen(*command, "--data", data)
            assert ended.code == 6, (command, ended.err)
            assert said in ended.err


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file")
    ended = tilskuddshjelpen("serve", "--local", "--port", "0", "--data", tmp_path / "var")
    assert ended.code == 6
    assert ended.err.count("\n") == 1


def test_a_helsefellesskap_file_that_is_wrong_does_not_start_and_is_named(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "agder.yaml").write_text("id: agder\n")
    ended = tilskuddshjelpen(
        "serve",
        "--local",
        "--port",
        "0",
        "--data",
        tmp_path / "var",
        environment={"TILSKUDD_COMMUNITIES_DIR": str(own)},
    )
    assert ended.code == 2
    assert "agder.yaml" in ended.err


# --- The outbox.

ROWS = [
    OutboxRow(id, target, id, {"activity": {"text": "kanarifugl-17"}}, created_at=1.7e9, due_at=due)
    for id, target, due in (
        ("t1.0", "teams", 9e9),
        ("a1.1.folder", "folder", 1.7e9),
        ("a1.1.notice", "notice", 1.7e9),
        ("t2.0", "teams", 1.7e9),
    )
]
SETTLED = [
    Settled("a1.1.folder", "delivered", 1.7e9, {"path": "agder/RST-2026-K7MP4/v1"}),
    Settled("a1.1.notice", "failed", 1.7e9, {"code": "BotNotInConversationRoster"}),
    Settled("t2.0", "uncertain", 1.7e9, {"code": "timeout"}),
]


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    in_store(tmp_path, enqueue=ROWS, settled=SETTLED)
    return tmp_path


def test_the_outbox_shows_what_is_not_delivered_by_ids_and_codes_alone(outbox: Path) -> None:
    shown = tilskuddshjelpen("outbox", "--data", outbox)
    assert shown.code == 0
    assert "1 waiting · 1 delivered · 1 uncertain · 1 failed" in shown.out
    for seen in ("a1.1.notice", "BotNotInConversationRoster", "timeout", "t1.0"):
        assert seen in shown.out
    assert "a1.1.folder" not in shown.out
    assert "kanarifugl" not in shown.out
    delivered = tilskuddshjelpen("outbox", "--state", "delivered", "--data", outbox)
    assert "a1.1.folder" in delivered.out
    assert "a1.1.notice" not in delivered.out


def test_what_failed_is_put_back_to_waiting_and_nothing_else_can_be(outbox: Path) -> None:
    for wrong, said in (
        ("t1.0", "is waiting"),
        ("a1.1.folder", "is delivered"),
        ("nothing", "no row nothing"),
    ):
        refused = tilskuddshjelpen("outbox", "--retry", "a1.1.notice", "--retry", wrong, "--data", outbox)
        assert refused.code == 1
        assert said in refused.err
    assert "1 failed" in tilskuddshjelpen("outbox", "--data", outbox).out
    again = tilskuddshjelpen("outbox", "--retry", "a1.1.notice", "--data", outbox)
    assert again.code == 0
    assert "2 waiting · 1 delivered · 1 uncertain · 0 failed" in again.out


def test_more_rows_than_asked_for_are_counted(outbox: Path) -> None:
    assert "2 more" in tilskuddshjelpen("outbox", "--limit", "1", "--data", outbox).out


# --- The secretariat's code.


def test_a_code_for_a_channel_is_shown_once_and_kept_as_a_hash(tmp_path: Path) -> None:
    shown = tilskuddshjelpen("secretariat", "invite", "agder", "--data", tmp_path)
    assert shown.code == 0
    (code,) = CODE.findall(shown.out)
    assert f"@Tilskuddshjelpen koble til {code}" in shown.out
    (kept,) = records_of(tmp_path, "code")
    assert kept.key == code_key(load_secret(tmp_path), code)
    body: dict[str, Any] = kept.body
    assert (body["purpose"], body["community"], body["replace"]) == ("secretariat", "agder", False)
    assert 86_000 < body["expires_at"] - time.time() <= 86_400
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert code.encode() not in files
    assert code.replace("-", "").encode() not in files


def test_two_codes_differ_and_both_hold(tmp_path: Path) -> None:
    codes = {
        CODE.findall(tilskuddshjelpen("secretariat", "invite", "agder", "--data", tmp_path).out)[0]
        for _ in "12"
    }
    assert len(codes) == len(records_of(tmp_path, "code")) == 2


def test_a_connected_channel_is_moved_only_when_that_is_asked_for(tmp_path: Path) -> None:
    async def connect_agder() -> None:
        store = open_store(tmp_path / "store.db")
        await store.commit(expect={}, put=[Put(Key("channel", "agder"), {"channel": "19:a"})])
        await store.close()

    asyncio.run(connect_agder())
    refused = tilskuddshjelpen("secretariat", "invite", "agder", "--data", tmp_path)
    assert refused.code == 1
    assert "--replace" in refused.err
    moved = tilskuddshjelpen("secretariat", "invite", "agder", "--replace", "--data", tmp_path)
    assert moved.code == 0
    assert [kept.body["replace"] for kept in records_of(tmp_path, "code")] == [True]


def test_a_helsefellesskap_that_nobody_knows_gets_no_code(tmp_path: Path) -> None:
    refused = tilskuddshjelpen("secretariat", "invite", "atlantis", "--data", tmp_path / "var")
    assert refused.code == 2
    assert "agder" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_with_credentials_a_helsefellesskap_needs_its_tenant_before_it_gets_a_code(tmp_path: Path) -> None:
    DataFolder(tmp_path).use_in("credentials")
    refused = tilskuddshjelpen("secretariat", "invite", "agder", "--data", tmp_path)
    assert refused.code == 2
    assert "secretariat_tenant_id" in refused.err


# --- What is installed.


def test_the_console_script_is_the_same_as_python_m_bot() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert scripts == {"tilskuddshjelpen": f"{main.__module__}:{main.__name__}"}
