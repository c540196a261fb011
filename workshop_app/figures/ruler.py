"""Measures text from the bundled font files alone.

reportlab and Qt (kerning off) add up the same advance widths, so lines break
alike on screen and on paper, and the figures need neither of them.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from workshop_app.figures.shapes import Weight

FAMILY = "MilstolpeSans"
_CACHE_LIMIT = 8192
_SEGMENTS, _GROUPS = 4, 12
_LAST_BMP = 0xFFFF


class FontError(ValueError):
    """The file is not a TrueType font we can read."""


class FontRuler:
    """Widths in the five faces of Milstolpe Sans; a face is read the first time it is asked for."""

    def __init__(self, folder: Path) -> None:
        """Measure with the files `MilstolpeSans-<weight>.ttf` in `folder`."""
        self._folder = folder
        self._faces: dict[Weight, Face] = {}
        self._seen: dict[tuple[str, Weight], float] = {}

    def width(self, text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        """Width of one line of text in the unit of `size`, kerning off.

        Raises:
            OSError: The font file is missing.
            FontError: It is not a font.
        """
        key = (text, weight)
        ems = self._seen.get(key)
        if ems is None:
            ems = self._face(weight).ems(text)
            if len(self._seen) >= _CACHE_LIMIT:
                self._seen.clear()
            self._seen[key] = ems
        return ems * size

    def _face(self, weight: Weight) -> Face:
        face = self._faces.get(weight)
        if face is None:
            face = Face((self._folder / f"{FAMILY}-{weight.value}.ttf").read_bytes())
            self._faces[weight] = face
        return face


class Face:
    """The advance widths of one font."""

    def __init__(self, data: bytes) -> None:
        """Read the tables `head`, `hhea`, `hmtx` and `cmap`.

        Raises:
            FontError: The bytes are not such a font.
        """
        try:
            tables = _tables(data)
            units = int(struct.unpack_from(">H", data, tables["head"] + 18)[0])
            widths = _advances(data, tables)
            glyphs = _glyphs(data, tables["cmap"])
        except (KeyError, struct.error) as error:
            raise FontError(str(error)) from error
        last = len(widths) - 1
        self._ems = {code: widths[min(glyph, last)] / units for code, glyph in glyphs.items()}
        self._missing = widths[0] / units

    def ems(self, text: str) -> float:
        """Width of the text at size 1; a character the font lacks is as wide as its empty box."""
        ems, missing = self._ems, self._missing
        return sum(ems.get(ord(char), missing) for char in text)

    def has(self, char: str) -> bool:
        """Whether the font has a shape of its own for the character."""
        return ord(char) in self._ems


def _tables(data: bytes) -> Mapping[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in entries}


def _advances(data: bytes, tables: Mapping[str, int]) -> tuple[int, ...]:
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    pairs = struct.unpack_from(f">{2 * count}H", data, tables["hmtx"])
    return tuple(pairs[::2])


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Character code to glyph number, from the Unicode tables in formats 4 and 12."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    found: dict[int, int] = {}
    for i in range(count):
        platform, _, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * i)
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if platform in {0, 3} and form == _SEGMENTS:
            found |= _segments(data, cmap + offset)
        elif platform in {0, 3} and form == _GROUPS:
            found |= _groups(data, cmap + offset)
    if not found:
        raise FontError("no Unicode character table")
    return found


def _segments(data: bytes, at: int) -> dict[int, int]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    many = double // 2
    ends = struct.unpack_from(f">{many}H", data, at + 14)
    starts = struct.unpack_from(f">{many}H", data, at + 16 + double)
    deltas = struct.unpack_from(f">{many}H", data, at + 16 + 2 * double)
    shift_at = at + 16 + 3 * double
    shifts = struct.unpack_from(f">{many}H", data, shift_at)
    found: dict[int, int] = {}
    for i in range(many):
        for code in range(starts[i], min(ends[i], _LAST_BMP - 1) + 1):
            glyph = code
            if shifts[i]:
                place = shift_at + 2 * i + shifts[i] + 2 * (code - starts[i])
                (glyph,) = struct.unpack_from(">H", data, place)
            if glyph or not shifts[i]:
                glyph = (glyph + deltas[i]) & _LAST_BMP
            if glyph:
                found[code] = glyph
    return found


def _groups(data: bytes, at: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">L", data, at + 12)
    found: dict[int, int] = {}
    for i in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, at + 16 + 12 * i)
        found |= {code: glyph + code - first for code in range(first, last + 1)}
    return found
