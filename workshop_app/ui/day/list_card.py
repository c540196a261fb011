"""A card with rows that can be added, edited, removed and perhaps moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.day.line_list import Line, LineList
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import Card, caption

_BESIDE = 300
"""How wide they may be together; the narrowest page has room for that beside the other three."""


class ListCard(Card):
    """The list, a sentence beside the heading, and small buttons under it.

    Signals:
        add_asked, edit_asked, remove_asked: What a person wants done.
    """

    add_asked: ClassVar[Signal] = Signal()
    edit_asked: ClassVar[Signal] = Signal()
    remove_asked: ClassVar[Signal] = Signal()

    def __init__(
        self, words: Words, title: str, empty: str, *, drags: bool = False, add_key: str = ""
    ) -> None:
        super().__init__(title)
        _ = words.gettext
        self.summary = caption("")
        self.summary.setWordWrap(False)
        if self.header is not None:
            self.header.addWidget(self.summary)
        self.list = LineList(title, drags=drags)
        self.list.setAccessibleDescription(empty)
        self.empty = caption(empty)
        self.add_button = ActButton(_("Add"), add_key, height=SMALL)
        self.edit_button = ActButton(_("Edit"), height=SMALL)
        self.remove_button = ActButton(_("Remove"), height=SMALL)
        self.add_button.clicked.connect(self.add_asked)
        self.edit_button.clicked.connect(self.edit_asked)
        self.remove_button.clicked.connect(self.remove_asked)
        self.list.doubleClicked.connect(self.edit_asked)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        for button in (self.add_button, self.edit_button, self.remove_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addLayout(self.foot)

    def add_tools(self, tools: Sequence[QWidget]) -> None:
        """More buttons at the right of the foot, or in a row of their own if they are wide."""
        before: QWidget = self.remove_button
        row = self.foot
        if sum(tool.sizeHint().width() for tool in tools) > _BESIDE:
            row = QHBoxLayout()
            row.setSpacing(8)
            self.body.addLayout(row)
        for tool in tools:
            row.addWidget(tool)
            self.setTabOrder(before, tool)
            before = tool
        if row is not self.foot:
            row.addStretch(1)

    def put(self, lines: Sequence[Line], summary: str = "") -> None:
        """Show these rows."""
        self.list.put(lines)
        self.summary.setText(summary)
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.edit_button.setEnabled(bool(lines))
        self.remove_button.setEnabled(bool(lines))
