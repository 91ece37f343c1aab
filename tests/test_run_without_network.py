"""What is installed once starts again without any network, and Ctrl-C leaves nothing of it behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.run_once_more import ROOT

NOWHERE = "http://127.0.0.1:9"
"""Where nobody listens."""
ALONE = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
"""Ways into a network of one's own, in which there is nobody else: as root, and where others may."""


def way_into_a_network_of_ones_own() -> tuple[str, ...]:
    """Empty where the system has none, or does not allow it."""
    for way in ALONE:
        try:
            if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
                return way
        except OSError:
            break
    return ()


@pytest.fixture
def nothing_can_be_fetched(tmp_path: Path) -> dict[str, str]:
    """An environment in which what asks for packages finds nobody, and npm, if it is called at all, fails."""
    (tmp_path / "bin").mkdir()
    npm = tmp_path / "bin/npm"
    npm.write_text("#!/bin/sh\necho npm was called: $* >&2\nexit 1\n")
    npm.chmod(0o755)
    proxies = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy")
    return {
        **os.environ,
        **dict.fromkeys(proxies, NOWHERE),
        "PATH": f"{npm.parent}:{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }


def test_a_second_run_needs_no_network_and_ctrl_c_leaves_nothing(
    tmp_path: Path, nothing_can_be_fetched: Mapping[str, str]
) -> None:
    way = way_into_a_network_of_ones_own()
    command = [*way, sys.executable, "-m", "tests.run_once_more", str(tmp_path / "var")]
    ran = subprocess.run(
        [*command, "--confined"] if way else command,
        cwd=ROOT,
        env=nothing_can_be_fetched,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = json.loads(ran.stdout)
    assert found["interfaces"] == ["lo"] or not way
    assert found["healthz"] == 200
    assert '<div id="root">' in found["page"]
    assert "Installing" not in found["said"]
    assert "everything that was written is kept" in found["said"]
    assert found["started"] >= 4, "make, run, the bot and the Playground"
    assert not found["left"]
    assert not found["open_ports"]
