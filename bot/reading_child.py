"""A file from somebody else read in a process of its own, with little memory and little time: no turn waits for it."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process

import structlog

log = structlog.get_logger(__name__)

SECONDS = 6.0
"""From start to end; the process itself gives up after fewer of the processor's."""
MOST_SAID = 2 * 1024 * 1024
"""Bytes; what a file may hold comes to far less."""
TOO_HEAVY = b'{"refused": "too_heavy"}'
_COMMAND = (sys.executable, "-B", "-m", "storage.filing.reading_process")


async def read_in_child(packed: bytes, *, seconds: float = SECONDS) -> bytes:
    """The JSON that `storage.filing.reading_process` says of it. Never raises for what stands in the file."""
    process = await asyncio.create_subprocess_exec(
        *_COMMAND, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}, limit=MOST_SAID
    )
    try:
        async with asyncio.timeout(seconds):
            said = await _talk(process, packed)
            code = await process.wait()
    except TimeoutError:
        log.warning("file.child_took_too_long")
        return TOO_HEAVY
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if code != 0:
        log.warning("file.child_ended", code=code)
        return TOO_HEAVY
    return said


async def _talk(process: Process, packed: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(packed)
        await process.stdin.drain()
        process.stdin.close()
    except ConnectionError:
        pass  # it has ended already: what it said until then tells
    said = bytearray()
    while len(said) <= MOST_SAID and (part := await process.stdout.read(MOST_SAID)):
        said += part
    return bytes(said) if len(said) <= MOST_SAID else b""
