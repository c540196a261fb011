"""The right column of the pages of the material: what is chosen, what to look over, how to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import Rect, Shape
from workshop_app.system.language import Words
from workshop_app.ui.material.parts import FactList, hold_height
from workshop_app.ui.road.card import ShapeMark
from workshop_app.ui.widgets.labels import caption, divider, label, section_label
from workshop_app.ui.widgets.remarks import Remark, RemarkList

_MARK = 26


class MaterialSide(QWidget):
    """Title with perhaps a mark, a sentence, facts, buttons, remarks, and steps."""

    def __init__(self, words: Words, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.mark = ShapeMark(QSize(_MARK, _MARK))
        self.title = section_label("")
        self.title.setWordWrap(True)
        self.lead = label("", "lead")
        self.facts = FactList()
        self.remarks = RemarkList(_("To look over"))
        self._line = divider()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.lead)
        self.column.addWidget(self.facts)
        self.buttons = QVBoxLayout()
        self.buttons.setSpacing(8)
        self.column.addLayout(self.buttons)
        self.column.addWidget(self._line)
        self.column.addWidget(self.remarks)
        self._steps(words, steps)
        self.column.addStretch(1)

    def put(
        self,
        title: str,
        lead: str,
        facts: tuple[tuple[str, str], ...],
        remarks: Sequence[Remark] = (),
    ) -> None:
        """Show what is chosen."""
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.facts.put(facts)
        self.remarks.put(remarks)
        self.remarks.setVisible(bool(remarks))
        self._line.setVisible(bool(remarks))

        self._hold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold()

    def _hold(self) -> None:
        hold_height(self.lead, self.width())
        marked = self.mark.width() + 10 if self.mark.isVisibleTo(self) else 0
        hold_height(self.title, self.width() - marked)

    def put_mark(self, shapes: tuple[Shape, ...]) -> None:
        """Draw the mark before the title; nothing leaves it out."""
        self.mark.put(shapes)
        self.mark.setVisible(bool(shapes))

    def mark_room(self) -> Rect:
        """Where the mark is drawn."""
        return self.mark.room()

    def _steps(self, words: Words, steps: Sequence[str]) -> None:
        if not steps:
            return
        self.column.addWidget(divider())
        self.column.addWidget(section_label(words.gettext("Do like this")))
        for number, text in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(caption(str(number)), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(caption(text), 1)
            self.column.addLayout(row)
