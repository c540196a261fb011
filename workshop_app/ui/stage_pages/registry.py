"""Which page the room sees for which step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workshop_app.app.stage import Showing
from workshop_app.figures.shapes import Box, Figure, Ink, Rect, Role
from workshop_app.figures.stage.frame import HEIGHT, WIDTH
from workshop_app.ui.stage_pages.frame import frame_figure
from workshop_app.ui.stage_pages.road import road_figure
from workshop_app.ui.stage_pages.situation import situation_figure
from workshop_app.ui.stage_pages.voting import vote_figure
from workshop_app.ui.stage_pages.welcome import closing_figure, welcome_figure
from workshop_app.ui.workplace import Workplace

_PAGES: Mapping[str, Callable[[Workplace, Showing], Figure]] = MappingProxyType(
    {
        "welcome": welcome_figure,
        "vote": vote_figure,
        "follow_up": vote_figure,
        "need": vote_figure,
        "prioritise": vote_figure,
        "alternatives": vote_figure,
        "questions": vote_figure,
        "roadmap": road_figure,
        "frame": frame_figure,
        "summary": closing_figure,
        "situation": situation_figure,
    }
)


def stage_figure(workplace: Workplace, showing: Showing) -> Figure:
    """What the room sees, on 1920 × 1080 units; an unknown step shows the welcome."""
    if showing.blank:
        return _dark(workplace)
    return _PAGES.get(showing.step, welcome_figure)(workplace, showing)


def _dark(workplace: Workplace) -> Figure:
    """Dark, whichever way the colours go."""
    role = Role.STAGE if workplace.dark_stage else Role.INK
    sentence = workplace.stage_words.gettext("The shared screen is blank.")
    return Figure(WIDTH, HEIGHT, (Box(Rect(0, 0, WIDTH, HEIGHT), Ink(fill=role)),), sentence)
