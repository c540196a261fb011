"""Watches whether the day can be saved, and tries by itself until it can."""

from __future__ import annotations

from concurrent.futures import Future
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workshop_app.app.store import DayStore
from workshop_app.system.errors import KnownError

RETRY_MS = 2000


class FaultWatch(QObject):
    """Hears of faults from the file, and every two seconds writes something that changes nothing.

    Signals:
        changed: The `KnownError` that stops the day from being saved, or None when it can be again.
    """

    changed: ClassVar[Signal] = Signal(object)
    # From the thread that writes; Qt brings them over to the window's.
    _heard: ClassVar[Signal] = Signal(object)
    _answered: ClassVar[Signal] = Signal(object)

    def __init__(self, store: DayStore, parent: QObject | None = None) -> None:
        """Watch an open day; a day that can only be read is not watched.

        Args:
            store: The day.
            parent: Who owns the watch.
        """
        super().__init__(parent)
        self._file = store.file
        self._probing = False
        self._fault: KnownError | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.probe)
        self._heard.connect(self._stopped)
        self._answered.connect(self._probed)
        store.closing.connect(self.stop)
        if not store.file.read_only:
            store.file.listen(self._heard.emit)

    @property
    def fault(self) -> KnownError | None:
        """What stops the day from being saved now."""
        return self._fault

    def stop(self) -> None:
        """Watch no longer."""
        self._file.listen(None)
        self._timer.stop()

    @Slot()
    def probe(self) -> None:
        """Try whether the day can be saved again; the answer comes by itself."""
        if not self._probing:
            self._probing = True
            self._file.probe().add_done_callback(self._answer)

    def _answer(self, future: Future[None]) -> None:
        self._answered.emit(future.exception())

    @Slot(object)
    def _stopped(self, error: KnownError) -> None:
        same = self._fault is not None and self._fault.code == error.code
        self._fault = error
        self._timer.start()
        if not same:
            self.changed.emit(error)

    @Slot(object)
    def _probed(self, error: BaseException | None) -> None:
        self._probing = False
        if error is None and self._fault is not None:
            self._fault = None
            self._timer.stop()
            self.changed.emit(None)
