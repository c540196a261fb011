"""What spreading the time that is left would do, block by block, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workshop_app.domain.clock_spread import SpreadLine
from workshop_app.figures.shapes import Weight
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import lead_label

_SIZE = (720, 520)
_ROW, _COLUMN = 32, 124


class SpreadDialog(StyledDialog):
    """The blocks as they are and as they would be. Enter does it, Esc leaves all as it was."""

    def __init__(
        self, words: Words, lines: Sequence[SpreadLine], parent: QWidget | None = None
    ) -> None:
        """Show the lines.

        Args:
            words: The window's language.
            lines: The block that runs and those after it; at least one.
            parent: The window.
        """
        _ = words.gettext
        super().__init__(_("Spread what is left"), parent)
        formats = Formats(words.language)
        text = _(
            "The day ends at {time} as planned. What comes after this block gets the minutes "
            "under After. Undo takes it back."
        )
        self.lead = lead_label(text.format(time=formats.clock(lines[-1].item.end)))
        self.lead.setWordWrap(True)
        self.body.addWidget(self.lead)
        self.table = _table(words, formats, lines)
        self.table.setAccessibleDescription(self.lead.text())
        self.body.addWidget(self.table, 1)
        self.cancel = ActButton(_("Cancel"), "Esc")
        self.cancel.clicked.connect(self.reject)
        self.spread = ActButton(_("Spread"), "Enter", "primary")
        self.spread.setDefault(True)
        self.spread.clicked.connect(self.accept)
        self.add_buttons((self.cancel, self.spread))
        self.resize(*_SIZE)
        self.spread.setFocus(Qt.FocusReason.OtherFocusReason)


def _table(words: Words, formats: Formats, lines: Sequence[SpreadLine]) -> QTableWidget:
    _ = words.gettext
    heads = (_("Block"), _("Now"), _("After"), words.pgettext("agenda", "Change"))
    table = QTableWidget(len(lines), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(_("The blocks now and after"))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setShowGrid(False)
    table.setStyleSheet("QTableWidget::item { padding: 0 5px; }")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    for row, line in enumerate(lines):
        for column, text in enumerate(_cells(words, formats, line)):
            table.setItem(row, column, _item(text, right=column > 0, strong=_changes(line)))
    head = table.horizontalHeader()
    head.setMinimumSectionSize(_COLUMN)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    first = table.horizontalHeaderItem(0)
    if first is not None:
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _cells(words: Words, formats: Formats, line: SpreadLine) -> tuple[str, str, str, str]:
    _ = words.gettext
    span = _("{time} · {n} min")
    title = line.item.title
    if line.runs:
        title = _("{title} (now)").format(title=title)
    return (
        title,
        span.format(time=formats.clock(line.start), n=line.minutes),
        span.format(time=formats.clock(line.item.start), n=line.item.minutes),
        change_text(words, line.item.minutes - line.minutes),
    )


def change_text(words: Words, change: int) -> str:
    """Such as "−5 min"; the word for none where nothing changes."""
    if not change:
        return words.gettext("as before")
    sign = "+" if change > 0 else "\u2212"
    return words.gettext("{minutes} min").format(minutes=f"{sign}{abs(change)}")


def _changes(line: SpreadLine) -> bool:
    return line.item.minutes != line.minutes


def _item(text: str, *, right: bool, strong: bool) -> QTableWidgetItem:
    made = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    made.setFont(font_for(14, Weight.SEMIBOLD if strong else Weight.REGULAR))
    made.setToolTip(text)
    return made
