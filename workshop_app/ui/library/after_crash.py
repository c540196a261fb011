"""The one sentence and the one choice after the program has stopped without closing a day."""

from __future__ import annotations

from datetime import datetime

from workshop_app.app.opened import LeftOpen
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundState
from workshop_app.storage.dayfile import DayFile
from workshop_app.system.errors import KnownError
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.interaction import Question
from workshop_app.ui.texts import step_name


def go_on_question(words: Words, left: LeftOpen, now: datetime) -> Question:
    """Whether to go on where the day was."""
    _ = words.gettext
    formats = Formats(words.language)
    clock = formats.clock(left.seen)
    if left.seen.date() == now.date():
        stopped = _("The program stopped unexpectedly at {time}.").format(time=clock)
    else:
        stopped = _("The program stopped unexpectedly on {date} at {time}.").format(
            date=formats.date_short(left.seen.date()), time=clock
        )
    kept = _("All votes until then are still there.")
    return Question(
        title=_("Go on where you were?"),
        text=f"{stopped} {kept}",
        yes=words.pgettext("dialog", "Go on"),
        no=_("Open another day"),
        note=last_saved(words, left),
    )


def last_saved(words: Words, left: LeftOpen) -> str:
    """The day, and how far it had come: how many had voted, or else the step."""
    try:
        file = DayFile.open(left.path)
    except KnownError:
        return left.title
    try:
        day, step = file.load(), file.place()
    except KnownError:
        return left.title
    finally:
        file.close()
    return words.gettext("{day}. Last saved: {what}").format(
        day=left.title, what=_how_far(words, day, step)
    )


def _how_far(words: Words, day: Day, step: str) -> str:
    _ = words.gettext
    for voting in day.rounds:
        found = day.standing(voting.id)
        if found.state is RoundState.OPEN:
            sentence = words.ngettext(
                "{n} of {all} had voted in {round}.",
                "{n} of {all} had voted in {round}.",
                found.voted,
            )
            return sentence.format(n=found.voted, all=found.electorate, round=voting.name)
    return _("the step {step}.").format(step=step_name(words, step or "vote"))
