"""The ruler over the bundled fonts, and what holds for every figure."""

from collections.abc import Iterator
from pathlib import Path

from workshop_app.figures.palette import palette
from workshop_app.figures.ruler import FontRuler
from workshop_app.figures.shapes import Align, Box, Clip, Figure, Label, Line, Oval, Rect, Ruler

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


RULER = FontRuler(FONTS)


def shapes_of(figure: Figure) -> Iterator[object]:
    for piece in figure.pieces:
        if isinstance(piece, Clip):
            yield from piece.shapes
        else:
            yield piece


def labels_of(figure: Figure) -> list[Label]:
    return [shape for shape in shapes_of(figure) if isinstance(shape, Label)]


def texts_of(figure: Figure) -> list[str]:
    return [label.text for label in labels_of(figure)]


def label_rect(label: Label, ruler: Ruler) -> Rect:
    wide = ruler.width(label.text, label.size, label.weight) + label.spacing * len(label.text)
    left = label.at
    if label.align is not Align.LEFT:
        left -= wide / 2 if label.align is Align.CENTRE else wide
    return Rect(left, label.baseline - label.size * 0.73, wide, label.size * 0.92)


def assert_sound(figure: Figure, ruler: Ruler, smallest: float = 0.0, slack: float = 1.0) -> None:
    """Nothing outside the page, no text too small, only known roles, and a name for every spot."""
    for piece in figure.pieces:
        if isinstance(piece, Box | Oval):
            assert_inside(piece.rect, figure, slack)
        elif isinstance(piece, Line):
            for point in piece.points:
                assert_inside(Rect(point.x, point.y, 0, 0), figure, slack)
        elif isinstance(piece, Clip):
            assert_inside(piece.rect, figure, 8)
    for label in labels_of(figure):
        assert_inside(label_rect(label, ruler), figure, slack + label.size * 0.06)
        assert label.size >= smallest, label
        assert label.role in palette(dark=False)
        assert label.role in palette(dark=True)
        assert label.text
    for spot in figure.spots:
        assert spot.name
        assert spot.rect.width > 0
        assert spot.rect.height > 0


def assert_inside(rect: Rect, figure: Figure, slack: float) -> None:
    assert rect.x >= -slack, rect
    assert rect.y >= -slack, rect
    assert rect.right <= figure.width + slack, rect
    assert rect.bottom <= figure.height + slack, rect
