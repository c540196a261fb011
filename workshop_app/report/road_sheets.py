"""The road map on paper: the tracks as columns, time running down the sheet."""

from __future__ import annotations

import calendar
from collections.abc import Sequence

from workshop_app.domain.local_names import own_name
from workshop_app.domain.road import QUARTERS, RoadView, Stone, road_view
from workshop_app.domain.road import Lane as Track
from workshop_app.figures.road import Lane, Milepost, Road
from workshop_app.figures.road_columns import ColumnsLook, road_columns
from workshop_app.figures.shapes import Ink, Line, Piece, Point, Rect, Role, placed
from workshop_app.figures.stone import StoneLook, stone
from workshop_app.figures.text import elide
from workshop_app.report.galley import SMALL, SMALL_STRONG, Place, line, running
from workshop_app.report.paper import HEIGHT, WIDTH, Part, Sheet
from workshop_app.report.press import Head, Press, page_head
from workshop_app.report.tagged import Tag
from workshop_app.report.texts import founded_word, quarter_code

ON_ONE_PAGE, TRACKS_ON_ONE_PAGE, TRACKS_ON_A_PART = 19, 4, 3
_LEFT, _RIGHT = 27.0, WIDTH - 27.0
_TOP, _BOTTOM = 92.5, HEIGHT - 66.0
_LEGEND = HEIGHT - 51.5


def road_sheets(press: Press) -> list[tuple[Sheet, Head]]:
    """One page, or one for every three tracks when there is much on the road."""
    view = road_view(press.day)
    if not view.lanes or not view.total:
        return []
    count = sum(len(lane.stones) for lane in view.lanes)
    if count <= ON_ONE_PAGE and len(view.lanes) <= TRACKS_ON_ONE_PAGE:
        groups = [range(len(view.lanes))]
    else:
        starts = range(0, len(view.lanes), TRACKS_ON_A_PART)
        groups = [range(i, min(i + TRACKS_ON_A_PART, len(view.lanes))) for i in starts]
    return [_sheet(press, view, group, first=i == 0) for i, group in enumerate(groups)]


def _sheet(press: Press, view: RoadView, group: range, *, first: bool) -> tuple[Sheet, Head]:
    """The page with the tracks of that range."""
    lanes = [view.lanes[i] for i in group]
    title = press.words.gettext("Road map to {year}").format(year=view.last_year)
    head = Head(_kicker(press, lanes), title, _LEFT, _RIGHT, first)
    bottom = _BOTTOM
    left_out = _without_year(press, view, group)
    if left_out is not None:
        bottom -= 16.0
    plan = _plan(press, view, group)
    look = ColumnsLook(years=38.5)
    figure = road_columns(plan, _RIGHT - _LEFT, bottom - _TOP, press.ruler, look)
    drawing = Part(Tag.FIGURE, placed(figure, _LEFT, _TOP), alt=plan.sentence)
    parts = [*page_head(head, press), drawing]
    if left_out is not None:
        parts.append(left_out)
    return Sheet((*parts, *_legend(press))), head


def _kicker(press: Press, lanes: Sequence[Track]) -> str:
    words = press.words
    count = sum(len(lane.stones) for lane in lanes)
    if not count:
        return words.gettext("No milestones go on yet")
    milestones = words.ngettext("{n} milestone", "{n} milestones", count).format(n=count)
    tracks = words.ngettext("in {n} track", "in {n} tracks", len(lanes)).format(n=len(lanes))
    plan = own_name(press.day.workshop, "plan_name")
    period = press.day.workshop.plan_period
    named = f" · {plan} {period}".rstrip() if plan else ""
    return f"{milestones} {tracks}{named}"


def _plan(press: Press, view: RoadView, group: range) -> Road:
    lanes = tuple(
        Lane(i, view.lanes[i].name, tuple(_post(press, one) for one in view.lanes[i].stones))
        for i in group
    )
    return Road(
        lanes=lanes,
        first_year=view.first_year,
        end_year=view.last_year,
        today=_today(press),
        sentence=_sentence(press, view, group),
    )


def _post(press: Press, one: Stone) -> Milepost:
    return Milepost(
        key=one.milestone_id,
        code=one.code,
        text=one.label,
        year=one.year,
        quarter=one.quarter or QUARTERS,
        quarter_text=quarter_code(press.words, one.quarter) if one.quarter else "",
        weak=one.weak,
        owner=one.owner_role,
    )


def _today(press: Press) -> float:
    """The day as a year and part of it."""
    date = press.day.workshop.date
    days = 366 if calendar.isleap(date.year) else 365
    return date.year + (date.timetuple().tm_yday - 1) / days


def _sentence(press: Press, view: RoadView, group: range) -> str:
    """Everything the picture says, in reading order, for those who hear it."""
    title = press.words.gettext("Road map to {year}").format(year=view.last_year)
    tracks = []
    for i in group:
        lane = view.lanes[i]
        stones = "; ".join(_said(press, one) for one in lane.stones)
        none = press.words.gettext("no milestones")
        tracks.append(f"{lane.letter} {lane.name}: {stones or none}.")
    return f"{title}. {' '.join(tracks)}"


def _said(press: Press, one: Stone) -> str:
    when = f"{quarter_code(press.words, one.quarter)} {one.year}" if one.quarter else str(one.year)
    owner = f", {one.owner_role}" if one.owner_role else ""
    weak = f", {founded_word(press.words, weak=True).lower()}" if one.weak else ""
    return f"{when} {one.label}{owner}{weak}"


def _without_year(press: Press, view: RoadView, group: range) -> Part | None:
    """The milestones of these tracks that go on but stand nowhere on the road."""
    ids = {view.lanes[i].track_id for i in group}
    names = [
        one.label
        for one in press.day.milestones
        if one.id in view.without_year and one.track_id in ids
    ]
    if not names:
        return None
    message = press.words.gettext("Without a year on the road: {names}.")
    text = elide(message.format(names="; ".join(names)), SMALL, _RIGHT - _LEFT, press.ruler)
    done = running(text, SMALL, Place(_LEFT, _BOTTOM - 12, _RIGHT - _LEFT + 1, 12), press.ruler)
    return Part(Tag.P, done.pieces)


def _legend(press: Press) -> tuple[Part, ...]:
    """Filled and hollow stones, the letters on them and the dashed line."""
    words, ruler = press.words, press.ruler
    x = _LEFT + 36.6
    parts: list[Part] = []
    for weak in (False, True):
        place = Rect(x, _LEGEND - 6, 11, 12)
        parts.append(Part(Tag.ARTIFACT, stone(place, StoneLook(Role.INK2, hollow=weak))))
        text = founded_word(words, weak=weak)
        parts.append(Part(Tag.P, (line(text, SMALL, x + 18, _LEGEND),)))
        x += 18 + SMALL.width(text, ruler) + 19
    code = quarter_code(words, 3)
    rest = words.gettext("Ready by quarter {n}").format(n=3)
    pieces: list[Piece] = [line(f"{code} ", SMALL_STRONG, x, _LEGEND)]
    x += SMALL_STRONG.width(f"{code} ", ruler)
    pieces.append(line(rest, SMALL, x, _LEGEND))
    parts.append(Part(Tag.P, tuple(pieces)))
    x += SMALL.width(rest, ruler) + 19
    dashes = Line(
        (Point(x, _LEGEND), Point(x + 18, _LEGEND)),
        Ink(stroke=Role.ACCENT, width=1.5, dash=(2.2, 1.5)),
    )
    parts.append(Part(Tag.ARTIFACT, (dashes,)))
    date = press.formats.date_long(press.day.workshop.date)
    parts.append(Part(Tag.P, (line(date, SMALL, x + 24, _LEGEND),)))
    return tuple(parts)
