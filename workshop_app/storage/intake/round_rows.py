"""What a row of the table of rounds leaves to follow from its method."""

from __future__ import annotations

from collections import Counter

from workshop_app.domain.kinds import Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.storage.intake import vocabulary as word
from workshop_app.storage.intake.problems import Unreadable
from workshop_app.storage.intake.reading import Reading, Record
from workshop_app.storage.intake.tables import plain

HANDS = "händer"
SCALE = "skala"
_CHOICES = ("activities", "frames", "initiatives", "milestones")
_FREE = (plain(HANDS), SCALE)


def settle_round(reading: Reading, record: Record) -> None:
    """What follows from a round's method, and what must be written for the noun to hold."""
    values = record.values
    values.setdefault("series", values.get("id", ""))
    said = values.get("_method")
    if said is None:
        return
    try:
        values["method"] = word.method(said)
    except Unreadable as reason:
        reading.problems.append(record.problem("_method", reason.code, **reason.facts))
    if word.ABSTAIN in values.get("answers", ()):
        values["answers"] = tuple(a for a in values["answers"] if a != word.ABSTAIN)
        values["may_abstain"] = True
    if plain(said) == plain(HANDS):
        values.setdefault("counts_hands", True)
        values.setdefault("secrecy", Secrecy.OPEN)


def check_options(reading: Reading, record: Record, voting: VotingRound) -> None:
    """Options stand once, and are something in the day unless the question is free."""
    twice = [option for option, n in Counter(voting.options).items() if n > 1]
    reading.problems.extend(
        record.item_problem("options", option, "option_twice", id=option) for option in twice
    )
    if is_free(record) or voting.question or not reading.nameless.isdisjoint(_CHOICES):
        return
    reading.problems.extend(
        record.item_problem("options", option, "unknown_reference", id=option)
        for option in voting.options
        if not reading.knows(option, _CHOICES)
    )


def is_free(record: Record) -> bool:
    """Whether the options need not be something in the day."""
    return plain(str(record.value("_method"))) in _FREE or bool(record.value("_free"))
