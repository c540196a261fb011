"""Who is in the room: the base of an open round, and who is missing from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.kinds import Half
from workshop_app.domain.nouns import Participant, VotingRound
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voters


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is not in the room, in the day's order.

    Attributes:
        roles: Those who may vote in that half of the day and are not here.
        units: Units of which nobody who may vote is here.
        groups: Groups (competences) of which nobody who may vote is here.
    """

    roles: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def with_presence(day: Day, participant_id: str, *, present: bool) -> Day:
    """The day with somebody who has come, or has left.

    Raises:
        Refused: "unknown_participant".
    """
    person = find(day.participants, participant_id)
    if person is None:
        raise Refused("unknown_participant", participant=participant_id)
    return replace(day, participants=with_noun(day.participants, person.changed(present=present)))


def may_vote(day: Day, voting: VotingRound) -> tuple[Participant, ...]:
    """Everybody who may vote in the round's half of the day, here or not."""
    morning = voting.half is Half.MORNING
    return tuple(p for p in day.participants if (p.votes_morning if morning else p.votes_afternoon))


def entitled_ever(day: Day) -> tuple[Participant, ...]:
    """Everybody who may vote in some half of the day, here or not."""
    return tuple(p for p in day.participants if p.votes_morning or p.votes_afternoon)


def base_now(day: Day, voting: VotingRound) -> int:
    """The base as the room is now: those present and entitled, and those who voted and left.

    A round that was held elsewhere keeps the base it came with.
    """
    if voting.electorate:
        return voting.electorate
    here = {person.id for person in voters(day, voting)}
    known = {person.id for person in day.participants}
    return len(here | (known & set(day.standing(voting.id).done)))


def gaps(day: Day, voting: VotingRound) -> Gaps:
    """Who could have voted but is not here, and which units and groups have nobody."""
    here = voters(day, voting)
    entitled = may_vote(day, voting)
    units = {person.unit_id for person in here}
    groups = {person.group for person in here}
    wanted = {person.unit_id for person in entitled}
    known = dict.fromkeys(person.group for person in entitled if person.group)
    return Gaps(
        roles=tuple(person.role for person in entitled if not person.present),
        units=tuple(u.name for u in day.units if u.id in wanted - units),
        groups=tuple(group for group in known if group not in groups),
    )
