"""What every part of a stored record has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A part of a stored record. What a newer release added is carried along, not dropped."""

    model_config = ConfigDict(frozen=True, extra="allow")
