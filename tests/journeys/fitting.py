"""What does not fit in a window: cut words, widgets over each other, pages that are too wide."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from workshop_app.ui.start_parts import WayIn
from workshop_app.ui.widgets.choices import Segment

# These lie over the others, or are placed by hand, and are meant to.
LAYERS = frozenset({"FocusRing", "NoticeBar", "Kiosk", "FaultBar"})
SLACK = 1


def told(widget: QWidget) -> str:
    """The widget, for the one who reads why a test failed."""
    text = getattr(widget, "text", "")
    words = text() if callable(text) else text
    parent = type(widget.parentWidget()).__name__
    return f"{type(widget).__name__} {(words or widget.accessibleName())[:40]!r} in {parent}"


def shown(window: QWidget) -> list[QWidget]:
    """Everything in the window that has a size on the screen."""
    return [w for w in window.findChildren(QWidget) if w.isVisible() and not w.size().isEmpty()]


def cut_label(label: QLabel) -> bool:
    """Whether some of its words are not seen and nothing tells them."""
    if not label.wordWrap():
        need, room = label.sizeHint(), label.size()
        tip = bool(label.toolTip())
        return need.height() > room.height() + SLACK or (
            need.width() > room.width() + SLACK and not tip
        )
    metrics = label.fontMetrics()
    longest = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
    lines = label.heightForWidth(label.width())
    return lines > label.height() + SLACK or longest > label.contentsRect().width() + SLACK


def cut_button(button: QAbstractButton) -> bool:
    """Whether its words end in dots and no tip says the whole."""
    if isinstance(button, WayIn):
        return False  # Its words wrap in a field of a fixed height.
    if button.hasHeightForWidth():
        return button.heightForWidth(button.width()) > button.height() + SLACK
    if isinstance(button, QPushButton) and hasattr(button, "is_cut"):
        return False  # An act's button tells the whole itself when it is cut.
    # A segment gives up the air beside its words first.
    need = button.minimumSizeHint() if isinstance(button, Segment) else button.sizeHint()
    low = need.height() > button.height() + SLACK
    return low or (need.width() > button.width() + SLACK and not button.toolTip())


def cut_words(window: QWidget) -> Iterator[str]:
    """Labels and buttons whose words cannot be read."""
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.text():
            painted = type(widget).paintEvent is not QLabel.paintEvent
            if not painted and cut_label(widget):
                yield f"cut: {told(widget)} {widget.size().toTuple()}"
        elif isinstance(widget, QAbstractButton) and widget.text() and cut_button(widget):
            yield f"cut: {told(widget)} {widget.size().toTuple()}"


def overlapping(window: QWidget) -> Iterator[str]:
    """Widgets of one parent that lie over each other."""
    for parent in (window, *shown(window)):
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not child.size().isEmpty()
            and type(child).__name__ not in LAYERS
        ]
        for place, one in enumerate(children):
            for other in children[place + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > SLACK and both.height() > SLACK:
                    yield f"over each other: {told(one)} and {told(other)} {both.getRect()}"


def outside(window: QWidget) -> Iterator[str]:
    """Widgets that reach out of their parent where nothing scrolls."""
    for widget in shown(window):
        parent = widget.parentWidget()
        scrolls = isinstance(parent, QAbstractScrollArea) or isinstance(
            parent.parentWidget(), QAbstractScrollArea
        )
        if widget.isWindow() or scrolls or type(widget).__name__ in LAYERS:
            continue
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(widget.geometry()):
            yield f"outside: {told(widget)} {widget.geometry().getRect()}"


def too_wide(window: QWidget) -> Iterator[str]:
    """Pages that have to be scrolled sideways."""
    for area in shown(window):
        if isinstance(area, QScrollArea) and area.widget() is not None:
            need, room = area.widget().width(), area.viewport().width()
            if need > room:
                yield f"too wide: {told(area.widget())} {need} in {room}"


def misfits(window: QWidget) -> list[str]:
    """All of them, each once."""
    found = (*cut_words(window), *overlapping(window), *outside(window), *too_wide(window))
    return list(dict.fromkeys(found))
