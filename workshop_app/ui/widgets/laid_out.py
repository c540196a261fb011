"""A window that is laid out before it is painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

# Qt hands over what waited when it was asked, not what that led to: one level of nesting each time.
LEVELS = 16


def lay_out() -> None:
    """Let all layouts that wait take their places now, from the innermost to the window's own."""
    for _level in range(LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


class LaidOutFirst(QObject):
    """Watches a window: what waits to be laid out has its place before anything is painted.

    A layout asks its parent one level at a time, and what is asked while Qt works through its
    queue stands after the paint that was queued already. So rows in rows, and a page that is now
    higher than its scroll area, were painted once where they no longer belong.
    """

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        """Begin to watch.

        Args:
            window: A window of its own; the paint of all its widgets is asked for there.
            parent: How long to watch; None = as long as the window lives.
        """
        super().__init__(parent or window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            lay_out()
        return super().eventFilter(watched, event)
