"""How wide the columns are: fixed, one takes what is left, and some go when the room is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop_app.ui.painting import font_for
from workshop_app.ui.tables.cells import Cell, Column, Row
from workshop_app.ui.tables.painting import SIDE, TEXT
from workshop_app.ui.widgets.drawing import text_width


def amounts_whole(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns, those with figures as wide as their longest: an amount never ends in dots."""
    return tuple(
        _whole(column, [row.cells[place] for row in rows]) if column.right else column
        for place, column in enumerate(columns)
    )


def _whole(column: Column, cells: Sequence[Cell]) -> Column:
    longest = max((text_width(cell.text, font_for(TEXT, cell.weight)) for cell in cells), default=0)
    return replace(column, width=max(column.width, round(longest + 2 * SIDE + 2)))


def fitted(columns: Sequence[Column], room: int) -> tuple[int, ...]:
    """The width of each column in `room`; 0 for one that is left out."""
    shown = list(columns)
    while sum(column.width for column in shown) > room:
        last = max(shown, key=_drop, default=None)
        if last is None or not last.drop:
            break
        shown.remove(last)
    left = max(0, room - sum(column.width for column in shown))
    stretching = [column for column in shown if column.stretch]
    share, rest = divmod(left, len(stretching)) if stretching else (0, 0)
    widths: list[int] = []
    for column in columns:
        if column not in shown:
            widths.append(0)
        elif column.stretch:
            widths.append(column.width + share + rest)
            rest = 0
        else:
            widths.append(column.width)
    return tuple(widths)


def _drop(column: Column) -> int:
    return column.drop
