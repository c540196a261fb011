"""The shared screen's road: all tracks or one, on as many pages as it takes."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.app.stage import Showing
from workshop_app.domain.day import Day, find
from workshop_app.domain.local_names import own_name
from workshop_app.domain.road import road_view
from workshop_app.figures.shapes import Figure
from workshop_app.figures.stage.frame import StageFrame, zoomed
from workshop_app.figures.stage.road_page import RoadPage, road_pages
from workshop_app.report.texts import founded_word, quarter_code
from workshop_app.system.language import Words
from workshop_app.ui.agenda_now import run_of
from workshop_app.ui.road.road_sheet import road_plan
from workshop_app.ui.stage_pages.day_foot import with_foot
from workshop_app.ui.workplace import Workplace

SAMPLE_QUARTER = 3


def road_figures(workplace: Workplace, showing: Showing) -> tuple[Figure, ...]:
    """The pages the room can turn; `showing.focus` is a track's id for that track alone."""
    words = workplace.stage_words
    page = road_page(workplace.day, words, showing)
    now, run = workplace.clock(), run_of(workplace)
    frame = with_foot(page.frame, workplace.day, words, now, "roadmap", run)
    frame = replace(frame, canvas=zoomed(workplace.look.zoom))
    return road_pages(replace(page, frame=frame), workplace.ruler)


def road_figure(workplace: Workplace, showing: Showing) -> Figure:
    """The page the room sees."""
    pages = road_figures(workplace, showing)
    return pages[min(showing.page, len(pages) - 1)]


def road_page(day: Day, words: Words, showing: Showing) -> RoadPage:
    """The page's words."""
    _ = words.gettext
    view = road_view(day)
    track = find(day.tracks, showing.focus)
    going = words.ngettext("{going} of {n} goes on", "{going} of {n} go on", view.total).format(
        going=view.going_on, n=view.total
    )
    kicker = _("Proposed milestones · {going}").format(going=going)
    plan = own_name(day.workshop, "plan_name")
    frame = StageFrame(
        title=track.name if track else _("The road to {year}").format(year=view.last_year),
        kicker=f"{plan} · {kicker}" if plan else kicker,
        track=day.tracks.index(track) if track else None,
        page_format=_("Page {page} of {pages}"),
    )
    return RoadPage(
        frame=frame,
        road=road_plan(day, words, track_id=track.id if track else ""),
        strong_text=founded_word(words, weak=False),
        weak_text=founded_word(words, weak=True),
        quarter_sample=quarter_code(words, SAMPLE_QUARTER),
        quarter_text=_("Quarter {n}").format(n=SAMPLE_QUARTER),
    )
