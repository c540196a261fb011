"""Which term a person most likely wonders about: that of what has the keyboard, or of the step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMainWindow, QWidget

from workshop_app.system.language import Language
from workshop_app.ui.glossary.terms import Term, about
from workshop_app.ui.page import Page

STEP_TERMS: Mapping[str, str] = MappingProxyType(
    {
        "day": "verkstadsdag",
        "people": "deltagare",
        "tracks": "spårområde",
        "units": "enhet / avdelning / verksamhet",
        "situation": "nuläge / önskat läge",
        "initiatives": "initiativ",
        "follow_up": "behåll, utveckla, avveckla",
        "vote": "prickröstning",
        "roadmap": "milstolpe",
        "need": "behöver ha",
        "prioritise": "rangordna / prioritera",
        "frame": "ekonomisk ram, budgetram",
        "alternatives": "ramalternativ",
        "questions": "samsyn",
        "summary": "förhandsgranska / skriv ut",
    }
)
"""The term of each step, as the word list has it in Swedish."""


def nearest(
    terms: Sequence[Term], focus: QWidget | None, step: str, language: Language
) -> Term | None:
    """The term to open the word list at.

    Args:
        terms: The word list.
        focus: What has the keyboard.
        step: The step that is open; empty on the start page.
        language: The window's.

    Returns:
        The term of the control, of what it stands in, or of the step; None without any.
    """
    term = about(terms, said_around(focus), language)
    if term is not None:
        return term
    return next((one for one in terms if one.swedish == STEP_TERMS.get(step)), None)


def said_around(focus: QWidget | None) -> Iterator[str]:
    """What the control says, then what it stands in says, outwards to the page or the dialog."""
    widget = focus
    while widget is not None and not isinstance(widget, Page | QMainWindow):
        yield widget.accessibleName()
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        if isinstance(widget, QDialog):
            return
        widget = widget.parentWidget()
