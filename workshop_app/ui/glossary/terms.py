"""The terms of the word list, and which of them a text on the screen is about."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.system.language import Language

_WORD = re.compile(r"\w+")
_APART = re.compile(r"\s+/\s+|,\s*|\s*\(|\)\s*|/")
_SHORTEST_STEM = 4
_ENDING = re.compile(
    r"|a|an|ar|are|arnas?|ars|as|de?|den|e|ens?|er|eras|ernas?|es|ets?|n|nas?|ns|or|ornas?"
    r"|ra?|rnas?|s|ts?|ed|ing|ies|y"
)
"""Of both languages: what may follow the unchanging part of a word."""
_PROGRAM = "Program"
_SMALL_WORDS = frozenset(
    {"a", "an", "the", "to", "of", "in", "for", "att", "och", "i", "en", "ett"}
)


@dataclass(frozen=True)
class Term:
    """One line of the word list.

    Attributes:
        area: Part of the list: "Metod", "Plan", "Organisation", "Ekonomi", "Juridik", "Program".
        swedish: The term.
        english: What it is called in English.
        note: What is to be known about it, in English.
        swedish_note: The same in Swedish.
    """

    area: str
    swedish: str
    english: str
    note: str
    swedish_note: str = ""

    def name(self, language: Language) -> str:
        """The term in a language."""
        return self.swedish if language is Language.SWEDISH else self.english

    def told(self, language: Language) -> str:
        """What is to be known about it, in a language."""
        return self.swedish_note if language is Language.SWEDISH else self.note


def read_terms(path: Path) -> tuple[Term, ...]:
    """The word list as it comes with the program, in its own order."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    return tuple(
        Term(row["omrade"], row["svenska"], row["english"], row["note"] or "", row["anmarkning"])
        for row in rows
    )


def found(terms: Iterable[Term], written: str) -> tuple[Term, ...]:
    """The terms in which all that was written occurs, in either language or in a note."""
    parts = written.casefold().split()
    return tuple(term for term in terms if all(part in _all_of(term) for part in parts))


def best(terms: Sequence[Term], written: str, language: Language) -> int:
    """Place of the term a person who has written this most likely means; -1 without any."""
    wanted = written.strip().casefold()
    ranked = sorted(
        range(len(terms)), key=lambda place: (_rank(terms[place], wanted, language), place)
    )
    return ranked[0] if ranked else -1


def _rank(term: Term, wanted: str, language: Language) -> int:
    """How far the words are from what was written: the term itself, its beginning, a word of it."""
    name = term.name(language).casefold()
    other = f"{term.swedish} {term.english}".casefold()
    if name == wanted or wanted in [part.casefold() for part in alternatives(name)]:
        return 0
    if name.startswith(wanted):
        return 1
    if other.startswith(wanted) or f" {wanted}" in other:
        return 2
    return 3 if wanted in other else 4


def _all_of(term: Term) -> str:
    texts = (term.swedish, term.english, term.note, term.swedish_note)
    return "\n".join(texts).casefold()


def alternatives(name: str) -> tuple[str, ...]:
    """The words a line stands for: "röst / rösta / avstå" is three."""
    return tuple(part for part in _APART.split(name) if part)


def about(terms: Sequence[Term], texts: Iterable[str], language: Language) -> Term | None:
    """The term the first of these texts that has one is about: of several, the longest name."""
    known = [(term, _stems(part)) for term in terms for part in _asked(term, language)]
    acts = [(term, part) for term in terms for part in _acts(term, language)]
    for text in texts:
        words = _words(text)
        fitting = [(term, stems) for term, stems in known if stems and _stands_in(stems, words)]
        fitting += [(term, (word,)) for term, word in acts if word in words]
        if fitting:
            return max(fitting, key=lambda one: sum(map(len, one[1])))[0]
    return None


def _asked(term: Term, language: Language) -> list[str]:
    """The words a text may have with any ending."""
    own = _acts(term, language)
    return [part for part in alternatives(term.name(language)) if part.casefold() not in own]


def _acts(term: Term, language: Language) -> list[str]:
    """What the program is told to do in one word, which has no endings.

    "Fortsätt" is a button, but "Fortsätter som i dag" is a heading of its own.
    """
    if term.area != _PROGRAM:
        return []
    parts = (_words(part) for part in alternatives(term.name(language)))
    return [part[0] for part in parts if len(part) == 1]


def _stems(name: str) -> tuple[str, ...]:
    """The words of a name, each without the vowel that an ending replaces."""
    return tuple(_stem(word) for word in _words(name))


def _words(text: str) -> list[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return [word for word in words if word not in _SMALL_WORDS]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] in "aey" else word


def _stands_in(stems: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether the words stand in the text after one another, each with an ending at most."""
    last = len(words) - len(stems)
    return any(
        all(_bends(stem, words[place + i]) for i, stem in enumerate(stems))
        for place in range(last + 1)
    )


def _bends(stem: str, word: str) -> bool:
    """Whether a word is the stem with an ending: "milstolp" is in "milstolparna"."""
    if len(stem) < _SHORTEST_STEM:
        return word == stem
    return word.startswith(stem) and _ENDING.fullmatch(word, len(stem)) is not None
