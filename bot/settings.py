"""Every setting once: name, default, help. The only reader of the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "TILSKUDD_"
NEEDED_TO_SERVE = ("app_id", "app_password", "app_tenant_id", "allowed_tenants", "signing_key_file")
"""Without --local."""
LogLevel = Literal["debug", "info", "warning", "error"]


class Settings(BaseSettings):
    """Read from the environment as TILSKUDD_<NAME>; the command line overrides what has an option there."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", hide_input_in_errors=True, env_ignore_empty=True
    )

    data: Path = Field(default=Path("var"), description="Folder for the store and the filed applications.")
    port: int = Field(
        default=3978, ge=0, le=65535, description="Port of the bot's endpoint; 0 for any free one."
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on; local mode is always loopback.")
    local: bool = Field(
        default=False, description="Local mode: no tokens, this machine only. Only by the option --local."
    )
    app_id: str = Field(default="", description="The bot registration's application (client) id.")
    app_password: SecretStr = Field(default=SecretStr(""), description="The registration's client secret.")
    app_tenant_id: str = Field(default="", description="The tenant of the single-tenant registration.")
    signing_key_file: Path | None = Field(
        default=None,
        description="The Ed25519 key (PEM) that audits and confirmations are signed with, outside the data folder: "
        "`openssl genpkey -algorithm ed25519`. Local mode makes its own in the data folder.",
    )
    allowed_tenants: str = Field(
        default="", description="Tenant ids whose people may talk to the bot, by comma."
    )
    service_hosts: str = Field(
        default="smba.trafficmanager.net", description="Exact connector hosts, by comma; no wildcards."
    )
    file_hosts: str = Field(
        default="sharepoint.com",
        description="Domains whose hosts may take an uploaded file or give a sent one, by comma.",
    )
    client_takes_files: bool = Field(
        default=True,
        description="Whether the client takes files in personal chats. `run`'s local client does not: links are said.",
    )
    public_url: str = Field(
        default="",
        description="The web page's own address, https and no path, as people reach it; empty for no web page.",
    )
    web_client_id: str = Field(
        default="", description="The application (client) id by which people sign in to the web page."
    )
    web_client_secret: SecretStr = Field(
        default=SecretStr(""), description="That application's client secret."
    )
    web_authority: str = Field(
        default="https://login.microsoftonline.com/organizations",
        description="Where people sign in to the web page: any organisation's account, or one tenant's.",
    )
    web_tenants: str = Field(
        default="",
        description="Tenant ids whose people may sign in to the web page, by comma; empty for every organisation.",
    )
    communities_dir: Path | None = Field(
        default=None, description="Folder of helsefellesskap files in place of the packaged ones."
    )
    knowledge_dir: Path | None = Field(
        default=None,
        description="Folder with `entries/`, and `sources/` if need be, in place of the packaged answers.",
    )
    unanswered_days: int = Field(
        default=90,
        ge=1,
        le=730,
        description="Days that questions without a good answer are kept for a curator to see.",
    )
    playground_port: int = Field(
        default=56150, ge=1, le=65535, description="Port of the local Teams client of `run`."
    )
    log_level: LogLevel = Field(default="info", description="debug, info, warning or error.")

    def missing_credentials(self) -> list[str]:
        """The settings that serving without --local needs and that are empty, by their environment names."""
        return [environment_name(name) for name in NEEDED_TO_SERVE if not getattr(self, name)]

    def missing_for_web(self) -> list[str]:
        """The settings that the web page lacks, where some of them are set; by their environment names."""
        needed = ("public_url", "web_client_id", "web_client_secret")
        lacking = [name for name in needed if not getattr(self, name)]
        return [] if len(lacking) == len(needed) else [environment_name(name) for name in lacking]

    @property
    def has_web(self) -> bool:
        return bool(self.public_url and self.web_client_id and self.web_client_secret)


class WrongSettings(Exception):
    """Settings that cannot be read, by name and without their values. Raised at start; the command line says it."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def read_settings(*, local: bool = False, **overrides: object) -> Settings:
    """The environment's settings under what the command line says; an option that is None says nothing.

    Local mode is what the caller says, whatever the environment holds.
    """
    given = {name: value for name, value in overrides.items() if value is not None} | {"local": local}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # checked by pydantic, which is what it is for
    except ValidationError as wrong:
        faults = tuple(
            f"{environment_name(str(error['loc'][0]))}: {error['msg']}"
            for error in wrong.errors(include_input=False, include_context=False, include_url=False)
        )
        raise WrongSettings(faults) from None


def environment_name(name: str) -> str:
    return PREFIX + name.upper()


def default_text(name: str) -> str:
    """The default as one would write it in the environment; "" for what is not set."""
    default = Settings.model_fields[name].default
    match default:
        case None:
            return ""
        case SecretStr():
            return default.get_secret_value()
        case bool():
            return str(default).lower()
        case _:
            return str(default)


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
