"""Files a sent application as one folder: there whole or not at all, once, and never overwritten."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dialogs.signature import Signature
from storage.signatures import KEYS_FILE, PublicKeys, keys_to_bytes
from storage.store import Json

MANIFEST = "manifest.json"
MANIFEST_SCHEMA = 1

_COMMUNITY = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_CASE_NUMBER = re.compile(r"[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){1,4}")
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}(\.[a-z0-9]{1,8}){1,2}")
_UNFINISHED = ".unfinished-"
_MEDIA_TYPES = {
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".txt": "text/plain; charset=utf-8",
}
_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
}


@dataclass(frozen=True, slots=True)
class Signed:
    """Of a manifest without its signature."""

    signature: Signature
    public_keys: PublicKeys


@dataclass(frozen=True, slots=True)
class Filed:
    path: Path
    sha256s: Mapping[str, str]
    """File name -> hex digest, the manifest's own not included."""


@dataclass(frozen=True, slots=True)
class Problem:
    code: Literal["no_manifest", "unreadable_manifest", "missing", "altered", "unexpected"]
    name: str
    """The file it is about."""


class FilingFailed(Exception):
    """The disk failed and nothing was filed; the same call may be made again. Caught by the delivery."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class AlreadyFiledOtherwise(Exception):
    """This version of the case is filed with other content, and stays as it is. Trying again cannot help."""


def file_application(
    root: Path,
    community_id: str,
    case_number: str,
    version: int,
    files: Mapping[str, bytes],
    manifest: Json,
    *,
    sign: Callable[[Json], Signed] | None = None,
) -> Filed:
    """Returns when `root/<community>/<case>/v<version>/` is whole and durable; again gives the same answer.

    `manifest` is what the caller knows (schema version, created, ...); the files' own lines are added here, and
    with `sign` a signature of all of it, with the public keys that show it.
    """
    case_folder = root / _checked(_COMMUNITY, community_id) / _checked(_CASE_NUMBER, case_number)
    if version < 1:
        raise ValueError("versions are counted from 1")
    for name in files:
        _checked(_FILE_NAME, name)
    if not {MANIFEST, KEYS_FILE}.isdisjoint(files):
        raise ValueError("the manifest and the keys are written here")
    final = case_folder / f"v{version}"
    filed = Filed(final, {name: hashlib.sha256(content).hexdigest() for name, content in files.items()})
    listed = {
        **manifest,
        "manifest_schema": MANIFEST_SCHEMA,
        "community": community_id,
        "case_number": case_number,
        "version": version,
        "files": [
            {
                "name": name,
                "sha256": filed.sha256s[name],
                "size_bytes": len(files[name]),
                "media_type": _MEDIA_TYPES.get(Path(name).suffix, "application/octet-stream"),
            }
            for name in sorted(files)
        ],
    }
    # Neither is compared when it is filed again: the key may have been renewed in between.
    beside: dict[str, bytes] = {}
    if sign is not None:
        signed = sign(listed)
        listed = {**listed, "signature": signed.signature.model_dump(mode="json")}
        beside[KEYS_FILE] = keys_to_bytes(signed.public_keys)
    beside[MANIFEST] = json.dumps(listed, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"
    try:
        _make_folders(root, case_folder)
        if not final.exists():
            _write_whole(final, {**files, **beside})
        if _sha256s(final) != filed.sha256s:
            raise AlreadyFiledOtherwise(f"{case_number} v{version}")
        # Also when it was there already: who put it there may have died before it was durable.
        _fsync_folder(case_folder)
    except OSError as error:
        raise FilingFailed(_CODES.get(error.errno or 0, "disk_error")) from error
    return filed


def clean_unfinished(root: Path) -> int:
    """Removes what a killed process left half written, and returns how many; nothing filed is touched."""
    count = 0
    for unfinished in sorted(root.glob(f"*/*/{_UNFINISHED}*")):
        # Renamed first, so that a process still writing it cannot put a half emptied folder into place.
        doomed = unfinished.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
        try:
            unfinished.rename(doomed)
            shutil.rmtree(doomed)
        except OSError as error:
            raise FilingFailed(_CODES.get(error.errno or 0, "disk_error")) from error
        count += 1
    return count


def verify_folder(path: Path) -> list[Problem]:
    """What is not as the manifest says, or []. Cannot tell when both file and manifest were rewritten."""
    try:
        listed = json.loads((path / MANIFEST).read_bytes())
        expected = {line["name"]: line["sha256"] for line in listed["files"]}
    except FileNotFoundError:
        return [Problem("no_manifest", MANIFEST)]
    except (ValueError, KeyError, TypeError):
        return [Problem("unreadable_manifest", MANIFEST)]
    found = _sha256s(path)
    return [
        *(Problem("missing", name) for name in sorted(expected.keys() - found.keys())),
        *(
            Problem("altered", name)
            for name, sha256 in sorted(expected.items())
            if name in found and found[name] != sha256
        ),
        *(Problem("unexpected", name) for name in sorted(found.keys() - expected.keys())),
    ]


def _checked(pattern: re.Pattern[str], part: str) -> str:
    if not pattern.fullmatch(part):
        raise ValueError("a part of the path has a form that no id of ours has")
    return part


def _make_folders(root: Path, folder: Path) -> None:
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    for parent in reversed([folder, *folder.parents][: len(folder.relative_to(root).parts)]):
        parent.mkdir(mode=0o700, exist_ok=True)
        _fsync_folder(parent.parent)


def _write_whole(final: Path, files: Mapping[str, bytes]) -> None:
    unfinished = final.with_name(f"{_UNFINISHED}{final.name}-{secrets.token_hex(8)}")
    try:
        unfinished.mkdir(mode=0o700)
        for name, content in files.items():
            _write_durably(unfinished / name, content)
        _fsync_folder(unfinished)
        unfinished.rename(final)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
        # Another process filed it in the meantime; the caller compares.


def _write_durably(path: Path, content: bytes) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _fsync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256s(folder: Path) -> Mapping[str, str]:
    return {
        found.name: hashlib.sha256(found.read_bytes()).hexdigest() if found.is_file() else ""
        for found in folder.iterdir()
        if found.name not in (MANIFEST, KEYS_FILE)
    }
