"""Amounts in whole tkr, read from what people type and paste, and written the Swedish way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshop_app.domain.refused import Refused

MINUS = "\u2212"
HARD_SPACE = "\u00a0"
MOST_DIGITS = 12
_MINUS_SIGNS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_NUMBER = r"[0-9]{1,3}(?: [0-9]{3})+|[0-9]+"
_TKR = re.compile(rf"(?P<sign>[-+]?) ?(?P<whole>{_NUMBER}) ?(?:tkr|kr)?")
_MNKR = re.compile(rf"(?P<sign>[-+]?) ?(?P<whole>{_NUMBER})(?:,(?P<part>[0-9]{{1,3}}))? ?mnkr")
_SIGNS = str.maketrans(dict.fromkeys(_MINUS_SIGNS, "-"))


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that was read.

    Attributes:
        tkr: Whole tkr; minus = lower net cost.
        converted_from: The text as typed when it was in mnkr, so that the conversion can be shown.
    """

    tkr: int
    converted_from: str = ""


def parse_amount(text: str) -> Amount:
    """Read an amount in tkr.

    Every minus sign, a leading plus, and every kind of space where it separates thousands are
    accepted, and so are the suffixes tkr and kr. "1,25 mnkr" is converted, exactly.

    Args:
        text: What was typed, pasted or imported.

    Raises:
        Refused: "amount_unreadable" with the text, for everything else (1.250 and 1,250 as well,
            which mean different things to different people).
    """
    typed = text.strip()
    plain = _plain(typed)
    if match := _TKR.fullmatch(plain):
        return Amount(_number(text, match["sign"], _digits(match["whole"])))
    if match := _MNKR.fullmatch(plain):
        thousands = _digits(match["whole"]) + (match["part"] or "").ljust(3, "0")
        return Amount(_number(text, match["sign"], thousands), converted_from=typed)
    raise Refused("amount_unreadable", text=text)


def format_tkr(amount: int) -> str:
    """An amount as Swedish is set: a real minus sign and hard spaces, also in four digits."""
    digits = f"{abs(amount):,}".replace(",", HARD_SPACE)
    return f"{MINUS}{digits}" if amount < 0 else digits


def _plain(text: str) -> str:
    signs = text.translate(_SIGNS)
    return "".join(" " if char.isspace() else char for char in signs).casefold()


def _digits(grouped: str) -> str:
    return grouped.replace(" ", "")


def _number(text: str, sign: str, digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise Refused("amount_unreadable", text=text)
    return -int(digits) if sign == "-" else int(digits)
