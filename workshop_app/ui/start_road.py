"""The road on the start page: a stone for each year ahead, the last one filled."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_app.figures.shapes import Figure, Ink, Path, Point, Rect, Role, Shape, Step
from workshop_app.figures.stone import StoneLook, stone

WIDTH, HEIGHT = 560.0, 150.0
_PLACES = ((76.0, 75.0, 85.0, 102.0), (222.0, 64.0, 73.0, 89.0), (350.0, 55.0, 63.0, 73.0))
_LAST = (462.0, 49.0, 55.0, 60.0)
_SIZES = (18.0, 17.0, 15.0, 13.0)


def road_years(first: int, last: int) -> tuple[int, ...]:
    """The years that have a stone: all of a plan of four years, else four spread over it."""
    span = max(0, last - first)
    if span < len(_SIZES):
        return tuple(range(first, first + span + 1))
    return tuple(first + round(span * i / (len(_SIZES) - 1)) for i in range(len(_SIZES)))


def start_road(years: Sequence[int], width: float = WIDTH) -> Figure:
    """The road with one stone for each of at most four years, in a box `width` wide."""
    stretch = width / WIDTH
    shapes: list[Shape] = [_hill(width, stretch), _line(width, stretch)]
    places = (*_PLACES, _LAST)
    for i, year in enumerate(years[: len(places)]):
        middle, wide, tall, foot = places[i]
        last = i == len(years) - 1
        look = StoneLook(
            Role.ACCENT, hollow=not last, text=str(year), text_size=_SIZES[i], ground=Role.SURFACE
        )
        shapes += stone(Rect(middle * stretch - wide / 2, foot - tall, wide, tall), look)
    said = ", ".join(str(year) for year in years)
    return Figure(width, HEIGHT, tuple(shapes), said)


def _edge(width: float, stretch: float) -> tuple[Step, ...]:
    def at(x: float, y: float) -> Point:
        return Point(x * stretch, y)

    return (
        Step("M", (Point(0, 103),)),
        Step("C", (at(100, 104), at(190, 92), at(280, 82))),
        Step("C", (at(380, 71), at(470, 56), Point(width, 53))),
    )


def _hill(width: float, stretch: float) -> Path:
    floor = (
        Step("L", (Point(width, HEIGHT),)),
        Step("L", (Point(0, HEIGHT),)),
        Step("Z"),
    )
    return Path((*_edge(width, stretch), *floor), Ink(fill=Role.TINT))


def _line(width: float, stretch: float) -> Path:
    return Path(_edge(width, stretch), Ink(stroke=Role.ACCENT, width=2.5))
