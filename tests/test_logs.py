"""Whatever breaks, and wherever: none of people's words reach the log, the terminal, `outbox` or `doctor`."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot import records
from bot.app import build_bot
from bot.commands.chat import Chat, unhurried
from bot.commands.terminal import Terminal
from bot.service_urls import TERMINAL
from bot.settings import Settings
from dialogs.inquiry import Handled, Inquiry
from storage.data_folder import DataFolder
from storage.store import OutboxRow, Put, Store
from storage.tinydb_store import open_store
from tests.command_line import BOT, Serving, serving, tilskuddshjelpen
from tests.faulty_serve import BREAKS, CANARY
from tests.terminal_application import answer_everything, send_it

FAULTY_SERVE = (sys.executable, "-m", "tests.faulty_serve")
TENANT = "00000000-0000-4000-8000-000000000001"
INQUIRIES = ("inquiry", "inquiry_answer")
Line = dict[str, Any]


class Connector(BaseHTTPRequestHandler):
    """Takes everything; one conversation it refuses, in words."""

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        refuses = f"{BREAKS}answer" in self.path.replace("%3A", ":")
        error = {"error": {"code": f"Bad {CANARY}", "message": f"{CANARY} is not allowed"}}
        body = json.dumps(error if refuses else {"id": "1"}).encode()
        self.send_response(400 if refuses else 201)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_PUT = do_POST

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: the test reads what the bot says."""


@contextmanager
def connector() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Connector)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def says(served: Serving, url: str, conversation: str, text: str, number: int = 0) -> int:
    """The status that a message is answered with."""
    activity = {
        "type": "message",
        "id": f"m-{conversation}-{number}",
        "channelId": "msteams",
        "serviceUrl": url,
        "text": text,
        "from": {"id": "29:kari", "name": f"Kari {CANARY}", "aadObjectId": f"oid-{conversation}"},
        "recipient": {"id": "28:bot"},
        "conversation": {"id": conversation, "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    }
    headers = {"Content-Type": "application/json"}
    return served.status("POST", "/api/messages", json.dumps(activity).encode(), headers)


def logged(served: Serving) -> list[Line]:
    return [json.loads(line) for line in served.err.read_text("utf-8").splitlines()]


async def _leave_a_folder_to_file(data: Path) -> None:
    """An application that is sent, and a row that says its folder is to be made (again)."""
    store = open_store(data / "store.db")
    terminal = Terminal(f"{TERMINAL}kari")
    bot = build_bot(Settings(data=data, local=True), store, terminal, pace=unhurried(), raise_faults=True)
    talk = Chat(bot, terminal, "kari", lambda line: None)
    await answer_everything(talk, store, "kari")
    sent = await send_it(talk, store, "kari")
    body = {
        "application": sent.id,
        "version": 1,
        "community": "agder",
        "person": sent.created_by,
        "receipt": "none",
        "service_url": TERMINAL,
        "conversation": f"{TERMINAL}kari",
        "tenant": TENANT,
    }
    await store.commit(expect={}, enqueue=[OutboxRow("again.folder", "folder", "again", body, 1.0, 1.0)])
    await _leave_a_question_to_tell(store, sent.created_by)
    await store.close()


async def _leave_a_question_to_tell(store: Store, asker: str) -> None:
    """A question and an answer full of the words, both still to be delivered."""
    at = datetime(2026, 11, 20, tzinfo=UTC)
    inquiry = Inquiry(
        reference="SP-22222",
        community="agder",
        asked_by=asker,
        asked_at=at,
        text=f"Spørsmål {CANARY}",
        state="answered",
        answer=f"Svar {CANARY}",
        answered=Handled(by=f"Olga {CANARY}", by_id="o", at=at),
    )
    channel = {"tenant": TENANT, "team": "t", "channel": "19:c", "service_url": TERMINAL, "language": "nb"}
    to = {"inquiry": inquiry.reference, "community": "agder"}
    rows = [OutboxRow(f"SP-22222.{what}", what, what, to, 1.0, 1.0) for what in INQUIRIES]
    put = [records.put_inquiry(inquiry), Put(records.channel_key("agder"), channel)]
    await store.commit(expect={}, put=put, enqueue=rows)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Serving, Path]:
    """A `serve` in which something has broken in every layer, after it has ended."""
    data = tmp_path_factory.mktemp("logs") / "var"
    DataFolder(data).use_in("local")
    asyncio.run(_leave_a_folder_to_file(data))
    with (
        connector() as url,
        serving(
            "--data",
            data,
            output=data.parent,
            command=FAULTY_SERVE,
            environment={"PYTHONWARNINGS": "always"},
        ) as served,
    ):
        assert says(served, url, f"{BREAKS}parse", CANARY) == 500
        assert says(served, url, f"{BREAKS}beside", CANARY) == 200
        for layer in ("store", "connector", "answer"):
            assert says(served, url, f"{BREAKS}{layer}", f"start {CANARY}") == 200
        assert says(served, url, "render", "hjelp") == 200
        assert says(served, url, "finding", f"hva er {CANARY}?") == 200
        answers = ("start", "Agder", "2027", "1", "Bygland", "endre tittel", f"Tiltak {CANARY}", CANARY)
        for number, text in enumerate(answers):
            assert says(served, url, "validate", text, number) == 200
        assert served.status("POST", "/api/messages", CANARY.encode()) == 415
        assert served.status("GET", f"/{CANARY}") == 404
        _until_broken(served, "folder", *INQUIRIES)
        assert served.end() == 0
    return served, data


def _until_broken(served: Serving, *targets: str) -> None:
    """What the worker does comes when it comes."""
    for _ in range(600):
        broken = {line.get("target") for line in logged_so_far(served) if "fault" in line}
        if broken >= set(targets):
            return
        threading.Event().wait(0.05)
    raise AssertionError(f"not all of {targets} in the log")


def logged_so_far(served: Serving) -> list[Line]:
    whole = served.err.read_text("utf-8").rpartition("\n")[0]
    return [json.loads(line) for line in whole.splitlines()]


def test_none_of_the_words_is_on_any_output(broken: tuple[Serving, Path]) -> None:
    served, _ = broken
    assert CANARY not in served.said()
    assert "Traceback" not in served.said()


@pytest.mark.parametrize(
    ("layer", "event", "at"),
    [
        ("parse", "library", "bot/app.py"),
        ("store", "turn.fault", "bot/writing.py"),
        ("render", "turn.fault", "bot/cards/"),
        ("validate", "turn.fault", "dialogs/"),
        ("connector", "reply.fault", "bot/delivery/"),
        ("filing", "outbox.fault", "storage/filing/"),
        ("finding", "answering.fault", "bot/answering.py"),
        ("inquiry", "outbox.fault", "bot/cards/elements.py"),
        ("task", "uncaught.task", "faulty_serve.py"),
        ("thread", "uncaught.thread", "faulty_serve.py"),
        ("destructor", "uncaught.unraisable", "faulty_serve.py"),
    ],
)
def test_each_fault_is_told_by_type_and_place(
    broken: tuple[Serving, Path], layer: str, event: str, at: str
) -> None:
    told = [line for line in logged(broken[0]) if line["event"] == event and line.get("fault") == "Broken"]
    places = [line["at"] for line in told]
    assert any(place.startswith(at) and place.split(":")[1].isdigit() for place in places), (layer, places)


def test_what_a_library_says_is_told_by_who_and_where(broken: tuple[Serving, Path]) -> None:
    said = [line for line in logged(broken[0]) if line["event"] == "library" and line["logger"] == "library"]
    assert {line["level"] for line in said} == {"error", "warning"}
    assert all(line["where"].startswith("faulty_serve.py:") for line in said)
    (warning,) = [line for line in logged(broken[0]) if line["event"] == "warning"]
    assert (warning["category"], warning["where"].split(":")[0]) == ("RuntimeWarning", "faulty_serve.py")


def test_a_refusal_by_the_connector_is_told_without_its_message(broken: tuple[Serving, Path]) -> None:
    refused = [line for line in logged(broken[0]) if line["event"] == "connector.failed"]
    assert refused
    assert {line["became"] for line in refused} == {"Refused 400 unnamed"}


def test_none_of_the_words_is_in_outbox_or_doctor(broken: tuple[Serving, Path]) -> None:
    _, data = broken
    for arguments in (("outbox",), ("outbox", "--state", "delivered"), ("doctor",)):
        shown = tilskuddshjelpen(
            *arguments, "--data", data, "--limit" if arguments[0] == "outbox" else "--port", "500"
        )
        assert CANARY not in shown.out + shown.err, arguments
    assert "Broken" in tilskuddshjelpen("outbox", "--data", data).out


def test_a_fault_of_a_command_is_one_line_of_type_and_place() -> None:
    code = f"""
import sys
from bot import __main__ as line
def broken(**given):
    words = {CANARY!r}
    raise KeyError(words)
line.app.registered_commands = [c for c in line.app.registered_commands if c.callback.__name__ != "settings"]
line.app.command("settings")(lambda: broken())
sys.argv = ["x", "settings"]
line.main()
"""
    ended = tilskuddshjelpen("-c", code, command=BOT[:1])
    assert ended.code == 70
    assert ended.err.startswith("A fault of the program: KeyError at ")
    assert ended.err.count("\n") == 1
    assert CANARY not in ended.out + ended.err


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("raise ValueError(words)", "uncaught"),
        ("import asyncio; asyncio.run(broken())", "uncaught"),
        ("import threading; threading.Thread(target=lambda: 1 / 0, name=words).start()", "uncaught.thread"),
        ("import warnings; warnings.simplefilter('always'); warnings.warn(words)", "warning"),
        ("log.error('said', value=ValueError(words), more=[{'a': words}, object()])", "said"),
        ("log.exception('said', exc_info=ValueError(words))", "said"),
        ("log.info('said', stack_info=True)", None),
    ],
)
def test_what_nobody_catches_is_told_by_type_and_place(code: str, event: str | None) -> None:
    before = f"""
import structlog
from bot.logs import configure_logs
configure_logs("warning")
log = structlog.get_logger()
words = {CANARY!r}
async def broken():
    raise KeyError(words)
"""
    ended = tilskuddshjelpen("-c", before + code, command=BOT[:1], environment={"PYTHONWARNINGS": "default"})
    assert CANARY not in ended.out + ended.err
    lines = [json.loads(line) for line in ended.err.splitlines()]
    assert [line["event"] for line in lines] == ([event] if event else [])
