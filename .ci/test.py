"""Runs every test, two groups at a time, and says how it went group by group: `.ci/test.py [group ...]`.

A test file that matches no group's pattern belongs to "units", so that none is forgotten.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

AT_A_TIME = 2
GROUPS = {
    "commands": (
        "test_command_line*",
        "test_doctor*",
        "test_export*",
        "test_chat*",
        "test_ask*",
        "test_kb_*",
        "test_logs*",
    ),
    "units": (),
    "browser": ("test_browser*", "test_playground*", "test_listening_sockets*", "test_run_without_network*"),
    "properties": (
        "test_*properties*",
        "test_interleavings*",
        "test_*_model*",
        "test_*_never_wrong*",
        "test_*_never_lie*",
    ),
    "fake-teams": (
        "test_fake_teams*",
        "test_whole_application*",
        "test_secretariat*",
        "test_faults*",
        "test_matrix*",
        "test_welcome*",
        "test_largest_cards*",
    ),
    "stores": ("test_store_contract*", "test_store_faults*", "test_tinydb*", "test_data_folder*"),
    "kills": ("test_*kill*",),
}
"""From the longest to the shortest, so that the two rows end at about the same time."""

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Outcome:
    group: str
    code: int
    output: str
    seconds: float

    @property
    def last_line(self) -> str:
        return self.output.strip().rpartition("\n")[2].strip("= ")

    def count(self, word: str) -> int:
        found = re.search(rf"(\d+) {word}", self.last_line)
        return int(found.group(1)) if found else 0

    @property
    def is_clean(self) -> bool:
        return self.code == 0 and not any(self.count(word) for word in ("skipped", "deselected", "xfailed"))


def files_by_group() -> dict[str, list[Path]]:
    files: dict[str, list[Path]] = {group: [] for group in GROUPS}
    for file in sorted((ROOT / "tests").glob("test_*.py")):
        matching = (group for group, patterns in GROUPS.items() if any(map(file.match, patterns)))
        files[next(matching, "units")].append(file)
    return files


async def run_group(group: str, files: Sequence[Path], turn: asyncio.Semaphore) -> Outcome:
    async with turn:
        began = time.monotonic()
        if not files:
            return Outcome(group, 1, f"no test file matches {', '.join(GROUPS[group])}", 0.0)
        pytest = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "pytest", "--color=no", "--durations=3"),
            *(str(file.relative_to(ROOT)) for file in files),
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        written, _ = await pytest.communicate()
        outcome = Outcome(group, pytest.returncode or 0, written.decode(), time.monotonic() - began)
        print(f"{group:>12}  {outcome.last_line}", flush=True)
        return outcome


async def main(wanted: Sequence[str]) -> int:
    groups = files_by_group()
    unknown = set(wanted) - set(groups)
    if unknown:
        print(f"There is no group {', '.join(sorted(unknown))}; there are {', '.join(groups)}.")
        return 2
    chosen = {group: files for group, files in groups.items() if not wanted or group in wanted}
    print(
        f"{sum(map(len, chosen.values()))} test files in {len(chosen)} groups, two groups at a time ...",
        flush=True,
    )
    began, turn = time.monotonic(), asyncio.Semaphore(AT_A_TIME)
    outcomes = await asyncio.gather(*(run_group(group, files, turn) for group, files in chosen.items()))
    for outcome in outcomes:
        if not outcome.is_clean:
            print(f"\n--- {outcome.group} ---\n{outcome.output}")
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    passed = sum(outcome.count("passed") for outcome in outcomes)
    unclean = [outcome.group for outcome in outcomes if not outcome.is_clean]
    verdict = f"NOT in order: {', '.join(unclean)}" if unclean else "nothing failed, nothing skipped"
    print(f"{passed} passed in {minutes} min {seconds} s; {verdict}")
    return 1 if unclean else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(sys.argv[1:])))
