"""How a figure of the situation picture is written, and how it has gone, in words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from workshop_app.domain.nouns import Indicator
from workshop_app.domain.situation import Trend, trend
from workshop_app.system.formats import MINUS, Formats
from workshop_app.system.language import Language


def signed_decimal(formats: Formats, value: Decimal | None) -> str:
    """A change with its sign: +2,5 or −21; empty where it is not known."""
    if value is None:
        return ""
    whole, _point, part = f"{abs(value.normalize()):f}".partition(".")
    text = formats.number(int(whole))
    if part:
        text += ("," if formats.language is Language.SWEDISH else ".") + part
    return f"{MINUS if value < 0 else '+'}{text}"


def shown_value(formats: Formats, text: str) -> str:
    """A value as it was written, but a number with a real minus and its thousands apart."""
    sign, digits = (MINUS, text[1:]) if text.startswith(("-", MINUS)) else ("", text)
    if not digits[:1].isdigit():
        return text
    plain = "".join(digits.split())
    return f"{sign}{formats.number(int(plain)) if plain.isdecimal() else digits}"


def trend_text(gettext: Callable[[str], str], one: Indicator, change: str) -> str:
    """The sentence of a trend, in the language of `gettext`."""
    _ = gettext
    words = {
        Trend.BETTER: _("better, {change}"),
        Trend.WORSE: _("worse, {change}"),
        Trend.SAME: _("unchanged"),
        Trend.UNKNOWN: "",
    }
    return words[trend(one)].format(change=change)
