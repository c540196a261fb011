"""What the road map page shows, made from the day: plain values in finished words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.nouns import Milestone, Workshop
from workshop_app.domain.road import CrowdedQuarter, RoadView, codes, is_weak, road_view
from workshop_app.domain.road import Lane as DayLane
from workshop_app.domain.road import Stone as DayStone
from workshop_app.domain.rounds import revealed
from workshop_app.domain.since_last import since_row, since_rows
from workshop_app.figures.icons import Icon
from workshop_app.figures.road_plan import Lane, Milepost, Road
from workshop_app.report.since import count_words, since_words
from workshop_app.report.texts import (
    dots_from_people,
    evidence_word,
    quarter_code,
    quarter_words,
)
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.road.stone_model import Stone
from workshop_app.ui.widgets.remarks import Remark

LAST_QUARTER = 4
_DAYS_IN_YEAR = 365.25
_NAMED = 3


@dataclass(frozen=True)
class RoadSheet:
    """The whole page.

    Attributes:
        title: The page's title.
        lead: How many go on, and how to move them.
        plan: The road.
        stones: The stones on the road, lane by lane, in time order.
        loose: Milestones that go on but have no place on the road.
        aside: Milestones that are set aside.
        remarks: What to look over.
    """

    title: str
    lead: str
    plan: Road
    stones: tuple[Stone, ...]
    loose: tuple[Stone, ...]
    aside: tuple[Stone, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class StoneSheet:
    """The card of one milestone.

    Attributes:
        key: Its id.
        track: The track's place in the order, from 0.
        code: Such as A3.
        title: The full title.
        when: Quarter and year, and dots from how many people once they are shown.
        owner: The role that answers for it.
        shared: Who it is shared with.
        strength: Strength of the evidence, 1 to 3.
        evidence: The strength in a word; the evidence itself.
        measure: What is measured, from where to where.
        goes_on: Whether it is on the road.
        since: What has become of it since the last forum; empty for nothing.
    """

    key: str
    track: int
    code: str
    title: str
    when: str
    owner: str
    shared: str
    strength: int
    evidence: tuple[str, str]
    measure: str
    goes_on: bool
    since: str = ""


def road_sheet(day: Day, words: Words) -> RoadSheet:
    """The page for the day as it is."""
    _ = words.gettext
    view = road_view(day)
    lead = words.ngettext(
        "{going} of {n} milestone goes on.", "{going} of {n} milestones go on.", view.total
    ).format(going=view.going_on, n=view.total)
    how = _("Move with the arrow keys or drag along the road.")
    return RoadSheet(
        title=_("Road map to {year}").format(year=view.last_year),
        lead=f"{lead} {how}",
        plan=road_plan(day, words, load=True),
        stones=tuple(_stone(lane, stone, words) for lane in view.lanes for stone in lane.stones),
        loose=_chips(day, (m for m in day.milestones if m.id in view.without_year), words),
        aside=_chips(day, (m for m in day.milestones if not m.goes_on), words),
        remarks=_remarks(day, view, words),
    )


def road_plan(day: Day, words: Words, *, track_id: str = "", load: bool = False) -> Road:
    """The road as the figure wants it.

    Args:
        day: The day.
        words: The language of whoever looks.
        track_id: One track only; empty = all.
        load: With the row of milestones per year.
    """
    _ = words.gettext
    view = road_view(day)
    lanes = tuple(
        Lane(i, lane.name, tuple(_milepost(stone, words) for stone in lane.stones))
        for i, lane in enumerate(view.lanes)
        if track_id in {"", lane.track_id}
    )
    return Road(
        lanes=lanes,
        first_year=view.first_year,
        end_year=max(view.last_year, view.first_year),
        today=_moment(day.workshop),
        today_text=_("Today"),
        load_text=_("Milestones per year") if load else "",
        sentence=road_sentence(view, words),
        headings=(
            words.pgettext("heading", "Track"),
            words.pgettext("heading", "Milestone"),
            words.pgettext("heading", "Year"),
            words.pgettext("heading", "Quarter"),
            words.pgettext("heading", "Responsible"),
        ),
    )


def road_sentence(view: RoadView, words: Words) -> str:
    """The road in one sentence, such as "5 milestones in 2027, 6 in 2028 and 4 in 2029."."""
    first, *rest = view.per_year or ((view.first_year, 0),)
    head = words.ngettext("{n} milestone in {year}", "{n} milestones in {year}", first[1]).format(
        n=first[1], year=first[0]
    )
    more = (words.gettext("{n} in {year}").format(n=n, year=year) for year, n in rest)
    return f"{Formats(words.language).listed((head, *more))}."


def stone_sheet(day: Day, key: str, words: Words) -> StoneSheet | None:
    """The card of a milestone; None if there is no such."""
    one = find(day.milestones, key)
    if one is None:
        return None
    row = since_row(day, one)
    return StoneSheet(
        key=one.id,
        track=_track_place(day, one),
        code=codes(day).get(one.id, ""),
        title=one.title,
        when=_when(day, one, words),
        owner=one.owner_role or words.gettext("Nobody yet"),
        shared=_shared(day, one, words),
        strength=1 if is_weak(one) else one.evidence_strength,
        evidence=(evidence_word(words, 1 if is_weak(one) else one.evidence_strength), one.evidence),
        measure=_measure(one, words),
        goes_on=one.goes_on,
        since=since_words(words, row) if row is not None else "",
    )


def _milepost(stone: DayStone, words: Words) -> Milepost:
    return Milepost(
        key=stone.milestone_id,
        code=stone.code,
        text=stone.label,
        year=stone.year,
        quarter=stone.quarter or LAST_QUARTER,
        quarter_text=quarter_code(words, stone.quarter) if stone.quarter else "",
        weak=stone.weak,
        owner=stone.owner_role,
    )


def _stone(lane: DayLane, stone: DayStone, words: Words) -> Stone:
    when = quarter_words(words, stone.quarter, stone.year)
    parts = [f"{stone.code} {stone.label}", when, lane.name]
    if stone.weak:
        parts.append(evidence_word(words, 1))
    return Stone(stone.milestone_id, f"{stone.code} {stone.label}", ". ".join(parts))


def _chips(day: Day, ones: Iterable[Milestone], words: Words) -> tuple[Stone, ...]:
    names = codes(day)
    return tuple(
        Stone(
            one.id,
            f"{names.get(one.id, '')} {one.label}".strip(),
            f"{names.get(one.id, '')} {one.label}. {quarter_words(words, one.quarter, one.year)}",
        )
        for one in ones
    )


def _moment(workshop: Workshop) -> float:
    """The day itself as a year and part of it: "today" on the road is the day of the workshop."""
    return workshop.date.year + (workshop.date.timetuple().tm_yday - 1) / _DAYS_IN_YEAR


def _track_place(day: Day, one: Milestone) -> int:
    return next((i for i, track in enumerate(day.tracks) if track.id == one.track_id), 0)


def _when(day: Day, one: Milestone, words: Words) -> str:
    when = quarter_words(words, one.quarter, one.year)
    results = revealed(day, RoundMethod.DOTS)
    if not results or one.id not in results[-1][0].options:
        return when
    found = results[-1][1].option(one.id)
    return f"{when}, {dots_from_people(words, found.score, found.breadth)}"


def _shared(day: Day, one: Milestone, words: Words) -> str:
    units = {unit.id: unit.name for unit in day.units}
    names = [units.get(key, key) for key in one.shared_with]
    names += one.shared_with_external
    return ", ".join(names) or words.gettext("Nobody")


def _measure(one: Milestone, words: Words) -> str:
    if not one.measure:
        return words.gettext("No measure yet")
    way = " → ".join(part for part in (one.current_state, one.desired_state) if part)
    return f"{one.measure}: {way}" if one.current_state and one.desired_state else one.measure


def _remarks(day: Day, view: RoadView, words: Words) -> tuple[Remark, ...]:
    _ = words.gettext
    found = [_crowded(quarter, words) for quarter in view.crowded]
    labels = {one.id: one.label for one in day.milestones}
    for code, key in view.weak[:_NAMED]:
        title = _("{code} has weak evidence").format(code=code)
        found.append(Remark(Icon.INFO, title, labels[key]))
    if len(view.weak) > _NAMED:
        more = len(view.weak) - _NAMED
        title = words.ngettext(
            "{n} more has weak evidence", "{n} more have weak evidence", more
        ).format(n=more)
        rest = ", ".join(code for code, _key in view.weak[_NAMED:])
        found.append(Remark(Icon.INFO, title, rest))
    if view.without_year:
        found.append(_unplaced(view, words))
    if view.shared:
        found.append(_shared_remark(view, words))
    rows = since_rows(day)
    if rows:
        found.append(Remark(Icon.INFO, _("Since the last forum"), count_words(words, rows)))
    return tuple(found) or (Remark(Icon.CHECK, _("Nothing stands out")),)


def _crowded(quarter: CrowdedQuarter, words: Words) -> Remark:
    count = len(quarter.milestone_ids)
    title = words.ngettext(
        "Quarter {quarter} {year} has {n} milestone",
        "Quarter {quarter} {year} has {n} milestones",
        count,
    ).format(quarter=quarter.quarter, year=quarter.year, n=count)
    text = " ".join(
        words.gettext("{role} answers for {n}.").format(role=role, n=n) for role, n in quarter.busy
    )
    return Remark(Icon.WARN, title, text)


def _unplaced(view: RoadView, words: Words) -> Remark:
    count = len(view.without_year)
    title = words.ngettext(
        "{n} milestone has no place on the road",
        "{n} milestones have no place on the road",
        count,
    ).format(n=count)
    text = words.gettext("Set a year no later than {year}.").format(year=view.last_year)
    return Remark(Icon.WARN, title, text)


def _shared_remark(view: RoadView, words: Words) -> Remark:
    count, everybody = len(view.shared), len(view.shared_by_all)
    title = words.ngettext(
        "{n} milestone is shared between units", "{n} milestones are shared between units", count
    ).format(n=count)
    text = ""
    if everybody:
        text = words.ngettext(
            "{n} concerns every unit.", "{n} concern every unit.", everybody
        ).format(n=everybody)
    return Remark(Icon.PEOPLE, title, text)
