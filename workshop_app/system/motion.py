"""Whether the system asks programs to move less. Qt cannot be asked; each system keeps it apart."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_CLIENT_AREA_ANIMATION = 0x1042
_APPLE = Path("Library/Preferences/com.apple.universalaccess.plist")
_KDE = "kdeglobals"
_GTK = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
_NO = frozenset({"0", "false", "no", "off"})


def less_motion_wanted(
    platform: str = sys.platform,
    home: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> bool | None:
    """What the system says; None where it says nothing."""
    folder = home or Path.home()
    if platform == "win32":
        return _windows()
    if platform == "darwin":
        return _apple(folder / _APPLE)
    config = environment.get("XDG_CONFIG_HOME", "") if home is None else ""
    return _linux(Path(config) if config else folder / ".config")


def _windows() -> bool | None:
    # 4 ms to import, which only Windows needs.
    import ctypes

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return None
    moves = ctypes.c_int(1)
    asked = windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
    return not moves.value if asked else None


def _apple(path: Path) -> bool | None:
    # 13 ms to import, which only macOS needs.
    import plistlib

    try:
        with path.open("rb") as found:
            said = plistlib.load(found).get("reduceMotion")
    except (OSError, ValueError, AttributeError, plistlib.InvalidFileException):
        return None
    return bool(said) if said is not None else None


def _linux(config: Path) -> bool | None:
    factor = _value(config / _KDE, "KDE", "AnimationDurationFactor")
    if factor:
        return factor in {"0", "0.0"}
    for name in _GTK:
        moves = _value(config / name, "Settings", "gtk-enable-animations")
        if moves:
            return moves.lower() in _NO
    return None


def _value(path: Path, section: str, key: str) -> str:
    """One value of an ini file; `configparser` costs 9 ms to import before the first paint."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ""
    inside = False
    for line in map(str.strip, lines):
        if line.startswith("["):
            inside = line == f"[{section}]"
            continue
        name, _equals, value = line.partition("=")
        if inside and name.strip() == key:
            return value.strip()
    return ""
