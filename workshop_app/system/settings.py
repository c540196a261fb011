"""What belongs to this machine and user, not to a day: languages, screen, folded column."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from workshop_app.system.language import Language

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """All settings with their defaults.

    Attributes:
        language: Of the facilitator's window.
        screen_language: Of the shared screen.
        report_language: Of everything printed.
        stage_screen: Name and serial of the screen the room sees; empty = the one that is not the
        laptop's.
        dark_stage: For dark rooms only.
        reduced_motion: No animation at all.
        stage_zoom: 100, 115 or 130 percent.
        folded: The right column is folded.
        recent_import_folder: Where something was last read in from.
        facilitator_code: Four digits that end voting at the laptop; empty = a question is enough.
        copy_folder: Where copies are saved by themselves; empty = a folder in Documents.
    """

    language: Language = Language.SWEDISH
    screen_language: Language = Language.SWEDISH
    report_language: Language = Language.SWEDISH
    stage_screen: str = ""
    dark_stage: bool = False
    reduced_motion: bool = False
    stage_zoom: int = 100
    folded: bool = False
    recent_import_folder: str = field(default="")
    copy_folder: str = ""
    facilitator_code: str = ""


_LANGUAGES = ("language", "screen_language", "report_language")


def load(path: Path) -> Settings:
    """The settings of the file; what is missing or unreadable has its default."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        logger.info("The settings could not be read; defaults are used")
        return Settings()
    return _from(stored) if isinstance(stored, dict) else Settings()


def _from(found: dict[str, object]) -> Settings:
    plain = asdict(Settings())
    for name, default in plain.items():
        value = found.get(name, default)
        if name in _LANGUAGES:
            plain[name] = Language(str(value)) if value in set(Language) else default
        elif type(value) is type(default):
            plain[name] = value
    return Settings(**plain)


def save(path: Path, settings: Settings) -> None:
    """Write all of it or nothing: temporary file, fsync, replace.

    Raises:
        OSError: if the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8") as out:
        json.dump(asdict(settings), out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(path)


class KeptSettings:
    """The settings of a running program, written down at each change.

    Attributes:
        now: As they are.
    """

    def __init__(self, path: Path, settings: Settings) -> None:
        """Keep settings in a file."""
        self._path = path
        self.now = settings

    def change(self, **fields: object) -> None:
        """Other values from now on; if they cannot be written they hold until the program ends."""
        self.now = replace(self.now, **fields)  # type: ignore[arg-type]  # the names are the fields
        try:
            save(self._path, self.now)
        except OSError:
            logger.warning("The settings could not be saved")
