"""Sets text: breaks lines, balances them, and cuts what does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.figures.hyphens import compound_places, syllable_places
from workshop_app.figures.shapes import Align, Label, Role, Ruler, Weight

SOFT_HYPHEN = "\u00ad"
ELLIPSIS = "…"
# Sizes from which letters stand a little closer.
_DISPLAY_SIZE = 40.0
_DISPLAY_SPACING = -0.022
_TWO = 2
_LOOSE_END = " \u00a0,.;:·"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size in units, face, colour and letter spacing in units."""

    size: float
    weight: Weight = Weight.REGULAR
    role: Role = Role.INK
    spacing: float = 0.0

    def width(self, text: str, ruler: Ruler) -> float:
        """Width of one line in this style; soft hyphens take no room."""
        shown = text.replace(SOFT_HYPHEN, "")
        return ruler.width(shown, self.size, self.weight) + self.spacing * len(shown)

    def label(self, text: str, at: float, baseline: float, align: Align = Align.LEFT) -> Label:
        """One line of text in this style."""
        shown = text.replace(SOFT_HYPHEN, "")
        return Label(shown, at, baseline, self.size, self.role, self.weight, align, self.spacing)

    def scaled(self, factor: float) -> Style:
        """The same style, larger or smaller."""
        return replace(self, size=self.size * factor, spacing=self.spacing * factor)


def display(size: float, role: Role = Role.INK, weight: Weight = Weight.BOLD) -> Style:
    """A heading or a big figure: bold, and a little tighter from 40 units up."""
    spacing = size * _DISPLAY_SPACING if size >= _DISPLAY_SIZE else 0.0
    return Style(size, weight, role, spacing)


def wrap(
    text: str, style: Style, width: float, ruler: Ruler, *, balanced: bool = False
) -> tuple[str, ...]:
    """Break text into lines no wider than `width`.

    Words too long for a line break at soft hyphens, else where `hyphens` says that a reader
    expects it, else between characters. With `balanced` the
    lines are made as even as they can be without becoming more. An empty text gives no lines.
    """
    lines = _fill(_words(text), style, width, ruler)
    if not balanced or len(lines) < _TWO:
        return lines
    return _narrowest(text, style, width, ruler, len(lines))[0]


def wrap_to(
    text: str, style: Style, width: float, ruler: Ruler, *, lines: int = _TWO
) -> tuple[str, ...]:
    """Balanced lines, at most `lines` of them; what is left over ends in an ellipsis."""
    all_lines = wrap(text, style, width, ruler, balanced=True)
    if len(all_lines) <= lines:
        return all_lines
    greedy = wrap(text, style, width, ruler)
    kept = greedy[: lines - 1]
    rest = " ".join(greedy[lines - 1 :])
    return (*kept, elide(rest, style, width, ruler, always=True))


def elide(text: str, style: Style, width: float, ruler: Ruler, *, always: bool = False) -> str:
    """Cut the end so that the text with an ellipsis fits; untouched if it fits as it is."""
    shown = text.replace(SOFT_HYPHEN, "")
    if not always and style.width(shown, ruler) <= width:
        return shown
    low, high = 0, len(shown)
    while low < high:
        middle = (low + high + 1) // 2
        if style.width(_ended(shown[:middle]), ruler) <= width:
            low = middle
        else:
            high = middle - 1
    return _ended(shown[:low])


def _ended(text: str) -> str:
    """The beginning of a text with an ellipsis close to its last word."""
    return text.rstrip(_LOOSE_END) + ELLIPSIS


def narrowest_two_lines(
    text: str, style: Style, widest: float, ruler: Ruler
) -> tuple[tuple[str, ...], float]:
    """The narrowest box that sets the text in at most two lines, and its width.

    Wider than `widest` it never gets: then the second line is cut.
    """
    lines = wrap_to(text, style, widest, ruler)
    if len(lines) == 1 and len(_words(text)) > 1:
        lines = _narrowest(text, style, widest, ruler, _TWO)[0]
    return lines, max((style.width(line, ruler) for line in lines), default=0.0)


def block(
    lines: Sequence[str], style: Style, at: float, baseline: float, leading: float
) -> tuple[Label, ...]:
    """Lines set flush left below each other, the first on `baseline`."""
    return tuple(style.label(line, at, baseline + i * leading) for i, line in enumerate(lines))


def _words(text: str) -> list[str]:
    """Split at ordinary spaces and line ends only: hard spaces hold."""
    return [word for word in text.replace("\n", " ").split(" ") if word]


def _narrowest(
    text: str, style: Style, width: float, ruler: Ruler, count: int
) -> tuple[tuple[str, ...], float]:
    """The lines in the narrowest box that needs no more than `count`, and its width.

    Never narrower than the longest piece, so balancing cuts no word that fitted whole.
    """
    words = _words(text)
    best = _fill(words, style, width, ruler)
    pieces = (piece for word in words for piece in _broken(word, style, width, ruler))
    low = max((style.width(piece, ruler) for piece in pieces), default=0.0)
    high = width
    tried = low
    while high - low > max(style.size / 16, 0.25):
        lines = _fill(words, style, tried, ruler)
        if len(lines) <= count:
            best, high = lines, tried
        else:
            low = tried
        tried = (low + high) / 2
    return best, high


def _fill(words: Sequence[str], style: Style, width: float, ruler: Ruler) -> tuple[str, ...]:
    lines: list[str] = []
    current = ""
    for word in words:
        longer = f"{current} {word}" if current else word
        if style.width(longer, ruler) <= width:
            current = longer
            continue
        *full, tail = _broken(word, style, width, ruler)
        lines += [current] if current else []
        lines += full
        current = tail
    lines += [current] if current.strip() else []
    return tuple(line.replace(SOFT_HYPHEN, "") for line in lines)


def _broken(word: str, style: Style, width: float, ruler: Ruler) -> list[str]:
    """The word in pieces that fit: at soft hyphens, else at good places, else anywhere."""
    parts: list[str] = []
    rest = word
    while style.width(rest, ruler) > width:
        cut = _cut(rest, style, width, ruler)
        if cut is None:
            break
        head, rest = cut
        parts.append(head)
    return [*parts, rest]


def _cut(word: str, style: Style, width: float, ruler: Ruler) -> tuple[str, str] | None:
    """The longest beginning that fits and what is left; None when one character is all there is."""
    places = [i for i, char in enumerate(word) if char == SOFT_HYPHEN and 0 < i < len(word) - 1]
    for place in reversed(places):
        head = word[:place] + "-"
        if style.width(head, ruler) <= width:
            return head, word[place + 1 :]
    for good in (compound_places(word), syllable_places(word)):
        for place in sorted(good, reverse=True):
            if style.width(word[:place] + "-", ruler) <= width:
                return word[:place] + "-", word[place:]
    best = None
    for count in range(1, len(word)):
        letters = word[count - 1].isalpha() and word[count].isalpha()
        head = word[:count] + ("-" if letters and count > 1 else "")
        if best is not None and style.width(head, ruler) > width:
            break
        best = head, word[count:]
    return best
