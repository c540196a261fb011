"""What the room sees now, in words: never by colour alone."""

from __future__ import annotations

from datetime import datetime

from workshop_app.system.language import Words
from workshop_app.ui.countdown import clock_text
from workshop_app.ui.screens import ScreenLine
from workshop_app.ui.texts import step_name
from workshop_app.ui.workplace import Workplace

WHOLE = 100


def room_words(workplace: Workplace, frozen_from: datetime | None, *, in_use: bool) -> str:
    """Sentences about all that is out of the ordinary; empty when nothing is.

    Args:
        workplace: The open day and its tools.
        frozen_from: Since when the room's picture stands still; None when it is live.
        in_use: Somebody votes at the shared screen.
    """
    said = (
        _ballot(workplace.words, in_use=in_use),
        _picture(workplace, frozen_from),
        *_over(workplace),
        _look(workplace),
    )
    return " ".join(sentence for sentence in said if sentence)


def short_words(workplace: Workplace) -> str:
    """In one word what is most out of the ordinary, where there is no room for more."""
    words, showing = workplace.words, workplace.stage.showing
    known = (
        (showing.blank, words.pgettext("shared screen", "Blank")),
        (showing.test, words.pgettext("shared screen", "Test")),
        (showing.frozen, words.pgettext("shared screen", "Frozen")),
        (showing.counting, words.pgettext("shared screen", "Time")),
        (bool(showing.message), words.pgettext("shared screen", "Note")),
    )
    return next((word for is_so, word in known if is_so), "")


def _ballot(words: Words, *, in_use: bool) -> str:
    if not in_use:
        return ""
    return words.gettext("Somebody votes at the shared screen: the room sees that, and no tool.")


def _picture(workplace: Workplace, frozen_from: datetime | None) -> str:
    _, showing = workplace.words.gettext, workplace.stage.showing
    said = ""
    if frozen_from is not None:
        time = workplace.formats.clock(frozen_from)
        said = _("Frozen: the room keeps the picture from {time}.").format(time=time)
        held = workplace.stage.held
        if held is not None and held.step != showing.step:
            text = _("After that it sees {step}.")
            said = f"{said} {text.format(step=step_name(workplace.words, showing.step))}"
    if showing.blank:
        return " ".join(text for text in (_("The room sees a blank picture."), said) if text)
    if showing.test:
        return " ".join(text for text in (_("The room sees the test picture."), said) if text)
    return said


def _over(workplace: Workplace) -> tuple[str, ...]:
    _, showing = workplace.words.gettext, workplace.stage.showing
    said: list[str] = []
    if showing.message and showing.alone:
        said.append(_("The room sees only your message."))
    elif showing.message:
        said.append(_("Your message lies over the picture."))
    counting = workplace.countdown
    if counting is not None and showing.counting and counting.left is not None:
        text = _("Countdown over the picture: {time}.")
        said.append(text.format(time=clock_text(counting.left)))
    return tuple(said)


def _look(workplace: Workplace) -> str:
    """How the picture looks; a frozen one looks as it did, whatever is chosen for the next."""
    _, look, showing = workplace.words.gettext, workplace.look, workplace.stage.showing
    if showing.frozen and not showing.blank and not showing.test:
        return ""
    said: list[str] = []
    if look.zoom != WHOLE:
        # A hard space: the sign never begins a line.
        text = _("Zoom {percent} %.").format(percent=look.zoom)
        said.append(text.replace(" %", "\u00a0%"))
    if look.dark:
        said.append(_("Dark colours."))
    return " ".join(said)


def page_words(words: Words, page: int, pages: int) -> str:
    """Which page of how many the room sees; `page` counts from 0."""
    return words.gettext("Page {page} of {pages}").format(page=page + 1, pages=pages)


def screen_words(words: Words, screen: ScreenLine) -> str:
    """A screen in a list: its number, name and size, and whether the desk stands on it."""
    _ = words.gettext
    text = _("{number}: {name}, {wide} × {high}").format(
        number=screen.number, name=screen.name, wide=screen.size[0], high=screen.size[1]
    )
    if screen.home:
        return _("{screen} (this window is here)").format(screen=text)
    return text
