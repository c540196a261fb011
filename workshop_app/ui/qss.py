"""The style sheet: what Qt draws itself (labels, inputs, cards, menus, scroll bars)."""

from __future__ import annotations

from string import Template

from workshop_app.figures.shapes import Role
from workshop_app.ui.painting import Palette

_SHEET = Template("""
QToolTip { background: $ink; color: $surface; border: 0; padding: 6px 8px; font-size: 13px; }
QLabel { color: $ink; background: transparent; }
QLabel[role="title"] { font-size: 25px; font-weight: 700; letter-spacing: -0.4px; }
QLabel[role="section"] { font-size: 15px; font-weight: 700; }
QLabel[role="lead"] { font-size: 14px; color: $ink2; }
QLabel[role="caption"] { font-size: 13px; color: $ink3; }
QLabel[role="row"] { font-size: 14px; }
QLabel[role="strong"] { font-size: 14px; font-weight: 600; }
QLabel[role="group"] { font-size: 13px; font-weight: 600; color: $ink3; }
QLabel[role="warn"] { font-size: 13px; color: $warn; }
QLabel[role="bad"] { font-size: 13px; color: $bad; }
QLabel[role="figure"] { font-size: 26px; font-weight: 700; letter-spacing: -0.4px; }
QLabel[role="display"] { font-size: 42px; font-weight: 700; letter-spacing: -0.9px; }
QLabel:disabled { color: $ink3; }

QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[card="chosen"] { background: $accenttint; border: 1px solid $accent; border-radius: 10px; }
QFrame[card="warn"] { background: $warntint; border: 1px solid $warntint; border-radius: 10px; }
QFrame[panel="true"] { background: $surface; }
QFrame[divider="true"] { background: $line; border: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $ink; border: 1px solid $ctrl; border-radius: 6px;
  padding: 0 11px; min-height: 34px; font-size: 14px;
  selection-background-color: $accenttint2; selection-color: $ink; }
QPlainTextEdit, QTextEdit { padding: 7px 8px; }
QLineEdit[error="true"], QPlainTextEdit[error="true"] { border: 2px solid $bad; }
QLineEdit[cell="true"] { min-height: 0; padding: 0 5px; border: 2px solid $accent;
  border-radius: 4px; }
QLineEdit[cell="true"][error="true"] { border-color: $bad; }
QLabel[bubble="true"] { background: $badtint; border: 1px solid $bad; border-radius: 6px;
  padding: 5px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QDateEdit:disabled, QComboBox:disabled {
  background: $sunken; color: $ink3; border-color: $line2; }
QLineEdit:read-only { background: $canvas; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { width: 9px; margin-right: 9px;
  image: url(:/qt-project.org/styles/commonstyle/images/arrow-down-32.png); }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $ctrl; outline: 0; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0 11px; min-height: 0; background: transparent; }
QDateEdit::up-button, QDateEdit::down-button { width: 0; border: 0; }

QPushButton { background: $surface; color: $ink; border: 1px solid $line2; border-radius: 7px;
  padding: 0 14px; min-height: 34px; font-size: 14px; font-weight: 600; }
QPushButton:hover { border-color: $ctrl; background: $canvas; }
QPushButton:disabled { background: $sunken; color: $ink3; border-color: $sunken; }
QPushButton[kind="primary"] { background: $accent; color: $onfill; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accenthover; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { background: $accenttint; }
QPushButton[painted="true"] { border: 0; padding: 0; min-height: 0; background: transparent; }
QPushButton[seg] { border: 1px solid $ctrl; border-radius: 0; min-height: 30px; }
QPushButton[seg="first"] { border-top-left-radius: 7px; border-bottom-left-radius: 7px; }
QPushButton[seg="mid"] { border-left: 0; }
QPushButton[seg="last"] { border-left: 0;
  border-top-right-radius: 7px; border-bottom-right-radius: 7px; }
QPushButton[seg]:checked { background: $accenttint; border-color: $accent; font-weight: 700; }

QAbstractItemView { background: transparent; border: 0; outline: 0; color: $ink; font-size: 14px; }
QHeaderView::section { background: transparent; color: $ink3; border: 0;
  border-bottom: 1px solid $line; font-size: 12px; font-weight: 600; padding: 6px 8px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[scrolled="true"] { background: transparent; }

QMenu { background: $surface; color: $ink; border: 1px solid $ctrl; border-radius: 8px;
  padding: 6px; font-size: 14px; }
QMenu::item { padding: 7px 24px 7px 14px; min-width: 150px; border-radius: 5px; }
QMenu::item:selected { background: $accenttint; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QDialog { background: $surface; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $ctrl; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
""")


def style_sheet(palette: Palette) -> str:
    """The whole sheet with the palette's values; colour names are the roles without hyphens."""
    return _SHEET.substitute({role.value.replace("-", ""): palette[role] for role in Role})
