"""The log: one line of ids, codes and durations per event. No words of people, whoever raises or logs what.

An exception's message and the locals of its frames may hold what a person wrote, and so may any sentence that
a library puts together. So an exception is told by its type and its place in the code, and a library's line
by who logged it and where.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import sys
import threading
import warnings
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog

from bot.settings import LogLevel

ROOT = Path(__file__).resolve().parents[1]
OWN_ROOMS = ("bot", "dialogs", "knowledge", "storage")
log = structlog.get_logger(__name__)


def configure_logs(level: LogLevel, *, stream: TextIO | None = None) -> None:
    """Once, before anything is logged. Lines of JSON; readable columns where a person is watching."""
    out = stream or sys.stderr
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_messages,
            _renderer(out),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(_NUMBERS[level]),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=True,
    )
    logging.raiseExceptions = False
    logging.basicConfig(handlers=[_Libraries()], level=max(_NUMBERS[level], logging.WARNING), force=True)
    sys.excepthook = _on_uncaught
    threading.excepthook = _on_uncaught_in_thread
    sys.unraisablehook = _on_unraisable
    warnings.showwarning = _on_warning


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """What a task or callback raises and nobody awaits is told the same way."""
    # In debug mode asyncio and aiohttp show tracebacks and the values of calls, to the client even.
    loop.set_debug(False)
    loop.set_exception_handler(_on_loop_fault)


def without_messages(
    logger: object, method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """structlog's processor: an exception becomes its type and place; anything but plain values, its type."""
    fault = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if fault:
        event.update(told(_exception(fault)))
    for name, value in event.items():
        event[name] = _plain(value)
    return event


def told(fault: BaseException | None) -> dict[str, str]:
    """All that is ever said of an exception: «KeyError» at «bot/turn.py:120»."""
    if fault is None:
        return {}
    return {"fault": type(fault).__qualname__, "at": place(fault.__traceback__)}


def place(trace: TracebackType | None) -> str:
    """The innermost line of ours, else the innermost of all."""
    inner = ""
    own = ""
    while trace is not None:
        file, line = Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno
        inner = f"{file.name}:{line}"
        if file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in OWN_ROOMS:
            own = f"{file.relative_to(ROOT)}:{line}"
        trace = trace.tb_next
    return own or inner


_CODE = re.compile(r"[A-Za-z0-9_.-]{1,64}", re.ASCII)
_NUMBERS: Mapping[LogLevel, int] = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}


def _renderer(out: TextIO) -> Callable[..., Any]:
    if out.isatty():
        return structlog.dev.ConsoleRenderer(sort_keys=False)
    return structlog.processors.JSONRenderer(serializer=_to_line)


def _to_line(event: Mapping[str, Any], *, default: object) -> str:
    """`without_messages` has left nothing that needs a default."""
    return _LINES.encode(event)


_LINES = json.JSONEncoder()


def _plain(value: object) -> object:
    """Scalars and lists of them. Of an object only the type's name and its own codes are told."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case BaseException():
            return type(value).__qualname__
        case list() | tuple() | set() | frozenset():
            return [_plain(one) for one in value]
        case _:
            codes = (str(getattr(value, name, "")) for name in ("status", "code", "reason_code"))
            return " ".join([type(value).__qualname__, *filter(_CODE.fullmatch, codes)])


def _exception(fault: object) -> BaseException | None:
    match fault:
        case BaseException():
            return fault
        case (_, BaseException() as raised, _):
            return raised
        case _:
            return sys.exception()


class _Libraries(logging.Handler):
    """What libraries log: who, where, how bad and which exception. Never the sentence."""

    def emit(self, record: logging.LogRecord) -> None:
        where = f"{record.filename}:{record.lineno}"
        fault = record.exc_info[1] if record.exc_info else None
        log.log(record.levelno, "library", logger=record.name, where=where, **told(fault))


def _on_uncaught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    log.error("uncaught", fault=kind.__qualname__, at=place(trace))


def _on_uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is not SystemExit:
        log.error("uncaught.thread", fault=args.exc_type.__qualname__, at=place(args.exc_traceback))


def _on_unraisable(args: Any) -> None:
    log.error("uncaught.unraisable", fault=args.exc_type.__qualname__, at=place(args.exc_traceback))


def _on_loop_fault(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    fault = context.get("exception")
    log.error("uncaught.task", **told(fault if isinstance(fault, BaseException) else None))


def _on_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    log.warning("warning", category=category.__qualname__, where=f"{Path(filename).name}:{lineno}")
