"""What the voting page shows, as plain data."""

from dataclasses import replace

import pytest

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.day import find, with_standing
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.tally import tally
from workshop_app.domain.votes import Standing
from workshop_app.system.language import Language, Words
from workshop_app.ui.stage_pages.round_view import round_for
from workshop_app.ui.voting.round_rules import with_setting
from workshop_app.ui.voting.views import (
    TalkKind,
    close_question,
    hands_line,
    hands_view,
    left_lines,
    next_in_turn,
    talk_points,
    turnout_view,
    ways_line,
    with_mark,
    with_person,
)

ENGLISH = Words(__file__, Language.ENGLISH)


def standing_with(day, done, **more):
    voting = round_for(day, "vote")
    channels = {way: list(done.values()).count(way) for way in set(done.values())}
    facts = {"electorate": 15, "voted": len(done), "channels": channels, "done": done, **more}
    return with_standing(day, Standing(voting.id, RoundState.OPEN, **facts)), voting


def crowded(day, number):
    """The day with so many voters."""
    model = day.participants[0]
    people = [model.changed(id=f"P{i:02}", role=f"Role {i}", position=i) for i in range(number)]
    return replace(day, participants=tuple(people))


def test_the_turnout_tells_who_is_done_and_how(day):
    done = {"D01": Channel.LAPTOP, "D03": Channel.HANDS, "D04": Channel.LAPTOP}
    day, voting = standing_with(day, done)
    turnout = turnout_view(day, voting, now="D02")
    assert (turnout.voted, turnout.base, turnout.missing) == (3, 15, 12)
    assert ways_line(ENGLISH, turnout) == "2 at the laptop · 1 by hand"
    rows = {row.id: row for row in turnout.rows}
    assert rows["D03"].by_hand
    assert rows["D02"].now
    assert not rows["D02"].done


@pytest.mark.parametrize(
    ("number", "columns", "only_left"),
    [(3, 2, False), (16, 2, False), (17, 3, False), (24, 3, False)],
)
def test_more_people_take_more_columns(day, number, columns, only_left):
    day = crowded(day, number)
    turnout = turnout_view(day, round_for(day, "vote"))
    assert (turnout.columns, turnout.only_left, len(turnout.rows)) == (columns, only_left, number)


def test_of_sixty_only_those_left_are_listed(day):
    day = crowded(day, 60)
    done = {f"P{i:02}": Channel.LAPTOP for i in range(50)}
    day, voting = standing_with(day, done, electorate=60)
    turnout = turnout_view(day, voting)
    assert turnout.only_left
    assert len(turnout.rows) == 10
    assert (turnout.voted, turnout.base) == (50, 60)


def test_the_turn_goes_on_from_the_chosen_person_and_comes_round(day):
    day, voting = standing_with(day, {"D01": Channel.LAPTOP, "D03": Channel.LAPTOP})
    turnout = turnout_view(day, voting)
    assert next_in_turn(turnout).id == "D02"
    assert next_in_turn(turnout, "D03").id == "D04"
    last = turnout.rows[-1].id
    day, voting = standing_with(day, {"D01": Channel.LAPTOP, last: Channel.LAPTOP})
    assert next_in_turn(turnout_view(day, voting), last).id == "D02"


def test_nobody_is_next_when_all_have_voted(day):
    people = {row.id: Channel.LAPTOP for row in turnout_view(day, round_for(day, "vote")).rows}
    day, voting = standing_with(day, people)
    assert next_in_turn(turnout_view(day, voting)) is None


def test_hands_balance_when_every_dot_is_counted(day):
    hands = HandCount(2, {"S1-1": {"dots": 1}}, frozenset({"D01", "D02"}))
    day, voting = standing_with(day, {}, hands=hands)
    sums = hands_view(day, voting)
    assert hands_line(ENGLISH, sums) == "2 people, 1 of 16 dots counted"
    assert not sums.balanced


def test_a_person_is_counted_by_hand_and_no_longer():
    hands = with_person(HandCount(1, {}, frozenset()), "D01")
    assert (hands.people, hands.voters) == (2, frozenset({"D01"}))
    assert with_person(hands, "D01") == HandCount(1, {}, frozenset())


def test_a_mark_is_set_beside_the_others():
    hands = with_mark(HandCount(1, {"a": {"dots": 1}}), "a", "stops", 1)
    assert hands.counts == {"a": {"dots": 1, "stops": 1}}


def test_closing_asks_about_those_missing_and_hands_that_do_not_add_up(day):
    hands = HandCount(1, {}, frozenset({"D01"}))
    day, voting = standing_with(day, {"D01": Channel.HANDS}, hands=hands)
    text = close_question(ENGLISH, turnout_view(day, voting), hands_view(day, voting))
    assert text == "14 have not voted. 1 person, 0 of 8 dots counted."


def test_what_remains_is_told_for_each_state(day):
    ready = turnout_view(day, round_for(day, "vote"))
    assert left_lines(ENGLISH, ready, RoundState.READY)[0] == "15 people may vote"
    assert left_lines(ENGLISH, ready, RoundState.OPEN) == (
        "15 have not voted",
        "Wait for the last ones or close the vote.",
    )
    assert left_lines(ENGLISH, ready, RoundState.CLOSED) == ("15 have not voted", "")
    full = replace(ready, voted=15)
    assert left_lines(ENGLISH, full, RoundState.OPEN) == ("All 15 have voted", "Close the vote.")
    assert left_lines(ENGLISH, full, RoundState.CLOSED) == ("All 15 have voted", "")


def test_the_sample_has_three_things_to_talk_about(imported):
    day = imported.day
    for round_id in ("behov", "prioritering"):
        voting = find(day.rounds, round_id)
        ballots = imported.ballots[round_id]
        result = tally(voting, day, ballots)
        day = with_standing(
            day, Standing(round_id, RoundState.LOCKED, voted=len(ballots), result=result)
        )
    points = {p.kind: p for p in talk_points(day, round_for(day, "prioritise"))}
    assert min(points[TalkKind.BOTH].dots, points[TalkKind.BOTH].stops) == 3
    assert points[TalkKind.CLEAR].label == "Halvera Sommarscenen"
    assert (points[TalkKind.CLEAR].dots, points[TalkKind.CLEAR].stops) == (11, 0)
    assert points[TalkKind.NEEDED].dots <= 3


def test_nothing_is_talked_about_before_the_reveal(day):
    assert talk_points(day, round_for(day, "prioritise")) == ()


def test_lowering_the_dots_lowers_the_cap_too(day):
    changed = round_for(with_setting(day, "milstolpar", "dots", 1), "vote")
    assert (changed.dots, changed.cap) == (1, 1)
    changed = round_for(with_setting(day, "milstolpar", "cap", 4), "vote")
    assert (changed.dots, changed.cap) == (4, 4)


def test_only_settings_can_be_set(day):
    with pytest.raises(ValueError, match="name"):
        with_setting(day, "milstolpar", "name", 1)
