"""What the choices of the settings are called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QScreen

from workshop_app.system.language import Language, Words

_NAMES = {Language.SWEDISH: "Svenska", Language.ENGLISH: "English"}


def language_name(language: Language) -> str:
    """Each language in itself, so that whoever needs it can read it."""
    return _NAMES[language]


def language_choices() -> list[tuple[object, str]]:
    """All languages with their names."""
    return [(language, language_name(language)) for language in Language]


def percents(values: Sequence[int]) -> list[tuple[object, str]]:
    """Each with its sign, a hard space between."""
    return [(value, f"{value}\N{NO-BREAK SPACE}%") for value in values]


def screen_words(words: Words, screen: QScreen, number: int, *, own: bool) -> str:
    """What a person calls a screen: its number, its name and its size."""
    size = screen.size() * screen.devicePixelRatio()
    _ = words.gettext
    said = (
        _("{number}: {name}, {width} × {height}")
        if not own
        else _("{number}: {name}, {width} × {height}, the computer's own")
    )
    return said.format(number=number, name=screen.name(), width=size.width(), height=size.height())
