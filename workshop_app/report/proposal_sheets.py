"""What we do and what we do not do: a pillar to scale stands in water beside the lists."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.frames import CONTINUES, FrameRow, FrameView
from workshop_app.figures.shapes import Label, Piece
from workshop_app.figures.waterline import (
    Block as Stack,
)
from workshop_app.figures.waterline import (
    BlockKind,
    Pillar,
    PillarPlace,
    pillar_pieces,
    surface_line,
    water,
)
from workshop_app.report.galley import BOTTOM, LEFT, TOP, pour
from workshop_app.report.names import alternative
from workshop_app.report.paper import HEIGHT, WIDTH, Part, Sheet
from workshop_app.report.press import Head, Press, page_head
from workshop_app.report.proposal_lists import FIRST, above_pages, below_blocks, margin_blocks
from workshop_app.report.tagged import Tag
from workshop_app.report.texts import fits

_WIDE, _PILLAR_TOP = 55.5, 105.0
_GAP = 1.1
"""Between the blocks of the pillar, in points."""
_SURFACE, _HIGHEST_SURFACE = 342.7, 250.0
_AGAIN = TOP + 6
"""The surface on pages where the list goes on."""
_AIR, _LEAST_WATER = 16.0, 130.0


@dataclass(frozen=True, slots=True)
class _Page:
    """One page before it has its head: `surface` is None where there is no water."""

    parts: tuple[Part, ...]
    surface: float | None = None
    pillar: bool = False


def proposal_sheets(press: Press, view: FrameView) -> list[tuple[Sheet, Head]]:
    """The pages of one alternative; nothing where it has no rows at all."""
    if not (view.above or view.below):
        return []
    return [_sheet(press, view, page, first=i == 0) for i, page in enumerate(_pages(press, view))]


def _pages(press: Press, view: FrameView) -> list[_Page]:
    """Lists above the water; if they fill their page the water has one of its own."""
    dry = above_pages(press, view)
    last = dry.pop()
    lowest = max(_lowest(last) + _AIR, _HIGHEST_SURFACE)
    if lowest > BOTTOM - _LEAST_WATER:
        dry = above_pages(press, view, margin=False)
        last = pour(margin_blocks(press, view), FIRST)[0]
        lowest = _HIGHEST_SURFACE
    surface, wet = _poured(press, view, lowest)
    first = _Page((*last, *wet[0]), surface, pillar=True)
    rest = [_Page(tuple(parts), _AGAIN) for parts in wet[1:]]
    return [*(_Page(tuple(parts)) for parts in dry), first, *rest]


def _poured(press: Press, view: FrameView, lowest: float) -> tuple[float, list[list[Part]]]:
    """The surface, and the words under it page by page.

    The surface is where it looks best if all then fits below it, else as high as it can be, and
    the rows a little closer if that helps.
    """
    for surface, air in ((max(_SURFACE, lowest), 1.0), (lowest, 1.0), (lowest, 0.6)):
        wet = pour(below_blocks(press, view, air), surface + _AIR, air=air)
        if len(wet) == 1:
            return surface, wet
    return lowest, pour(below_blocks(press, view), lowest + _AIR, _AGAIN + _AIR)


def _sheet(press: Press, view: FrameView, page: _Page, *, first: bool) -> tuple[Sheet, Head]:
    title = press.words.gettext("What we do, and what we do not do")
    head = Head(_kicker(press, view), title, first=first)
    top = page_head(head, press)
    if page.surface is None:
        return Sheet((*top, *page.parts)), head
    place = _place(page.surface)
    pillar = _pillar_part(press, view, place) if page.pillar else ()
    wave = Part(Tag.ARTIFACT, (surface_line(place),))
    return Sheet((*top, *pillar, *page.parts, wave), ground=water(place)), head


def _kicker(press: Press, view: FrameView) -> str:
    _ = press.words.gettext
    number = [frame.id for frame in press.day.frames].index(view.frame_id)
    name = alternative(press.words, number)
    year = press.day.workshop.budget_year
    if view.frame is None:
        return _("Proposal {year}, {alternative}").format(year=year, alternative=name)
    return _("Proposal {year}, {alternative}, frame {amount}").format(
        year=year, alternative=name, amount=press.formats.tkr(view.frame)
    )


def _place(surface: float) -> PillarPlace:
    return PillarPlace(
        width=WIDTH,
        bottom=HEIGHT,
        top=_PILLAR_TOP,
        surface=surface,
        left=LEFT,
        wide=_WIDE,
        wave=3.2,
        period=90.2,
        pen=2.0,
        end=BOTTOM,
        gap=_GAP,
    )


def _pillar_part(press: Press, view: FrameView, place: PillarPlace) -> tuple[Part, ...]:
    if view.room is None or view.margin is None:
        return ()
    pillar = Pillar(_stacks(view.above), _stacks(view.below), view.room)
    pieces: tuple[Piece, ...] = pillar_pieces(pillar, place)
    message = press.words.gettext("Above the surface {above}, below it {below}. {fits}.")
    alt = message.format(
        above=press.formats.tkr(view.above_sum),
        below=press.formats.tkr(view.below_sum),
        fits=fits(press.words, press.formats, view.margin),
    )
    return (Part(Tag.FIGURE, pieces, alt=alt),)


def _stacks(rows: tuple[FrameRow, ...]) -> tuple[Stack, ...]:
    return tuple(
        Stack(one.initiative_id, one.label, one.cost, _kind(one)) for one in rows if one.cost > 0
    )


def _kind(one: FrameRow) -> BlockKind:
    if one.locked:
        return BlockKind.MUST
    return BlockKind.KEEP if one.column == CONTINUES else BlockKind.START


def _lowest(parts: list[Part]) -> float:
    """The y below the lowest words."""
    return max((_bottom(part) for part in parts), default=TOP)


def _bottom(part: Part) -> float:
    own = [piece.baseline + piece.size * 0.3 for piece in part.pieces if isinstance(piece, Label)]
    return max([*own, *(_bottom(child) for child in part.parts)], default=TOP)
