"""The words of the program: one object, handed in, that translates and can change language."""

from __future__ import annotations

import gettext
from enum import StrEnum
from pathlib import Path
from typing import Protocol

DOMAIN = "milstolpe"


class Language(StrEnum):
    """The languages the program speaks; the source text is English."""

    SWEDISH = "sv"
    ENGLISH = "en"


class Renamed(Protocol):
    """What an open day calls things; `domain.renaming.Renaming` is one."""

    def said(self, message: str, text: str, language: str) -> str:
        """The text of a message, in that language, with the names of the day."""


class Words:
    """gettext behind one object. Swedish comes from the catalogue, English is the source text.

    Three of these live at a time: for the window, for the shared screen and for the report.
    While a day is open they call things what the day calls them. That is done here, in the one
    place every sentence passes before its facts are filled in, so what people have written is
    never touched.
    """

    def __init__(self, locale_folder: Path, language: Language = Language.SWEDISH) -> None:
        self._folder = locale_folder
        self._language = language
        self._catalogue = self._load(language)
        self._names: Renamed | None = None
        self._said: dict[tuple[str, str], str] = {}

    def _load(self, language: Language) -> gettext.NullTranslations:
        if language is Language.ENGLISH:
            return gettext.NullTranslations()
        return gettext.translation(DOMAIN, self._folder, [language.value])

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._language

    def use(self, language: Language) -> None:
        """Speak another language from now on; whoever shows text draws it again."""
        self._catalogue = self._load(language)
        self._language = language
        self._said.clear()

    def call(self, names: Renamed | None) -> None:
        """Call things what a day calls them from now on; None = our own words again."""
        self._names = names
        self._said.clear()

    def calling(self, names: Renamed | None) -> Words:
        """The same language with the names of a day, or with our own words; this one stays."""
        other = Words(self._folder, self._language)
        other.call(names)
        return other

    def gettext(self, message: str) -> str:
        """The message in the language spoken now."""
        return self._called(message, self._catalogue.gettext(message))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The message in the right number; placeholders are filled in by the caller."""
        text = self._catalogue.ngettext(singular, plural, n)
        return self._called(singular if n == 1 else plural, text)

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is said in that context."""
        return self._called(message, self._catalogue.pgettext(context, message))

    def _called(self, message: str, text: str) -> str:
        """With the names of the day; found once for each message."""
        if self._names is None:
            return text
        key = (message, text)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._names.said(message, text, self._language.value)
        return said
