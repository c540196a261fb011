"""Sentences about channels: whether the sum adds up, who is missing, what the time is."""

from __future__ import annotations

from workshop_app.app.paper import Running
from workshop_app.domain.attendance import Gaps
from workshop_app.domain.balance import Sum
from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundMethod, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.templates import added_since
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words

_NAMED = 4
_LETTERS = 26


def sum_line(words: Words, sums: Sum) -> str:
    """What does not add up: "15 are present, 13 ballots and 3 hands: 1 too many"; else empty."""
    if not sums.over:
        return ""
    present = words.ngettext("{n} is present", "{n} are present", sums.present)
    ballots = words.ngettext("{n} ballot", "{n} ballots", sums.ballots).format(n=sums.ballots)
    over = words.ngettext("{n} too many", "{n} too many", sums.over).format(n=sums.over)
    given = ballots
    if sums.hands:
        hands = words.ngettext("{n} hand", "{n} hands", sums.hands).format(n=sums.hands)
        given = words.gettext("{ballots} and {hands}").format(ballots=ballots, hands=hands)
    text = words.gettext("{present}, {given}: {over}.")
    return text.format(present=present.format(n=sums.present), given=given, over=over)


def promise_text(words: Words, voting: VotingRound) -> str:
    """What is kept of a ballot; true of an open vote as well."""
    _ = words.gettext
    if voting.secrecy is Secrecy.OPEN:
        return _("The vote is open. The program stores who voted what, by role.")
    return _(
        "The program stores what the group voted, not who voted what. "
        "The list above only shows who is done."
    )


def present_line(words: Words, present: int) -> str:
    """How many may vote and are here."""
    text = words.ngettext("{n} who may vote is here", "{n} who may vote are here", present)
    return text.format(n=present)


def gap_lines(words: Words, gaps: Gaps) -> tuple[str, ...]:
    """Who is missing: units, groups, roles; a sentence each, those that have something to say."""
    _ = words.gettext
    lines = (
        (_("Nobody is here from: {names}."), gaps.units),
        (_("These groups are missing: {names}."), gaps.groups),
        (_("Not here: {names}."), gaps.roles),
    )
    return tuple(text.format(names=_listed(words, names)) for text, names in lines if names)


def law_line(words: Words, number: int) -> str:
    """That what the law fixes is not voted on; empty where there is nothing."""
    if not number:
        return ""
    text = words.ngettext(
        "{n} proposal is fixed by law and is not on the ballot.",
        "{n} proposals are fixed by law and are not on the ballot.",
        number,
    )
    return text.format(n=number)


def added_line(words: Words, day: Day, voting: VotingRound) -> str:
    """What has come to the day since the round was made; empty where there is nothing."""
    number = len(added_since(day, voting))
    if not number:
        return ""
    if voting.method is RoundMethod.DOTS:
        text = words.ngettext(
            "{n} milestone has been added since the round was made.",
            "{n} milestones have been added since the round was made.",
            number,
        )
    elif voting.method in {RoundMethod.NEED, RoundMethod.POINTS}:
        text = words.ngettext(
            "{n} initiative has been added since the round was made.",
            "{n} initiatives have been added since the round was made.",
            number,
        )
    else:
        text = words.ngettext(
            "{n} row has been added since the round was made.",
            "{n} rows have been added since the round was made.",
            number,
        )
    return text.format(n=number)


def running_line(words: Words, voting: VotingRound, running: Running) -> str:
    """The running total of a pile: "4 ballots, 8 dots, 1 blank"."""
    ballots = words.ngettext("{n} ballot", "{n} ballots", running.typed)
    parts = [ballots.format(n=running.typed)]
    if uses_dots(voting):
        dots = words.ngettext("{n} dot", "{n} dots", running.marks)
        parts.append(dots.format(n=running.marks))
    else:
        answers = words.ngettext("{n} answer", "{n} answers", running.marks)
        parts.append(answers.format(n=running.marks))
    if voting.stops:
        stops = words.ngettext("{n} stop", "{n} stops", running.stops)
        parts.append(stops.format(n=running.stops))
    if running.blank:
        blank = words.ngettext("{n} blank", "{n} blank", running.blank)
        parts.append(blank.format(n=running.blank))
    return ", ".join(parts)


def row_code(index: int) -> str:
    """The letter of a row on paper, from its place on the ballot: A to Z, AA, AB and on."""
    first, last = divmod(index, _LETTERS)
    before = row_code(first - 1) if first else ""
    return before + chr(ord("A") + last)


def _listed(words: Words, names: tuple[str, ...]) -> str:
    shown = names if len(names) <= _NAMED else names[: _NAMED - 1]
    rest = len(names) - len(shown)
    if not rest:
        return Formats(words.language).listed(shown)
    more = words.ngettext("{n} more", "{n} more", rest).format(n=rest)
    return Formats(words.language).listed((*shown, more))
