"""The word list: find a term, and read what it means in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.system.language import Language, Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.glossary.term_list import TermList, area_name, other
from workshop_app.ui.glossary.terms import Term, best, found
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import caption, label, lead_label, section_label

_SIZE = QSize(860, 620)
_EDGE = QSize(40, 40)
_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class TermCard(QFrame):
    """One term: its names in both languages, and what is to be known about it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("card", "true")
        self.area = label("", "group")
        self.area.setWordWrap(True)
        self.name = section_label("")
        self.name.setWordWrap(True)
        self.beside_language = caption("")
        self.beside = lead_label("")
        self.note = label("", "row")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        for part in (self.area, self.name, self.beside_language, self.beside):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_term(self, term: Term | None) -> None:
        """Another term; none says that none was found."""
        _ = self._words.gettext
        language = self._words.language
        if term is None:
            self.name.setText(_("No word matches."))
            rest = ("", "", "", _("Write less, or another word."))
        else:
            self.name.setText(term.name(language))
            beside = _("In English") if language is Language.SWEDISH else _("In Swedish")
            area = area_name(self._words, term.area)
            rest = (area, beside, term.name(other(language)), term.told(language))
        for part, text in zip(
            (self.area, self.beside_language, self.beside, self.note), rest, strict=True
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self.setAccessibleName(self.name.text())
        self.setAccessibleDescription(", ".join(text for text in rest if text))


class WordListDialog(StyledDialog):
    """Opens at a term. The keyboard stays in the field: arrows move in the list all the same."""

    def __init__(
        self,
        words: Words,
        terms: Sequence[Term],
        start: Term | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """The word list over a window.

        Args:
            words: The window's language, which stands first.
            terms: The words.
            start: The term to open at; None = the first.
            parent: The window.
        """
        _ = words.gettext
        super().__init__(_("Word list"), parent)
        self._words = words
        self._terms = tuple(terms)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find a word in Swedish or English"))
        self.search.setAccessibleName(_("Find a word in Swedish or English"))
        self.search.textChanged.connect(self._searched)
        self.count = caption("")
        self.list = TermList(words)
        self.list.typed.connect(self._typed)
        self.card = TermCard(words)
        self.list.moved.connect(self.card.show_term)
        self._build()
        self._fill(self._terms)
        first = start if start in self._terms else None
        if first is not None:
            self.list.choose(first)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.count)
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left, 3)
        row.addWidget(self.card, 2)
        self.body.addLayout(row, 1)
        self.close_button = ActButton(self._words.gettext("Close"), "Esc", "primary", self)
        self.close_button.clicked.connect(self.reject)
        self.add_buttons((self.close_button,))
        parent = self.parentWidget()
        room = parent.window().size() - _EDGE if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(room))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now does the list know its height, and so what its middle is.
        if self.list.current is not None:
            self.list.choose(self.list.current)

    def _fill(self, terms: Sequence[Term]) -> None:
        self.list.terms.show_terms(terms)
        said = self._words.ngettext("{n} word", "{n} words", len(terms))
        self.count.setText(said.format(n=len(terms)))
        if terms:
            place = max(best(terms, self.search.text(), self._words.language), 0)
            self.list.choose(terms[place])

    def _searched(self, written: str) -> None:
        self._fill(found(self._terms, written))

    def _typed(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.insert(letters)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(key)
        elif key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
