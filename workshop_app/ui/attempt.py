"""Acts that may be refused: a page tries them here, and the person reads why it did not work."""

from __future__ import annotations

from collections.abc import Callable

from workshop_app.domain.refused import Refused
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words
from workshop_app.ui.page import Page
from workshop_app.ui.texts import known, refusal

Act = Callable[[], object]


def tried(words: Words, act: Act) -> str:
    """Do it; give the sentence that says why not, or an empty text when it is done."""
    try:
        act()
    except Refused as no:
        return refusal(words, no)
    except KnownError as error:
        return known(words, error)
    return ""


def attempt(page: Page, act: Act) -> bool:
    """Do it for a page; whether it is done. If not, the desk's notice line says why."""
    sentence = tried(page.workplace.words, act)
    if sentence:
        page.message.emit(sentence)
    return not sentence
