"""The focus ring: 2 px ink outside a 2 px gap, drawn over the window, so no layout moves.

Item views have none: their delegates mark the row that has focus (see `rows.draw_row_focus`).
A widget with the property `ring` set to "none" has none either; `ringRadius` sets its corners.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Role

_OUT = 4
_RADIUS = 9.0
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ZOrderChange,
    }
)


class FocusRing(QWidget):
    """The ring of one window; a child that lies above everything and takes no mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("ring")
        self._target: QWidget | None = None
        self._chain: tuple[QWidget, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self, target: QWidget | None) -> None:
        """Stand round that widget, or nowhere."""
        # When the program ends, windows go while the focus is still told to move.
        for widget in filter(isValid, self._chain):
            widget.removeEventFilter(self)
            widget.destroyed.disconnect(self._lost)
        self._target = target
        self._chain = _up_to_window(target) if target is not None else ()
        for widget in self._chain:
            widget.installEventFilter(self)
            widget.destroyed.connect(self._lost)
        self._place()

    def _lost(self) -> None:
        self._target, self._chain = None, ()
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target, window = self._target, self._window
        if target is None or not target.isVisible() or not window.isAncestorOf(target):
            self.hide()
            return
        corner = target.mapTo(window, QPoint(0, 0))
        around = QRect(corner, target.size()).adjusted(-_OUT, -_OUT, _OUT, _OUT)
        self.setGeometry(around)
        seen = _seen_part(target, window).translated(-around.topLeft())
        self.setMask(QRegion(seen) if not seen.contains(self.rect()) else QRegion(self.rect()))
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        given = self._target.property("ringRadius") if self._target is not None else None
        radius = float(given) if given is not None else _RADIUS
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette(dark=False)[Role.INK]), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)


class FocusWatch(QObject):
    """Tells each window's ring where the focus is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        left = old.window() if old is not None else None
        # A window that goes tells of its focus while its children are half gone already.
        stays = left is not None and isValid(left) and left.isVisible()
        if left is not None and stays and (new is None or left is not new.window()):
            _ring_of(left).follow(None)
        if new is not None:
            _ring_of(new.window()).follow(new if _wants_ring(new) else None)


def watch_focus(app: QApplication) -> None:
    """Draw focus rings in all windows of the application; safe to call again."""
    if app.findChild(FocusWatch) is None:
        FocusWatch(app)


def _ring_of(window: QWidget) -> FocusRing:
    found = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, FocusRing) else FocusRing(window)


def _wants_ring(widget: QWidget) -> bool:
    return not isinstance(widget, QAbstractItemView) and widget.property("ring") != "none"


def _up_to_window(widget: QWidget) -> tuple[QWidget, ...]:
    chain = [widget]
    while not chain[-1].isWindow():
        above = chain[-1].parentWidget()
        if above is None:
            break
        chain.append(above)
    return tuple(chain)


def _seen_part(target: QWidget, window: QWidget) -> QRect:
    """What scroll areas let through, in the window's coordinates."""
    seen = window.rect()
    for widget in _up_to_window(target)[1:]:
        area = widget.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
            seen &= QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return seen
