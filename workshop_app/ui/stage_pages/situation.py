"""The shared screen's situation: the chosen figures of economy, quality and staff."""

from __future__ import annotations

from workshop_app.app.stage import Showing
from workshop_app.domain.nouns import Indicator
from workshop_app.domain.situation import AREAS, Trend, change_of, in_area, trend
from workshop_app.figures.shapes import Figure
from workshop_app.figures.stage.frame import StageFrame, Told, zoomed
from workshop_app.figures.stage.situation import Panel, Situation, StageFigure, situation_pages
from workshop_app.ui.agenda_now import run_of
from workshop_app.ui.stage_pages.day_foot import with_foot
from workshop_app.ui.trend_words import shown_value, signed_decimal, trend_text
from workshop_app.ui.workplace import Workplace

HIDDEN_FIGURES = "situation_hidden"
"""What is kept of a day: the ids of the figures the room does not see, with spaces between."""


def situation_figure(workplace: Workplace, showing: Showing) -> Figure:
    """The page the room sees."""
    pages = situation_figures(workplace, showing)
    return pages[min(showing.page, len(pages) - 1)]


def situation_figures(workplace: Workplace, _showing: Showing) -> tuple[Figure, ...]:
    """The pages the room can turn."""
    return situation_pages(situation_page(workplace), workplace.ruler)


def left_out(workplace: Workplace) -> frozenset[str]:
    """Ids of the figures that the facilitator keeps from the room."""
    kept = workplace.kept.get(HIDDEN_FIGURES)
    return frozenset(kept.split()) if isinstance(kept, str) else frozenset()


def leave_out(workplace: Workplace, ids: frozenset[str]) -> None:
    """Keep these figures from the room, and show all others."""
    workplace.kept.put({HIDDEN_FIGURES: " ".join(sorted(ids))})


def situation_page(workplace: Workplace) -> Situation:
    """The page's words."""
    words, day = workplace.stage_words, workplace.day
    _ = words.gettext
    title = _("Where do we stand?")
    frame = StageFrame(
        title=title,
        kicker=words.pgettext("step", "Situation"),
        page_format=_("Page {page} of {pages}"),
        canvas=zoomed(workplace.look.zoom),
    )
    now, run = workplace.clock(), run_of(workplace)
    frame = with_foot(frame, day, words, now, "situation", run)
    hidden = left_out(workplace)
    names = (_("Economy"), _("Quality"), _("Staff"))
    empty = _("No figures yet.")
    chosen = [[one for one in in_area(day, area) if one.id not in hidden] for area in AREAS]
    panels = tuple(
        Panel(name, tuple(_shown(workplace, one) for one in figures), empty)
        for name, area, figures in zip(names, AREAS, chosen, strict=True)
        # A panel of which nothing is to be seen gives its room to the others.
        if figures or not in_area(day, area)
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
        value=shown_value(workplace.stage_formats, one.value),
        unit=one.unit,
        trend=trend_text(workplace.stage_words.gettext, one, change),
        worse=trend(one) is Trend.WORSE,
        mark=_("preliminary") if one.preliminary else "",
    )
