"""What belongs to this machine and user, not to a day: languages, screen, folded column."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from workshop_app.system.language import Language

logger = logging.getLogger(__name__)

STAGE_ZOOMS = (100, 115, 130)
WINDOW_SCALES = (100, 115, 130, 150, 200)
TEXT_SIZES = (100, 115, 130)
CODE_DIGITS = 4
LONGEST = 4000
"""A text that is longer than any path or name of a screen is a fault in the file."""
_FIRST_PRINTED, _DELETE = 32, 127
_SURROGATES = range(0xD800, 0xE000)


class Motion(StrEnum):
    """Whether pictures may move."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


@dataclass(frozen=True)
class Settings:
    """All settings with their defaults.

    Attributes:
        language: Of the facilitator's window.
        screen_language: Of the shared screen.
        report_language: Of everything printed.
        stage_screen: Name and serial of the screen the room sees; empty = the one that is not the
        laptop's.
        dark_stage: For dark rooms only; what a day that says nothing begins with.
        motion: As the system says, none, or all there is.
        stage_zoom: 100, 115 or 130 percent.
        window_scale: How large the window is drawn, in percent; from the next start.
        text_size: How large its text is on top of that, in percent; from the next start.
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
    motion: Motion = Motion.SYSTEM
    stage_zoom: int = 100
    window_scale: int = 100
    text_size: int = 100
    folded: bool = False
    recent_import_folder: str = ""
    copy_folder: str = ""
    facilitator_code: str = ""

    @property
    def reduced_motion(self) -> bool:
        """No animation at all; what the system says counts where nothing else is chosen."""
        if self.motion is Motion.SYSTEM:
            # What reads the system's files costs 17 ms to import; the first window moves nothing.
            from workshop_app.system.motion import less_motion_wanted

            return bool(less_motion_wanted())
        return self.motion is Motion.REDUCED


_PERCENTS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {"stage_zoom": STAGE_ZOOMS, "window_scale": WINDOW_SCALES, "text_size": TEXT_SIZES}
)


def fits(name: str, value: object) -> bool:
    """Whether a value can be that setting."""
    default = getattr(Settings(), name)
    if isinstance(default, StrEnum):
        return isinstance(value, str) and value in set(type(default))
    if type(value) is not type(default):
        return False
    if name in _PERCENTS:
        return value in _PERCENTS[name]
    if name == "facilitator_code":
        return not value or is_code(str(value))
    return not isinstance(value, str) or _is_plain(value)


def is_code(digits: str) -> bool:
    """Four digits."""
    return len(digits) == CODE_DIGITS and digits.isascii() and digits.isdigit()


def _is_plain(text: str) -> bool:
    """Whether it can be a path or the name of a screen, and can be written down."""
    return len(text) <= LONGEST and not any(
        ord(sign) < _FIRST_PRINTED or ord(sign) == _DELETE or ord(sign) in _SURROGATES
        for sign in text
    )


def load(path: Path) -> Settings:
    """The settings of the file; what is missing or unreadable has its default."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    # Brackets in brackets a thousand deep are a fault in the file like any other.
    except (OSError, ValueError, RecursionError):
        logger.info("The settings could not be read; defaults are used")
        return Settings()
    return _from(stored) if isinstance(stored, dict) else Settings()


def _from(found: dict[str, object]) -> Settings:
    plain: dict[str, object] = {}
    # What is called motion now was once a yes or a no.
    if found.get("reduced_motion") is True:
        plain["motion"] = Motion.REDUCED
    for name, default in _fields(Settings()).items():
        value = found.get(name)
        if fits(name, value):
            plain[name] = type(default)(str(value)) if isinstance(default, StrEnum) else value
    return Settings(**plain)  # type: ignore[arg-type]  # each fits its field


def _fields(settings: Settings) -> dict[str, object]:
    return {field.name: getattr(settings, field.name) for field in fields(settings)}


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


Told = Callable[[frozenset[str]], None]


class KeptSettings:
    """The settings of a running program, written down at each change.

    Attributes:
        now: As they are.
        written: Whether the last change is on disk.
    """

    def __init__(self, path: Path | None = None, settings: Settings | None = None) -> None:
        """Keep settings in a file; without a path only until the program ends."""
        self._path = path
        self.now = settings or Settings()
        self.written = True
        self._watchers: list[Told] = []

    def watch(self, told: Told) -> None:
        """Tell of each change from now on: the names of the fields that have other values."""
        self._watchers.append(told)

    def unwatch(self, told: Told) -> None:
        """Tell no more."""
        self._watchers.remove(told)

    def change(self, **wanted: object) -> None:
        """Other values from now on; if they cannot be written they hold until the program ends.

        Raises:
            ValueError: for a value that is none of the setting's.
        """
        wrong = [name for name, value in wanted.items() if not fits(name, value)]
        if wrong:
            raise ValueError(*wrong)
        before = _fields(self.now)
        changed = frozenset(name for name, value in wanted.items() if before[name] != value)
        if not changed:
            return
        self.now = replace(self.now, **wanted)  # type: ignore[arg-type]  # the names are the fields
        self._write()
        for told in tuple(self._watchers):
            told(changed)

    def reset(self) -> None:
        """As they were when the program was new, but for the two that only remember."""
        kept = {"folded", "recent_import_folder"}
        fresh = {name: value for name, value in _fields(Settings()).items() if name not in kept}
        self.change(**fresh)

    def _write(self) -> None:
        if self._path is None:
            return
        try:
            save(self._path, self.now)
        except OSError:
            self.written = False
            logger.warning("The settings could not be saved")
        else:
            self.written = True
