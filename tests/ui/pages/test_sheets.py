"""What the pages show, made from the day: pure, without widgets."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.domain.sample_day import counted
from workshop_app.app.stage import Showing
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.frames import frame_view, frame_views
from workshop_app.domain.kinds import EvidenceType, Half, RoundMethod, RoundState
from workshop_app.domain.nouns import Milestone, Stance, Workshop
from workshop_app.domain.proposals import move_across, save_proposal
from workshop_app.figures.icons import Icon
from workshop_app.report.summary import SummaryInfo
from workshop_app.system.language import Language, Words
from workshop_app.ui.frame.check_sheet import check_of, doubts, save_question
from workshop_app.ui.frame.frame_sheet import frame_sheet, pillar_of, row_sheet
from workshop_app.ui.road.road_sheet import road_plan, road_sheet, stone_sheet
from workshop_app.ui.stage_pages.frame import nothing_yet, water_words
from workshop_app.ui.stage_pages.road import road_page
from workshop_app.ui.summary.summary_sheet import draft_warning, proposed_file

WORDS = Words(Path(__file__), Language.ENGLISH)
DAY = counted()
UNSEEN = counted(RoundState.CLOSED)
BARE = type(DAY)(Workshop(id="day", title="Empty", date=dt.date(2027, 4, 22)))


def with_milestone(day, key, **fields):
    one = find(day.milestones, key).changed(**fields)
    return replace(day, milestones=with_noun(day.milestones, one))


def texts(remarks):
    return [(remark.icon, remark.title, remark.text) for remark in remarks]


# --- the road ---------------------------------------------------------------------------------


def test_the_road_has_the_stones_of_the_sample():
    sheet = road_sheet(DAY, WORDS)

    assert [len(lane.posts) for lane in sheet.plan.lanes] == [5, 4, 5, 5]
    assert len(sheet.stones) == 19
    assert [stone.key for stone in sheet.aside] == ["S1-6", "S2-3", "S2-5", "S3-5", "S4-3"]
    assert sheet.loose == ()
    assert sheet.plan.sentence == "5 milestones in 2027, 6 in 2028, 4 in 2029 and 4 in 2030."


def test_today_on_the_road_is_the_day_of_the_workshop():
    assert road_plan(DAY, WORDS).today == pytest.approx(2027.304, abs=0.001)


def test_one_track_is_one_lane_with_its_own_colour():
    plan = road_plan(DAY, WORDS, track_id="S3")

    assert [(lane.track, lane.name) for lane in plan.lanes] == [
        (2, "Enkelt att hitta, boka och delta")
    ]


def test_a_milestone_without_a_quarter_stands_last_in_its_year_without_letters():
    plan = road_plan(with_milestone(DAY, "S1-1", quarter=None), WORDS)
    post = next(one for one in plan.lanes[0].posts if one.key == "S1-1")

    assert (post.year, post.quarter, post.quarter_text) == (2027, 4, "")


def test_the_card_does_not_tell_of_dots_the_room_has_not_seen():
    assert stone_sheet(DAY, "S1-3", WORDS).when == "Quarter 4 2028, 8 dots from 6 people"
    assert stone_sheet(UNSEEN, "S1-3", WORDS).when == "Quarter 4 2028"


def test_the_card_of_a_thin_milestone_says_what_is_missing():
    thin = Milestone(id="T1", track_id="S1", title="Thin", position=999)
    day = replace(DAY, milestones=with_noun(DAY.milestones, thin))
    sheet = stone_sheet(day, "T1", WORDS)

    assert (sheet.when, sheet.owner) == ("No year", "Nobody yet")
    assert (sheet.shared, sheet.measure) == ("Nobody", "No measure yet")
    assert (sheet.evidence[0], sheet.code) == ("Weak evidence", "A7")
    assert stone_sheet(day, "T2", WORDS) is None


def test_the_card_tells_from_where_to_where():
    sheet = stone_sheet(DAY, "S1-1", WORDS)

    assert sheet.measure == (
        "Andel lokaler med mätt nyttjandegrad: 12 procent av lokalerna mätta → 100 procent"
    )


def test_many_weak_milestones_are_summed_up():
    day = DAY
    for one in DAY.milestones:
        day = with_milestone(day, one.id, evidence_type=EvidenceType.MISSING)
    titles = [remark.title for remark in road_sheet(day, WORDS).remarks]

    assert [title for title in titles if "weak" in title] == [
        "A1 has weak evidence",
        "A2 has weak evidence",
        "A3 has weak evidence",
        "16 more have weak evidence",
    ]


def test_an_empty_day_has_an_empty_road_and_nothing_to_look_over():
    sheet = road_sheet(BARE, WORDS)

    assert sheet.lead.startswith("0 of 0 milestones go on.")
    assert texts(sheet.remarks) == [(Icon.CHECK, "Nothing stands out", "")]
    assert sheet.plan.sentence == "0 milestones in 2027, 0 in 2028, 0 in 2029 and 0 in 2030."


def test_a_plan_that_ended_before_the_day_still_has_a_road():
    day = replace(DAY, workshop=DAY.workshop.changed(plan_end_year=2020))
    sheet = road_sheet(day, WORDS)

    assert sheet.plan.years == 1
    assert len(sheet.loose) == 19


# --- the frame --------------------------------------------------------------------------------


def test_the_pillar_has_the_other_alternatives_levels():
    pillar = pillar_of(DAY, frame_view(DAY, "A2"), WORDS)

    assert (pillar.room, pillar.margin, pillar.name) == (2910, 70, "Alt. 2")
    assert [(level.name, level.room) for level in pillar.levels] == [
        ("Alt. 1", 4310),
        ("Alt. 3", 5310),
    ]


@pytest.mark.parametrize(("frame", "margin"), [("A1", 160), ("A2", 70), ("A3", 250)])
def test_the_lists_hold_every_row_once(frame, margin):
    sheet = frame_sheet(DAY, frame, WORDS, unfolded=True)
    keys = [row.key for rows in sheet.board.lists for row in rows if row.folds is None]

    assert sheet.board.pillar.margin == margin
    assert sorted(keys) == sorted(
        row.initiative_id for row in (*sheet.view.above, *sheet.view.below)
    )
    assert len(keys) == 29


def test_the_tip_on_what_is_bound_names_what_lowers_it():
    tip = frame_sheet(DAY, "A1", WORDS).bound_tip

    assert "105,700\u00a0tkr" in tip
    assert "I22" in tip
    without = move_across(DAY, "A1", "I22")
    assert "I22" not in frame_sheet(without, "A1", WORDS).bound_tip


def test_votes_the_room_has_not_seen_are_not_in_the_card():
    assert len(row_sheet(DAY, "A1", "I11", WORDS).facts) == 2
    assert row_sheet(UNSEEN, "A1", "I11", WORDS).facts == ("300\u00a0tkr",)
    assert row_sheet(DAY, "A1", "I22", WORDS) is None


def test_the_check_of_alternative_1():
    assert [
        (icon, title) for icon, title, _ in texts(check_of(DAY, frame_view(DAY, "A1"), WORDS))
    ] == [
        (Icon.CHECK, "Fits the frame"),
        (Icon.CHECK, "The municipality's result 2.0 percent"),
        (Icon.CHECK, "No conflicts"),
        (Icon.INFO, "5 proposals require negotiation (MBL)"),
        (Icon.WARN, "2 lack a reason"),
    ]


def test_the_check_is_quiet_where_there_is_nothing_to_say():
    day = replace(
        DAY,
        frames=tuple(one.changed(result_permille=None) for one in DAY.frames),
        initiatives=tuple(one.changed(co_determination=False) for one in DAY.initiatives),
        stances=tuple(
            Stance(
                id=f"A1/{row.initiative_id}",
                frame_id="A1",
                initiative_id=row.initiative_id,
                kind="later",
                reason="Waits",
            )
            for row in frame_view(DAY, "A1").below
        ),
    )
    titles = [remark.title for remark in check_of(day, frame_view(day, "A1"), WORDS)]

    assert titles == [
        "Fits the frame",
        "The municipality's result is not stated",
        "No conflicts",
        "Every row below the surface has a reason",
    ]
    assert save_question(frame_view(day, "A1"), "Save", WORDS) is None


def test_a_target_without_a_number_is_still_a_fact():
    day = replace(DAY, workshop=DAY.workshop.changed(result_target_permille=None))
    remark = check_of(day, frame_view(day, "A3"), WORDS)[1]

    assert (remark.icon, remark.text) == (Icon.INFO, "Alternative 3 does not reach the target.")


def test_what_is_missing_and_what_lacks_reasons_is_asked_about_before_saving():
    over = move_across(DAY, "A2", "I27")
    text = doubts(frame_view(over, "A2"), WORDS)

    assert text == (
        "620\u00a0tkr is missing to reach the frame. "
        '3 rows lack a reason and print as "to be investigated".'
    )
    assert save_question(frame_view(over, "A2"), "Save as proposal 1", WORDS).yes == (
        "Save as proposal 1"
    )


def test_without_need_or_frame_there_is_no_board_and_the_check_says_why():
    day = replace(DAY, workshop=DAY.workshop.changed(need_tkr=None))
    day = replace(day, frames=tuple(one.changed(frame_tkr=None) for one in DAY.frames))
    sheet = frame_sheet(day, "A1", WORDS)

    assert (sheet.board, sheet.fits, sheet.pill) == (None, False, "Frame not set")
    assert sheet.numbers == ("–", "–", "–")
    assert sheet.bound_tip == "The need at unchanged service is not set."
    assert [remark.title for remark in check_of(day, sheet.view, WORDS)] == [
        "The need is not set",
        "The frame is not set",
    ]


def test_saved_proposals_are_named_and_the_next_one_has_the_next_number():
    sheet = frame_sheet(save_proposal(DAY, "A1", "Proposal 1"), "A1", WORDS)

    assert (sheet.saved, sheet.save_text) == (("Proposal 1",), "Save as proposal 2")
    assert frame_sheet(DAY, "A2", WORDS).save_text == "Save as proposal 1"


# --- the shared screen ------------------------------------------------------------------------


def test_the_room_sees_all_tracks_or_one():
    everything = road_page(DAY, WORDS, Showing("roadmap"))
    one = road_page(DAY, WORDS, Showing("roadmap", focus="S2"))

    assert everything.frame.title == "The road to 2030"
    assert everything.frame.kicker == "Proposed milestones · 19 of 24 go on"
    assert (one.frame.title, one.frame.track) == ("Jämlik fritid för barn och unga", 1)
    assert len(one.road.lanes) == 1


def test_the_room_sees_what_fits_and_what_does_not():
    page = water_words(DAY, WORDS, frame_view(DAY, "A1"))

    assert page.frame.pill.text == "Fits, margin 160\u00a0tkr"
    assert not page.frame.pill.warn
    assert next(row.text for row in page.start.rows) == "5 set by law, always included"
    assert page.start.rows[0].cost == 960
    assert page.more(2, 440) == "and 2 more, 440\u00a0tkr"
    assert len(page.told.table) == 30
    assert page.told.table[-1][3] == "To be investigated"


def test_the_room_sees_what_is_missing():
    over = move_across(DAY, "A2", "I27")
    page = water_words(over, WORDS, frame_view(over, "A2"))

    assert page.frame.pill.text == "Missing 620\u00a0tkr"
    assert page.frame.pill.warn
    assert page.frame.kicker == "Frame 2028 · alternative 2 · 101,500\u00a0tkr"


def test_without_amounts_the_room_reads_a_message():
    assert nothing_yet(WORDS).title == "The frame is not set"


# --- the summary ------------------------------------------------------------------------------


def test_the_warning_over_the_paper():
    assert draft_warning(SummaryInfo(3), WORDS) == ""
    one = draft_warning(SummaryInfo(3, ("reasons_missing",), 1), WORDS)
    assert (
        one == '1 proposal lacks a reason. It stands as "to be investigated" until you fill it in.'
    )
    over = draft_warning(SummaryInfo(3, ("over_frame",)), WORDS)
    assert over == "The proposal does not fit the frame."


def test_the_file_name_holds_no_sign_a_system_forbids(tmp_path):
    day = replace(DAY, workshop=DAY.workshop.changed(title='Plan 1/2: "who?"'))

    assert proposed_file(tmp_path, day, WORDS) == (
        tmp_path / "Plan 1 2 who, summary 2027-04-22.pdf"
    )


def test_every_frame_of_the_sample_has_a_view():
    assert [view.frame_id for view in frame_views(DAY)] == ["A1", "A2", "A3"]
    assert {voting.half for voting in DAY.rounds if voting.method is RoundMethod.DOTS} == {
        Half.MORNING
    }
