"""All keys that do something on the step that is open, and everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.ui.act import Act
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.keys import BOXES, key_caption
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.drawing import KeyBox
from workshop_app.ui.widgets.labels import caption, label, section_label

_COLUMNS = 2


class KeysDialog(StyledDialog):
    """The keys of a step to the left, those of the whole desk to the right."""

    def __init__(
        self, words: Words, step: tuple[str, Sequence[Act]], desk: Sequence[Act], parent: QWidget
    ) -> None:
        """Two lists of keys.

        Args:
            words: The window's language.
            step: The step's name and its acts.
            desk: The acts that work everywhere.
            parent: The window.
        """
        super().__init__(words.gettext("Keys"), parent)
        self._words = words
        row = QHBoxLayout()
        row.setSpacing(40)
        # Only what a key does now: a step's own act goes before the desk's with the same key,
        # also while the step's act has nothing to do.
        own = [act for act in step[1] if act.enabled()]
        taken = frozenset(key for act in step[1] for key in act.keys)
        able = [act for act in desk if act.enabled()]
        lost = [act.text for act in able if act.keys and taken.issuperset(act.keys)]
        rest = [_without(act, taken) for act in able]
        row.addLayout(self._column(step[0], own), 1)
        row.addLayout(self._column(words.gettext("Everywhere"), rest), 1)
        self.body.addWidget(_scrolled(row, words.gettext("Keys")), 1)
        if lost:
            text = words.gettext("Here the step has the keys of: {acts}. Use the menus instead.")
            self.body.addWidget(caption(text.format(acts=", ".join(lost))))
        close = ActButton(words.gettext("Close"), "Esc", "primary", self)
        close.clicked.connect(self.reject)
        self.add_buttons((close,))
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(QSize(760, 600).boundedTo(parent.size() - QSize(40, 40)))

    def _column(self, title: str, acts: Sequence[Act]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(section_label(title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, act in enumerate(act for act in acts if act.keys):
            boxes = QHBoxLayout()
            boxes.setSpacing(5)
            for text in self._boxes(act):
                boxes.addWidget(KeyBox(text))
            boxes.addStretch(1)
            grid.addLayout(boxes, row, 0, Qt.AlignmentFlag.AlignTop)
            words = label(act.text, "row")
            words.setWordWrap(True)
            grid.addWidget(words, row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _boxes(self, act: Act) -> list[str]:
        if act.key_text:
            return act.key_text.split(BOXES)
        return [key_caption(self._words, key) for key in act.keys[:_COLUMNS]]


def _scrolled(row: QHBoxLayout, name: str) -> QScrollArea:
    """Both lists, as high as there is room for."""
    inside = QWidget()
    inside.setProperty("scrolled", "true")
    inside.setLayout(row)
    row.setContentsMargins(0, 0, 12, 0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    area.setAccessibleName(name)
    area.setProperty("ring", "none")
    return area


def _without(act: Act, taken: frozenset[str]) -> Act:
    """The act with the keys that are its own here."""
    return replace(act, keys=tuple(key for key in act.keys if key not in taken))
