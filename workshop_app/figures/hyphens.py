"""Where a word may be broken: between the parts of a compound, else between syllables.

The rules are those of Swedish, which also read well in English: one consonant goes to the next
line, at least three letters stand on either side, and what is written with several letters but
said as one sound is kept together.
"""

from __future__ import annotations

import re

_LEAST = 3
_VOWELS = frozenset("aeiouyåäöéèêáàüæø")
_TOGETHER = frozenset(("sj", "tj", "kj", "gj", "dj", "hj", "lj", "ch", "sh", "ph", "th", "ng"))
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"(?:ing|het|tion|sion|skap|dom|itet|fritid|arbet)s(?=[^aeiouyåäöt])")
_PARTS = (
    "ansvar", "arbet", "avgift", "besök", "bidrag", "bibliotek", "budget", "chef", "digital",
    "dokument", "engagemang", "enhet", "förening", "fritid", "förslag", "förvaltning", "grupp",
    "gård", "hall", "hälso", "kommun", "konst", "kultur", "ledning", "ledare", "lokal", "medarbet",
    "minister", "museum", "museer", "myndighet", "möte", "nämnd", "område", "organisation", "plats",
    "politik", "process", "program", "prövning", "samhäll", "service", "skol",
    "skött", "strateg", "styrning", "ställning", "system", "säkerhet", "tjänst", "uppföljning",
    "utveckling", "utredning", "verksamhet", "värde", "öppet",
)  # fmt: skip
"""Beginnings of words that often stand last, or in the middle, of a compound."""
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)))


def compound_places(word: str) -> frozenset[int]:
    """Places between the parts of a compound: the letter at the place goes to the next line."""
    return frozenset(
        place
        for start, run in _runs(word)
        for place in _seams(run, start)
        if _may(run, place - start)
    )


def syllable_places(word: str) -> frozenset[int]:
    """Places between syllables, but none close to a seam, where it would look like a mistake."""
    seams = compound_places(word)
    near = {seam + step for seam in seams for step in range(-_LEAST + 1, _LEAST)}
    return frozenset(
        start + i
        for start, run in _runs(word)
        for i in range(_LEAST, len(run) - _LEAST + 1)
        if _may(run, i) and _one_consonant(run, i)
    ).difference(near)


def _runs(word: str) -> list[tuple[int, str]]:
    return [(found.start(), found.group().lower()) for found in _LETTERS.finditer(word)]


def _seams(run: str, start: int) -> set[int]:
    seams = {start + found.start() for found in _PART.finditer(run)}
    # An s after -ing, -het and the like joins two words: verksamhets-stöd.
    return seams | {start + found.end() for found in _JOINT.finditer(run)}


def _may(run: str, i: int) -> bool:
    """Whether enough is left on either side, with a vowel in each, and no sound is cut."""
    head, tail = run[:i], run[i:]
    long = len(head) >= _LEAST and len(tail) >= _LEAST
    said = not _VOWELS.isdisjoint(head) and not _VOWELS.isdisjoint(tail)
    return long and said and run[i - 1 : i + 1] not in _TOGETHER


def _one_consonant(run: str, i: int) -> bool:
    """Three consonants in a row are left whole: where they part, only a dictionary knows."""
    alone = run[i] not in _VOWELS and run[i + 1] in _VOWELS
    return alone and not _VOWELS.isdisjoint(run[i - 2 : i])
