"""An act: something a person can do now, with its key and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def always() -> bool:
    """For acts that can be done at any time."""
    return True


@dataclass(frozen=True)
class Act:
    """One act of a page or of the whole desk.

    Attributes:
        name: Stable name for tests and menus, such as "vote.advance".
        text: What it does, as a verb phrase, already in the window's language.
        keys: Key sequences in Qt's portable form, such as ("V",) or ("Ctrl+Right", "Alt+PgDown").
        run: Does it.
        enabled: Whether it can be done now; the status row shows only those that can.
        hint: Whether it stands in the status row.
        key_text: What the key box says; empty = made from the first key.
        writes: Whether it may change the day; those that do are off where the day can only be
            read. An act is taken to write unless it says that it only looks.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], None]
    enabled: Callable[[], bool] = always
    hint: bool = True
    key_text: str = ""
    writes: bool = True
