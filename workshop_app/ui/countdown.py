"""Time left, as it is written where it counts down: figures, words, colour and mark."""

from __future__ import annotations

from workshop_app.domain.clock import Urgency
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role
from workshop_app.system.language import Words

_MINUTE = 60


def clock_text(seconds: int) -> str:
    """Minutes and seconds: 6:40."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02d}"


def urgency_words(words: Words, how: Urgency) -> str:
    """How near the end is; empty while there is plenty of time."""
    _ = words.gettext
    return {
        Urgency.CALM: "",
        Urgency.SOON: _("Soon over"),
        Urgency.LAST: _("Nearly over"),
        Urgency.OUT: _("The time is out"),
    }[how]


def urgency_role(how: Urgency) -> Role:
    """The colour that goes with the words."""
    return {Urgency.CALM: Role.INK, Urgency.SOON: Role.WARN}.get(how, Role.BAD)


def urgency_mark(how: Urgency) -> Icon | None:
    """The mark that goes with the words."""
    return {Urgency.CALM: None, Urgency.SOON: Icon.CLOCK}.get(how, Icon.WARN)


def of_minutes(words: Words, minutes: int) -> str:
    """How long it may take in all."""
    return words.ngettext("of {n} minute", "of {n} minutes", minutes).format(n=minutes)


def pace_words(words: Words, drift: int | None) -> str:
    """Ahead of the plan or after it; empty where there is no plan to compare with."""
    if drift is None:
        return ""
    if not drift:
        return words.gettext("on time")
    if drift > 0:
        text = words.ngettext("{n} min behind schedule", "{n} min behind schedule", drift)
        return text.format(n=drift)
    ahead = -drift
    return words.ngettext("{n} min ahead", "{n} min ahead", ahead).format(n=ahead)


def over_words(words: Words, over: int) -> str:
    """How far over its time the block is; in its first minute only that the time is out."""
    if not over:
        return words.gettext("The time is out")
    return words.ngettext("{n} min over its time", "{n} min over its time", over).format(n=over)
