"""Qt's own words (Save, Cancel, the print dialog) in the window's language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator
from typing_extensions import override

from workshop_app.system.language import Language

# Qt's Swedish says "Förkasta", which people read as throwing the document away.
_OURS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        Language.SWEDISH: MappingProxyType({"Discard": "Spara inte", "Don't Save": "Spara inte"}),
        Language.ENGLISH: MappingProxyType({}),
    }
)


class QtWords(QTranslator):
    """Qt's translation, with our own words where Qt's mislead."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = _OURS[language]
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self.loaded = language is Language.ENGLISH or self.load(f"qtbase_{language}.qm", folder)

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        plain = sourceText.replace("&", "")
        if plain in self._own:
            return self._own[plain]
        # An empty answer would be taken for a translation, and buttons would have no words.
        return super().translate(context, sourceText, disambiguation, n) or sourceText

    @override
    def isEmpty(self) -> bool:
        return False


def use_qt_words(app: QCoreApplication, language: Language) -> QtWords:
    """Let Qt speak that language from now on; takes away the one before."""
    for old in app.findChildren(QtWords):
        app.removeTranslator(old)
        old.deleteLater()
    words = QtWords(language, app)
    app.installTranslator(words)
    return words
