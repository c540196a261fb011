"""Reads in the data layer beside the first window, so that the window answers meanwhile."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import ClassVar

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

_NAME = "workshop_app.app.library"
_TURN = 0.0005
"""Seconds an import may go on before the window has its turn. Python's own 5 ms come at every call
from Qt, and a key is many calls."""


class DataLayer(QThread):
    """Loads what opens days, 0.6 s of imports, and tells when it is there.

    Nothing else may import the data layer until `settle` has returned: of two threads that import
    modules that need each other, one could see them half made. Garbage is not collected meanwhile:
    a collection in this thread could take widgets, which only the first thread may.

    Signals:
        ready: The data layer can be used without waiting.
    """

    ready: ClassVar[Signal] = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turn = sys.getswitchinterval()
        self.finished.connect(self._loaded)

    def load(self) -> None:
        """Begin; `ready` follows, at once if there is nothing to wait for."""
        if self.isRunning():
            return
        if _NAME in sys.modules:
            self.ready.emit()
        else:
            sys.setswitchinterval(_TURN)
            gc.disable()
            self.start()

    def settle(self) -> None:
        """Wait until it is loaded, or return at once; then anybody may import it."""
        self.wait()
        sys.setswitchinterval(self._turn)
        gc.enable()

    def _loaded(self) -> None:
        self.settle()
        self.ready.emit()

    @override
    def run(self) -> None:
        import_module(_NAME)
