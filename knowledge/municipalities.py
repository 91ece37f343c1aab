"""Norway's 357 municipalities of 2024, read from the two tables beside this file."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType

from dialogs.places import FormerName, Municipality

_FORMER = re.compile(r"(?P<name>[^(]+?)(?: \((?P<county>[^)]+)\))?")


def load_municipalities() -> Mapping[str, Municipality]:
    """By municipality number, in the order of the numbers."""
    county_names = {
        row["name"]: _names(row["official_names"]) + _names(row["former_names"]) for row in _rows("counties")
    }
    rows = list(_rows("municipalities"))
    formers = [_former(row["former"]) for row in rows]
    shared = Counter(row["name"] for row in rows)
    shared.update(f.name for former in formers for f in former if f.county)
    return MappingProxyType(
        {
            row["number"]: Municipality(
                number=row["number"],
                name=row["name"],
                county=row["county"],
                label=f"{row['name']} ({row['county']})" if shared[row["name"]] > 1 else row["name"],
                official_names=_names(row["official_names"]),
                other_names=_names(row["other_names"]),
                former=former,
                county_names=county_names[row["county"]],
            )
            for row, former in zip(rows, formers, strict=True)
        }
    )


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = files("knowledge").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _former(cell: str) -> tuple[FormerName, ...]:
    matches = (_FORMER.fullmatch(name) for name in _names(cell))
    return tuple(FormerName(m["name"], m["county"] or "") for m in matches if m)
