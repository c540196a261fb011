"""The look of the windows: colours of the palette, our own type, style sheet and focus ring."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import Palette, font_for, load_fonts
from workshop_app.ui.qss import style_sheet
from workshop_app.ui.widgets.focus_ring import watch_focus

GAP = 4
"""The step of all distances: 4 8 12 16 20 28 48."""

TEXT = 14
SMALL = 12
SECTION = 15
TITLE = 25


def window_palette() -> Palette:
    """The facilitator's window is always light."""
    return palette(dark=False)


def color(role: Role) -> QColor:
    """The window's colour for a role."""
    return QColor(window_palette()[role])


def font(pixels: int = TEXT, weight: Weight = Weight.REGULAR) -> QFont:
    """Our type in that size; use it for everything that is painted by hand."""
    return font_for(pixels, weight)


def apply_theme(app: QApplication, fonts: Path | None = None) -> None:
    """Give the application its look. Safe to call again.

    Args:
        app: The application.
        fonts: Folder of the bundled fonts; None if they are loaded already.
    """
    if fonts is not None:
        load_fonts(fonts)
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_qt_palette())
    app.setStyleSheet(style_sheet(window_palette()))
    # An act's letter belongs to the desk, never to a hidden mnemonic.
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    watch_focus(app)


def set_role(label: QLabel, role: str) -> QLabel:
    """Give a label its look: title, section, lead, caption, strong, warn or row; gives it back."""
    label.setProperty("role", role)
    repolish(label)
    return label


def repolish(widget: QWidget) -> None:
    """Read the style sheet again after a property has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _qt_palette() -> QPalette:
    colors = {
        QPalette.ColorRole.Window: Role.CANVAS,
        QPalette.ColorRole.Base: Role.SURFACE,
        QPalette.ColorRole.AlternateBase: Role.CANVAS,
        QPalette.ColorRole.Button: Role.SURFACE,
        QPalette.ColorRole.Text: Role.INK,
        QPalette.ColorRole.WindowText: Role.INK,
        QPalette.ColorRole.ButtonText: Role.INK,
        QPalette.ColorRole.PlaceholderText: Role.INK3,
        QPalette.ColorRole.ToolTipBase: Role.INK,
        QPalette.ColorRole.ToolTipText: Role.SURFACE,
        QPalette.ColorRole.Highlight: Role.TINT2,
        QPalette.ColorRole.HighlightedText: Role.INK,
        QPalette.ColorRole.Link: Role.ACCENT,
    }
    result = QPalette()
    for place, role in colors.items():
        result.setColor(place, color(role))
    for place in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        result.setColor(QPalette.ColorGroup.Disabled, place, color(Role.INK3))
    return result
