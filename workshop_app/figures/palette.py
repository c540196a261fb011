"""The two palettes: what every colour role is worth on light and on dark ground."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.figures.shapes import Role

_LIGHT: Mapping[Role, str] = MappingProxyType(
    {
        Role.CANVAS: "#F5F7F6",
        Role.STAGE: "#FBFCFB",
        Role.SURFACE: "#FFFFFF",
        Role.SUNKEN: "#ECF0EF",
        Role.LINE: "#DCE3E2",
        Role.LINE2: "#B4BFC2",
        Role.CTRL: "#7C8B91",
        Role.INK: "#13232B",
        Role.INK2: "#3F505A",
        Role.INK3: "#566770",
        Role.ACCENT: "#0B5A5E",
        Role.ACCENT_DARK: "#084649",
        Role.TINT: "#E3F0EF",
        Role.TINT2: "#C3DEDC",
        Role.START: "#4F9793",
        Role.MUST: "#24343C",
        Role.WARN: "#7A4B00",
        Role.WARN_TINT: "#FCF1DC",
        Role.BAD: "#A3231B",
        Role.BAD_TINT: "#FBE9E7",
        Role.WATER: "#DCEAED",
        Role.WATER2: "#C4DBE1",
        Role.DEEP: "#2B4A55",
        Role.ON_FILL: "#FFFFFF",
        Role.TRACK_A: "#3666BD",
        Role.TRACK_B: "#C5440D",
        Role.TRACK_C: "#81416E",
        Role.TRACK_D: "#6E7540",
        Role.TRACK_E: "#A6021C",
        Role.TRACK_F: "#002E62",
        Role.TRACK_A_TINT: "#EBF0F9",
        Role.TRACK_B_TINT: "#FBEEE8",
        Role.TRACK_C_TINT: "#F4EDF2",
        Role.TRACK_D_TINT: "#F1F2EA",
        Role.TRACK_E_TINT: "#F9E8EA",
        Role.TRACK_F_TINT: "#E7EBF1",
    }
)

# For dark rooms only. Fills are light here, so what stands on a fill is dark.
_DARK: Mapping[Role, str] = MappingProxyType(
    {
        Role.CANVAS: "#0E1C22",
        Role.STAGE: "#0E1C22",
        Role.SURFACE: "#15272E",
        Role.SUNKEN: "#1B3038",
        Role.LINE: "#29424B",
        Role.LINE2: "#45606A",
        Role.CTRL: "#8499A1",
        Role.INK: "#F2F6F5",
        Role.INK2: "#CBD7DA",
        Role.INK3: "#A9BCC2",
        Role.ACCENT: "#6FD0C8",
        Role.ACCENT_DARK: "#B5EEE8",
        Role.TINT: "#173A3E",
        Role.TINT2: "#215054",
        Role.START: "#3F8F8B",
        Role.MUST: "#D8E1E3",
        Role.WARN: "#F4C46B",
        Role.WARN_TINT: "#3A2F17",
        Role.BAD: "#FF9C92",
        Role.BAD_TINT: "#43211F",
        Role.WATER: "#12303A",
        Role.WATER2: "#0F3A48",
        Role.DEEP: "#B9D2DA",
        Role.ON_FILL: "#0E1C22",
        Role.TRACK_A: "#75B4FF",
        Role.TRACK_B: "#F4A241",
        Role.TRACK_C: "#C093B6",
        Role.TRACK_D: "#E3E4A5",
        Role.TRACK_E: "#EA5E6B",
        Role.TRACK_F: "#CCEAFD",
        Role.TRACK_A_TINT: "#1A2E3E",
        Role.TRACK_B_TINT: "#2D2C26",
        Role.TRACK_C_TINT: "#262B35",
        Role.TRACK_D_TINT: "#2A3532",
        Role.TRACK_E_TINT: "#2C252C",
        Role.TRACK_F_TINT: "#273A44",
    }
)

_TRACKS: tuple[tuple[Role, Role], ...] = (
    (Role.TRACK_A, Role.TRACK_A_TINT),
    (Role.TRACK_B, Role.TRACK_B_TINT),
    (Role.TRACK_C, Role.TRACK_C_TINT),
    (Role.TRACK_D, Role.TRACK_D_TINT),
    (Role.TRACK_E, Role.TRACK_E_TINT),
    (Role.TRACK_F, Role.TRACK_F_TINT),
)


def palette(dark: bool) -> Mapping[Role, str]:  # noqa: FBT001 - one switch, named at every call
    """Hex values (`#RRGGBB`) for every role, on dark or on light ground."""
    return _DARK if dark else _LIGHT


def track_roles(index: int) -> tuple[Role, Role]:
    """The solid colour and the tint of a track; after six the colours come round again."""
    return _TRACKS[index % len(_TRACKS)]


def track_letter(index: int) -> str:
    """A, B … Z, AA, AB …: the letter of the track with this place in the order (from 0)."""
    letters = ""
    rest = index
    while rest >= 0:
        letters = chr(ord("A") + rest % 26) + letters
        rest = rest // 26 - 1
    return letters
