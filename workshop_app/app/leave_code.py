"""The facilitator's code: it ends voting at the laptop, so that no voter lands at the desk."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from workshop_app.domain.refused import Refused

DIGITS = 4


class LeaveCode:
    """Four digits, or none. A latch and no secret: whoever has the computer can read the settings.

    Attributes:
        save: Keeps a new code for the next time; None = only for now.
    """

    def __init__(self, digits: str = "", save: Callable[[str], None] | None = None) -> None:
        self._digits = digits if _is_code(digits) else ""
        self.save = save

    @property
    def asked(self) -> bool:
        """Whether there is a code to ask for."""
        return bool(self._digits)

    def fits(self, typed: str) -> bool:
        """Whether that is the code."""
        return self.asked and hmac.compare_digest(typed.encode(), self._digits.encode())

    def change(self, digits: str) -> None:
        """Another code; empty = no code.

        Raises:
            Refused: "four_digits".
        """
        if digits and not _is_code(digits):
            raise Refused("four_digits")
        self._digits = digits
        if self.save is not None:
            self.save(digits)


def _is_code(digits: str) -> bool:
    return len(digits) == DIGITS and digits.isascii() and digits.isdigit()
