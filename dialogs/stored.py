"""What every part of a stored record has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A part of a stored record. What a newer release added is carried along, not dropped.

    What is no number is written as such, for the store to refuse: pydantic by itself would make it null.
    """

    model_config = ConfigDict(frozen=True, extra="allow", ser_json_inf_nan="constants")
