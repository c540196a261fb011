"""What the ballot says: names for screen readers, what is left, why something cannot be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.domain.day import Day
from workshop_app.domain.nouns import VotingRound
from workshop_app.report.texts import evidence_word
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.round_view import OptionView, TrackView, options_of, tracks_of
from workshop_app.ui.voting.draft import BallotDraft

TALL_ROWS = 6
ROWS = 9


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page of the ballot: options of one track, or a part of the list."""

    options: tuple[OptionView, ...]
    track: TrackView | None = None


def pages_of(day: Day, voting: VotingRound) -> tuple[SheetPage, ...]:
    """The ballot in pages of at most nine rows; each track begins a page of its own."""
    pages: list[SheetPage] = []
    tracks = tracks_of(day, voting)
    for track in tracks:
        options = options_of(day, voting, track.id)
        pages += [SheetPage(part, track) for part in _parts(options)]
    placed = {option.id for page in pages for option in page.options}
    rest = [option for option in options_of(day, voting) if option.id not in placed]
    return (*pages, *(SheetPage(part) for part in _parts(rest)))


def budget_key(voting: VotingRound, option: OptionView) -> str:
    """Which budget a dot on the option is taken from: its track's, or the whole sheet's."""
    return option.track_id if voting.per_track else ""


def row_name(words: Words, option: OptionView, draft: BallotDraft) -> str:
    """What a screen reader says of a row: "School halls by day, 1 of 2 dots"."""
    _ = words.gettext
    if draft.stopped(option.id):
        return _("{option}, stop").format(option=option.label)
    cap = draft.cap
    text = words.ngettext("{option}, {n} of {cap} dot", "{option}, {n} of {cap} dots", cap)
    return text.format(option=option.label, n=draft.dots(option.id), cap=cap)


def below_line(words: Words, option: OptionView) -> tuple[str, str]:
    """Year and evidence, as "2028" and "Strong evidence"; the mark stands between them."""
    word = evidence_word(words, option.strength) if option.strength else ""
    return (str(option.year) if option.year else "", word)


def budget_line(words: Words, draft: BallotDraft, key: str, *, stops: bool) -> str:
    """What is left: "Both dots are placed", "You have 3 dots left"."""
    parts = [_dots_left(words, draft, key)]
    if stops:
        left = draft.stops_left()
        parts.append(words.ngettext("{n} stop left", "{n} stops left", left).format(n=left))
    return ", ".join(part for part in parts if part)


def hand_in_text(words: Words, draft: BallotDraft) -> str:
    """The button; says when dots are left."""
    left = draft.unplaced()
    if not left:
        return words.gettext("Hand in the ballot")
    text = words.ngettext("Hand in with {n} dot left", "Hand in with {n} dots left", left)
    return text.format(n=left)


def why_not(words: Words, code: str, draft: BallotDraft) -> str:
    """Why a dot or a stop could not be placed."""
    _ = words.gettext
    if code == "over_cap":
        text = words.ngettext("At most {n} dot here", "At most {n} dots here", draft.cap)
        return text.format(n=draft.cap)
    return {
        "no_dots_left": _("No dots left. Take one away first."),
        "no_stops_left": _("No stops left. Take one away first."),
        "has_stop": _("It has a stop. Take it away first."),
        "has_dots": _("It has dots. Take them away first."),
    }.get(code, "")


def _dots_left(words: Words, draft: BallotDraft, key: str) -> str:
    _ = words.gettext
    budget = draft.budget()
    left = draft.left(key)
    if left and draft.unplaced():
        return words.ngettext("You have {n} dot left", "You have {n} dots left", left).format(
            n=left
        )
    if left:
        return ""
    if budget == 2:  # noqa: PLR2004 - "both" means two
        return _("Both dots are placed")
    text = words.ngettext("The dot is placed", "All {n} dots are placed", budget)
    return text.format(n=budget)


def _parts(options: Sequence[OptionView]) -> list[tuple[OptionView, ...]]:
    return [tuple(options[i : i + ROWS]) for i in range(0, len(options), ROWS)]
