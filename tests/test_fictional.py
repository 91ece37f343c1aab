"""Every person, address and number in the repository is fictional."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from dialogs.identity_check import IdentityKind
from dialogs.identity_search import find_numbers

ROOT = Path(__file__).parents[1]
RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:no|com|org|net)|example|test|invalid|localhost)$")
EMAIL = re.compile(r"(?<![\w/.+-])[\w.+-]+@(?P<host>(?!thread\.tacv)(?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
"""Not the user part of an address on the web, and not Teams' conversation ids (…@thread.tacv2)."""
TEXT = {".py", ".md", ".ftl", ".yaml", ".yml", ".json", ".toml", ".csv", ".txt", ".typ", ".cjs", ".svg"}
GENERATED = (
    "tests/test_identity_numbers",
    "tests/identity_number",
    "benchmarks/identity_numbers",
    "package-lock.json",
)
"""Numbers made by an algorithm from a fixed seed, in the files that test the finding of them."""


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        ROOT / name
        for name in listed.stdout.splitlines()
        if Path(name).suffix in TEXT and (ROOT / name).exists()
    ]


def test_every_e_mail_address_uses_a_reserved_domain() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        for match in EMAIL.finditer(path.read_text(encoding="utf-8", errors="ignore"))
        if not RESERVED.search(match["host"].lower())
    ]
    assert found == []


def test_no_file_holds_a_real_national_identity_number() -> None:
    """Synthetic ones (month + 40, + 65, + 80) are nobody's."""
    found = []
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if name.startswith(GENERATED):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="ignore").splitlines(), 1):
            spans = find_numbers(line[:2_000]) if re.search(r"\d{6}", line) else ()
            if any(span.kind is IdentityKind.BIRTH_NUMBER for span in spans):
                found.append(f"{name}:{number}")
    assert found == []


@pytest.mark.parametrize("address", ["kari@" + "kommune.no", "post@" + "sykehus.no"])
def test_the_check_would_see_a_real_address(address: str) -> None:
    match = EMAIL.search(f"Skriv til {address}.")
    assert match is not None
    assert not RESERVED.search(match["host"])
