"""Which figures of the situation the room sees: a box for each, panel by panel."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop_app.domain.situation import AREAS, in_area
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.stage_pages.situation import left_out
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.choices import CheckRow
from workshop_app.ui.widgets.labels import lead_label, strong
from workshop_app.ui.workplace import Workplace

_HIGH = 320


class FiguresDialog(StyledDialog):
    """Chooses what to show; at least one figure.

    Signals:
        given: Ids of the figures that are left out.
    """

    given: ClassVar[Signal] = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """For an open day.

        Args:
            workplace: The open day and its tools.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Figures for the room"), parent)
        lead = _("Choose what the room sees of the situation. The day keeps all figures.")
        self.body.addWidget(lead_label(lead))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(6)
        self.boxes: dict[str, CheckRow] = {}
        names = (_("Economy"), _("Quality"), _("Staff"))
        for name, area in zip(names, AREAS, strict=True):
            self._add_panel(workplace, name, area, column)
        column.addStretch(1)
        area_view = QScrollArea()
        area_view.setWidgetResizable(True)
        area_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area_view.setFrameShape(QFrame.Shape.NoFrame)
        area_view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area_view.setWidget(inner)
        area_view.setMinimumHeight(min(_HIGH, inner.sizeHint().height() + 4))
        self.body.addWidget(area_view, 1)
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.use = ActButton(_("Use"), "Enter", "primary", self)
        self.use.setDefault(True)
        self.use.clicked.connect(self.give)
        self.add_buttons((self.cancel, self.use))
        self._changed()
        for box in tuple(self.boxes.values())[:1]:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_panel(self, workplace: Workplace, name: str, area: str, column: QVBoxLayout) -> None:
        figures = in_area(workplace.day, area)
        if figures:
            column.addWidget(strong(name))
        hidden = left_out(workplace)
        for one in figures:
            box = CheckRow(one.name)
            box.setChecked(one.id not in hidden)
            box.toggled.connect(self._changed)
            self.boxes[one.id] = box
            column.addWidget(box)

    def give(self) -> None:
        """Use the choice."""
        self.given.emit(frozenset(key for key, box in self.boxes.items() if not box.isChecked()))
        self.accept()

    def _changed(self) -> None:
        self.use.setEnabled(any(box.isChecked() for box in self.boxes.values()))
