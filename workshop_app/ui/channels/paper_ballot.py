"""One paper ballot as it is typed in: marks by row, and what they say. Pure."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.ballot_rules import ABSTAIN, allowed_answers, uses_dots
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day
from workshop_app.domain.nouns import VotingRound
from workshop_app.report.texts import outcome_word
from workshop_app.system.language import Words
from workshop_app.ui.channels.paper_list import PaperRow
from workshop_app.ui.channels.texts import row_code
from workshop_app.ui.stage_pages.round_view import options_of

_MOST_DRAWN = 8


def answer_keys(voting: VotingRound) -> dict[int, str]:
    """Number key -> answer code; abstain is 0."""
    codes = [code for code in allowed_answers(voting) if code != ABSTAIN]
    keys = dict(enumerate(codes, start=1))
    if ABSTAIN in allowed_answers(voting):
        keys[0] = ABSTAIN
    return keys


def with_digit(voting: VotingRound, ballot: Ballot, option: str, digit: int) -> Ballot:
    """The ballot with so many dots on an option, or with the answer of that number.

    More dots than the rules allow are typed as they stand on the paper: the ballot is then refused
    as a whole, and never repaired.
    """
    if uses_dots(voting):
        dots = {key: n for key, n in ballot.dots.items() if key != option}
        return replace(ballot, dots={**dots, option: digit} if digit else dots)
    code = answer_keys(voting).get(digit)
    return replace(ballot, answers={**ballot.answers, option: code}) if code else ballot


def with_stop(voting: VotingRound, ballot: Ballot, option: str) -> Ballot:
    """The ballot with a stop on an option, or without it."""
    return replace(ballot, stops=ballot.stops ^ {option}) if voting.stops else ballot


def without(ballot: Ballot, option: str) -> Ballot:
    """The ballot with nothing marked on an option."""
    return Ballot(
        answers={key: code for key, code in ballot.answers.items() if key != option},
        dots={key: n for key, n in ballot.dots.items() if key != option},
        stops=ballot.stops - {option},
    )


def rows_of(words: Words, day: Day, voting: VotingRound, ballot: Ballot) -> tuple[PaperRow, ...]:
    """The rows of the ballot in the order of its letters."""
    return tuple(
        PaperRow(option.id, row_code(index), option.label, _mark(words, ballot, option.id))
        for index, option in enumerate(options_of(day, voting))
    )


def _mark(words: Words, ballot: Ballot, option: str) -> str:
    dots = ballot.dots.get(option, 0)
    parts = ["●" * dots if dots <= _MOST_DRAWN else str(dots)] if dots else []
    if option in ballot.stops:
        parts.append(words.gettext("Stop"))
    if option in ballot.answers:
        parts.append(outcome_word(words, ballot.answers[option]))
    return " ".join(parts)
