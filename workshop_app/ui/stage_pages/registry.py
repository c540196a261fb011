"""Which page the room sees for which step, and what lies over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from workshop_app.app.stage import Showing
from workshop_app.figures.shapes import Box, Figure, Ink, Rect, Role
from workshop_app.figures.stage.frame import HEIGHT, WIDTH, Told, zoomed
from workshop_app.figures.stage.overlay import Note, with_note
from workshop_app.figures.stage.testpicture import PictureWords, focus_picture
from workshop_app.ui.countdown import clock_text
from workshop_app.ui.stage_pages.frame import frame_pages
from workshop_app.ui.stage_pages.road import road_figures
from workshop_app.ui.stage_pages.situation import situation_figures
from workshop_app.ui.stage_pages.voting import vote_pages
from workshop_app.ui.stage_pages.welcome import closing_pages, first_pages
from workshop_app.ui.workplace import Workplace

Pages = Callable[[Workplace, Showing], tuple[Figure, ...]]

_PAGES: Mapping[str, Pages] = MappingProxyType(
    {
        "welcome": first_pages,
        "vote": vote_pages,
        "follow_up": vote_pages,
        "need": vote_pages,
        "prioritise": vote_pages,
        "alternatives": vote_pages,
        "questions": vote_pages,
        "roadmap": road_figures,
        "frame": frame_pages,
        "summary": closing_pages,
        "situation": situation_figures,
    }
)


def stage_figure(workplace: Workplace, showing: Showing) -> Figure:
    """What the room sees, on 1920 × 1080 units, fewer when zoomed.

    Blank goes before all else. Words to the room and the countdown lie over the page, a frozen
    one included.
    """
    if showing.blank:
        return _dark(workplace)
    page = _page(workplace, showing)
    note = note_of(workplace, showing)
    return page if note is None else with_note(page, note, workplace.ruler)


def live_figure(workplace: Workplace, showing: Showing) -> Figure:
    """The step's page, without anything over it; an unknown step shows the welcome."""
    pages = _PAGES.get(showing.step, first_pages)(workplace, showing)
    page = pages[min(showing.page, len(pages) - 1)]
    return replace(page, pages=len(pages)) if len(pages) > 1 else page


def note_of(workplace: Workplace, showing: Showing) -> Note | None:
    """What lies over the page now; None for nothing."""
    counting = workplace.countdown
    left = counting.left if counting is not None and showing.counting else None
    if counting is None or left is None:
        return Note(showing.message, alone=showing.alone) if showing.message else None
    return Note(showing.message, counting.text, clock_text(left), showing.alone)


def _page(workplace: Workplace, showing: Showing) -> Figure:
    if showing.test:
        return _test(workplace)
    held = workplace.stage.held
    if showing.frozen and held is not None:
        return held.figure
    return live_figure(workplace, showing)


def _test(workplace: Workplace) -> Figure:
    _ = workplace.stage_words.gettext
    title = _("Test picture")
    lead = _("Go to the last row. Is the star sharp, and can everything here be read?")
    words = PictureWords(
        title=title,
        lead=lead,
        sample=_("Read this line from the last row ({size})"),
        edges=_("All four corners and the outermost line shall be seen."),
        focus=_("Sharp to the middle: the focus is right."),
        tracks=_("Six tracks: each has a letter and a shape"),
        greys=_("Seven greys: all can be told apart"),
        told=Told(f"{title}. {lead}"),
    )
    return focus_picture(words, workplace.ruler, zoomed(workplace.look.zoom))


def _dark(workplace: Workplace) -> Figure:
    """Dark, whichever way the colours go."""
    role = Role.STAGE if workplace.dark_stage else Role.INK
    sentence = workplace.stage_words.gettext("The shared screen is blank.")
    return Figure(WIDTH, HEIGHT, (Box(Rect(0, 0, WIDTH, HEIGHT), Ink(fill=role)),), sentence)
