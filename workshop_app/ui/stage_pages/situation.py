"""The shared screen's situation: the chosen figures of economy, quality and staff."""

from __future__ import annotations

from workshop_app.app.stage import Showing
from workshop_app.domain.nouns import Indicator
from workshop_app.domain.situation import AREAS, Trend, change_of, in_area, trend
from workshop_app.figures.shapes import Figure
from workshop_app.figures.stage.frame import StageFrame, Told
from workshop_app.figures.stage.situation import Panel, Situation, StageFigure, situation_pages
from workshop_app.ui.stage_pages.day_foot import with_foot
from workshop_app.ui.trend_words import shown_value, signed_decimal, trend_text
from workshop_app.ui.workplace import Workplace


def situation_figure(workplace: Workplace, showing: Showing) -> Figure:
    """The page the room sees."""
    pages = situation_pages(situation_page(workplace), workplace.ruler)
    return pages[min(showing.page, len(pages) - 1)]


def situation_page(workplace: Workplace) -> Situation:
    """The page's words."""
    words, day = workplace.stage_words, workplace.day
    _ = words.gettext
    title = _("Where do we stand?")
    frame = StageFrame(
        title=title,
        kicker=words.pgettext("step", "Situation"),
        page_format=_("Page {page} of {pages}"),
    )
    frame = with_foot(frame, day, words, workplace.clock(), "situation")
    names = (_("Economy"), _("Quality"), _("Staff"))
    empty = _("No figures yet.")
    panels = tuple(
        Panel(name, tuple(_shown(workplace, one) for one in in_area(day, area)), empty)
        for name, area in zip(names, AREAS, strict=True)
    )
    head = (_("Figure"), _("Value"), _("Trend"))
    rows = tuple(
        (one.name, f"{one.value} {one.unit}".strip(), " ".join((one.trend, one.mark)).strip())
        for panel in panels
        for one in panel.figures
    )
    return Situation(frame, panels, Told(title, (head, *rows)))


def _shown(workplace: Workplace, one: Indicator) -> StageFigure:
    _ = workplace.stage_words.gettext
    change = signed_decimal(workplace.stage_formats, change_of(one))
    return StageFigure(
        name=one.name,
        value=shown_value(one.value),
        unit=one.unit,
        trend=trend_text(workplace.stage_words.gettext, one, change),
        worse=trend(one) is Trend.WORSE,
        mark=_("preliminary") if one.preliminary else "",
    )
