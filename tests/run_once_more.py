"""`make run` where all is installed, until Ctrl-C; prints as JSON what came of it.

Run as a program, so that it can be put where there is no network: `python -m tests.run_once_more DATA [--confined]`.
"""

from __future__ import annotations

import array
import fcntl
import json
import os
import signal
import socket
import struct
import subprocess
import sys
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from pathlib import Path

import psutil

from tests.local_run import SECONDS_TO_STOP, two_free_ports, until_open

ROOT = Path(__file__).resolve().parents[1]
SET_FLAGS, GET_FLAGS, IS_UP = 0x8914, 0x8913, 0x1
"""Linux's calls to bring an interface up."""


@dataclass(frozen=True, slots=True)
class Found:
    interfaces: list[str]
    said: str
    healthz: int
    page: str
    started: int
    """Programs, `make` among them."""
    left: list[str]
    """Of these, what ran after Ctrl-C."""
    open_ports: list[int]


def run_once_more(data: Path) -> Found:
    ports = two_free_ports()
    command = ["make", "run", f"DATA={data}", f"PORT={ports[0]}", f"PLAYGROUND_PORT={ports[1]}"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        said, playground_port = until_open(process)
        healthz, _ = _get(ports[0], "/healthz")
        status, page = _get(playground_port, "/")
        started = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        more, _ = process.communicate(timeout=SECONDS_TO_STOP)
        _, alive = psutil.wait_procs(started, timeout=SECONDS_TO_STOP)
    return Found(
        interfaces=[name for _, name in socket.if_nameindex()],
        said=said + more,
        healthz=healthz,
        page=page if status == 200 else f"HTTP {status}",
        started=len(started),
        left=[" ".join(one.cmdline()) for one in alive],
        open_ports=[port for port in (ports[0], playground_port) if _is_open(port)],
    )


def bring_loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
        request = array.array("B", struct.pack("16sh14x", b"lo", 0))
        fcntl.ioctl(link, GET_FLAGS, request)
        flags = struct.unpack_from("h", request, 16)[0]
        fcntl.ioctl(link, SET_FLAGS, struct.pack("16sh14x", b"lo", flags | IS_UP))


def _get(port: int, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def _is_open(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    data, *confined = sys.argv[1:]
    if confined:
        bring_loopback_up()
    print(json.dumps(asdict(run_once_more(Path(data)))))
