"""What the right column says after a result: shared places, merging, what to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import caption, divider, label, section_label, strong


@dataclass(frozen=True, slots=True)
class AfterView:
    """Finished words.

    Attributes:
        tie: The shared place over the line, or what the lots said; empty for none.
        tie_more: What can be done about it.
        can_draw: Lots can be drawn.
        can_run_off: A run-off can be held.
        merge: What the button for merging says; empty for none.
        lost: What lay on something that has been removed; empty for nothing.
        talk: Heading of the list.
        rows: (name, numbers) of what to talk about first.
        note: Under the list, where it was cut.
    """

    tie: str = ""
    tie_more: str = ""
    can_draw: bool = False
    can_run_off: bool = False
    merge: str = ""
    lost: str = ""
    talk: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    note: str = ""


class AfterCard(QWidget):
    """Shown under the buttons of a result; only the parts that have something to say."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._line = divider()
        self.tie, self.tie_more = strong(""), caption("")
        self.lots = ActButton(_("Draw lots"), height=SMALL)
        self.run_off = ActButton(_("Run-off"), height=SMALL)
        self.merge = ActButton("", "M", height=SMALL)
        self.lost = caption("")
        self.talk, self.note = section_label(""), caption("")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[QLabel] = []
        self._rows: tuple[tuple[str, str], ...] = ()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words in (self.tie, self.tie_more, self.lost, self.note):
            words.setWordWrap(True)
        column.addWidget(self._line)
        column.addWidget(self.tie)
        column.addWidget(self.tie_more)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.run_off, self.lots, self.merge):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.lost)
        column.addWidget(self.talk)
        column.addLayout(self._grid)
        column.addWidget(self.note)

    def show_view(self, view: AfterView) -> None:
        """Show what there is to say."""
        for part, text in (
            (self.tie, view.tie),
            (self.tie_more, view.tie_more),
            (self.lost, view.lost),
            (self.talk, view.talk),
            (self.note, view.note),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self.lots.setVisible(view.can_draw)
        self.run_off.setVisible(view.can_run_off)
        self.merge.setText(view.merge)
        self.merge.setVisible(bool(view.merge))
        self._show_rows(view.rows)
        self.setVisible(view != AfterView())

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What to talk about first, with its numbers."""
        return self._rows

    def _show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for made in self._labels:
            made.hide()
            made.deleteLater()
        self._labels = []
        for i, (name, numbers) in enumerate(rows):
            parts = (caption(str(i + 1)), label(name), caption(numbers))
            parts[1].setWordWrap(True)
            parts[2].setWordWrap(False)
            for column, part in enumerate(parts):
                self._grid.addWidget(part, i, column)
                self._labels.append(part)
