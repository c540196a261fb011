"""Day -> what the right column says after a result. Pure; no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.merging import merges, removed, with_merges
from workshop_app.domain.methods import is_backing, is_review, tied_over_line
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import REVEALED
from workshop_app.domain.tally import facts_of
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.answers import contested_rows, is_list, is_statements
from workshop_app.ui.stage_pages.round_view import lots_line, options_of, result_rows
from workshop_app.ui.voting.after_card import AfterView


@dataclass(frozen=True, slots=True)
class Partner:
    """A milestone another one can be merged with: id and name."""

    id: str
    label: str


def ties_of(day: Day, voting: VotingRound) -> tuple[tuple[str, ...], ...]:
    """The options that share a place over the line, one tuple for each track with such a tie."""
    standing = day.standing(voting.id)
    if standing.result is None or standing.state not in REVEALED or not uses_dots(voting):
        return ()
    result, _merged = with_merges(day, voting, standing.result)
    left = voting.changed(options=tuple(one.id for one in result.options))
    return tied_over_line(left, facts_of(day, left), result)


def run_off_of(day: Day, voting: VotingRound) -> VotingRound | None:
    """The run-off that was held, or is to be held, because of a tie in that round."""
    return next(
        (one for one in day.rounds if one.run_off_of == voting.id and one.id != voting.id), None
    )


def after_view(words: Words, day: Day, voting: VotingRound, chosen: str) -> AfterView:
    """What to say after the result.

    Args:
        words: The language.
        day: The day.
        voting: The round.
        chosen: The option chosen in the list, or "".
    """
    standing = day.standing(voting.id)
    if standing.result is None or standing.state not in REVEALED:
        return AfterView()
    talk, rows, note = _talk(words, day, voting)
    tie, more, can_draw, can_run_off = _tie(words, day, voting)
    return AfterView(
        tie=tie,
        tie_more=more,
        can_draw=can_draw,
        can_run_off=can_run_off,
        merge=merge_text(words, day, voting, chosen),
        lost=lost_line(words, day, voting),
        talk=talk,
        rows=rows,
        note=note,
    )


def merge_text(words: Words, day: Day, voting: VotingRound, chosen: str) -> str:
    """What can be done with the chosen milestone: merge it, or split it again."""
    _ = words.gettext
    if chosen in merges(day).values() and uses_dots(voting):
        return _("Split again")
    return _("Merge with…") if partners(day, voting, chosen) else ""


def partners(day: Day, voting: VotingRound, chosen: str) -> tuple[Partner, ...]:
    """The milestones of the same track in the round that the chosen one can be merged with."""
    one = find(day.milestones, chosen)
    if one is None or not uses_dots(voting):
        return ()
    gone = merges(day)
    return tuple(
        Partner(view.id, view.label)
        for view in options_of(day, voting, one.track_id)
        if view.id != chosen and view.id not in gone
    )


def lost_line(words: Words, day: Day, voting: VotingRound) -> str:
    """What lay on something that has been removed is lost, and that is said."""
    result = day.standing(voting.id).result
    gone = removed(day, voting)
    if result is None or not gone:
        return ""
    lost = sum(result.option(one).counts.get("dots", 0) for one in gone)
    if not uses_dots(voting):
        text = words.ngettext(
            "{n} thing that was voted on has been removed. Its answers stay in the count.",
            "{n} things that were voted on have been removed. Their answers stay in the count.",
            len(gone),
        )
        return text.format(n=len(gone))
    text = words.ngettext(
        "{n} dot lay on what has been removed. It is lost and goes to nobody else.",
        "{n} dots lay on what has been removed. They are lost and go to nobody else.",
        lost,
    )
    return text.format(n=lost)


def _tie(words: Words, day: Day, voting: VotingRound) -> tuple[str, str, bool, bool]:
    _ = words.gettext
    ties = ties_of(day, voting)
    if not ties:
        return "", "", False, False
    rows = result_rows(day, voting, best_first=True)
    drawn = lots_line(words, day, voting, rows)
    labels = {row.option.id: row.option.label for row in rows}
    formats = Formats(words.language)
    named = formats.listed(labels[one] for tie in ties for one in tie)
    heading = _("Shared place over the line")
    if drawn:
        return heading, drawn, False, False
    text = _("{names} share a place. All of them go on, unless you hold a run-off or draw lots.")
    return heading, text.format(names=named), True, run_off_of(day, voting) is None


def _talk(
    words: Words, day: Day, voting: VotingRound
) -> tuple[str, tuple[tuple[str, str], ...], str]:
    _ = words.gettext
    quiet = is_list(voting) or is_statements(day, voting) or is_backing(voting)
    if uses_dots(voting) or quiet:
        return "", (), ""
    heading = _("Most contested")
    if voting.method is RoundMethod.RATING:
        heading = _("Talk about these first")
    elif is_review(voting):
        heading = _("Most divided")
    rows, cut = contested_rows(words, day, voting)
    note = _("More are equally divided; the list stops here.") if cut else ""
    return heading, tuple((row.option.label, row.counts) for row in rows), note
