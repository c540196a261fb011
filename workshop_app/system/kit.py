"""What every front end starts from: folders, settings, words and the clock."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.system import settings as stored
from workshop_app.system.clock import Clock, wall_clock
from workshop_app.system.language import Words
from workshop_app.system.paths import Paths, find_paths
from workshop_app.system.settings import Settings


@dataclass(frozen=True)
class Kit:
    """The parts that need neither a window nor a day.

    Attributes:
        paths: Where things are.
        settings: As read at start.
        words: The facilitator's language.
        stage_words: The shared screen's language.
        report_words: The language of everything printed.
        clock: The time now.
    """

    paths: Paths
    settings: Settings
    words: Words
    stage_words: Words
    report_words: Words
    clock: Clock


def make_kit(clock: Clock = wall_clock) -> Kit:
    """The kit of this machine and user."""
    paths = find_paths()
    settings = stored.load(paths.settings)
    return Kit(
        paths=paths,
        settings=settings,
        words=Words(paths.locale, settings.language),
        stage_words=Words(paths.locale, settings.screen_language),
        report_words=Words(paths.locale, settings.report_language),
        clock=clock,
    )
