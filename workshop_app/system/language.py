"""The words of the program: one object, handed in, that translates and can change language."""

from __future__ import annotations

import gettext
from enum import StrEnum
from pathlib import Path

DOMAIN = "milstolpe"


class Language(StrEnum):
    """The languages the program speaks; the source text is English."""

    SWEDISH = "sv"
    ENGLISH = "en"


class Words:
    """gettext behind one object. Swedish comes from the catalogue, English is the source text.

    Three of these live at a time: for the window, for the shared screen and for the report.
    """

    def __init__(self, locale_folder: Path, language: Language = Language.SWEDISH) -> None:
        self._folder = locale_folder
        self._language = language
        self._catalogue = self._load(language)

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

    def gettext(self, message: str) -> str:
        """The message in the language spoken now."""
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The message in the right number; placeholders are filled in by the caller."""
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is said in that context."""
        return self._catalogue.pgettext(context, message)
