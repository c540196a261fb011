"""How wide the columns are: fixed, one takes what is left, and some go when the room is short."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_app.ui.tables.cells import Column


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
