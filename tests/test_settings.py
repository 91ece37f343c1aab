"""Every setting is documented where people look, and none shows a secret or a wrong value."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.commands.settings import as_markdown
from bot.settings import PREFIX, Settings, WrongSettings, environment_name, read_settings
from tests.command_line import tilskuddshjelpen

DOCUMENTED = Path(__file__).parents[1] / "docs" / "settings.md"
CANARY = "kanarifugl-17"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


def test_each_setting_stands_in_the_documentation_as_the_command_writes_it() -> None:
    assert DOCUMENTED.read_text("utf-8") == as_markdown(), "run `tilskuddshjelpen settings --markdown`"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_each_setting_says_what_it_is_for(name: str) -> None:
    said = Settings.model_fields[name].description or ""
    assert len(said) > 20
    assert said.endswith(".")
    assert said in DOCUMENTED.read_text("utf-8")


def test_the_environment_is_read_and_an_option_wins_over_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment_name("port"), "4100")
    monkeypatch.setenv(environment_name("host"), "")
    assert read_settings().port == 4100
    assert read_settings(port=4200, data=None).port == 4200
    assert read_settings().host == "127.0.0.1"


def test_local_mode_is_never_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment_name("local"), "true")
    assert not read_settings().local
    assert read_settings(local=True).local


@pytest.mark.parametrize("name", ["port", "playground_port", "log_level"])
def test_a_wrong_value_is_told_by_name_and_not_repeated(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment_name(name), CANARY)
    with pytest.raises(WrongSettings) as wrong:
        read_settings()
    assert environment_name(name) in str(wrong.value)
    assert CANARY not in str(wrong.value)


def test_missing_credentials_are_named_as_the_environment_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TILSKUDD_APP_ID", "00000000-0000-0000-0000-000000000001")
    missing = read_settings().missing_credentials()
    assert missing == [
        "TILSKUDD_APP_PASSWORD",
        "TILSKUDD_APP_TENANT_ID",
        "TILSKUDD_ALLOWED_TENANTS",
        "TILSKUDD_SIGNING_KEY_FILE",
    ]


def test_a_secret_is_shown_neither_in_the_list_nor_in_a_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TILSKUDD_APP_PASSWORD", CANARY)
    assert CANARY not in repr(read_settings())
    shown = tilskuddshjelpen("settings", environment={"TILSKUDD_APP_PASSWORD": CANARY})
    assert shown.code == 0
    assert "(set)" in shown.out
    assert CANARY not in shown.out + shown.err


def test_settings_that_cannot_be_used_stop_every_command_with_a_sentence() -> None:
    refused = tilskuddshjelpen("doctor", environment={"TILSKUDD_PORT": CANARY})
    assert refused.code == 2
    assert "TILSKUDD_PORT" in refused.err
    assert CANARY not in refused.err
