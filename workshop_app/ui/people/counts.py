"""The four figures over the list of participants."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.domain.people import Attendance
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.widgets.labels import label

_NAMED = 2


class Figure(QWidget):
    """A large figure with what it counts under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number: QLabel = label("", "figure")
        self.text: QLabel = label("", "caption")
        self.text.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.text)

    def say(self, number: str, text: str) -> None:
        """Another figure."""
        self.number.setText(number)
        self.text.setText(text)
        for words in (self.number, self.text):
            if words.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Ignored:
                # A page that has not been shown yet has no style: ask for it before measuring.
                words.ensurePolished()
                words.setMinimumWidth(words.sizeHint().width())
        self.updateGeometry()
        self.setAccessibleName(f"{number} {text}")


class Elided(Figure):
    """The last figure: what does not fit of its text is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def say(self, number: str, text: str) -> None:
        super().say(number, text)
        self._full = text
        self.text.setToolTip(text)


class Counts(QWidget):
    """Here, votes in the morning, votes in the afternoon, units."""

    def __init__(self, words: Words, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._formats = formats
        self.here, self.morning, self.afternoon = Figure(), Figure(), Figure()
        self.units = Elided()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(36)
        for figure in (self.here, self.morning, self.afternoon):
            row.addWidget(figure)
        row.addWidget(self.units, 1)

    def put(self, counts: Attendance) -> None:
        """Show these."""
        _ = self._words.gettext
        self.here.say(self._of(counts.present, counts.people), _("here"))
        self.morning.say(
            self._of(counts.morning, counts.morning_all, short=True), _("vote in the morning")
        )
        self.afternoon.say(
            self._of(counts.afternoon, counts.afternoon_all, short=True), _("vote in the afternoon")
        )
        taking_part = counts.units - len(counts.missing)
        self.units.setVisible(bool(counts.units))
        self.units.say(self._of(taking_part, counts.units), self._units(counts))
        self._row.invalidate()
        self._row.activate()

    def _of(self, part: int, whole: int, *, short: bool = False) -> str:
        if short and part == whole:
            return str(part)
        return self._words.gettext("{n} of {all}").format(n=part, all=whole)

    def _units(self, counts: Attendance) -> str:
        _ = self._words.gettext
        missing = counts.missing
        if not missing:
            return _("units are here")
        if len(missing) <= _NAMED:
            names = self._formats.listed(missing)
            many = self._words.ngettext(
                "units are here. {names} is missing.",
                "units are here. {names} are missing.",
                len(missing),
            )
            return many.format(names=names)
        text = _("units are here. {names} and {n} more are missing.")
        return text.format(names=", ".join(missing[:_NAMED]), n=len(missing) - _NAMED)
