"""A filed folder is whole or absent, filed once, never overwritten, and tells when somebody touched it."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from storage.filing.folder import (
    AlreadyFiledOtherwise,
    FilingFailed,
    Problem,
    clean_unfinished,
    file_application,
    verify_folder,
)

FILES = {"application.json": b'{"title": "Felles akutteam"}', "application.pdf": b"%PDF-1.7 " + b"x" * 5000}
MANIFEST = {"application_schema": 1, "created": "2026-11-14T14:42:00Z"}

FILING_PROCESS = """
import os, signal, sys
from pathlib import Path
from storage.filing.folder import file_application

root, killed_at = Path(sys.argv[1]), int(sys.argv[2])
steps = 0

def die_in_the_middle(event, arguments):
    global steps
    if event in ("open", "os.mkdir", "os.rename") and any(str(root) in str(each) for each in arguments):
        steps += 1
        if steps == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die_in_the_middle)
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    file_application(root, "agder", f"RST-2026-K{number:04}", 1,
                     {"application.json": b"{}", "application.pdf": bytes([number % 256]) * 40_000},
                     {"created": "2026-11-14T14:42:00Z"})
print("done", flush=True)
"""


def start_filing(root: Path, *, killed_at: int = 0, cases: int = 1) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", FILING_PROCESS, str(root), str(killed_at), str(cases)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    )


def file_it(root: Path, files: dict[str, bytes] | None = None) -> Path:
    return file_application(root, "agder", "RST-2026-K7MP4", 1, files or FILES, MANIFEST).path


def test_the_folder_holds_the_files_and_a_manifest_that_vouches_for_each(tmp_path: Path) -> None:
    filed = file_application(tmp_path / "filed", "agder", "RST-2026-K7MP4", 1, FILES, MANIFEST)

    assert filed.path == tmp_path / "filed" / "agder" / "RST-2026-K7MP4" / "v1"
    assert {name: (filed.path / name).read_bytes() for name in FILES} == FILES
    assert filed.sha256s == {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    assert json.loads((filed.path / "manifest.json").read_text()) == {
        "application_schema": 1,
        "created": "2026-11-14T14:42:00Z",
        "manifest_schema": 1,
        "community": "agder",
        "case_number": "RST-2026-K7MP4",
        "version": 1,
        "files": [
            {
                "name": "application.json",
                "sha256": filed.sha256s["application.json"],
                "size_bytes": len(FILES["application.json"]),
                "media_type": "application/json",
            },
            {
                "name": "application.pdf",
                "sha256": filed.sha256s["application.pdf"],
                "size_bytes": len(FILES["application.pdf"]),
                "media_type": "application/pdf",
            },
        ],
    }
    assert verify_folder(filed.path) == []


def test_nobody_else_on_the_machine_can_read_what_is_filed(tmp_path: Path) -> None:
    path = file_it(tmp_path / "filed")
    for found in [tmp_path / "filed", *(tmp_path / "filed").rglob("*")]:
        assert stat.S_IMODE(found.stat().st_mode) == (0o700 if found.is_dir() else 0o600), found
    assert path.is_dir()


def test_filing_the_same_again_changes_nothing_and_gives_the_same_answer(tmp_path: Path) -> None:
    first = file_application(tmp_path, "agder", "RST-2026-K7MP4", 1, FILES, MANIFEST)
    before = {found: found.stat().st_mtime_ns for found in tmp_path.rglob("*")}
    again = file_application(tmp_path, "agder", "RST-2026-K7MP4", 1, FILES, {**MANIFEST, "created": "later"})
    assert again == first
    assert {found: found.stat().st_mtime_ns for found in tmp_path.rglob("*")} == before


def test_a_filed_version_is_never_overwritten_and_a_new_version_lies_beside_it(tmp_path: Path) -> None:
    path = file_it(tmp_path)
    with pytest.raises(AlreadyFiledOtherwise):
        file_it(tmp_path, {**FILES, "application.json": b"{}"})
    with pytest.raises(AlreadyFiledOtherwise):
        file_it(tmp_path, {"application.json": FILES["application.json"]})
    assert verify_folder(path) == []
    second = file_application(tmp_path, "agder", "RST-2026-K7MP4", 2, {"application.json": b"{}"}, MANIFEST)
    assert sorted(found.name for found in path.parent.iterdir()) == ["v1", "v2"]
    assert verify_folder(second.path) == []


@pytest.mark.parametrize(
    ("community", "case_number", "version", "name"),
    [
        ("../agder", "RST-2026-K7MP4", 1, "application.json"),
        ("Agder", "RST-2026-K7MP4", 1, "application.json"),
        ("", "RST-2026-K7MP4", 1, "application.json"),
        ("agder", "RST/2026", 1, "application.json"),
        ("agder", "..", 1, "application.json"),
        ("agder", "Felles akutteam", 1, "application.json"),
        ("agder", "RST-2026-K7MP4\n", 1, "application.json"),
        ("agder", "RST-2026-K7MP4", 0, "application.json"),
        ("agder", "RST-2026-K7MP4", 1, "../application.json"),
        ("agder", "RST-2026-K7MP4", 1, ".hidden"),
        ("agder", "RST-2026-K7MP4", 1, "manifest.json"),
    ],
)
def test_no_path_is_made_of_anything_but_our_own_ids(
    tmp_path: Path, community: str, case_number: str, version: int, name: str
) -> None:
    with pytest.raises(ValueError, match=r"."):
        file_application(tmp_path / "filed", community, case_number, version, {name: b""}, {})
    assert list(tmp_path.iterdir()) == []


def test_whoever_touches_a_filed_folder_is_found_out(tmp_path: Path) -> None:
    path = file_it(tmp_path)
    (path / "application.pdf").write_bytes(b"another")
    (path / "application.json").unlink()
    (path / "note.txt").write_text("hello")
    assert verify_folder(path) == [
        Problem("missing", "application.json"),
        Problem("altered", "application.pdf"),
        Problem("unexpected", "note.txt"),
    ]
    (path / "manifest.json").write_text("[]")
    assert verify_folder(path) == [Problem("unreadable_manifest", "manifest.json")]
    (path / "manifest.json").unlink()
    assert verify_folder(path) == [Problem("no_manifest", "manifest.json")]


def test_a_disk_that_fails_gives_a_code_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    (tmp_path / "filed").write_text("a file where the folder should be")
    with pytest.raises(FilingFailed) as failed:
        file_it(tmp_path / "filed")
    assert failed.value.code == "disk_error"


def test_a_full_disk_leaves_nothing_and_filing_goes_through_when_there_is_room(tmp_path: Path) -> None:
    limited = """
import resource, signal, sys
from pathlib import Path
from storage.filing.folder import FilingFailed, file_application
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    file_application(Path(sys.argv[1]), "agder", "RST-2026-K7MP4", 1, {"application.pdf": b"x" * 5000}, {})
except FilingFailed as failed:
    print(failed.code)
"""
    run = subprocess.run(
        [sys.executable, "-c", limited, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert run.stdout == "disk_full\n"
    assert list((tmp_path / "agder" / "RST-2026-K7MP4").iterdir()) == []
    assert verify_folder(file_it(tmp_path)) == []


def test_a_process_killed_at_any_step_leaves_the_whole_folder_or_none_and_a_rerun_gives_the_same(
    tmp_path: Path,
) -> None:
    outcomes = []
    for step in range(1, 100):
        root = tmp_path / str(step)
        root.mkdir()
        process = start_filing(root, killed_at=step)
        process.communicate()
        final = root / "agder" / "RST-2026-K0000" / "v1"
        outcomes.append((process.returncode, final.exists()))
        assert not final.exists() or verify_folder(final) == []
        clean_unfinished(root)
        assert list(root.rglob(".*")) == []
        content = {"application.json": b"{}", "application.pdf": bytes(40_000)}
        assert file_application(root, "agder", "RST-2026-K0000", 1, content, {}).path == final
        assert verify_folder(final) == []
        assert [found.name for found in final.parent.iterdir()] == ["v1"]
        if process.returncode == 0:
            break
    assert outcomes[-1] == (0, True)
    assert len(outcomes) > 8, "the steps were not counted"
    assert {code for code, _ in outcomes[:-1]} == {-signal.SIGKILL}
    assert {whole for _, whole in outcomes[:-1]} == {True, False}


def test_a_process_killed_at_any_moment_leaves_only_whole_folders(tmp_path: Path) -> None:
    moments = random.Random(2026)
    for round_number in range(6):
        process = start_filing(tmp_path, cases=1_000_000)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=moments.uniform(0.001, 0.15))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        for folder in tmp_path.glob("*/*/v1"):
            assert verify_folder(folder) == [], (round_number, folder.parent.name)
    clean_unfinished(tmp_path)
    assert list(tmp_path.rglob(".*")) == []
    files = {"application.json": b"{}", "application.pdf": bytes(40_000)}
    assert verify_folder(file_application(tmp_path, "agder", "RST-2026-K0000", 1, files, MANIFEST).path) == []


def test_cleaning_at_start_touches_nothing_that_is_filed(tmp_path: Path) -> None:
    path = file_it(tmp_path)
    (path.parent / ".unfinished-v2-0011").mkdir()
    (path.parent / ".unfinished-v2-0011" / "application.json").write_bytes(b"{")
    assert clean_unfinished(tmp_path) == 1
    assert clean_unfinished(tmp_path) == 0
    assert clean_unfinished(tmp_path / "nothing-here-yet") == 0
    assert verify_folder(path) == []
