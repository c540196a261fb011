"""What the frame page shows, made from the day: plain values in finished words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain.day import Day, find
from workshop_app.domain.frames import (
    CONTINUES,
    STARTS,
    FrameRow,
    FrameView,
    frame_view,
    frame_views,
)
from workshop_app.domain.kinds import RoundMethod, Side, StanceKind
from workshop_app.domain.proposals import next_snapshot
from workshop_app.domain.rounds import revealed
from workshop_app.figures.waterline import Block, BlockKind, Level, Pillar
from workshop_app.report.texts import fits, stance_word
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.frame.board import BoardSheet, BoardWords
from workshop_app.ui.frame.rows import FOLD_KEY, Row

STANCES = (StanceKind.DO, StanceKind.LATER, StanceKind.DONT, StanceKind.INVESTIGATE)


@dataclass(frozen=True)
class FrameSheet:
    """The whole page for one alternative.

    Attributes:
        frame_id: The alternative shown.
        view: The facts of it.
        line: Frame, bound and room as plain text; numbers to be made bold are in `numbers`.
        numbers: The numbers of the line, in order: frame, bound, room.
        bound_tip: What "already bound" is made of.
        pill: Short message on the margin.
        fits: Whether the proposal fits.
        board: Pillar and lists; None if frame or need is not set.
        save_text: What the button says that saves the proposal.
        saved: Names of the proposals that have been saved.
    """

    frame_id: str
    view: FrameView
    line: str
    numbers: tuple[str, str, str]
    bound_tip: str
    pill: str
    fits: bool
    board: BoardSheet | None
    save_text: str
    saved: tuple[str, ...]


@dataclass(frozen=True)
class RowSheet:
    """The card of the chosen row.

    Attributes:
        key: Id of the initiative.
        title: The service at stake.
        facts: Cost and votes, as lines.
        stance: What is proposed now.
        reason: Why, as typed.
        above: Whether it stands above the surface.
        locked: Fixed by law.
    """

    key: str
    title: str
    facts: tuple[str, ...]
    stance: StanceKind | None
    reason: str
    above: bool
    locked: bool


def stance_name(words: Words, kind: StanceKind) -> str:
    """A stance as something to choose, a verb."""
    if kind is StanceKind.INVESTIGATE:
        return words.pgettext("stance", "Investigate")
    return stance_word(words, kind)


def frame_names(day: Day, words: Words) -> tuple[str, ...]:
    """The alternatives by number, in the day's order."""
    _ = words.gettext
    return tuple(_("Alternative {n}").format(n=n) for n in range(1, len(day.frames) + 1))


def frame_sheet(day: Day, frame_id: str, words: Words, *, unfolded: bool = False) -> FrameSheet:
    """The page for one alternative.

    Args:
        day: The day.
        frame_id: Which alternative.
        words: The language of the window.
        unfolded: Whether the items fixed by law are listed one by one.

    Raises:
        Refused: "unknown_frame".
    """
    _ = words.gettext
    formats = Formats(words.language)
    view = frame_view(day, frame_id)
    ready = view.room is not None and view.margin is not None
    numbers = tuple(formats.number(n) if n is not None else "–" for n in _sums(view))
    return FrameSheet(
        frame_id=frame_id,
        view=view,
        line=_("Frame {frame} − already bound {bound} = to choose among {room}"),
        numbers=(numbers[0], numbers[1], numbers[2]),
        bound_tip=_bound_tip(day, view, words),
        pill=fits(words, formats, view.margin or 0) if ready else _("Frame not set"),
        fits=ready and not view.missing,
        board=_board(day, view, words, unfolded=unfolded) if ready else None,
        save_text=_("Save as proposal {n}").format(n=next_snapshot(day, frame_id)),
        saved=tuple(
            one.saved_as for one in day.portfolios if one.frame_id == frame_id and one.snapshot
        ),
    )


def pillar_of(day: Day, view: FrameView, words: Words) -> Pillar:
    """The pillar with the other alternatives' levels."""
    short = words.gettext("Alt. {n}")
    place = {frame.id: n for n, frame in enumerate(day.frames, start=1)}
    levels = tuple(
        Level(short.format(n=place[other.frame_id]), other.room)
        for other in frame_views(day)
        if other.frame_id != view.frame_id and other.room is not None
    )
    return Pillar(
        above=_blocks(view.above),
        below=_blocks(view.below),
        room=view.room or 0,
        name=short.format(n=place[view.frame_id]),
        levels=levels,
    )


def board_sentence(view: FrameView, words: Words) -> str:
    """The board in one sentence."""
    formats = Formats(words.language)
    above = words.ngettext(
        "{n} row stands above the surface, {amount}.",
        "{n} rows stand above the surface, {amount}.",
        len(view.above),
    ).format(n=len(view.above), amount=formats.tkr(view.above_sum))
    below = words.ngettext(
        "{n} stands below, {amount}.", "{n} stand below, {amount}.", len(view.below)
    ).format(n=len(view.below), amount=formats.tkr(view.below_sum))
    return f"{fits(words, formats, view.margin or 0)}. {above} {below}"


def row_sheet(day: Day, frame_id: str, key: str, words: Words) -> RowSheet | None:
    """The card of a row; None if the alternative has no such row."""
    row = frame_view(day, frame_id).row(key)
    if row is None:
        return None
    facts = [_cost_fact(day, row, words)]
    facts += _points_fact(day, key, words)
    if row.locked:
        facts.append(words.gettext("The law sets the level, so we do not vote on it."))
    return RowSheet(
        key=key,
        title=row.label,
        facts=tuple(facts),
        stance=row.stance,
        reason=row.reason,
        above=row.side is Side.ABOVE,
        locked=row.locked,
    )


def _sums(view: FrameView) -> tuple[int | None, int | None, int | None]:
    return view.frame, view.bound, view.room


def _bound_tip(day: Day, view: FrameView, words: Words) -> str:
    if view.need is None:
        return words.gettext("The need at unchanged service is not set.")
    formats = Formats(words.language)
    tip = words.gettext(
        "The need at unchanged service, {need}, without the services that the savings are about."
    ).format(need=formats.tkr(view.need))
    free = [one for one in day.initiatives if one.id in view.without_row and one.free_saving]
    if not free:
        return tip
    names = formats.listed(f"{one.id} {one.label}" for one in free)
    lowered = words.gettext("Lowered by what touches no service: {names}.").format(names=names)
    return f"{tip} {lowered}"


def _blocks(rows: Iterable[FrameRow]) -> tuple[Block, ...]:
    return tuple(
        Block(row.initiative_id, row.label, row.cost, _kind(row)) for row in rows if row.cost
    )


def _kind(row: FrameRow) -> BlockKind:
    if row.locked:
        return BlockKind.MUST
    return BlockKind.KEEP if row.column == CONTINUES else BlockKind.START


def _board(day: Day, view: FrameView, words: Words, *, unfolded: bool) -> BoardSheet:
    _ = words.gettext
    board_words = BoardWords(
        continues=_("Continues as today"),
        starts=_("Starts"),
        not_continues=_("Does not continue as today"),
        not_starts=_("Does not start"),
        note=_note(view, words),
    )
    starts = view.column(Side.ABOVE, STARTS)
    return BoardSheet(
        pillar=pillar_of(day, view, words),
        lists=(
            _rows(view.column(Side.ABOVE, CONTINUES), board_words.continues, words),
            (
                *_law_rows(tuple(row for row in starts if row.locked), words, unfolded=unfolded),
                *_rows((row for row in starts if not row.locked), board_words.starts, words),
            ),
            _rows(view.column(Side.BELOW, CONTINUES), board_words.not_continues, words),
            _rows(view.column(Side.BELOW, STARTS), board_words.not_starts, words),
        ),
        words=board_words,
        sentence=board_sentence(view, words),
    )


def _note(view: FrameView, words: Words) -> str:
    formats = Formats(words.language)
    sums = words.gettext("Below the surface {amount}.").format(
        amount=formats.number(view.below_sum)
    )
    count = len(view.missing_reasons)
    if not count:
        return sums
    lack = words.ngettext("{n} lacks a reason.", "{n} lack a reason.", count).format(n=count)
    return f"{sums} {lack}"


def _rows(rows: Iterable[FrameRow], heading: str, words: Words) -> tuple[Row, ...]:
    return tuple(_row(row, heading, words) for row in rows)


def _row(row: FrameRow, heading: str, words: Words) -> Row:
    formats = Formats(words.language)
    parts = [f"{row.label}, {formats.tkr(row.cost)}", heading]
    mark = ""
    if row.side is Side.BELOW:
        mark = stance_name(words, row.stance) if row.stance is not None else ""
        if row.reason_missing:
            mark = words.gettext("Reason?")
        parts.append(words.gettext("Reason missing") if row.reason_missing else mark)
    return Row(
        key=row.initiative_id,
        text=row.label,
        cost=formats.number(row.cost),
        name=". ".join(parts),
        mark=mark,
        warn=row.reason_missing,
        locked=row.locked,
    )


def _law_rows(rows: tuple[FrameRow, ...], words: Words, *, unfolded: bool) -> tuple[Row, ...]:
    """One row that folds for what the law fixes, and under it the items when it is open."""
    if not rows:
        return ()
    formats = Formats(words.language)
    text = words.ngettext(
        "{n} set by law, always included",
        "{n} set by law, always included",
        len(rows),
    ).format(n=len(rows))
    amount = sum(row.cost for row in rows)
    open_word = words.gettext("Unfolded") if unfolded else words.gettext("Folded")
    name = f"{text}, {formats.tkr(amount)}. {open_word}"
    head = Row(FOLD_KEY, text, formats.number(amount), name, folds=not unfolded)
    if not unfolded:
        return (head,)
    return (head, *_rows(rows, words.gettext("Always included"), words))


def _cost_fact(day: Day, row: FrameRow, words: Words) -> str:
    cost = Formats(words.language).tkr(row.cost)
    results = revealed(day, RoundMethod.NEED)
    if not results or row.initiative_id not in results[-1][0].options:
        return cost
    counts = results[-1][1].option(row.initiative_id).counts
    need, nice = counts.get("need", 0), counts.get("nice", 0)
    wanted = words.gettext("{need} of {n} need it").format(need=need, n=need + nice)
    return f"{cost} · {wanted}"


def _points_fact(day: Day, key: str, words: Words) -> list[str]:
    """Dots and stops, and what they were given to: the initiative, not the service."""
    results = revealed(day, RoundMethod.POINTS)
    if not results or key not in results[-1][0].options:
        return []
    counts = results[-1][1].option(key).counts
    dots, stops = counts.get("dots", 0), counts.get("stops", 0)
    one = find(day.initiatives, key)
    given = words.ngettext("{n} dot", "{n} dots", dots).format(n=dots)
    against = words.ngettext("{n} stop", "{n} stops", stops).format(n=stops)
    sentence = words.gettext("{dots}, {stops} for: {initiative}")
    return [sentence.format(dots=given, stops=against, initiative=one.label if one else key)]
