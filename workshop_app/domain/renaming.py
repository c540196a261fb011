"""Puts the day's own names into the sentences of the program, before their facts are filled in.

What a sentence says in English tells which of our words it is about and in which number, so that
"spår", which is one or many in Swedish, gets the right form, and the name of the program is never
taken for a milestone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from workshop_app.domain.inflection import Forms

ONE, THE_ONE, MANY, ALL_OF_THEM = range(4)

_PLACEHOLDER = r"\{[^{}]*\}"
_PAIRS: Mapping[str, str] = MappingProxyType(
    {
        "en": "ett",
        "den": "det",
        "denna": "detta",
        "någon": "något",
        "ingen": "inget",
        "vilken": "vilket",
        "annan": "annat",
        "ny": "nytt",
        "egen": "eget",
        "vår": "vårt",
        "din": "ditt",
        "sin": "sitt",
        "vald": "valt",
        "lokal": "lokalt",
        "hel": "helt",
        "gemensam": "gemensamt",
        "ändrad": "ändrat",
        "borttagen": "borttaget",
        "delad": "delat",
        "låst": "låst",
        "klar": "klart",
        "försenad": "försenat",
        "flyttad": "flyttat",
        "ensam": "ensamt",
        "själv": "självt",
        "osäker": "osäkert",
        "öppen": "öppet",
    }
)
_NEUTER: Mapping[str, str] = _PAIRS
_COMMON: Mapping[str, str] = MappingProxyType({there: here for here, there in _PAIRS.items()})
_BESIDE = frozenset({"här", "varje", "samma", "nästa", "första", "sista", "tidigare", "andra"})
_BEFORE = "|".join(sorted({*_PAIRS, *_COMMON, *_BESIDE}, key=len, reverse=True))
_AFTER = re.compile(
    r"\b((?:är|blir|blev|för|med)(?: inte| redan| nu)? (?:sig )?)"
    f"({'|'.join(sorted({*_PAIRS, *_COMMON}, key=len, reverse=True))})" + r"\b"
)
_SENTENCE_END = re.compile(r"[.!?:;·]")


@dataclass(frozen=True, slots=True)
class Noun:
    """One of our words and what it is called here.

    Attributes:
        about: What it is a word for; a long and a short word may be for the same thing.
        english: Ours in English, singular and plural.
        swedish: Ours in Swedish.
        to_english: What it is called, in English; None = as we do.
        to_swedish: What it is called, in Swedish; None = as we do.
    """

    about: str
    english: Forms
    swedish: Forms
    to_english: Forms | None = None
    to_swedish: Forms | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form of one of our words in a sentence."""

    noun: Noun
    form: int


class Renaming:
    """The words of one day, ready to be put into any sentence of the program."""

    def __init__(self, nouns: Sequence[Noun]) -> None:
        """Get ready.

        Args:
            nouns: All our words, also those that are called as we do: the long "spårområde" keeps
                the short "spår" from being taken for a part of it.
        """
        self._renamed = {n.about for n in nouns if n.to_english or n.to_swedish}
        self._swedish = _Finder(tuple((noun, noun.swedish) for noun in nouns))
        self._english = _Finder(tuple((noun, noun.english) for noun in nouns))

    def said(self, message: str, text: str, language: str) -> str:
        """The text with the day's names.

        Args:
            message: The sentence in English, as in the source.
            text: The same in the language spoken, placeholders and all.
            language: "sv" or "en".
        """
        about = self._english.found(message)
        if not any(hit.noun.about in self._renamed for hit in about):
            return text
        if language == "sv":
            return self._in_swedish(about, text)
        return self._in_english(text)

    # --- English ------------------------------------------------------------------------------

    def _in_english(self, text: str) -> str:
        def put(found: re.Match[str]) -> str:
            hit = self._english.hit(found)
            if hit is None or hit.noun.to_english is None:
                return found[0]
            new = _cased(found["noun"], hit.noun.to_english.in_order[hit.form])
            article = found["before"] or ""
            if article.strip().casefold() in {"a", "an"}:
                right = "an " if new[0].casefold() in "aeiouåäö" else "a "
                article = _cased(article, right)
            return f"{article}{new}"

        return self._english.english.sub(put, text)

    # --- Swedish ------------------------------------------------------------------------------

    def _in_swedish(self, about: Sequence[_Hit], text: str) -> str:
        numbers = _Numbers(about)
        done, rest = "", text
        while found := self._swedish.swedish.search(rest):
            hit = self._swedish.hit(found)
            said, behind = rest[: found.end()], rest[found.end() :]
            if hit is not None and not numbers.skips(hit):
                new, gender = _swedish_piece(found, hit, numbers.form(hit))
                said = rest[: found.start()] + new
                behind = _after(behind, gender) if gender else behind
            done, rest = done + said, behind
        return done + rest


@dataclass
class _Numbers:
    """Which number each of our words has, told by the English sentence in its order."""

    about: Sequence[_Hit]
    seen: dict[str, int] = field(default_factory=dict)

    def skips(self, hit: _Hit) -> bool:
        """Whether the English sentence is not about that word, or it is called as we do."""
        return hit.noun.to_swedish is None or not self._told(hit)

    def form(self, hit: _Hit) -> int:
        """The form; one that looks alike in both numbers has that of the English sentence."""
        place = self.seen.get(hit.noun.about, 0)
        self.seen[hit.noun.about] = place + 1
        forms = hit.noun.swedish
        if hit.form not in {ONE, MANY} or forms.one != forms.many:
            return hit.form
        told = self._told(hit)
        return told[min(place, len(told) - 1)]

    def _told(self, hit: _Hit) -> list[int]:
        return [each.form for each in self.about if each.noun.about == hit.noun.about]


def _swedish_piece(
    found: re.Match[str], hit: _Hit, form: int
) -> tuple[str, Mapping[str, str] | None]:
    """What to put there, and the gender the words after it must take, if it is another."""
    forms = hit.noun.to_swedish or hit.noun.swedish
    before = found["before"] or ""
    if found["joined"]:
        return before + _cased(found["joined"], forms.joined), None
    new = _cased(found["noun"], forms.in_order[form])
    if found["s"] and not new.endswith("s"):
        new = f"{new}s"
    if form not in {ONE, THE_ONE} or forms.neuter == hit.noun.swedish.neuter:
        return before + new, None
    gender = _NEUTER if forms.neuter else _COMMON
    return _turned(before, gender) + new, gender


def _turned(before: str, gender: Mapping[str, str]) -> str:
    """The words before it in the other gender."""
    parts = re.split(r"(\s+)", before)
    return "".join(_cased(part, gender.get(part.casefold(), part)) for part in parts)


def _after(text: str, gender: Mapping[str, str]) -> str:
    """What is said about it in the rest of the sentence in the other gender."""
    end = _SENTENCE_END.search(text)
    stop = end.start() if end is not None else len(text)

    def put(found: re.Match[str]) -> str:
        return found[1] + gender.get(found[2], found[2])

    return _AFTER.sub(put, text[:stop], count=1) + text[stop:]


def _cased(old: str, new: str) -> str:
    """The new word in the capitals of the old; a capital of its own it keeps."""
    bare = old.strip()
    if len(bare) > 1 and bare.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if bare[:1].isupper() else new


class _Finder:
    """Finds the forms of our words in a sentence of one language, and nothing in placeholders."""

    def __init__(self, nouns: Sequence[tuple[Noun, Forms]]) -> None:
        self._forms: dict[str, _Hit] = {}
        self._joined: dict[str, _Hit] = {}
        for noun, forms in nouns:
            for place, form in enumerate(forms.in_order):
                self._forms.setdefault(form, _Hit(noun, place))
            if " " not in forms.one:
                self._joined.setdefault(forms.joined, _Hit(noun, ONE))
                self._joined.setdefault(forms.one, _Hit(noun, ONE))
        whole, first = _either(self._forms), _either(self._joined)
        form = f"(?P<noun>{whole})(?P<s>s)?(?!\\w)|(?P<joined>{first})(?!er)(?=[a-zåäö]{{3}})"
        words = rf"(?P<before>(?:(?:{_BEFORE})\s+)*)(?<![\w.*-])(?:{form})"
        articles = rf"(?P<before>\b(?:an?)\s+)?(?<![\w.*-])(?P<noun>{whole})(?!\w)"
        self.swedish = re.compile(rf"{_PLACEHOLDER}|\b{words}", re.IGNORECASE)
        self.english = re.compile(rf"{_PLACEHOLDER}|{articles}", re.IGNORECASE)

    def hit(self, found: re.Match[str]) -> _Hit | None:
        """Which form of which word it is; None for a placeholder."""
        groups = found.groupdict()
        if groups.get("noun"):
            return self._forms[found["noun"].casefold()]
        if groups.get("joined"):
            return self._joined[found["joined"].casefold()]
        return None

    def found(self, text: str) -> tuple[_Hit, ...]:
        """All of them in their order, in an English sentence."""
        hits = (self.hit(found) for found in self.english.finditer(text))
        return tuple(hit for hit in hits if hit is not None)


def _either(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
