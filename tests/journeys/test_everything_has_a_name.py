"""Whoever does not see the screen: every widget that takes the keyboard says what it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QDialog, QScrollArea, QWidget

from tests.journeys.program import desk_of, keyboard, running

CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = ("vote", "roadmap", "prioritise", "frame", "summary")
MOST_TABS = 120


def focusable(window: QWidget) -> list[QWidget]:
    """Everything in the window that Tab gives the keyboard to."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and type(widget) not in (QScrollArea, QAbstractScrollArea)
    ]


def waits_in_a_group(widget: QWidget) -> bool:
    """Of several choices Tab reaches one; arrows lead to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()


def nameless(window: QWidget) -> list[str]:
    """Those of them that a screen reader has no name for."""
    found = []
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def reached_by_tab(qtbot, window: QWidget) -> list[QWidget]:
    """What Tab reaches, in order, until it comes round."""
    window.activateWindow()
    reached: list[QWidget] = []
    for _ in range(MOST_TABS):
        keyboard(qtbot, Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
    return reached


def test_every_page_says_what_its_widgets_are(qtbot):
    with running(qtbot) as program:
        assert nameless(program.start_page) == []
        program.open_sample()
        desk = desk_of(program)
        faults = {}
        for page in desk.frame.pages:
            desk.go_to(page.step)
            faults[page.step] = nameless(desk)

        assert set(STEPS) <= set(faults)
        assert {step: names for step, names in faults.items() if names} == {}


def test_tab_reaches_all_of_every_page(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        missed = {}
        for page in desk.frame.pages:
            desk.go_to(page.step)
            reached = reached_by_tab(qtbot, desk)
            missed[page.step] = [
                type(widget).__name__
                for widget in focusable(desk)
                if widget not in reached and not waits_in_a_group(widget)
            ]

        assert {step: left for step, left in missed.items() if left} == {}


def test_the_keys_and_the_ballot_say_what_they_are(qtbot):
    with running(qtbot) as program:
        program.open_sample()
        desk = desk_of(program)
        desk.show_keys()
        (dialog,) = desk.findChildren(QDialog)
        assert nameless(dialog) == []
        dialog.close()
        desk.activateWindow()
        keyboard(qtbot, Qt.Key.Key_V, Qt.Key.Key_Return)
        assert nameless(desk) == []
        keyboard(qtbot, Qt.Key.Key_Return)
        assert nameless(desk) == []
        keyboard(qtbot, Qt.Key.Key_Escape)
