"""What is no list at all: told by how the file begins, whatever it is called."""

from __future__ import annotations

import re

MOST_BYTES = 20_000_000
"""A list of a day is a thousandth of this."""
WORKBOOK_START = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAY_FILE = b"SQLite format 3\0"
_STARTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|table|meta)", re.IGNORECASE)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096
_ONE_IN = 50
"""Text has no control characters; one in fifty is a picture or a program."""


def other_file(data: bytes) -> str:
    """The code of what is wrong with a file that is no list; empty if it may be one.

    Args:
        data: The whole file.
    """
    if len(data) > MOST_BYTES:
        return "file_too_big"
    if data.startswith(_OLD_OFFICE):
        return "file_locked" if _ENCRYPTED in data else "old_spreadsheet"
    if data.startswith(_DAY_FILE):
        return "is_a_day"
    if data.startswith(WORKBOOK_START):
        return "other_spreadsheet" if _OPEN_DOCUMENT in data[:_HEAD] else ""
    head = data[:_HEAD]
    strange = len(_CONTROL.findall(head)) * _ONE_IN > len(head) and not head.startswith(_WIDE)
    return "no_list" if strange or data.startswith(_STARTS) or _MARKUP.match(head) else ""


OTHER_SHEETS = {
    ".xls": "old_spreadsheet",
    ".xlsb": "old_spreadsheet",
    ".ods": "other_spreadsheet",
    ".fods": "other_spreadsheet",
    ".numbers": "other_spreadsheet",
}
"""Endings of spreadsheets the program does not read: what is said of each."""
