"""Adaptive Cards by kind of thing; no question is known here by name."""
