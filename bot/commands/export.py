"""`export`: writes applications out, for their owner's eyes, and leaves a line of who did it and when."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal

from bot.app import load_context
from bot.commands.export_lines import Chosen, lines
from bot.commands.export_workbook import committee_workbook, sent_cases
from bot.commands.opening import existing_store
from bot.commands.operator import operator
from bot.commands.refusal import FAILED, WRONG_CALL, Refusal
from bot.settings import Settings
from dialogs.context import Context
from dialogs.person import Language
from dialogs.view import OTHER_COMMUNITY
from knowledge.community_files import CommunityFileWrong
from storage.filing.workbook import render_workbook
from storage.store import Json, Key, Put, Store

Format = Literal["jsonl", "xlsx"]


def export(
    settings: Settings,
    form: Format,
    out: Path | None,
    *,
    community: str | None,
    year: int | None,
    language: Language,
) -> None:
    if form == "xlsx" and out is None:
        raise Refusal("A workbook needs a file to be written to: --out applications.xlsx", WRONG_CALL)
    try:
        context = load_context(settings)
    except CommunityFileWrong as wrong:
        raise Refusal(f"A helsefellesskap file cannot be used: {wrong}", WRONG_CALL) from None
    known = (*context.communities, OTHER_COMMUNITY)
    if community is not None and community not in known:
        raise Refusal(f"No helsefellesskap is called {community}. Known: {', '.join(known)}.", WRONG_CALL)
    chosen = Chosen(community, year)
    asyncio.run(_export(settings, context, form, out, chosen, language))


async def _export(
    settings: Settings, context: Context, form: Format, out: Path | None, chosen: Chosen, language: Language
) -> None:
    at, who = datetime.now(UTC), operator()
    async with existing_store(settings.data) as store:
        # Before anything is shown: what is read leaves a line, also if the reader stops half-way.
        await _write_reading(store, form, chosen, who, at)
        if form == "jsonl":
            written = await _write_lines(lines(store, context, chosen, who=who, at=at), out)
            said = f"{written} lines"
        else:
            cases = await sent_cases(store, context, chosen)
            workbook = committee_workbook(cases, context, chosen, language)
            rendered = await asyncio.to_thread(render_workbook, workbook, created=at)
            with _opened(out) as file:
                file.write(rendered)
            said = f"{len(cases)} sent application{'' if len(cases) == 1 else 's'}"
    if out is not None:
        print(f"{said} written to {out}, which only {who} can read.", file=sys.stderr)


async def _write_reading(store: Store, form: Format, chosen: Chosen, who: str, at: datetime) -> None:
    """Beside the lines that officers' reading leaves."""
    body: Json = {
        "what": f"export {form}",
        "who": who,
        "by": "operator",
        "at": at.isoformat(),
        "community": chosen.community,
        "year": chosen.year,
    }
    key = Key("reading", f"operator.{at.timestamp():.6f}.{secrets.token_hex(4)}")
    await store.commit(expect={key: 0}, put=[Put(key, body)])


async def _write_lines(made: AsyncIterator[Json], out: Path | None) -> int:
    count = 0
    with _opened(out) as file:
        async for line in made:
            file.write(json.dumps(line, ensure_ascii=False, allow_nan=False).encode() + b"\n")
            count += 1
    return count


@contextlib.contextmanager
def _opened(out: Path | None) -> Iterator[BinaryIO]:
    """A file for its owner alone, there whole or not at all; standard output without a path."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    unfinished = out.with_name(f".{out.name}.{secrets.token_hex(6)}")
    try:
        with open(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(out)
    except OSError as error:
        raise Refusal(f"{out} cannot be written: {error.strerror or 'the disk failed'}.", FAILED) from None
    finally:
        unfinished.unlink(missing_ok=True)
