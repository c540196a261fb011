"""A rehearsal under way: how far it has come, and a way out; the window lives meanwhile."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from workshop_app.app.rehearsal import Held, Pace, Rehearsed
from workshop_app.domain.refused import Refused
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Role
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.texts import known, refusal
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import caption, lead_label

SLICE = 12
"""Milliseconds of work between two turns of the queue, so that no key waits noticeably."""
_BAR = 12


class RehearsalProgress(StyledDialog):
    """Does a rehearsal a slice at a time. Closing it before the end leaves nothing behind.

    Signals:
        held: What came of it.
        failed: Why it could not be held, in plain words.
        stopped: The person stopped it.

    Attributes:
        bar: How far it has come.
        cancel: Stops it.
    """

    held: ClassVar[Signal] = Signal(object)
    failed: ClassVar[Signal] = Signal(str)
    stopped: ClassVar[Signal] = Signal()

    def __init__(self, words: Words, steps: Held, parent: QWidget | None = None) -> None:
        """Begins when it is shown.

        Args:
            words: The window's language.
            steps: The rehearsal.
            parent: The window.
        """
        _ = words.gettext
        super().__init__(_("Rehearsing in a copy"), parent)
        self._words = words
        self._steps = steps
        self._over = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.work)
        self.doing = lead_label(_("Making the copy"))
        self.doing.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(_("How far the rehearsal has come"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR)
        self.bar.setStyleSheet(_flat())
        self.bar.setRange(0, 1)
        self.count = caption("")
        for widget in (self.doing, self.bar, self.count):
            self.body.addWidget(widget)
        self.body.addWidget(caption(_("This day is not touched.")))
        self.cancel = ActButton(_("Cancel"), "Esc", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.add_buttons((self.cancel,))

    @override
    def open(self) -> None:
        super().open()
        self.cancel.setFocus()
        self._timer.start()

    def work(self) -> None:
        """One slice."""
        spent = QElapsedTimer()
        spent.start()
        pace: Pace | None = None
        try:
            while not spent.hasExpired(SLICE):
                pace = next(self._steps)
        except StopIteration as over:
            self._end()
            self.accept()
            self.held.emit(cast("Rehearsed", over.value))
        except Refused as no:
            self._fail(refusal(self._words, no))
        except KnownError as error:
            self._fail(known(self._words, error))
        if pace is not None and not self._over:
            self._show_pace(pace)

    @override
    def done(self, result: int) -> None:
        # Esc, the cross and the button all come here; what was half done is taken away.
        on_the_way = not self._over
        self._end()
        self._steps.close()
        super().done(result)
        if on_the_way:
            self.stopped.emit()

    def _show_pace(self, pace: Pace) -> None:
        _ = self._words.gettext
        self.bar.setRange(0, max(pace.total, 1))
        self.bar.setValue(pace.done)
        if pace.name:
            self.doing.setText(_("Holding “{round}”").format(round=pace.name))
            self.fit()
        text = _("{done} of {total} ballots and acts").format(done=pace.done, total=pace.total)
        self.count.setText(text)

    def _fail(self, sentence: str) -> None:
        self._end()
        self.reject()
        self.failed.emit(sentence)

    def _end(self) -> None:
        self._over = True
        self._timer.stop()


def _flat() -> str:
    """The bar in the program's colours, as low as that of the clock."""
    colors = palette(dark=False)
    ground, filled = colors[Role.SUNKEN], colors[Role.ACCENT]
    return (
        f"QProgressBar {{ background: {ground}; border: 1px solid {colors[Role.CTRL]};"
        f" border-radius: 5px; }}"
        f"QProgressBar::chunk {{ background: {filled}; border-radius: 4px; }}"
    )
