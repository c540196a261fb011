"""What the clock of the day says in words."""

from __future__ import annotations

from workshop_app.domain.clock import Mode, Reading, Urgency
from workshop_app.system.language import Words
from workshop_app.ui.countdown import of_minutes, over_words, pace_words, urgency_words

_MINUTE = 60


def standing_words(words: Words, said: Reading) -> str:
    """What stands beside the figures: how long it may take, and how near its end is."""
    allowed = of_minutes(words, round(said.allowed / _MINUTE))
    if said.mode is Mode.PAUSED:
        return words.gettext("Paused · {allowed}").format(allowed=allowed)
    if said.mode is Mode.AFTER:
        return words.gettext("The agenda is over")
    if said.urgency is Urgency.OUT:
        return over_words(words, said.over // _MINUTE)
    near = urgency_words(words, said.urgency)
    return f"{near} · {allowed}" if near else allowed


def side_words(words: Words, said: Reading) -> str:
    """What stands beside the block's name: how it fits the plan, or why it is not compared."""
    _ = words.gettext
    if said.mode is Mode.PLAN:
        return _("by the agenda")
    if said.mode is Mode.BEFORE:
        return _("not begun")
    if said.drift is not None:
        return pace_words(words, said.drift)
    return {Mode.NONE: "", Mode.AFTER: ""}.get(said.mode, _("practice, another date"))


def toggle_words(words: Words, mode: Mode) -> str:
    """What Space does now."""
    _ = words.gettext
    if mode is Mode.PAUSED:
        return words.pgettext("clock", "Go on")
    if mode in {Mode.NONE, Mode.IDLE, Mode.BEFORE}:
        return words.pgettext("clock", "Start")
    return words.pgettext("clock", "Pause")
