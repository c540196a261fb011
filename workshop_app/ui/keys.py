"""What a key box says: arrows as arrows, long names in the reader's language."""

from __future__ import annotations

from workshop_app.system.language import Words

BOXES = "|"
"""Parts several key boxes in one text, as in "←|→"."""


def key_caption(words: Words, sequence: str) -> str:
    """Qt's portable key sequence as a person reads it: "Ctrl+Right" is "Ctrl →"."""
    _ = words.gettext
    names = {
        "Right": "→",
        "Left": "←",
        "Up": "↑",
        "Down": "↓",
        "Return": "Enter",
        "Space": _("Space"),
        "PgUp": "PgUp",
        "PgDown": "PgDn",
        "Shift": _("Shift"),
        "Del": _("Delete"),
    }
    if sequence.endswith("++"):
        parts = [*sequence[:-2].split("+"), "+"]
    else:
        parts = sequence.split("+") if sequence != "+" else ["+"]
    return " ".join(names.get(part, part) for part in parts)
