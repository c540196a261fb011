"""Widgets whose look follows a property."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def repolish(widget: QWidget) -> None:
    """Read the style sheet again after a property has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
