"""What `run` starts can be reached from this machine alone, and nothing of it is left when it ends."""

from __future__ import annotations

import ipaddress
import signal
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import psutil
import pytest

from tests.local_run import LocalRun, local_run

SECONDS_TO_END = 30


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalRun]:
    with local_run(tmp_path_factory.mktemp("var")) as started:
        yield started


def test_everything_that_run_starts_listens_on_loopback_only(running: LocalRun) -> None:
    listening = [
        connection.laddr
        for process in (psutil.Process(running.process.pid), *_children(running))
        for connection in process.net_connections(kind="all")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert {address.port for address in listening} == {running.bot_port, running.playground_port}
    assert all(ipaddress.ip_address(address.ip).is_loopback for address in listening)


@pytest.mark.parametrize("path", ["/", "/_internal/v1/config", "/_connector/v3/conversations/x/pagedmembers"])
def test_the_playground_answers_to_this_machines_own_names_only(running: LocalRun, path: str) -> None:
    own = {"Host": f"127.0.0.1:{running.playground_port}"}
    assert _status(running, path, own) != 403
    assert _status(running, path, own | {"Origin": running.url}) != 403
    assert _status(running, path, {"Host": f"attacker.example:{running.playground_port}"}) == 403
    assert _status(running, path, own | {"Origin": "http://attacker.example"}) == 403


def test_no_page_from_elsewhere_can_listen_in_on_the_conversation(running: LocalRun) -> None:
    upgrade = {
        "Host": f"127.0.0.1:{running.playground_port}",
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    stream = "/_ws_conversation/v1/conversations/stream"
    assert _status(running, stream, upgrade | {"Origin": running.url}) == 101
    assert _status(running, stream, upgrade | {"Origin": "http://attacker.example"}) == 403


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_run_leaves_no_process_and_no_socket(tmp_path: Path, number: signal.Signals) -> None:
    with local_run(tmp_path / "var") as started:
        children = _children(started)
        assert started.stop(number) == 0
        assert not [child for child in children if child.is_running()]
        assert not _is_open(started.bot_port)
        assert not _is_open(started.playground_port)


@pytest.mark.parametrize("name", ["bot", "Playground"])
def test_when_one_of_the_two_ends_the_other_is_stopped_and_run_says_which(tmp_path: Path, name: str) -> None:
    with local_run(tmp_path / "var") as started:
        children = _children(started)
        port = started.bot_port if name == "bot" else started.playground_port
        next(child for child in children if port in _ports(child)).kill()
        said, _ = started.process.communicate(timeout=SECONDS_TO_END)
        assert f"The {name} ended by itself" in said
        assert started.process.returncode == 1
        assert not [child for child in children if child.is_running()]


def test_a_run_that_is_killed_outright_takes_both_with_it(tmp_path: Path) -> None:
    with local_run(tmp_path / "var") as started:
        children = _children(started)
        started.process.kill()
        _, alive = psutil.wait_procs(children, timeout=SECONDS_TO_END)
        assert not alive


def test_ports_that_others_have_are_left_to_them(tmp_path: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        local_run(tmp_path / "var", playground_port=other.getsockname()[1]) as started,
    ):
        taken = other.getsockname()[1]
        assert f"Port {taken} is taken by another program" in started.said
        assert taken not in {port for child in _children(started) for port in _ports(child)}


def _children(running: LocalRun) -> list[psutil.Process]:
    children = psutil.Process(running.process.pid).children(recursive=True)
    assert len(children) >= 2
    return children


def _ports(process: psutil.Process) -> set[int]:
    connections = process.net_connections(kind="tcp")
    return {connection.laddr.port for connection in connections if connection.status == psutil.CONN_LISTEN}


def _is_open(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _status(running: LocalRun, path: str, headers: dict[str, str]) -> int:
    connection = HTTPConnection("127.0.0.1", running.playground_port, timeout=20)
    try:
        connection.putrequest("GET", path, skip_host=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()
