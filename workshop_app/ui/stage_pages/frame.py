"""The shared screen's waterline: what fits in one frame alternative and what does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop_app.app.stage import Showing
from workshop_app.domain.day import Day, find
from workshop_app.domain.frames import CONTINUES, STARTS, FrameRow, FrameView, frame_view
from workshop_app.domain.kinds import Side
from workshop_app.figures.icons import Icon
from workshop_app.figures.marks import Pill
from workshop_app.figures.shapes import Figure
from workshop_app.figures.stage.frame import StageFrame, Told, zoomed
from workshop_app.figures.stage.plain import Message, message_page
from workshop_app.figures.stage.water_page import WaterList, WaterPage, WaterRow, water_pages
from workshop_app.report.texts import fits, stance_word
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.agenda_now import run_of
from workshop_app.ui.frame.frame_sheet import board_sentence, pillar_of
from workshop_app.ui.frame.rows import FOLD_KEY
from workshop_app.ui.stage_pages.day_foot import with_foot
from workshop_app.ui.workplace import Workplace


def frame_figure(workplace: Workplace, showing: Showing) -> Figure:
    """The page the room sees."""
    pages = frame_pages(workplace, showing)
    return pages[min(showing.page, len(pages) - 1)]


def frame_pages(workplace: Workplace, showing: Showing) -> tuple[Figure, ...]:
    """The pages the room can turn; `showing.focus` is a frame's id, empty = the first one."""
    day, words = workplace.day, workplace.stage_words
    frame = find(day.frames, showing.focus) or next(iter(day.frames), None)
    view = frame_view(day, frame.id) if frame is not None else None
    canvas = zoomed(workplace.look.zoom)
    if view is not None and view.room is not None:
        page = water_words(day, words, view)
        page = replace(page, frame=replace(page.frame, canvas=canvas))
        return water_pages(page, workplace.ruler)
    message = nothing_yet(words)
    foot = with_foot(message.frame, day, words, workplace.clock(), "frame", run_of(workplace))
    message = replace(message, frame=replace(foot, canvas=canvas))
    return (message_page(message, workplace.ruler),)


def water_words(day: Day, words: Words, view: FrameView) -> WaterPage:
    """The page's words for an alternative whose frame and need are set."""
    return _Teller(day, words, view).page()


def nothing_yet(words: Words) -> Message:
    """What the room reads where an amount is missing."""
    _ = words.gettext
    title, text = _("The frame is not set"), _("The alternative has no amount yet.")
    return Message(StageFrame(title), title, (text,), told=Told(f"{title}. {text}"))


@dataclass(frozen=True)
class _Teller:
    """Words for one alternative."""

    day: Day
    words: Words
    view: FrameView

    @property
    def formats(self) -> Formats:
        return Formats(self.words.language)

    def page(self) -> WaterPage:
        _, view = self.words.gettext, self.view
        return WaterPage(
            frame=self._frame(),
            pillar=pillar_of(self.day, view, self.words),
            keep=self._list(_("Continues as today"), view.column(Side.ABOVE, CONTINUES)),
            start=self._starts(),
            keep_not=self._list(
                _("Does not continue as today"), view.column(Side.BELOW, CONTINUES)
            ),
            start_not=self._list(_("Does not start"), view.column(Side.BELOW, STARTS)),
            more=self._more,
            note=_("In tkr, full year {year}").format(year=self.day.workshop.budget_year),
            sum_below=_("Below the surface {amount}").format(
                amount=self.formats.number(view.below_sum)
            ),
            told=Told(board_sentence(view, self.words), self._table()),
        )

    def _frame(self) -> StageFrame:
        _, margin = self.words.gettext, self.view.margin or 0
        number = 1 + [frame.id for frame in self.day.frames].index(self.view.frame_id)
        kicker = _("Frame {year} · alternative {n} · {amount}").format(
            year=self.day.workshop.budget_year,
            n=number,
            amount=self.formats.tkr(self.view.frame or 0),
        )
        over = margin < 0
        pill = Pill(
            fits(self.words, self.formats, margin), Icon.WARN if over else Icon.CHECK, warn=over
        )
        return StageFrame(
            _("This fits, and this does not"),
            kicker=kicker,
            pill=pill,
            page_format=_("Page {page} of {pages}"),
        )

    def _starts(self) -> WaterList:
        """What starts; what the law fixes is one row."""
        rows = self.view.column(Side.ABOVE, STARTS)
        law = [row for row in rows if row.locked]
        found = [self._row(row) for row in rows if not row.locked]
        if law:
            text = self.words.ngettext(
                "{n} set by law, always included",
                "{n} set by law, always included",
                len(law),
            ).format(n=len(law))
            cost = sum(row.cost for row in law)
            found.insert(0, WaterRow(FOLD_KEY, text, cost, self.formats.number(cost), locked=True))
        return WaterList(self.words.gettext("Starts"), tuple(found))

    def _list(self, heading: str, rows: Iterable[FrameRow]) -> WaterList:
        return WaterList(heading, tuple(self._row(row) for row in rows))

    def _row(self, row: FrameRow) -> WaterRow:
        return WaterRow(row.initiative_id, row.label, row.cost, self.formats.number(row.cost))

    def _more(self, count: int, amount: int) -> str:
        text = self.words.ngettext("and {n} more, {amount}", "and {n} more, {amount}", count)
        return text.format(n=count, amount=self.formats.tkr(amount))

    def _table(self) -> tuple[tuple[str, ...], ...]:
        pgettext = self.words.pgettext
        head = (
            pgettext("heading", "What we weigh"),
            pgettext("heading", "Amount"),
            pgettext("heading", "Surface"),
            pgettext("heading", "Proposal"),
        )
        above, below = pgettext("surface", "Above"), pgettext("surface", "Below")
        body = (
            (
                row.label,
                self.formats.number(row.cost),
                above if row.side is Side.ABOVE else below,
                stance_word(self.words, row.printed_stance),
            )
            for row in (*self.view.above, *self.view.below_lists)
        )
        return (head, *body)
