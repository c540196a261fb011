"""The acts that work on every step of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workshop_app.system.language import Words
from workshop_app.ui.act import Act


@dataclass(frozen=True)
class DeskDeeds:
    """What the desk can do, for its keys and its menu."""

    stage: Callable[[], None]
    show: Callable[[], None]
    blank: Callable[[], None]
    next: Callable[[], None]
    previous: Callable[[], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    fold: Callable[[], None]
    keys: Callable[[], None]
    dismiss: Callable[[], None]
    close_day: Callable[[], None]
    quit: Callable[[], None]


@dataclass(frozen=True)
class DeskAble:
    """What can be done now."""

    show: Callable[[], bool]
    next: Callable[[], bool]
    previous: Callable[[], bool]
    undo: Callable[[], bool]
    redo: Callable[[], bool]
    dismiss: Callable[[], bool]


def desk_acts(words: Words, do: DeskDeeds, able: DeskAble) -> tuple[Act, ...]:
    """All of them; those with `hint` stand in the status row, after the page's own."""
    _ = words.gettext
    return (
        Act("stage.toggle", _("Shared screen"), ("F5",), do.stage),
        Act("stage.show", _("Show this step"), ("G",), do.show, able.show),
        Act("stage.blank", _("Blank the shared screen"), ("B",), do.blank, hint=False),
        Act(
            "step.next",
            _("Next step"),
            ("Ctrl+Right", "Alt+PgDown"),
            do.next,
            able.next,
            hint=False,
        ),
        Act(
            "step.previous",
            _("Previous step"),
            ("Ctrl+Left", "Alt+PgUp"),
            do.previous,
            able.previous,
            hint=False,
        ),
        Act("edit.undo", _("Undo"), ("Ctrl+Z",), do.undo, able.undo),
        Act("edit.redo", _("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), do.redo, able.redo, hint=False),
        Act("side.fold", _("Fold or unfold the right column"), ("Ctrl+0",), do.fold, hint=False),
        Act("keys", _("All keys"), ("?", "Shift+?"), do.keys, hint=False, key_text="?"),
        Act(
            "notice.dismiss", _("Close the notice"), ("Esc",), do.dismiss, able.dismiss, hint=False
        ),
        Act("day.close", _("Close the day"), ("Ctrl+W",), do.close_day, hint=False),
        Act("quit", _("Quit"), ("Ctrl+Q",), do.quit, hint=False),
    )
