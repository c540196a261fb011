"""The forms of a name in running text: guessed by the rules of the language, or as written.

A name is written alone ("etappmål"), with its plural ("etappmål, etappmål") or with all four
forms ("etappmål, etappmålet, etappmål, etappmålen").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

_FOUR = 4
_LONG_ENOUGH = 6

_SAME = ("", "et", "", "en")
_N_NEUTER = ("", "t", "n", "na")
_AR = ("", "en", "ar", "arna")
_ER = ("", "en", "er", "erna")
_N_ER = ("", "n", "er", "erna")
_R = ("", "n", "r", "rna")

_ENDS: Mapping[str, tuple[int, tuple[str, str, str, str]]] = MappingProxyType(
    {
        # How many letters fall away, and what is put there instead.
        **dict.fromkeys(
            (
                *("mål", "spår", "steg", "initiativ", "projekt", "uppdrag", "förslag", "resultat"),
                *("perspektiv", "ord", "råd", "krav", "behov", "block", "paket", "fält", "avtal"),
                *("ting", "forum", "ment", "kort", "kluster", "led", "val", "torg", "lyft"),
                *("tåg", "hus", "språng", "svar", "prov", "bidrag"),
            ),
            (0, _SAME),
        ),
        **dict.fromkeys(("program", "rum", "hem"), (0, ("", "met", "", "men"))),
        **dict.fromkeys(("tema", "schema"), (0, ("", "t", "n", "na"))),
        **dict.fromkeys(("kapitel", "medel"), (2, ("el", "let", "el", "len"))),
        **dict.fromkeys(("stolpe", "kulle"), (1, ("e", "en", "ar", "arna"))),
        "linje": (0, _R),
        "del": (0, _AR),
        **dict.fromkeys(("nyckel", "spegel"), (2, ("el", "eln", "lar", "larna"))),
        **dict.fromkeys(
            (
                *("punkt", "plan", "process", "insats", "åtgärd", "etapp", "fas", "kompass"),
                *("plats", "bild", "tid", "het", "ion", "tet", "ör", "ans", "ens", "sak", "ist"),
                *("trend", "kurs", "rutt", "dialog", "text", "konst"),
            ),
            (0, _ER),
        ),
        "verkstad": (2, ("ad", "aden", "äder", "äderna")),
        "ström": (0, ("", "men", "mar", "marna")),
        "land": (3, ("and", "andet", "änder", "änderna")),
        "bro": (0, ("", "n", "ar", "arna")),
        "else": (0, _R),
        "are": (1, ("e", "en", "e", "na")),
        "a": (1, ("a", "an", "or", "orna")),
        "e": (0, _N_NEUTER),
        "i": (0, _N_ER),
        "é": (0, _N_ER),
        "o": (0, _R),
        "el": (2, ("el", "eln", "lar", "larna")),
        "um": (0, _SAME),
        "": (0, _AR),
    }
)
_BETWEEN = frozenset({"av", "för", "från", "i", "kring", "med", "mot", "och", "om", "på", "till"})
_ADJECTIVES: Mapping[str, str] = MappingProxyType(
    {"isk": "iska", "iskt": "iska", "ig": "iga", "igt": "iga", "sam": "samma", "samt": "samma"}
)
_INDEFINITE_AN = ("plan", "organ", "program", "man", "orkan")
"""What ends as a definite noun does and is none."""
_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")
_SWEDISH_ENDS = ("ning", "het", "plan", "punkt", "steg", "fråga", "sats", "del", "karta", "stolpe")


@dataclass(frozen=True, slots=True)
class Forms:
    """A name as one ("a goal"), the one, many and all of them; in English the articles are apart.

    Attributes:
        one: "etappmål".
        the_one: "etappmålet".
        many: "etappmål".
        all_of_them: "etappmålen".
        neuter: Whether it is an ett-word, which the words beside it must agree with.
    """

    one: str
    the_one: str
    many: str
    all_of_them: str
    neuter: bool = False

    @property
    def in_order(self) -> tuple[str, str, str, str]:
        """The four of them."""
        return (self.one, self.the_one, self.many, self.all_of_them)

    @property
    def joined(self) -> str:
        """As the first part of a compound: "etappmåls"."""
        if self.one.endswith(("s", "je")):
            return self.one
        if self.one.endswith("e") and not self.neuter:
            return f"{self.one[:-1]}s"
        return f"{self.one[:-1]}e" if self.one.endswith("a") else f"{self.one}s"


def written_forms(written: str) -> tuple[str, ...]:
    """What was written, one form each; braces, which mean something in a message, are left out."""
    plain = written.replace("{", "").replace("}", "")
    return tuple(" ".join(part.split()) for part in plain.split(",") if part.strip())


def shown_name(written: str) -> str:
    """The name where it stands by itself: its first form."""
    return next(iter(written_forms(written)), "")


def swedish_forms(written: str) -> Forms:
    """The four forms in Swedish; what is not written is guessed."""
    parts = written_forms(written)
    if len(parts) >= _FOUR:
        one, the_one, many, all_of_them = parts[:_FOUR]
        return Forms(one, the_one, many, all_of_them, neuter=the_one.endswith("t"))
    guess = _guessed(parts[0])
    if len(parts) == 1:
        return guess
    return replace(guess, many=parts[1], all_of_them=_the_many(parts[1], guess))


def english_forms(written: str) -> Forms:
    """The forms in English, where "the" stands apart; a Swedish name keeps its Swedish plural."""
    parts = written_forms(written)
    if len(parts) >= _FOUR:
        many = parts[2]
    elif len(parts) > 1:
        many = parts[1]
    else:
        many = _guessed(parts[0]).many if _is_swedish(parts[0]) else _english_plural(parts[0])
    return Forms(parts[0], parts[0], many, many)


def _guessed(name: str) -> Forms:
    if _is_fixed(name):
        return Forms(name, name, name, name, neuter=name.endswith("et"))
    words = name.split()
    place = next((i for i, word in enumerate(words) if i and word in _BETWEEN), len(words)) - 1
    one, the_one, many, all_of_them = _declined(words[place])
    before, plural, after = words[:place], _agreed(words[:place]), words[place + 1 :]
    return Forms(
        " ".join((*before, one, *after)),
        " ".join((*plural, the_one, *after)),
        " ".join((*plural, many, *after)),
        " ".join((*plural, all_of_them, *after)),
        neuter=the_one.endswith("t"),
    )


def _is_fixed(name: str) -> bool:
    """A proper name that has no other forms: "Vision 2030", "Kompassen", "Resan"."""
    ends = name.endswith(("en", "et", "an")) and not name.endswith(_INDEFINITE_AN)
    definite = ends and len(name) > _LONG_ENOUGH
    return name[-1].isdigit() or (name[0].isupper() and definite)


def _declined(noun: str) -> tuple[str, str, str, str]:
    low = noun.casefold()
    end = max((end for end in _ENDS if low.endswith(end)), key=len)
    falls, endings = _ENDS[end]
    stem = noun[: len(noun) - falls]
    one, the_one, many, all_of_them = (f"{stem}{ending}" for ending in endings)
    return one, the_one, many, all_of_them


def _agreed(adjectives: list[str]) -> list[str]:
    """As they stand before a definite or plural noun."""
    found = []
    for word in adjectives:
        end = next((end for end in _ADJECTIVES if word.endswith(end)), "")
        found.append(f"{word.removesuffix(end)}{_ADJECTIVES[end]}" if end else word)
    return found


def _the_many(many: str, guess: Forms) -> str:
    if many == guess.many:
        return guess.all_of_them
    if many.endswith("r"):
        return f"{many}na"
    return f"{many}a" if many.endswith("n") else f"{many}en"


def _is_swedish(name: str) -> bool:
    low = name.casefold()
    return any(letter in low for letter in "åäö") or low.endswith(_SWEDISH_ENDS)


def _english_plural(name: str) -> str:
    if name[-1].isdigit():
        return name
    if name.endswith("y") and name[-2:-1] not in _VOWELS:
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(_HISSING) else f"{name}s"
