"""One line of the settings: what it is called, what is chosen, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.ui.widgets.choices import Segmented
from workshop_app.ui.widgets.labels import caption, label
from workshop_app.ui.widgets.switches import Toggle

NAME_WIDE = 176
_GAP = 16


class SettingRow(QWidget):
    """A name to the left; to the right a control, perhaps more of them, and a note under it."""

    def __init__(self, name: str, control: QWidget, note: str = "") -> None:
        super().__init__()
        self.control = control
        self.setAccessibleName(name)
        if not control.accessibleName():
            control.setAccessibleName(name)
        self.note = caption(note)
        self._called = label(name, "row")
        self._called.setWordWrap(True)
        self._called.setFixedWidth(NAME_WIDE)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(control)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self.note)
        self._under = QHBoxLayout()
        self._under.setSpacing(8)
        column.insertLayout(1, self._under)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.stack(narrow=False)
        # Not before it stands in the row: by itself it would be a window.
        self.note.setVisible(bool(note))

    def stack(self, *, narrow: bool) -> None:
        """The name over the control where there is no room beside it."""
        self._grid.addWidget(self._called, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)
        if narrow:
            self._grid.addWidget(self._right, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._right, 0, 1, 1, 1)

    def beside(self, *widgets: QWidget) -> SettingRow:
        """Put these after the control; gives the row back."""
        for widget in widgets:
            self._line.addWidget(widget)
        return self

    def under(self, *widgets: QWidget) -> SettingRow:
        """Put these on a line below the control; gives the row back."""
        for widget in widgets:
            self._under.addWidget(widget)
        self._under.addStretch(1)
        return self

    def left(self) -> SettingRow:
        """Keep the control as narrow as it is; gives the row back."""
        self._line.addStretch(1)
        return self

    def say(self, note: str) -> None:
        """Another note, or none."""
        self.note.setText(note)
        self.note.setVisible(bool(note))


class ValueChoice(Segmented):
    """One of a few values, side by side.

    Signals:
        picked: The person chose a value; carries it.
    """

    picked: ClassVar[Signal] = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]], now: object) -> None:
        super().__init__([text for _value, text in choices], name=name)
        self._values = tuple(value for value, _text in choices)
        for place, (_value, text) in enumerate(choices):
            self.button(place).setAccessibleName(f"{name}: {text}")
        if now in self._values:
            self.set_current(self._values.index(now))
        self.chosen.connect(self._chosen)

    def shut(self, values: Sequence[object], why: str) -> None:
        """These cannot be chosen, and why."""
        for value in values:
            button = self.button(self._values.index(value))
            button.setEnabled(False)
            button.setToolTip(why)
            button.setAccessibleDescription(why)

    def take_focus(self) -> None:
        """Give the keyboard to the chosen one."""
        self.button(max(self.current(), 0)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, place: int) -> None:
        self.picked.emit(self._values[place])


class ValueBox(QComboBox):
    """One of many values, in a list that folds out.

    Signals:
        picked: The person chose a value; carries it.
    """

    picked: ClassVar[Signal] = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], now: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        for value, text in choices:
            self.addItem(text, value)
        self.setCurrentIndex(max(self.findData(now), 0))
        self.activated.connect(self._activated)

    def _activated(self, _place: int) -> None:
        self.picked.emit(self.currentData())


def switch(name: str, *, on: bool) -> Toggle:
    """On or off."""
    made = Toggle(name)
    made.setChecked(on)
    return made
