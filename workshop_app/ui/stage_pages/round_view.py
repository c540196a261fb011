"""Day -> what the desk and the shared screen tell of a dots round. Pure; no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import Half, RoundMethod, RoundState
from workshop_app.domain.merging import Merged, with_merges
from workshop_app.domain.methods import drawn_by_lottery, is_backing, is_review
from workshop_app.domain.nouns import Initiative, Milestone, VotingRound
from workshop_app.domain.ranking import lottery_places
from workshop_app.domain.rounds import REVEALED, settled_by_lot
from workshop_app.domain.tally import facts_of
from workshop_app.domain.votes import OptionResult, RoundResult
from workshop_app.figures.palette import track_letter
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words

NO_TRACK = -1
WEAK = 1
MOST_IN_A_ROW = 3
"""More questions in a step than this stand in a list, not side by side."""


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
        cost_tkr: Net cost of a service under review; None for all else.
        evidence: What is known of a service under review.
        proposal: The saving that touches the service asked about; empty where there is none.
        whole: The option in full where the label is a short name.
    """

    id: str
    label: str
    code: str = ""
    track_id: str = ""
    track: int = NO_TRACK
    year: int | None = None
    strength: int = 0
    effect_tkr: int | None = None
    cost_tkr: int | None = None
    evidence: str = ""
    proposal: str = ""
    whole: str = ""


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
        goes_on: Whether it is among those that go on: by its place, or by the lots that were drawn;
            before that a shared place over the line goes on whole.
        merged: The dots of each that it stands for, where several were merged.
    """

    option: OptionView
    place: int
    tied: bool
    dots: int
    stops: int
    people: int
    each: tuple[int, ...]
    goes_on: bool
    merged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A place that several options share."""

    place: int
    options: tuple[str, ...]


def step_of(voting: VotingRound) -> str:
    """The step of the day a round belongs to."""
    morning = voting.half is Half.MORNING
    if is_review(voting):
        return "follow_up"
    if is_backing(voting):
        return "alternatives"
    if voting.method is RoundMethod.NEED:
        return "need"
    if uses_dots(voting):
        return "vote" if morning and voting.method is RoundMethod.DOTS else "prioritise"
    return "vote" if voting.method is RoundMethod.RATING and morning else "questions"


def rounds_for(day: Day, step: str) -> tuple[VotingRound, ...]:
    """The questions of a step in the day's order, each with its newest round.

    Cancelled rounds stand back; only where a question has no other is the newest of them given.
    Where dots are the step's own way of voting, its dots come first.
    """
    fitting = [voting for voting in day.rounds if step_of(voting) == step]
    series = dict.fromkeys(voting.series for voting in sorted(fitting, key=_first_dots))
    return tuple(_newest(day, [r for r in fitting if r.series == one]) for one in series)


def round_for(day: Day, step: str, series: str = "") -> VotingRound | None:
    """The round a step works on: of the chosen question, or of its first."""
    rounds = rounds_for(day, step)
    chosen = (voting for voting in rounds if voting.series == series)
    return next(chosen, rounds[0] if rounds else None)


def _newest(day: Day, rounds: list[VotingRound]) -> VotingRound:
    living = [r for r in rounds if day.standing(r.id).state is not RoundState.CANCELLED]
    return max(living or rounds, key=_number)


def _first_dots(voting: VotingRound) -> bool:
    own = voting.run_off_of in {"", voting.id}
    return not (uses_dots(voting) and own)


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
    views = (_option(day, voting, key, codes) for key in voting.options)
    return tuple(view for view in views if not track_id or view.track_id == track_id)


def result_rows(
    day: Day, voting: VotingRound, track_id: str = "", *, best_first: bool = False
) -> tuple[ResultRow, ...]:
    """The counted options, in ballot order or best first; none while the result is hidden."""
    standing = day.standing(voting.id)
    if standing.result is None or standing.state not in REVEALED:
        return ()
    views = {view.id: view for view in options_of(day, voting, track_id)}
    result, merged = with_merges(day, voting, standing.result)
    on = _going_on(day, voting, result)
    order = tuple(option.id for option in result.options)
    if best_first:
        order = _best_first(day, voting, result)
    return tuple(
        _row(views[key], result.option(key), merged.get(key), goes_on=key in on)
        for key in order
        if key in views
    )


def _best_first(day: Day, voting: VotingRound, result: RoundResult) -> tuple[str, ...]:
    """The order of the count; lots that were drawn after it order what shares a place."""
    lottery = lottery_places(voting.options, voting.tie_order)
    tracks = track_by_option(day) if voting.per_track else {}
    parts = list(dict.fromkeys(tracks.get(option, "") for option in result.order))

    def key(option: str) -> tuple[int, int, int]:
        return parts.index(tracks.get(option, "")), result.option(option).rank, lottery[option]

    return tuple(sorted(result.order, key=key))


def merged_label(words: Words, row: ResultRow) -> str:
    """The option's name, and what it was made of where several were merged."""
    if not row.merged:
        return row.option.label
    dots = words.ngettext("{n} dot", "{n} dots", row.merged[-1]).format(n=row.merged[-1])
    first = " + ".join(str(number) for number in row.merged[:-1])
    text = words.gettext("{option} (merged: {first} + {dots})")
    return text.format(option=row.option.label, first=first, dots=dots)


def lots_line(words: Words, day: Day, voting: VotingRound, rows: Sequence[ResultRow]) -> str:
    """Which of those that shared a place go on by lot; empty where no lots were drawn."""
    result = day.standing(voting.id).result
    if result is None or not settled_by_lot(voting):
        return ""
    counted, _merged = with_merges(day, voting, result)
    tied = {one.id for one in counted.options if one.outcome == "tied"}
    lucky = [row.option.label for row in rows if row.goes_on and row.option.id in tied]
    if not lucky:
        return ""
    text = words.ngettext(
        "Lots were drawn: {names} goes on.", "Lots were drawn: {names} go on.", len(lucky)
    )
    return text.format(names=Formats(words.language).listed(lucky))


def _going_on(day: Day, voting: VotingRound, result: RoundResult) -> frozenset[str]:
    counted = {one.id: one.outcome for one in result.options}
    chosen = frozenset(one for one, outcome in counted.items() if outcome == "chosen")
    tied = frozenset(one for one, outcome in counted.items() if outcome == "tied")
    if tied and settled_by_lot(voting):
        lots = tuple(one for one in voting.tie_order if one in counted)
        drawn = voting.changed(options=tuple(counted), tie_order=lots)
        return frozenset(drawn_by_lottery(drawn, facts_of(day, drawn), result))
    return chosen | tied


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


def _option(day: Day, voting: VotingRound, key: str, codes: Mapping[str, str]) -> OptionView:
    milestone = find(day.milestones, key)
    if milestone is not None:
        return _of_milestone(day, milestone, codes[key])
    initiative = find(day.initiatives, key)
    if initiative is not None:
        return _of_service(initiative) if _asks_need(voting) else _of_initiative(initiative)
    activity = find(day.activities, key)
    if activity is not None:
        return OptionView(
            key, activity.title, cost_tkr=activity.net_cost_tkr, evidence=activity.evidence
        )
    frame = find(day.frames, key)
    if frame is not None:
        return OptionView(key, frame.name)
    alone = len(voting.options) == 1 and voting.method is RoundMethod.CHOICE
    return OptionView(key, (voting.question or voting.name) if alone else key)


def _asks_need(voting: VotingRound) -> bool:
    return voting.method is RoundMethod.NEED


def _of_service(initiative: Initiative) -> OptionView:
    """Need or nice asks about the service, never about the saving that would cut it."""
    whole = initiative.weighed or initiative.title
    touches = initiative.effect_tkr < 0 and whole != initiative.title
    return OptionView(
        id=initiative.id,
        label=initiative.weighed_label,
        effect_tkr=initiative.effect_tkr,
        proposal=initiative.title if touches else "",
        whole=whole,
    )


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


def _row(
    option: OptionView, count: OptionResult, merged: Merged | None, *, goes_on: bool
) -> ResultRow:
    each = tuple(dots for dots, people in count.spread for _ in range(people) if dots)
    return ResultRow(
        option=option,
        place=count.rank,
        tied=count.tied,
        dots=count.counts.get("dots", 0),
        stops=count.counts.get("stops", 0),
        people=count.breadth,
        each=each,
        goes_on=goes_on,
        merged=merged.parts if merged else (),
    )


def _number(voting: VotingRound) -> int:
    return voting.number


def _place(shared: SharedPlace) -> int:
    return shared.place
