"""The shared screen while the room votes, and its results: pictures 23, 24 and 26b."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop_app.app.stage import Showing
from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.methods import is_backing
from workshop_app.domain.rounds import electorate
from workshop_app.figures.person_bars import LegendItem
from workshop_app.figures.shapes import Figure, Ruler
from workshop_app.figures.stage.frame import StageFrame, Told, zoomed
from workshop_app.figures.stage.plain import Message, message_page
from workshop_app.figures.stage.priorities import Priorities, PriorityRow, half_page
from workshop_app.figures.stage.priorities import priorities_pages as priority_figures
from workshop_app.figures.stage.results import ResultRow as DrawnRow
from workshop_app.figures.stage.results import Results, results_pages
from workshop_app.figures.stage.voting import Option, Voting, voting_pages
from workshop_app.report.texts import founded_word
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.answers import answers_of, is_list, rule_line
from workshop_app.ui.stage_pages.backing import backing_figures
from workshop_app.ui.stage_pages.choices import choices_figures
from workshop_app.ui.stage_pages.consensus import consensus_figures
from workshop_app.ui.stage_pages.needs import needs_figures
from workshop_app.ui.stage_pages.round_view import (
    WEAK,
    OptionView,
    ResultRow,
    TrackView,
    lots_line,
    merged_label,
    options_of,
    result_rows,
    tie_line,
)
from workshop_app.ui.stage_pages.scene import (
    Focus,
    Scene,
    only_track,
    progress_pill,
    round_frame,
    scene_of,
    voted_pill,
    voters_of,
)
from workshop_app.ui.workplace import Workplace

__all__ = ["Focus", "vote_figure", "vote_pages"]

_SIX = 6


def vote_figure(workplace: Workplace, showing: Showing) -> Figure:
    """What the room sees in a voting step."""
    pages = vote_pages(workplace, showing)
    return pages[min(showing.page, len(pages) - 1)]


def vote_pages(workplace: Workplace, showing: Showing) -> tuple[Figure, ...]:
    """All pages the room can turn; at least one."""
    scene = scene_of(workplace, showing)
    ruler = workplace.ruler
    if scene is None:
        return (message_page(_nothing(workplace), ruler),)
    hidden = not scene.reveals or showing.covered
    if hidden and is_backing(scene.voting):
        return backing_figures(replace(scene, focus=replace(scene.focus, hidden=True)), ruler)
    if hidden:
        return voting_pages(_progress(scene), ruler)
    if not uses_dots(scene.voting):
        return _answers(scene, ruler)
    if scene.voting.stops:
        return priority_figures(_priorities(scene), ruler)
    pages: list[Figure] = []
    for track in scene.tracks() or (None,):
        pages += results_pages(_results(scene, track), ruler)
    return tuple(pages)


def _answers(scene: Scene, ruler: Ruler) -> tuple[Figure, ...]:
    if is_backing(scene.voting):
        return backing_figures(scene, ruler)
    if scene.voting.method is RoundMethod.RATING:
        return consensus_figures(scene, ruler)
    if scene.voting.method is RoundMethod.NEED:
        return needs_figures(scene, ruler)
    return choices_figures(scene, ruler)


def _nothing(workplace: Workplace) -> Message:
    _ = workplace.stage_words.gettext
    frame = StageFrame(title="", canvas=zoomed(workplace.look.zoom))
    return Message(frame, _("There is nothing to vote on yet"))


def _progress(scene: Scene) -> Voting:
    _ = scene.words.gettext
    standing = scene.day.standing(scene.voting.id)
    base = standing.electorate or electorate(scene.day, scene.voting)
    track = only_track(scene)
    options = _asked(scene, track)
    done = _("{voted} of {base}").format(voted=standing.voted, base=base)
    title = scene.voting.question or _default_question(scene)
    sentence = _("{done} have voted. The result is hidden.").format(done=done)
    return Voting(
        frame=replace(round_frame(scene, title, track), pill=progress_pill(scene)),
        options=tuple(_option(option) for option in options),
        note=rule_line(scene.words, scene.day, scene.voting),
        done=standing.voted,
        entitled=base,
        done_text=done,
        done_caption=_("have voted"),
        hidden=(_("The result is hidden."), _("Everyone sees it at once.")),
        told=Told(sentence, ((_("Proposal"),), *((option.label,) for option in options))),
    )


def _asked(scene: Scene, track: TrackView | None) -> tuple[OptionView, ...]:
    """What is voted on; where there is one question, its answers."""
    if is_list(scene.voting):
        kinds = answers_of(scene.words, scene.day, scene.voting)
        return tuple(OptionView(kind.code, kind.word) for kind in kinds)
    return options_of(scene.day, scene.voting, track.id if track else "")


def _default_question(scene: Scene) -> str:
    _ = scene.words.gettext
    if not uses_dots(scene.voting):
        return scene.voting.name
    if scene.voting.stops:
        return _("What shall we do, and not do?")
    year = scene.day.workshop.plan_end_year
    return _("What matters most to reach by {year}?").format(year=year)


def _option(option: OptionView) -> Option:
    return Option(option.id, option.label, option.code, max(option.track, 0))


def _results(scene: Scene, track: TrackView | None) -> Results:
    _ = scene.words.gettext
    track_id = track.id if track else ""
    best_first = scene.focus.best_first
    rows = result_rows(scene.day, scene.voting, track_id, best_first=best_first)
    advancing = sum(row.goes_on for row in rows)
    cut = advancing if best_first and 0 < advancing < len(rows) else None
    table = ((_("Proposal"), _("dots"), _("people")), *(_told_row(row) for row in rows))
    return Results(
        frame=replace(
            round_frame(scene, _("This is how we placed the dots"), track), pill=voted_pill(scene)
        ),
        rows=tuple(_drawn(scene, row) for row in rows),
        total_heading=_("dots"),
        people_heading=_("people"),
        legend_lead=_("Each box is one person:"),
        legend=_legend(scene.words, rows),
        weak_text=founded_word(scene.words, weak=True),
        note=_tie_note(scene, rows),
        cut_after=cut,
        cut_text=_("Those above the line go on"),
        told=Told(_sentence(scene.words, rows), table),
    )


def _tie_note(scene: Scene, rows: tuple[ResultRow, ...]) -> str:
    lots = lots_line(scene.words, scene.day, scene.voting, rows)
    return lots or tie_line(scene.words, rows)


def _drawn(scene: Scene, row: ResultRow) -> DrawnRow:
    _ = scene.words.gettext
    people = _("{n} of {all}").format(n=row.people, all=voters_of(scene))
    return DrawnRow(
        key=row.option.id,
        rank=str(row.place),
        text=merged_label(scene.words, row),
        dots=row.each,
        total=str(row.dots),
        people=people,
        code=row.option.code,
        track=max(row.option.track, 0),
        weak=0 < row.option.strength <= WEAK,
        chosen=row.goes_on,
    )


def _priorities(scene: Scene) -> Priorities:
    _ = scene.words.gettext
    best_first = scene.focus.best_first
    rows = result_rows(scene.day, scene.voting, best_first=best_first)
    voting, words = scene.voting, scene.words
    dots = words.ngettext("{n} dot", "{n} dots", voting.dots).format(n=voting.dots)
    stops = words.ngettext("{n} stop each", "{n} stops each", voting.stops).format(n=voting.stops)
    votes = words.ngettext("{n} vote", "{n} votes", voters_of(scene)).format(n=voters_of(scene))
    kicker = _("{dots} and {stops} · {votes}").format(dots=dots, stops=stops, votes=votes)
    frame = round_frame(scene, voting.question or _default_question(scene), None)
    drawn = tuple(_priority(row) for row in rows)
    half = half_page(scene.canvas)
    page_text = _("Page {page} of {pages} · the first six and the last six of {rows}")
    if half != _SIX:
        page_text = _("Page {page} of {pages} · the first and the last {half} of {rows}")
        page_text = page_text.replace("{half}", str(half))
    legend = (*_legend(words, rows), LegendItem(0, _("Stop")))
    heading = (_("Proposal"), _("dots"), _("stops"))
    return Priorities(
        frame=replace(frame, kicker=kicker),
        rows=drawn if best_first else _ballot_order(drawn, half),
        stops_heading=_("Stops"),
        dots_heading=_("Dots"),
        legend=tuple(sorted(legend, key=_by_dots)),
        legend_note=_("One box is one person"),
        first_page_format=page_text if best_first else "",
        told=Told(_sentence(words, rows), (heading, *(_told_row(row) for row in rows))),
    )


def _ballot_order(rows: tuple[PriorityRow, ...], half: int) -> tuple[PriorityRow, ...]:
    """Rows so placed that the pages run in ballot order.

    The page shows the first and the last six rows first, which has a meaning only when they are
    sorted; so what is to stand on the first page is put there.
    """
    if len(rows) <= 2 * half:
        return rows
    return (*rows[:half], *rows[2 * half :], *rows[half : 2 * half])


def _priority(row: ResultRow) -> PriorityRow:
    return PriorityRow(
        key=row.option.id,
        text=row.option.label,
        dots=row.each,
        stops=row.stops,
        dots_text=str(row.dots),
        stops_text=str(row.stops),
    )


def _legend(words: Words, rows: Sequence[ResultRow]) -> tuple[LegendItem, ...]:
    """The kinds of boxes there are in the rows, most dots first."""
    kinds = sorted({min(dots, 3) for row in rows for dots in row.each}, reverse=True)
    most = max((dots for row in rows for dots in row.each), default=0)
    items: list[LegendItem] = []
    for kind in kinds:
        text = words.ngettext("{n} dot", "{n} dots", kind).format(n=kind)
        if kind == 3 and most > kind:  # noqa: PLR2004 - three and more look alike
            text = words.gettext("{n} dots or more").format(n=kind)
        items.append(LegendItem(kind, text))
    return tuple(items)


def _by_dots(item: LegendItem) -> tuple[bool, int]:
    return item.dots == 0, item.dots


def _sentence(words: Words, rows: Sequence[ResultRow]) -> str:
    """The result in one sentence: the leaders."""
    _ = words.gettext
    best = [row for row in rows if row.place == 1 and row.dots]
    if not best:
        return _("Nobody placed any dots.")
    names = Formats(words.language).listed(row.option.label for row in best)
    dots = words.ngettext("{n} dot", "{n} dots", best[0].dots).format(n=best[0].dots)
    return _("Most support: {names}, {dots}.").format(names=names, dots=dots)


def _told_row(row: ResultRow) -> tuple[str, str, str]:
    last = row.stops if row.option.effect_tkr is not None else row.people
    return (row.option.label, str(row.dots), str(last))
