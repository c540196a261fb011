"""From bytes to text: the encodings spreadsheet programs write, and what cannot be read as any."""

from __future__ import annotations

import codecs
import re
from types import MappingProxyType

_HEAD = 400
# In the order they are believed in: å, ä and ö as each writes them.
_INSIDE = MappingProxyType(
    {
        "cp1252": re.compile(rb"[a-z][\xe5\xe4\xf6]"),
        "mac_roman": re.compile(rb"[a-z][\x8c\x8a\x9a][a-z]"),
        "cp850": re.compile(rb"[a-z][\x86\x84\x94][a-z]"),
    }
)
BAD_LETTER = "\ufffd"
"""Stands where bytes are no letter."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONG = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
# UTF-8 that was taken for Windows-1252 and saved again: the Swedish letters come out so.
_TWICE = re.compile("\u00c3[\u00a5\u00a4\u00b6\u2026\u201e\u2013]")


def decoded(data: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16, or else Windows-1252.

    Bytes that are no letter become `BAD_LETTER`, which is told of where it stands.
    """
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if _mostly_nothing(data[start:_HEAD:2]):
            return data.decode(encoding, errors="replace")
    if data.startswith(codecs.BOM_UTF8) or _mostly_utf_8(data):
        return data.decode("utf-8-sig", errors="replace")
    return data.decode(_older(data), errors="replace")


def _older(data: bytes) -> str:
    """Windows-1252, or what a Mac or DOS wrote, by which Swedish letters stand inside words."""
    found = {name: len(pattern.findall(data)) for name, pattern in _INSIDE.items()}
    return max(found, key=lambda name: found[name])


def _mostly_nothing(half: bytes) -> bool:
    """Whether every second byte is zero, as in UTF-16 of the letters used here."""
    return half.count(0) * 2 > len(half)


def is_garbled(raw: object) -> bool:
    """Whether letters of a cell have been lost on the way."""
    if not isinstance(raw, str):
        return False
    return BAD_LETTER in raw or "\0" in raw or bool(_TWICE.search(raw))


def _mostly_utf_8(data: bytes) -> bool:
    """Whether it is UTF-8, with a letter or two lost at most."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        lost = data.decode("utf-8", errors="replace").count(BAD_LETTER)
        return len(_LONG.findall(data)) > lost
    return True
