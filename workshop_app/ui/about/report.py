"""The error report: what the program is, what it runs on, and what the log says. No names, no day.

The log never has what somebody typed (`system.logs`), an error in it is its kind and its places
(`system.crash`), and the user's own folder is written as ~ here.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import qVersion

from workshop_app import __version__
from workshop_app.system.crash import CRASH, NATIVE_BEFORE
from workshop_app.system.logs import LOG
from workshop_app.system.settings import Settings

TAIL = 200
"""So many of the last lines of the log."""
SECRET = frozenset({"facilitator_code", "copy_folder", "recent_import_folder", "stage_screen"})
"""Settings that are left out: they tell of a person or a place."""


def error_report(logs: Path, settings: Settings) -> str:
    """All of it as plain text; what cannot be read is left out."""
    parts = [
        "\n".join(_versions()),
        _titled("Settings", _settings(settings)),
        _titled("Last error", _lines(logs / CRASH)),
        _titled("Last stop of Python itself", _lines(logs / NATIVE_BEFORE)),
        _titled("Log", _lines(logs / LOG)),
    ]
    return without_home("\n\n".join(part for part in parts if part)) + "\n"


def without_home(text: str, home: Path | None = None) -> str:
    """The text with the user's own folder, which mostly holds a name, as ~."""
    folder = str(home or Path.home())
    return text.replace(folder, "~") if len(folder) > 1 else text


def _versions() -> Iterable[str]:
    yield f"Milstolpe {__version__}"
    yield f"Python {platform.python_version()}, Qt {qVersion()}"
    yield f"{platform.system()} {platform.release()}, {platform.machine()}"
    if getattr(sys, "frozen", False):
        yield "Installed package"


def _settings(settings: Settings) -> list[str]:
    shown = {name: getattr(settings, name) for name in settings.__dataclass_fields__}
    return [f"{name} = {value}" for name, value in shown.items() if name not in SECRET]


def _titled(title: str, lines: list[str]) -> str:
    return "\n".join([title, *lines]) if lines else ""


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.splitlines()[-TAIL:]
