"""What the program may claim of an anonymous vote, word for word, before it is opened."""

from __future__ import annotations

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import small_vote_warning
from workshop_app.system.language import Words


def claim_of(words: Words, voting: VotingRound) -> str:
    """What the file will hold; empty where the ballot is open."""
    if voting.secrecy is not Secrecy.ANONYMOUS:
        return ""
    return words.gettext(
        "When the vote is closed, the file holds who took part and what was voted, but not who "
        "voted what. While it is open, somebody who controls this laptop and its program could "
        "find out."
    )


def few_warning(words: Words, day: Day, voting: VotingRound) -> str:
    """That so few will vote that it can be guessed who voted what; else empty."""
    voters = small_vote_warning(day, voting)
    if voters is None:
        return ""
    text = words.ngettext(
        "Only {n} will vote. With so few, it can be guessed who voted what.",
        "Only {n} will vote. With so few, it can be guessed who voted what.",
        voters,
    )
    return text.format(n=voters)
