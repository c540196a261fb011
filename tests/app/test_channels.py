"""The same ballots through every channel give the same tally."""

import csv
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.channel_day import OPTIONS, at_screen, channel_day, opened, with_round
from workshop_app.app.ballots import request_key
from workshop_app.app.paper import count_papers, first_number, numbered, tracks_of_options
from workshop_app.app.simulated import raised_hands, random_ballot
from workshop_app.domain.ballot_rules import check_ballot, check_hands
from workshop_app.domain.kinds import Channel, RoundMethod
from workshop_app.domain.rounds import voters, voting_round
from workshop_app.domain.tally import Tally, facts_of
from workshop_app.storage.ballot_file import read_ballot_file

METHODS = st.sampled_from([method.value for method in RoundMethod])
DAY = channel_day()
TRACKS = tracks_of_options(DAY)


def ballots_for(key: str, seed: int, people: int):
    chance = Random(seed)  # noqa: S311 - a game
    voting = voting_round(DAY, key)
    return [random_ballot(voting, TRACKS, chance) for _ in range(people)]


def what_counts(result):
    """What no channel may change: counts, score, who leads, how many voted."""
    rows = [(o.id, dict(o.counts), o.score, o.outcome) for o in result.options]
    return rows, result.voted


@given(METHODS, st.integers(0, 10_000), st.integers(1, 30))
def test_simulated_ballots_are_valid_and_so_are_their_hands(key, seed, people):
    voting = voting_round(DAY, key)
    ballots = ballots_for(key, seed, people)
    for ballot in ballots:
        check_ballot(voting, ballot, TRACKS)
    hands = raised_hands((str(i), ballot) for i, ballot in enumerate(ballots))
    check_hands(voting, hands, people, TRACKS)


@given(METHODS, st.integers(0, 10_000), st.integers(1, 20), st.data())
def test_any_part_of_the_ballots_may_come_by_hand(key, seed, people, data):
    ballots = ballots_for(key, seed, people)
    # Where a tie is broken by breadth, hands cannot know it; the counts must be the same.
    split = data.draw(st.integers(0, people))
    voting = voting_round(DAY, key)
    alone, mixed = Tally(voting), Tally(voting)
    for ballot in ballots:
        alone.add(ballot.text(), 1)
    for ballot in ballots[:split]:
        mixed.add(ballot.text(), 1)
    mixed.add_hands(raised_hands((str(i), b) for i, b in enumerate(ballots[split:])))
    facts = facts_of(DAY, voting, people)
    one, other = alone.result(facts), mixed.result(facts)
    assert [dict(o.counts) for o in one.options] == [dict(o.counts) for o in other.options]
    assert [o.score for o in one.options] == [o.score for o in other.options]
    assert one.voted == other.voted == people


@given(METHODS, st.integers(0, 10_000))
@settings(max_examples=3, deadline=None)
def test_every_channel_of_the_real_file_counts_alike(tmp_path_factory, key, seed):
    folder = tmp_path_factory.mktemp("channels")
    found = {way: held_by(folder, way, key, seed) for way in ("laptop", "screen", "paper", "mixed")}
    assert found["screen"] == found["paper"] == found["mixed"] == found["laptop"]


def held_by(folder, way, key, seed):
    """The count of a round that was held that way."""
    day = with_round(DAY, key, at_screen) if way == "screen" else DAY
    held = opened(folder / f"{way}.milstolpe", day)
    people = voters(day, voting_round(day, key))
    ballots = ballots_for(key, seed, len(people))
    held.door.open(key)
    channels = {"laptop": Channel.LAPTOP, "screen": Channel.SCREEN}
    at_desk = {"paper": 0, "mixed": 3}.get(way, len(people))
    for person, ballot in list(zip(people, ballots, strict=True))[:at_desk]:
        channel = channels.get(way, Channel.LAPTOP)
        held.door.cast(key, person.id, channel, ballot, request_key())
    count_papers(held.store.day, held.door, key, numbered(ballots[at_desk:], 1))
    held.door.close(key)
    standing = held.door.show(key)
    assert held.store.file.check() == ()
    held.store.close()
    return what_counts(standing.result)


@pytest.mark.parametrize("key", [method.value for method in RoundMethod])
def test_a_file_of_ballots_counts_as_the_same_ballots_at_the_laptop(tmp_path, key):
    ballots = [b for b in ballots_for(key, 5, 7) if not b.blank]
    path = tmp_path / "ballots.csv"
    write_ballots(path, ballots)
    voting = voting_round(DAY, key)
    read = read_ballot_file(path, voting, TRACKS)
    assert sorted(b.text() for b in read) == sorted(b.text() for b in ballots)
    counts = []
    for name, cast in (("file", read), ("own", ballots)):
        held = opened(tmp_path / f"{name}.milstolpe", DAY)
        held.door.open(key)
        first = first_number(held.store.day.standing(key))
        count_papers(held.store.day, held.door, key, numbered(cast, first))
        counts.append(what_counts(held.door.close(key).result))
        held.store.close()
    assert counts[0] == counts[1]


def write_ballots(path, ballots):
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, delimiter=";")
        lines.writerow(("sedel", "objekt", "val", "prickar", "stopp"))
        for n, ballot in enumerate(ballots):
            for option in OPTIONS:
                dots, stop = ballot.dots.get(option, 0), int(option in ballot.stops)
                answer = ballot.answers.get(option, "")
                if answer or dots or stop:
                    lines.writerow((f"s{n}", option, answer, dots or "", stop or ""))
