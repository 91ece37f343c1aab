"""Every setting once: name, default, help. The only reader of the environment."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment as TILSKUDD_<NAME>; the command line overrides port, data and local."""

    model_config = SettingsConfigDict(env_prefix="TILSKUDD_", frozen=True, extra="ignore")

    data: Path = Field(default=Path("var"), description="Folder for the store and the filed applications.")
    port: int = Field(default=3978, ge=0, le=65535, description="Port of the bot's endpoint.")
    host: str = Field(default="127.0.0.1", description="Address to listen on; local mode is always loopback.")
    local: bool = Field(
        default=False, description="Local mode: no tokens, this machine only. Never inferred."
    )
    app_id: str = Field(default="", description="The bot registration's application (client) id.")
    app_password: str = Field(default="", repr=False, description="The registration's client secret.")
    app_tenant_id: str = Field(default="", description="The tenant of the single-tenant registration.")
    allowed_tenants: str = Field(
        default="", description="Tenant ids whose people may talk to the bot, by comma."
    )
    service_hosts: str = Field(
        default="smba.trafficmanager.net", description="Exact connector hosts, by comma; no wildcards."
    )
    file_hosts: str = Field(
        default="sharepoint.com", description="Domains whose hosts may take an uploaded file, by comma."
    )
    communities_dir: Path | None = Field(
        default=None, description="Folder of helsefellesskap files in place of the packaged ones."
    )
    playground_port: int = Field(default=56150, description="Port of the local Teams client of `run`.")
    log_level: str = Field(default="info", description="debug, info, warning or error.")

    def missing_credentials(self) -> list[str]:
        """The settings that serving without --local needs and that are empty, by their environment names."""
        needed = ("app_id", "app_password", "app_tenant_id", "allowed_tenants")
        return [f"TILSKUDD_{name.upper()}" for name in needed if not getattr(self, name)]


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
