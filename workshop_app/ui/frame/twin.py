"""The waterline as a table: the same rows as text (Ctrl T)."""

from __future__ import annotations

from workshop_app.domain.frames import CONTINUES, FrameRow, FrameView
from workshop_app.domain.kinds import Side
from workshop_app.figures.shapes import Figure
from workshop_app.report.texts import stance_word
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words


def twin_table(words: Words, formats: Formats, view: FrameView, sentence: str) -> Figure:
    """A figure with nothing to paint: the sentence, and a row for each row of the waterline."""
    _ = words.gettext
    head = (_("What we weigh"), _("Where"), _("tkr"), _("Stance"))
    rows = tuple(
        (
            row.label,
            _place(words, row),
            formats.number(row.cost),
            stance_word(words, row.stance) if row.stance else "",
        )
        for row in (*view.above, *view.below)
    )
    return Figure(0, 0, (), sentence, (head, *rows))


def _place(words: Words, row: FrameRow) -> str:
    _ = words.gettext
    continues = row.column == CONTINUES
    if row.side is Side.ABOVE:
        return _("Continues as today") if continues else _("Starts")
    return _("Does not continue as today") if continues else _("Does not start")
