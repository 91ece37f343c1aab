"""What is installed is pinned by hash, from no place in particular, and is what the project files ask for."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"requirements.lock": ("build",), "requirements-test.lock": ("build", "test")}
REGISTRY_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("jfrog", "io"),
        ("pkgs", "dev", "azure", "com"),
    )
)


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_package_is_pinned_with_hashes_and_no_address(name: str) -> None:
    for requirement, hashes in _locked(name):
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes), requirement
    options = [line for line in (ROOT / name).read_text().splitlines() if line.startswith("-")]
    assert not options


@pytest.mark.parametrize("name", LOCKS)
def test_the_locks_hold_what_pyproject_asks_for(name: str) -> None:
    locked = _locked_by_name(name)
    for asked in _asked_for(LOCKS[name]):
        versions = locked.get(canonicalize_name(asked.name), [])
        assert versions, f"{asked.name} is in pyproject.toml and not in {name}: run `make lock`"
        assert all(asked.specifier.contains(version, prereleases=True) for version in versions), asked


def test_what_is_tested_is_what_runs() -> None:
    tested = _locked_by_name("requirements-test.lock")
    assert {name: tested.get(name) for name in _locked_by_name("requirements.lock")} == _locked_by_name(
        "requirements.lock"
    )


def test_every_node_package_is_pinned_by_hash_and_no_address() -> None:
    lock = _json("package-lock.json")
    asked = _json("package.json")["devDependencies"]
    packages = {
        path.removeprefix("node_modules/"): package for path, package in lock["packages"].items() if path
    }
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not [path for path, package in packages.items() if "resolved" in package]
    assert asked == {name: packages[name]["version"] for name in asked}
    assert asked == lock["packages"][""]["devDependencies"]


def test_no_tracked_file_names_a_package_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    assert files
    naming = {
        str(file.relative_to(ROOT)): host
        for file in files
        if file.is_file()
        for host in REGISTRY_HOSTS
        if host.encode() in file.read_bytes()
    }
    assert not naming


def _asked_for(extras: tuple[str, ...]) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    optional = project["optional-dependencies"]
    return [
        Requirement(line) for line in project["dependencies"] + [line for e in extras for line in optional[e]]
    ]


def _locked(name: str) -> list[tuple[Requirement, list[str]]]:
    joined = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [line.split(" --hash=") for line in joined.splitlines() if not line.startswith("-")]
    return [(Requirement(pin.strip()), [digest.strip() for digest in hashes]) for pin, *hashes in lines]


def _locked_by_name(name: str) -> dict[str, list[str]]:
    """Several versions of one package stand for several Pythons or systems."""
    by_name: dict[str, list[str]] = {}
    for requirement, _ in _locked(name):
        version = str(requirement.specifier).removeprefix("==")
        by_name.setdefault(canonicalize_name(requirement.name), []).append(version)
    return by_name


def _json(name: str) -> Any:
    return json.loads((ROOT / name).read_text())
