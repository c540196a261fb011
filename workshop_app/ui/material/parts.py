"""What the pages of the material share: the head of a page, and the acts of its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.act import Act
from workshop_app.ui.material.noun_table import NounTable
from workshop_app.ui.tables.cells import Cell, Mark
from workshop_app.ui.widgets.labels import caption, label, lead_label, title_label

EDGE = 28


class PageHead(QWidget):
    """Title and lead at the left, buttons at the right."""

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.lead = title_label(title), lead_label(lead)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._row)
        column.addWidget(self.lead)

    def add(self, widget: QWidget) -> None:
        """A button or a choice after those that are there."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class TableActs:
    """The acts of the table that a page shows now."""

    words: Words
    now: Callable[[], NounTable]

    def all(self) -> tuple[Act, ...]:
        """Edit, next cell, add, paste, remove."""
        _ = self.words.gettext
        return (
            Act("table.edit", _("Edit cell"), ("Return",), self.edit, self._chosen),
            Act("table.next", _("Next cell"), (), self.edit, self._chosen, key_text="Tab"),
            Act("table.add", _("Add"), ("Ctrl+N",), self.add, self._adds),
            Act("table.paste", _("Paste from a spreadsheet"), ("Ctrl+V",), self.paste, self._adds),
            Act("table.remove", _("Remove row"), ("Delete",), self.remove, self._removes),
        )

    def edit(self) -> None:
        """Edit the current cell."""
        self._here()
        self.now().view.edit_current()

    def add(self) -> None:
        """Begin a new row."""
        self.now().view.begin_new()

    def paste(self) -> None:
        """Paste rows."""
        self.now().view.paste()

    def remove(self) -> None:
        """Remove the current row, or go to it where something else has the keyboard."""
        view = self.now().view
        if view.hasFocus():
            view.remove_current()
        else:
            self._here()

    def _here(self) -> None:
        self.now().view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self) -> bool:
        return bool(self.now().view.chosen_key())

    def _adds(self) -> bool:
        return self.now().view.deeds.add is not None

    def _removes(self) -> bool:
        return self._chosen() and self.now().view.deeds.remove is not None


class FactList(QWidget):
    """Captions with their words under them, as in the right column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is shown: caption and words."""
        return self._facts

    def put(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show these; those without words are left out."""
        fresh = tuple((name, text) for name, text in facts if text)
        if fresh == self._facts:
            return
        self._facts = fresh
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._labels.clear()
        for name, text in fresh:
            words = label(text, "row")
            words.setWordWrap(True)
            words.setStyleSheet("font-size: 13px;")
            words.setContentsMargins(0, 0, 0, 7)
            words.setAccessibleName(f"{name}: {text}")
            self._column.addWidget(caption(name))
            self._column.addWidget(words)
            self._labels.append(words)
        self._hold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold()

    def _hold(self) -> None:
        """A column that scrolls would squeeze wrapped words rather than grow: keep their height."""
        for words in self._labels:
            hold_height(words, self.width())


def hold_height(words: QLabel, width: int) -> None:
    """Never lower than its wrapped lines need at that width."""
    if width > 0:
        words.setMinimumHeight(max(words.heightForWidth(width), 0))


def plain(text: str, mark: Mark | None = None) -> Cell:
    """A cell of words."""
    return Cell(text, text, tip=text, mark=mark)


def firm(text: str, typed: str | None = None, mark: Mark | None = None) -> Cell:
    """A cell of words in semibold ink."""
    shown = text if typed is None else typed
    return Cell(text, shown, Role.INK, Weight.SEMIBOLD, tip=text, mark=mark)


def amount(formats: Formats, value: int | None, *, strong: bool = False) -> Cell:
    """An amount in tkr; nothing where it is not known."""
    if value is None:
        return Cell()
    text = formats.number(value)
    weight = Weight.SEMIBOLD if strong else Weight.REGULAR
    return Cell(text, str(value), Role.INK if strong else Role.INK2, weight)


def effect(formats: Formats, value: int, *, strong: bool = False) -> Cell:
    """A change in tkr with its sign; minus is a lower net cost."""
    weight = Weight.BOLD if strong else Weight.REGULAR
    return Cell(formats.signed(value), str(value), Role.INK if strong else Role.INK2, weight)


def ticked(words: Words, *, on: bool, yes: str = "", no: str = "") -> Cell:
    """A cell with a box to tick."""
    text = (yes or words.gettext("yes")) if on else (no or words.gettext("no"))
    return Cell(text, ticked=on)
