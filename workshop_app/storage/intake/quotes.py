"""Where a quotation mark of a CSV text goes wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class _Scan:
    """Where the reading stands: record, column (both from 1), and the quoted cell it is in."""

    row: int = 1
    column: int = 1
    at_start: bool = True
    quoted: bool = False
    closed: bool = False
    opened: tuple[int, int] = (1, 1)

    def inside(self, char: str) -> None:
        """A character of a quoted cell."""
        if char == '"':
            self.quoted, self.closed = False, True

    def after(self, char: str) -> bool:
        """The character after the closing mark; False if it should not stand there."""
        self.closed = False
        if char == '"':  # two marks are one
            self.quoted = True
            return True
        return False

    def outside(self, char: str, delimiter: str) -> None:
        """A character outside quotation marks."""
        if char == '"' and self.at_start:
            self.quoted, self.opened = True, (self.row, self.column)
        self.at_start = char in (delimiter, "\n")
        if char == delimiter:
            self.column += 1
        elif char == "\n":
            self.row, self.column = self.row + 1, 1


def open_quote(text: str, delimiter: str) -> tuple[int, int]:
    """Record and column, both from 1, of the quoted cell that is not closed as it should be."""
    scan = _Scan()
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        if scan.quoted:
            scan.inside(char)
        elif scan.closed and char not in (delimiter, "\n"):
            if not scan.after(char):
                return scan.opened
        else:
            scan.closed = False
            scan.outside(char, delimiter)
    return scan.opened
