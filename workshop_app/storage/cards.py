"""Drawn cards: codes nobody knows who has. The file holds hashes of them, never a code."""

from __future__ import annotations

import hashlib
import secrets

ALPHABET = "ACDEFHJKMNPRTVWXY34679"
"""Nothing that looks like something else: no I l 1, O Q 0, B 8, S 5, Z 2, G, U."""
_LENGTH = 8
_GROUP = 4


def make_codes(number: int) -> tuple[str, ...]:
    """So many codes, all different, such as "K7RC-93XA"; in no order that means anything."""
    codes: set[str] = set()
    while len(codes) < number:
        letters = "".join(secrets.choice(ALPHABET) for _n in range(_LENGTH))
        codes.add(f"{letters[:_GROUP]}-{letters[_GROUP:]}")
    return tuple(sorted(codes))


def card_of(code: str) -> str:
    """What the file knows of a code: its sha256, whatever way it was typed."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
