"""What every test shares: fixed seeds, and `talk`, which plays a transcript."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "test",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("soak", parent=settings.get_profile("test"), max_examples=10_000)
settings.load_profile("soak" if os.environ.get("SOAK") else "test")
