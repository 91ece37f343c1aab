"""What stands around the bot: settings, the data folder, the disk, the process that serves."""

from __future__ import annotations

import asyncio
import http.client
import os
import shutil
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.app import file_hosts, service_urls
from bot.commands.finding import Finding, note, ok, wrong
from bot.commands.playground import Unavailable, find_playground
from bot.service_urls import NotAHost
from bot.settings import NEEDED_TO_SERVE, Settings, environment_name
from bot.signing import HOW_TO_MAKE, LOCAL_KEY_FILE, NoSigningKey, Signer, read_key, read_public_keys
from storage.data_folder import DataFolder
from storage.signatures import KEYS_FILE

LITTLE_BYTES = 1024**3
TOO_LITTLE_BYTES = 200 * 1024**2


async def settings_check(settings: Settings) -> Sequence[Finding]:
    try:
        service_urls(settings)
        file_hosts(settings)
    except NotAHost as bad:
        names = f"{environment_name('service_hosts')} and {environment_name('file_hosts')}"
        return [wrong("settings", str(bad), f"Name each host in full in {names}; no wildcards.")]
    missing = settings.missing_credentials()
    if not missing:
        return [ok("settings", "credentials are set; `serve` can serve Teams")]
    is_for_teams = DataFolder(settings.data).mode() == "credentials"
    if is_for_teams or len(missing) < len(NEEDED_TO_SERVE):
        return [
            wrong(
                "settings",
                f"not set: {', '.join(missing)}",
                "Set them in the environment; `tilskuddshjelpen settings` explains each.",
            )
        ]
    return [note("settings", "no credentials are set: only `serve --local` can be served")]


async def signing_check(settings: Settings) -> Sequence[Finding]:
    path, folder = settings.signing_key_file, settings.data.absolute()
    is_own = path is None and DataFolder(settings.data).mode() != "credentials"
    own = settings.data / LOCAL_KEY_FILE
    remedy = f"Make one with `{HOW_TO_MAKE}` and name it in {environment_name('signing_key_file')}."
    if is_own and not own.exists():
        return [note("signing", "no key yet; the first `serve --local` or `chat` makes one of its own")]
    if path is None and not is_own:
        return [wrong("signing", f"{environment_name('signing_key_file')} is not set", remedy)]
    try:
        key = read_key(path or own)
        earlier = read_public_keys(settings.data / KEYS_FILE)
    except NoSigningKey as bad:
        return [wrong("signing", str(bad), f"Mend it; or renew the key. {remedy}")]
    signer = Signer(key, earlier)
    said = f"signs with key {signer.key_id}; {len(earlier.keys() - {signer.key_id})} earlier keys are known"
    if path is not None and path.absolute().is_relative_to(folder):
        beside = "Keep it outside: who takes the folder must not be able to sign."
        return [wrong("signing", f"{path} lies in the data folder", beside)]
    return [ok("signing", said)]


async def folder_check(settings: Settings) -> Sequence[Finding]:
    data = settings.data
    if not data.exists():
        parent = next(folder for folder in data.absolute().parents if folder.exists())
        if not os.access(parent, os.W_OK | os.X_OK):
            return [
                wrong("data folder", f"{data} cannot be made", f"Make it, or let this user write {parent}.")
            ]
        return [note("data folder", f"{data} is not there yet; the first `serve` or `chat` makes it")]
    if not data.is_dir():
        return [wrong("data folder", f"{data} is no folder", "Name another with --data.")]
    try:
        with tempfile.NamedTemporaryFile(dir=data, prefix=".doctor-"):
            pass
    except OSError as error:
        said = f"{data} cannot be written: {error.strerror}"
        return [wrong("data folder", said, "Give the user that serves write access, or mount the disk.")]
    mode = DataFolder(data).mode()
    if mode == "unreadable":
        return [wrong("data folder", "mode.json cannot be read", "Restore it from a backup of the folder.")]
    if stat.S_IMODE(data.stat().st_mode) & 0o077:
        return [wrong("data folder", f"others on this machine can open {data}", f"chmod 700 {data}")]
    said = f"{data} is writable, {'not served from yet' if mode is None else f'used in mode {mode}'}"
    return [ok("data folder", said)]


async def disk_check(settings: Settings) -> Sequence[Finding]:
    where = next(
        folder for folder in (settings.data.absolute(), *settings.data.absolute().parents) if folder.exists()
    )
    free = shutil.disk_usage(where).free
    said = f"{free / 1024**3:.1f} GB free"
    if free < TOO_LITTLE_BYTES:
        return [wrong("disk", said, "Make room: without it nothing can be saved and people are told so.")]
    return [note("disk", f"{said}, which is little") if free < LITTLE_BYTES else ok("disk", said)]


async def serving_check(settings: Settings) -> Sequence[Finding]:
    pid = DataFolder(settings.data).serving_pid()
    if pid is None:
        return [note("serving", "no process serves from this folder now")]
    status = await asyncio.to_thread(_health, settings.port)
    if status == 200:
        return [ok("serving", f"process {pid} serves and /healthz answers 200 on port {settings.port}")]
    if status is None:
        said = (
            f"process {pid} serves; on port {settings.port} nothing answers (another one is named by --port)"
        )
        return [note("serving", said)]
    remedy = "See the log of the serving process; the findings on store and disk below may say why."
    return [wrong("serving", f"process {pid} serves, but /healthz answers {status}", remedy)]


async def playground_check(settings: Settings) -> Sequence[Finding]:
    found = await asyncio.to_thread(
        find_playground, bot_port=settings.port, port=settings.playground_port, log=Path(os.devnull)
    )
    if isinstance(found, Unavailable):
        return [note("local client", f"`run` would become `chat`: {found.reason}")]
    return [ok("local client", "the Playground can be started by `run`")]


def _health(port: int) -> int | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=3)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
