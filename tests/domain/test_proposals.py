"""Moving rows across the surface, stances, reasons and saved proposals."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_day import counted
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.frames import (
    chosen_in,
    frame_view,
    frame_views,
    has_row,
    portfolio_of,
    stance_of,
)
from workshop_app.domain.kinds import RoundState, Side, StanceKind
from workshop_app.domain.proposals import (
    move_across,
    next_snapshot,
    save_proposal,
    set_reason,
    set_stance,
)
from workshop_app.domain.refused import Refused

DAY = counted()
MOVABLE = sorted(one.id for one in DAY.initiatives if not one.level_fixed_by_law)
STANCES = st.sampled_from([None, *StanceKind])


def stance(day, initiative_id, frame_id="A1"):
    found = stance_of(day, frame_id, initiative_id)
    return found.side, found.kind, found.reason


def with_initiative(day, key, **fields):
    new = find(day.initiatives, key).changed(**fields)
    return replace(day, initiatives=with_noun(day.initiatives, new))


def test_a_saving_taken_out_lets_its_service_go_on():
    day = move_across(DAY, "A1", "I11")
    assert "I11" not in chosen_in(day, "A1")
    reason = "Sommarscenen halveras. Ingen utvärdering sedan 2021."
    assert stance(day, "I11") == (Side.ABOVE, StanceKind.DO, reason)
    view = frame_view(day, "A1")
    assert view.row("I11").side is Side.ABOVE
    assert (view.margin, view.missing) == (-140, 140)
    assert frame_view(day, "A2") == frame_view(DAY, "A2")


def test_a_row_that_sinks_has_no_stance_until_one_is_taken():
    day = move_across(DAY, "A1", "I16")
    assert stance(day, "I16") == (Side.BELOW, None, "")
    assert "I16" in frame_view(day, "A1").missing_reasons
    imported_later = find(DAY.stances, "A1/I16").changed(kind=StanceKind.LATER)
    day = replace(DAY, stances=with_noun(DAY.stances, imported_later))
    assert stance(move_across(day, "A1", "I16"), "I16")[1] is StanceKind.LATER


def test_a_saving_without_a_row_lowers_what_is_bound():
    day = move_across(DAY, "A1", "I22")
    before, after = frame_view(DAY, "A1"), frame_view(day, "A1")
    assert (after.bound - before.bound, before.margin - after.margin) == (230, 230)
    assert (before.without_row, before.free_left) == (("I22",), ())
    assert (after.without_row, after.free_left) == ((), ("I22",))
    assert stance(day, "I22")[:2] == (Side.NONE, None)
    again = move_across(day, "A1", "I22")
    assert stance(again, "I22")[:2] == (Side.NONE, StanceKind.DO)


@pytest.mark.parametrize("act", [move_across, lambda *ids: set_stance(*ids, StanceKind.LATER)])
def test_what_the_law_fixes_does_not_move(act):
    with pytest.raises(Refused, match="locked_by_law"):
        act(DAY, "A1", "I01")


def test_unknown_frames_and_initiatives_are_refused():
    with pytest.raises(Refused, match="unknown_frame"):
        move_across(DAY, "A9", "I11")
    with pytest.raises(Refused, match="unknown_initiative"):
        move_across(DAY, "A1", "I99")
    with pytest.raises(Refused, match="unknown_frame"):
        set_reason(DAY, "A9", "I11", "x")


def test_do_rises_and_later_sinks():
    day = set_stance(DAY, "A1", "I11", StanceKind.DO)
    assert stance(day, "I11")[:2] == (Side.ABOVE, StanceKind.DO)
    assert "I11" not in chosen_in(day, "A1")
    day = set_stance(day, "A1", "I11", StanceKind.LATER)
    assert stance(day, "I11")[:2] == (Side.BELOW, StanceKind.LATER)
    assert "I11" in chosen_in(day, "A1")


@pytest.mark.parametrize("kind", [StanceKind.INVESTIGATE, StanceKind.LATER, None])
def test_other_stances_below_leave_the_row_where_it_is(kind):
    day = set_stance(DAY, "A1", "I29", kind)
    assert stance(day, "I29")[:2] == (Side.BELOW, kind)
    assert portfolio_of(day, "A1") == portfolio_of(DAY, "A1")


def test_a_reason_is_kept_with_the_row_the_room_sees():
    day = set_reason(DAY, "A1", "I29", "  Prövas i höst.  ")
    assert stance(day, "I29") == (Side.BELOW, None, "Prövas i höst.")
    assert frame_view(day, "A1").missing_reasons == ("I19", "I29")
    day = set_stance(day, "A1", "I29", StanceKind.LATER)
    assert frame_view(day, "A1").missing_reasons == ("I19",)
    assert frame_view(day, "A1").row("I29").printed_stance is StanceKind.LATER


def test_a_saved_proposal_stays_while_the_live_one_changes():
    day = save_proposal(DAY, "A1", "Läge 1")
    assert next_snapshot(day, "A1") == 2
    day = save_proposal(move_across(day, "A1", "I16"), "A1", "Läge 2")
    assert [portfolio_of(day, "A1", n).saved_as for n in (1, 2)] == ["Läge 1", "Läge 2"]
    assert frame_view(day, "A1", 1).effect == frame_view(DAY, "A1").effect
    assert frame_view(day, "A1", 2).effect == frame_view(day, "A1").effect
    assert frame_view(day, "A1", 1).effect != frame_view(day, "A1", 2).effect
    with pytest.raises(Refused, match="name_missing"):
        save_proposal(day, "A1", " ")


def test_a_day_without_proposals_and_stances_starts_with_what_the_law_fixes():
    empty = replace(DAY, portfolios=(), stances=(), votes={})
    view = frame_view(empty, "A1")
    assert view.chosen == ("I01", "I17", "I18", "I23", "I28")
    assert set(view.stances.values()) == {0}
    assert view.row("I16").stance is None
    assert view.row("I22") is None
    moved = move_across(empty, "A1", "I16")
    assert portfolio_of(moved, "A1").id == "A1"
    assert stance(moved, "I16") == (Side.ABOVE, StanceKind.DO, "")
    assert find(moved.stances, "A1/I16") is not None
    assert move_across(moved, "A2", "I02").portfolios[-1].position == 1


def test_the_votes_order_the_rows_only_when_the_room_has_seen_them():
    hidden = [row.initiative_id for row in frame_view(counted(RoundState.CLOSED), "A1").above]
    assert hidden == [row.initiative_id for row in frame_view(replace(DAY, votes={}), "A1").above]
    assert hidden == sorted(hidden[:5]) + sorted(hidden[5:])


def test_a_frame_or_a_need_that_is_not_set_is_said_and_nothing_breaks():
    frame = DAY.frames[0].changed(frame_tkr=None)
    view = frame_view(replace(DAY, frames=(frame,)), "A1")
    assert (view.codes, view.room, view.margin, view.gap) == (("frame_missing",), None, None, None)
    assert (view.bound, view.missing, view.above_sum) == (98590, 0, 4150)
    day = replace(DAY, workshop=DAY.workshop.changed(need_tkr=None), frames=(frame,))
    both = frame_view(day, "A1")
    assert both.codes == ("need_missing", "frame_missing")
    assert (both.bound, both.cost, both.effect) == (None, None, (-2960, -5100, -5720))


def test_a_locked_saving_lowers_what_is_bound_and_nothing_is_a_row_that_starts():
    day = with_initiative(DAY, "I18", effect_tkr=-310)
    view = frame_view(day, "A1")
    assert view.row("I18") is None
    assert "I18" in view.without_row
    assert view.margin == -view.effect[0] - view.gap
    free = with_initiative(DAY, "I16", effect_tkr=0)
    row = frame_view(free, "A1").row("I16")
    assert (row.cost, row.column, row.side) == (0, "starts", Side.ABOVE)


def test_conflicts_are_mutual_and_told_once_and_needs_are_not():
    day = with_initiative(DAY, "I21", conflicts_with=("I20", "I21", "X"))
    day = move_across(day, "A1", "I20")
    assert frame_view(day, "A1").conflicts == (("I20", "I21"),)
    only_one = with_initiative(day, "I20", conflicts_with=())
    assert frame_view(only_one, "A1").conflicts == (("I20", "I21"),)
    without = move_across(DAY, "A1", "I24")
    assert frame_view(without, "A1").unmet_needs == ()


def test_goals_that_nothing_chosen_serves_are_told():
    day = DAY
    for one in DAY.initiatives:
        if "M3" in one.goal_ids and one.goal_ids[0] != "M3":
            day = with_initiative(day, one.id, goal_ids=one.goal_ids[:1])
    day = with_initiative(day, "I18", goal_ids=())
    day = with_initiative(day, "I25", goal_ids=("M3",))
    assert frame_view(day, "A1").goals_without == ("M3",)


@given(st.lists(st.tuples(st.sampled_from(["A1", "A2", "A3"]), st.sampled_from(MOVABLE))))
def test_the_margin_is_always_what_the_sum_leaves_of_the_gap(moves):
    day = DAY
    for frame_id, initiative_id in moves:
        day = move_across(day, frame_id, initiative_id)
    for view in frame_views(day):
        assert view.margin == -view.effect[0] - view.gap
        assert view.missing == max(0, -view.margin)
        assert view.margin == view.room - view.above_sum
        rows = len([one for one in day.initiatives if has_row(one)])
        assert len(view.above) + len(view.below) == rows
        assert sorted(view.below_lists, key=str) == sorted(view.below, key=str)


@given(st.sampled_from(MOVABLE), STANCES)
def test_do_stands_above_and_later_and_dont_below(initiative_id, kind):
    day = set_stance(DAY, "A2", initiative_id, kind)
    side, found, _ = stance(day, initiative_id, "A2")
    assert found == kind
    row = frame_view(day, "A2").row(initiative_id)
    assert side is (row.side if row else Side.NONE)
    if row and kind is StanceKind.DO:
        assert side is Side.ABOVE
    if row and kind in {StanceKind.LATER, StanceKind.DONT}:
        assert side is Side.BELOW


@given(st.sampled_from(MOVABLE))
def test_moving_there_and_back_gives_the_same_proposal(initiative_id):
    there = move_across(DAY, "A1", initiative_id)
    back = move_across(there, "A1", initiative_id)
    assert chosen_in(there, "A1") != chosen_in(DAY, "A1")
    assert back.portfolios == DAY.portfolios
