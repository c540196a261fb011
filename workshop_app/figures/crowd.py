"""The crowd: one stone per voter on the ground, filled when that many have voted."""

from __future__ import annotations

from workshop_app.figures.shapes import Box, Ink, Rect, Role, Shape
from workshop_app.figures.stone import StoneLook, ground, stone

ONE_LINE = 20
THREE_LINES = 60
_STEP_TO_STONE = 0.77
_TALL = 1.25


def crowd(done: int, entitled: int, rect: Rect) -> tuple[Shape, ...]:
    """Stones in one line up to 20 voters, in three up to 60, above that a bar.

    The ground of the lowest line is the bottom of `rect`. Who has voted is not told: the
    stones fill from the left.
    """
    done = max(0, min(done, entitled))
    if entitled > THREE_LINES:
        return _bar(done, entitled, rect)
    lines = 1 if entitled <= ONE_LINE else 3
    per_line = -(-max(entitled, 1) // lines)
    pen = min(6.0, rect.height / lines * 0.1)
    row = rect.height / lines
    step = min(rect.width / per_line, (row - pen) * 0.92 / _TALL / _STEP_TO_STONE, 46.0)
    wide = step * _STEP_TO_STONE
    tall = wide * _TALL
    shapes: list[Shape] = []
    for i in range(entitled):
        line, column = divmod(i, per_line)
        foot = rect.bottom - pen - (lines - 1 - line) * row
        place = Rect(rect.x + column * step + (step - wide) / 2, foot - tall, wide, tall)
        shapes += stone(place, _LOOKS[i < done])
    for line in range(lines):
        foot = rect.bottom - pen - (lines - 1 - line) * row
        many = min(per_line, entitled - line * per_line)
        if many > 0:
            shapes.append(ground(rect.x, rect.x + many * step, foot, pen))
    return tuple(shapes)


_LOOKS = (StoneLook(Role.CTRL, hollow=True, ground=Role.STAGE), StoneLook(check=True))


def _bar(done: int, entitled: int, rect: Rect) -> tuple[Shape, ...]:
    high = min(rect.height, 40.0)
    top = rect.bottom - high
    whole = Rect(rect.x, top, rect.width, high)
    shapes: list[Shape] = [Box(whole, Ink(fill=Role.SUNKEN, stroke=Role.CTRL, width=2), 8)]
    if done:
        part = Rect(rect.x, top, rect.width * done / entitled, high)
        shapes.append(Box(part, Ink(fill=Role.ACCENT), 8))
    return tuple(shapes)
