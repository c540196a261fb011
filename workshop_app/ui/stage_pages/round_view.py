"""Day -> what the desk and the shared screen tell of a dots round. Pure; no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import Half, RoundMethod, RoundState
from workshop_app.domain.nouns import Initiative, Milestone, VotingRound
from workshop_app.domain.rounds import REVEALED
from workshop_app.domain.votes import OptionResult
from workshop_app.figures.palette import track_letter
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words

NO_TRACK = -1
WEAK = 1
STEP_ROUNDS: Mapping[str, tuple[RoundMethod, Half]] = {
    "vote": (RoundMethod.DOTS, Half.MORNING),
    "prioritise": (RoundMethod.POINTS, Half.AFTERNOON),
}


@dataclass(frozen=True, slots=True)
class TrackView:
    """A track that has options in the round; `index` is its place in the day (its colour)."""

    id: str
    index: int
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option as it is read.

    Attributes:
        id: The option.
        label: Short name, or the title where there is none.
        code: "A3", or empty where options have no codes.
        track_id: Its track, or empty.
        track: Place of the track in the day, `NO_TRACK` without.
        year: Target year of a milestone.
        strength: How strong the evidence is, 1-3; 0 = nothing is said of it.
        effect_tkr: Effect of an initiative in tkr, minus = lower net cost; None for milestones.
    """

    id: str
    label: str
    code: str = ""
    track_id: str = ""
    track: int = NO_TRACK
    year: int | None = None
    strength: int = 0
    effect_tkr: int | None = None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One option with its count.

    Attributes:
        option: The option as it is read.
        place: Place among those it competes with, 1 = first.
        tied: Shares the place.
        dots: Dots in all.
        stops: Stops in all.
        people: People with at least one dot on it.
        each: Dots of each of those people, most first.
        goes_on: Whether it is among those that go on, a shared place over the line included.
    """

    option: OptionView
    place: int
    tied: bool
    dots: int
    stops: int
    people: int
    each: tuple[int, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A place that several options share."""

    place: int
    options: tuple[str, ...]


def round_for(day: Day, step: str) -> VotingRound | None:
    """The round a step works on: the newest of the first question of its kind.

    Cancelled rounds stand back; only where there is no other is the newest of them given.
    """
    method, half = STEP_ROUNDS[step]
    fitting = [r for r in day.rounds if r.method is method and r.half is half and uses_dots(r)]
    if not fitting:
        return None
    series = fitting[0].series
    of_question = [r for r in fitting if r.series == series]
    living = [r for r in of_question if day.standing(r.id).state is not RoundState.CANCELLED]
    return max(living or of_question, key=_number)


def tracks_of(day: Day, voting: VotingRound) -> tuple[TrackView, ...]:
    """The tracks of the round's options in the day's order; none where dots are not per track."""
    if not voting.per_track:
        return ()
    used = {track_by_option(day).get(option, "") for option in voting.options}
    return tuple(
        TrackView(track.id, index, track_letter(index), track.name)
        for index, track in enumerate(day.tracks)
        if track.id in used
    )


def track_by_option(day: Day) -> dict[str, str]:
    """Milestone -> its track."""
    return {milestone.id: milestone.track_id for milestone in day.milestones}


def options_of(day: Day, voting: VotingRound, track_id: str = "") -> tuple[OptionView, ...]:
    """The round's options in ballot order; with `track_id` those of that track only."""
    codes = _codes(day)
    views = (_option(day, key, codes) for key in voting.options)
    return tuple(view for view in views if not track_id or view.track_id == track_id)


def result_rows(
    day: Day, voting: VotingRound, track_id: str = "", *, best_first: bool = False
) -> tuple[ResultRow, ...]:
    """The counted options, in ballot order or best first; none while the result is hidden."""
    standing = day.standing(voting.id)
    if standing.result is None or standing.state not in REVEALED:
        return ()
    views = {view.id: view for view in options_of(day, voting, track_id)}
    order = standing.result.order if best_first else voting.options
    return tuple(_row(views[key], standing.result.option(key)) for key in order if key in views)


def shared_places(rows: tuple[ResultRow, ...]) -> tuple[SharedPlace, ...]:
    """The places that several options share, best first, those without dots aside."""
    places: dict[tuple[str, int], list[str]] = {}
    for row in rows:
        if row.tied and (row.dots or row.stops):
            places.setdefault((row.option.track_id, row.place), []).append(row.option.id)
    found = [SharedPlace(place, tuple(ids)) for (_, place), ids in places.items() if len(ids) > 1]
    return tuple(sorted(found, key=_place))


def ordinal(words: Words, place: int) -> str:
    """A place in words up to ten: "fifth"; above that in digits."""
    known = (
        words.pgettext("place", "first"),
        words.pgettext("place", "second"),
        words.pgettext("place", "third"),
        words.pgettext("place", "fourth"),
        words.pgettext("place", "fifth"),
        words.pgettext("place", "sixth"),
        words.pgettext("place", "seventh"),
        words.pgettext("place", "eighth"),
        words.pgettext("place", "ninth"),
        words.pgettext("place", "tenth"),
    )
    if place <= len(known):
        return known[place - 1]
    return words.pgettext("place", "no. {n}").format(n=place)


def tie_line(words: Words, rows: tuple[ResultRow, ...]) -> str:
    """One sentence about shared places: "Shared fifth place: equally many dots"; else empty."""
    _ = words.gettext
    places = shared_places(rows)
    if not places:
        return ""
    if len(places) == 1:
        sentence = _("Shared {ordinal} place: equally many dots")
        return sentence.format(ordinal=ordinal(words, places[0].place))
    listed = Formats(words.language).listed(str(shared.place) for shared in places)
    return _("Shared places: {places}").format(places=listed)


def dots_line(words: Words, voting: VotingRound) -> str:
    """The rule in one or two short sentences, as the room reads it while it votes."""
    _ = words.gettext
    parts = [_dots_each(words, voting)]
    if voting.stops:
        stops = words.ngettext("At most {n} stop.", "At most {n} stops.", voting.stops)
        parts.append(stops.format(n=voting.stops))
    if 0 < voting.cap < voting.dots:
        parts.append(_("At most {n} on the same proposal.").format(n=voting.cap))
    elif voting.cap == voting.dots == 2:  # noqa: PLR2004 - "both" means two
        parts.append(_("You may put both on the same."))
    elif voting.dots > 1:
        parts.append(_("You may put all on the same."))
    return " ".join(parts)


def _dots_each(words: Words, voting: VotingRound) -> str:
    n = voting.dots
    if voting.per_track:
        text = words.ngettext("{n} dot each per track.", "{n} dots each per track.", n)
    else:
        text = words.ngettext("{n} dot each.", "{n} dots each.", n)
    return text.format(n=n)


def _codes(day: Day) -> dict[str, str]:
    """Milestone -> code: the letter of its track and its number there, in the day's order."""
    letters = {track.id: track_letter(index) for index, track in enumerate(day.tracks)}
    seen: dict[str, int] = {}
    codes: dict[str, str] = {}
    for milestone in day.milestones:
        number = seen[milestone.track_id] = seen.get(milestone.track_id, 0) + 1
        codes[milestone.id] = f"{letters.get(milestone.track_id, '')}{number}"
    return codes


def _option(day: Day, key: str, codes: Mapping[str, str]) -> OptionView:
    milestone = find(day.milestones, key)
    if milestone is not None:
        return _of_milestone(day, milestone, codes[key])
    initiative = find(day.initiatives, key)
    if initiative is not None:
        return _of_initiative(initiative)
    return OptionView(key, key)


def _of_milestone(day: Day, milestone: Milestone, code: str) -> OptionView:
    places = {track.id: index for index, track in enumerate(day.tracks)}
    return OptionView(
        id=milestone.id,
        label=milestone.label,
        code=code,
        track_id=milestone.track_id,
        track=places.get(milestone.track_id, NO_TRACK),
        year=milestone.year,
        strength=milestone.evidence_strength,
    )


def _of_initiative(initiative: Initiative) -> OptionView:
    return OptionView(id=initiative.id, label=initiative.label, effect_tkr=initiative.effect_tkr)


def _row(option: OptionView, count: OptionResult) -> ResultRow:
    each = tuple(dots for dots, people in count.spread for _ in range(people) if dots)
    return ResultRow(
        option=option,
        place=count.rank,
        tied=count.tied,
        dots=count.counts.get("dots", 0),
        stops=count.counts.get("stops", 0),
        people=count.breadth,
        each=each,
        goes_on=count.outcome in {"chosen", "tied"},
    )


def _number(voting: VotingRound) -> int:
    return voting.number


def _place(shared: SharedPlace) -> int:
    return shared.place
