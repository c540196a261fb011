"""The waterline, the proposals and the flags of the sample day against its right answers."""

from dataclasses import replace

import pytest

from tests.domain.sample_day import counted, expected
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.flags import (
    cross_unit,
    duplicates,
    expiring_documents,
    law_share,
    not_ready,
    one_off,
    stances_without_reason,
    weak_evidence,
)
from workshop_app.domain.frames import CONTINUES, STARTS, frame_view, portfolio_of
from workshop_app.domain.groups import small_groups
from workshop_app.domain.kinds import Half, Side
from workshop_app.domain.road import missing_facts, road_view

FRAMES = ("A1", "A2", "A3")
STANCES = {
    "göra": "do",
    "göra inte": "dont",
    "senare": "later",
    "utreds": "investigate",
    "tomt": "none",
}
FACTS = {"onskat_lage": "desired_state", "underlag": "evidence"}


def right_of(section, frame_id):
    return next(one for one in expected()[section] if one["ramalternativ"] == frame_id)


def ids(rows):
    return sorted(row.initiative_id for row in rows)


@pytest.mark.parametrize("frame_id", FRAMES)
def test_the_waterline_is_as_worked_out(frame_id):
    view, right = frame_view(counted(), frame_id), right_of("vattenlinje", frame_id)
    assert view.codes == ()
    assert (view.frame, view.bound, view.room) == (
        right["ram_tkr"],
        right["bundet_tkr"],
        right["rum_tkr"],
    )
    assert (view.above_sum, view.below_sum) == (right["over_tkr"], right["under_tkr"])
    assert (view.margin, view.missing) == (right["marginal_tkr"], 0)
    assert ids(view.above) == right["over"]
    assert ids(view.below) == right["under"]
    assert list(view.without_row) == right["utan_rad"]
    assert ids(view.column(Side.ABOVE, CONTINUES)) == right["fortsatter"]
    free = [row for row in view.column(Side.ABOVE, STARTS) if not row.locked]
    assert ids(free) == right["startar"]
    assert ids(view.column(Side.BELOW, CONTINUES)) == right["fortsatter_inte"]
    assert ids(view.column(Side.BELOW, STARTS)) == right["startar_inte"]


@pytest.mark.parametrize("frame_id", FRAMES)
def test_the_proposals_sum_up_as_worked_out(frame_id):
    view, right = frame_view(counted(), frame_id), right_of("portfoljer", frame_id)
    assert list(view.chosen) == right["gor"]
    assert view.effect == tuple(right[f"nettoeffekt_{year}_tkr"] for year in (2028, 2029, 2030))
    assert (view.gap, view.margin) == (right["anpassningskrav_tkr"], right["marginal_tkr"])
    assert view.margin == -view.effect[0] - view.gap
    assert view.cost == right["kostnad_2028_tkr"]
    assert view.effect_special_law == right["varav_speciallag_tkr"]
    assert view.effect[0] - view.effect_special_law == right["varav_kommunallag_tkr"]
    assert list(view.co_determination) == right["mbl_initiativ"]
    assert (view.unmet_needs, view.conflicts, view.goals_without) == ((), (), ("M3",)[:0])


@pytest.mark.parametrize("frame_id", FRAMES)
def test_the_stances_are_counted_and_missing_reasons_found(frame_id):
    view, right = frame_view(counted(), frame_id), expected()["stallningstaganden"][frame_id]
    assert view.stances == {STANCES[key]: number for key, number in right["antal"].items()}
    assert len(view.below) == right["under_ytan"]
    assert sorted(view.missing_reasons) == right["saknar_skal"]
    investigated = [row for row in view.below if row.printed_stance == "investigate"]
    assert ids(investigated) == right["skrivs_ut_som_utreds"]


@pytest.mark.parametrize("right", expected()["prov_av_forslag"], ids=str)
def test_trying_a_change_tells_what_is_missing(right):
    day = counted()
    old = portfolio_of(day, right["ramalternativ"])
    chosen = (set(old.chosen) | set(right["lagg_till"])) - set(right["ta_bort"])
    new = old.changed(chosen=tuple(sorted(chosen)))
    view = frame_view(
        replace(day, portfolios=with_noun(day.portfolios, new)), right["ramalternativ"]
    )
    assert (view.margin, view.missing) == (right["marginal_tkr"], right["saknas_tkr"])
    assert [list(pair) for pair in view.unmet_needs] == right["krav_saknas"]
    assert [list(pair) for pair in view.conflicts] == right["konflikter"]


def test_the_lists_stand_as_in_the_design():
    view = frame_view(counted(), "A1")
    lists = {
        (side, column): [row.cost for row in view.column(side, column) if not row.locked]
        for side in (Side.ABOVE, Side.BELOW)
        for column in (CONTINUES, STARTS)
    }
    assert lists[Side.ABOVE, CONTINUES] == [480, 420, 690, 520]
    assert lists[Side.ABOVE, STARTS] == [480, 220, 180, 200]
    assert lists[Side.BELOW, CONTINUES] == [780, 650, 650, 560, 550, 430, 410, 300, 240, 200]
    assert lists[Side.BELOW, STARTS] == [620, 450, 350, 260, 150, 90]
    pillar = [row.initiative_id for row in view.above]
    assert pillar[:5] == ["I01", "I17", "I18", "I23", "I28"]
    assert pillar[5:] == ["I16", "I12", "I20", "I02", "I30", "I06", "I27", "I15"]
    below = ["I04", "I21", "I07", "I11", "I03", "I19", "I08", "I14"]
    below += ["I26", "I29", "I24", "I05", "I25", "I09", "I10", "I13"]
    assert [row.initiative_id for row in view.below] == below


def test_small_groups_of_both_halves():
    right = expected()["sma_grupper"]
    for half, key in ((Half.MORNING, "fm"), (Half.AFTERNOON, "em")):
        for by, word in (("unit", "enhet"), ("group", "grupp")):
            found = small_groups(counted(), half, by)
            shown = {
                group: {"antal": one.size, "ovriga": one.rest, "visas": one.shown}
                for group, one in found.items()
            }
            assert shown == right[f"{key}_per_{word}"]


def test_the_flags_of_the_day():
    day, right = counted(), expected()
    assert list(weak_evidence(day)) == right["milstolpar_svagt_underlag"]
    assert list(expiring_documents(day)) == right["styrdokument_gar_ut"]
    assert list(cross_unit(day)) == right["initiativ_over_enhetsgrans"]
    assert list(one_off(day)) == right["engangseffekt"]
    assert [list(pair) for pair in duplicates(day)] == right["ideer"]["lika_forslag"]
    assert stances_without_reason(day, "A2") == ("I14", "I19", "I29")
    assert stances_without_reason(day) == ("I05", "I14", "I19", "I29")
    share = law_share(day)
    assert share.net_budget == right["summor"]["nettobudget_2027_tkr"]
    assert share.special_law == right["summor"]["varav_speciallag_tkr"]
    assert share.permille == round(10 * right["summor"]["andel_speciallag_procent"])


def test_the_six_facts_of_every_milestone():
    day, right = counted(), expected()["konkretisera"]
    for key, facts in right["sex_uppgifter"].items():
        missing = missing_facts(find(day.milestones, key))
        assert list(missing) == [FACTS[fact] for fact in facts["saknas"]]
        assert 6 - len(missing) == facts["antal"]
    assert len(day.milestones) - len(not_ready(day)) == right["klara"]


def test_the_road_of_the_day():
    road, right = road_view(counted()), expected()["fardplan"]
    stones = [stone for lane in road.lanes for stone in lane.stones]
    assert sorted(stone.milestone_id for stone in stones) == right["vidare"]
    assert (road.going_on, road.total, road.without_year) == (19, 24, ())
    assert dict(road.per_year) == {int(year): n for year, n in right["per_ar"].items()}
    quarters = {}
    for stone in stones:
        quarters.setdefault(f"{stone.year}K{stone.quarter}", []).append(stone.milestone_id)
    assert {key: sorted(ids) for key, ids in quarters.items()} == right["per_kvartal"]
    assert list(road.shared) == right["delas"]
    assert road.weak == (("D6", "S4-6"),)
    assert [lane.letter for lane in road.lanes] == ["A", "B", "C", "D"]


def test_what_to_look_over_is_as_in_the_design():
    road = road_view(counted())
    (crowded,) = road.crowded
    assert (crowded.year, crowded.quarter) == (2027, 4)
    assert crowded.milestone_ids == ("S1-1", "S3-1", "S4-2")
    assert crowded.busy == (("Chef verksamhetsstöd", 2),)
    assert (len(road.shared), road.shared_by_all) == (7, ("S3-2", "S4-1"))
