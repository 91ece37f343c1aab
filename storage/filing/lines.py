"""Lines as they were typed, places to break what no line can hold, and the widths of table columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from dialogs.document import Table

Line = list[str]
"""One typed line in pieces: a line may be broken between two pieces, with nothing shown there."""

_LINE_BREAK = re.compile("[\n\u2028\u2029]")
_SPACE_THAT_BREAKS = re.compile("([ \u2000-\u2006\u2008-\u200a\u3000]+)")
_HAS_NO_SYLLABLES = re.compile(r"[^aeiouyæøåäöáéíóúàèêëôòüAEIOUYÆØÅÄÖ]{9,}|(.)\1{4,}", re.DOTALL)
_LONGEST_WORD_CHARACTERS = 40
"""Longer than Norwegian compounds are; shorter ones are hyphenated between syllables."""
_BREAKS_WELL_AFTER = frozenset("/-_.,;:?&=@)")

_TABLE_CHARACTERS = 88
"""About how many characters of a table's normal size a page is wide, the space between columns taken off."""
_CELL_PADDING_CHARACTERS = 2


def lines(text: str, *, widest: int) -> list[Line]:
    """The lines of a text that will stand in a column about `widest` characters wide."""
    return [_pieces(_kept_indent(line), widest) for line in _LINE_BREAK.split(text)]


def column_shares(table: Table) -> tuple[list[int], float]:
    """How many characters wide each column is, and the size of the letters (1.0 is a table's normal size)."""
    rows = [table.headers, *table.rows, *([table.sums_row] if table.sums_row is not None else [])]
    columns = [[row[index] for row in rows] for index in range(len(table.headers))]
    needed = [
        _CELL_PADDING_CHARACTERS
        + (
            min(_longest_token(cells) + 1, 22)
            if index in table.numeric_columns
            else min(_longest_token(cells), 16)
        )
        for index, cells in enumerate(columns)
    ]
    wanted = [_CELL_PADDING_CHARACTERS + min(_longest_line(cells), 60) for cells in columns]
    scale = min(1.0, max(0.74, _TABLE_CHARACTERS / sum(needed)))
    room = round(_TABLE_CHARACTERS / scale)
    spare = room - sum(needed)
    if spare <= 0:
        return needed, scale
    wishes: list[float] = [max(0, want - need) for want, need in zip(wanted, needed, strict=True)]
    left_over = spare - sum(wishes)
    if left_over >= 0:
        # Everything fits on one line; the columns of text take what is left over.
        for index in range(len(wishes)):
            if index not in table.numeric_columns:
                wishes[index] += left_over * wanted[index] / sum(wanted)
        return [round(need + wish) for need, wish in zip(needed, wishes, strict=True)], scale
    part = spare / sum(wishes)
    return [round(need + wish * part) for need, wish in zip(needed, wishes, strict=True)], scale


def _longest_token(cells: Sequence[str]) -> int:
    return max(len(token) for cell in cells for token in re.split(r"[ \n\t]", cell))


def _longest_line(cells: Sequence[str]) -> int:
    return max(len(line) for cell in cells for line in _LINE_BREAK.split(cell))


def _kept_indent(line: str) -> str:
    """Typesetting drops spaces at the start of a line and knows no tabs; what people paste has both."""
    line = line.replace("\t", "\u2003")
    body = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(body)) + body


def _pieces(line: str, widest: int) -> Line:
    pieces = [""]
    for token in _SPACE_THAT_BREAKS.split(line):
        if len(token) <= widest or _is_hyphenated(token):
            pieces[-1] += token
        else:
            first, *others = _cut(token, piece_characters=max(2, min(8, widest // 4)))
            pieces[-1] += first
            pieces += others
    return pieces


def _is_hyphenated(token: str) -> bool:
    return (
        len(token) <= _LONGEST_WORD_CHARACTERS
        and token.strip(".,;:!?()«»\"'").isalpha()
        and not _HAS_NO_SYLLABLES.search(token)
    )


def _cut(token: str, *, piece_characters: int) -> Line:
    pieces = [""]
    for character in token:
        belongs_to_previous = unicodedata.category(character).startswith(("M", "Cf"))
        if not belongs_to_previous and (
            len(pieces[-1]) >= piece_characters or pieces[-1][-1:] in _BREAKS_WELL_AFTER
        ):
            pieces.append("")
        pieces[-1] += character
    return pieces
