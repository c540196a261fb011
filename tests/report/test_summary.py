"""The printed summary of the sample day: words, tags, bytes."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from tests.report.support import (
    LONG,
    box,
    crowded_day,
    crowded_paper,
    empty_day,
    labels,
    printed,
    sample,
    sample_paper,
    sheets,
    tags_of,
)
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import DayStatus, RoundMethod, RoundState
from workshop_app.domain.proposals import move_across
from workshop_app.report.paper import HEIGHT, WIDTH


def test_the_sample_day_makes_three_pages():
    done = sample_paper()
    assert done.info.pages == len(done.texts) == 3
    assert done.info.titles == ("Summary", "Road map to 2030", "What we do, and what we do not do")


def test_page_one_tells_who_voted_and_what_the_group_prefers():
    page = sample_paper().texts[0]
    assert "15 people voted on 24 milestones to 2030 and 14 on 25 initiatives for 2028." in page
    assert "19 milestones go on. The group prefers alternative 1." in page
    assert "The proposal fits the frame with a margin of 160\xa0tkr.".replace("\xa0", " ") in page
    assert "15 of 15 voted, 2 dots per track." in page


def test_page_one_tells_what_the_day_was_for_and_who_asked():
    day = sample()
    shop = day.workshop.changed(
        purpose="To agree\non the road.", expected_result="Twelve milestones."
    )
    page = printed(replace(day, workshop=shop)).texts[0]
    assert "Purpose: To agree on the road." in page
    assert "Expected result: Twelve milestones." in page
    held = "Owner of the day: Förvaltningschef · Venue: Gamla stationshuset, sal Perrongen"
    assert held in page
    assert "Purpose" not in sample_paper().texts[0]


def test_page_one_has_the_table_of_frames():
    page = sample_paper().texts[0]
    for row in (
        "102,900 −2,800 −2,960 160 2.0%, meets target 12 of 14",
        "101,500 −4,200 −4,270 70 2.0%, meets target 7 of 14",
        "103,900 −1,800 −2,050 250 1.0%, misses target 8 of 14",
    ):
        assert row in page


def test_page_one_tells_what_happens_now():
    page = sample_paper().texts[0]
    assert "27 April Samverkansgruppen (fackliga organisationer): Komplett underlag" in page
    assert "14 June Kommunfullmäktige: Beslut om ramar" in page


def test_a_shared_third_place_is_listed_whole():
    page = sample_paper().texts[0]
    assert "En insats avslutas för varje ny" in page
    assert "Medarbetarengagemang minst 80" in page
    assert "Equal ones share a place." in page


def test_the_road_map_has_the_milestones_that_go_on():
    page = sample_paper().texts[1]
    assert "19 milestones in 4 tracks" in page
    assert "Alla lokaler kartlagda" in page
    assert "Q3 Ready by quarter 3" in page
    assert page.count("Q4") == 10
    assert "Nya regler för föreningsbidrag" not in page


def test_the_last_page_lists_what_is_not_done_with_the_reason():
    page = sample_paper().texts[2]
    assert "Proposal 2028, alternative 1, frame 102,900 tkr" in page
    assert "Full bemanning i Sågbyns bibliotek 20 bemannade timmar och meröppet. 780" in page
    assert "Söndagsöppet alla skollov Don't. Sex stopp i prioriteringen. 260" in page
    assert "Egen budget för ungdomsrådet To be investigated. No reason given. 150" in page
    assert "Margin to the frame 160 tkr" in page


def test_two_rows_without_a_reason_are_told_of():
    info = sample_paper().info
    assert info.warnings == ("reasons_missing",)
    assert info.missing_reasons == 2


def test_a_proposal_over_its_frame_says_how_much_is_missing():
    done = printed(move_across(sample(), "A1", "I04"))
    assert "over_frame" in done.info.warnings
    assert "The proposal does not fit the frame: 620 tkr is missing." in done.texts[0]
    assert "Alternative 1: Missing 620 tkr." in done.texts[0]
    assert "Missing to the frame 620 tkr" in done.texts[2]
    assert "Flytta fritidsgården i Sågbyn needs Meröppet bibliotek i Sågbyn" in done.texts[2]


def test_a_working_paper_says_so_on_every_page_and_a_finalised_one_does_not():
    day = sample()
    for page in printed(day).texts:
        assert "Working material. Proposals from the administration; the board decides." in page
    final = replace(day, workshop=day.workshop.changed(status=DayStatus.FINALISED))
    for page in printed(final).texts:
        assert "Working material" not in page
        assert "KFN 2027/00000" in page


def test_every_page_has_its_number_the_time_and_the_newest_event():
    for i, page in enumerate(printed(sample(), "ABCD-EFGH-IJKL-MNOP").texts, start=1):
        assert f"Printed 22 April 2027 at 15:52 · page {i} of 3" in page
        assert "ABCD-EFGH-IJKL-MNOP" in page


@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.OPEN, RoundState.READY])
def test_a_result_the_room_has_not_seen_is_not_printed(state: RoundState):
    done = printed(sample(state))
    page = done.texts[0]
    assert "voted on" not in page
    assert "prefers" not in page
    assert "12 of 14" not in page
    said = {
        RoundState.CLOSED: "The result has not been shown yet.",
        RoundState.OPEN: "The vote is going on.",
        RoundState.READY: "The vote has not been held.",
    }
    assert said[state] in page


def test_one_vote_alone_is_told_alone():
    day = sample()
    only = {RoundMethod.DOTS: "15 people voted on 24 milestones to 2030."}
    only[RoundMethod.POINTS] = "14 people voted on 25 initiatives for 2028."
    for method, sentence in only.items():
        kept = tuple(voting for voting in day.rounds if voting.method is method)
        assert sentence in printed(replace(day, rounds=kept)).texts[0]


def test_a_day_without_rounds_leaves_the_votes_out():
    page = printed(replace(sample(), rounds=(), votes={})).texts[0]
    assert "The milestones with the most dots" not in page
    assert "Stand behind" not in page
    assert "19 milestones go on." in page


def test_an_empty_day_is_one_calm_page():
    done = printed(empty_day())
    assert done.info.pages == 1
    assert "The day has no milestones and no frames yet." in done.texts[0]
    assert tags_of(done.data).untagged == 0


def test_frames_without_amounts_print_without_a_pillar():
    day = sample()
    unset = tuple(frame.changed(frame_tkr=None, result_permille=None) for frame in day.frames)
    done = printed(replace(day, frames=unset))
    assert "Neither fits nor misses" in done.texts[2]
    assert "The municipality's result is not stated." in done.texts[2]
    assert done.info.warnings == ("reasons_missing",)


def test_frames_without_initiatives_have_no_page_of_their_own():
    done = printed(replace(sample(), initiatives=(), portfolios=(), stances=()))
    assert done.info.titles == ("Summary", "Road map to 2030")


def test_dots_on_all_tracks_together_are_told_so():
    day = sample()
    rounds = tuple(
        voting.changed(per_track=False) if voting.method is RoundMethod.DOTS else voting
        for voting in day.rounds
    )
    assert "15 of 15 voted, 2 dots each." in printed(replace(day, rounds=rounds)).texts[0]


@pytest.mark.parametrize("day", [sample, crowded_day, empty_day])
def test_no_word_leaves_the_page_or_meets_another(day):
    for number, sheet in enumerate(sheets(day()), start=1):
        placed = [(label.text, box(label)) for label in labels(sheet) if label.text.strip()]
        for i, (text, rect) in enumerate(placed):
            assert rect.x >= 20, (number, text)
            assert rect.right <= WIDTH - 20, (number, text)
            assert rect.y >= 20, (number, text)
            assert rect.bottom <= HEIGHT - 10, (number, text)
            for other, where in placed[:i]:
                assert not rect.overlaps(where, -0.6), (number, text, other)


def test_a_crowded_day_has_a_road_page_for_every_three_tracks_and_repeats_its_water():
    done = crowded_paper()
    assert done.info.titles.count("Road map to 2030") == 2
    pages = [text for text in done.texts if "What we do, and what we do not do" in text]
    assert len(pages) > 4
    assert any("Does not start, continued" in page for page in pages)
    assert sum("Missing to the frame" in page for page in pages) == 1


def test_a_crowded_day_lists_every_initiative_with_its_whole_title():
    done = crowded_paper()
    proposal = " ".join(done.texts[-done.info.titles.count("What we do, and what we do not do") :])
    costs = [50 + i * 7 for i in range(84)]
    words = proposal.split(" ")
    for cost in costs:
        assert words.count(str(cost)) >= 1, cost
    assert proposal.count(LONG[-14:]) >= len(costs)


def test_milestones_outside_the_road_are_named_under_it():
    day = sample()
    moved = tuple(
        one.changed(year=None, quarter=None) if one.id == "S1-1" else one for one in day.milestones
    )
    page = printed(replace(day, milestones=moved)).texts[1]
    assert "Without a year on the road: Alla lokaler kartlagda." in page
    assert "18 milestones in 4 tracks" in page


def test_a_road_nothing_goes_on_is_said():
    day = sample()
    aside = tuple(one.changed(goes_on=False) for one in day.milestones)
    page = printed(replace(day, milestones=aside)).texts[1]
    assert "No milestones go on yet" in page


def test_a_conflict_is_told_under_the_list():
    done = printed(move_across(sample(), "A1", "I20"))
    assert len(done.texts) == 3
    assert "do not go together." in done.texts[2]


def test_what_nothing_is_chosen_or_locked_for_is_left_out():
    day = sample()
    savings = tuple(
        one.changed(level_fixed_by_law=False, voted_on=True)
        for one in day.initiatives
        if one.effect_tkr < 0
    )
    none = tuple(one.changed(chosen=()) for one in day.portfolios)
    bare = replace(day, initiatives=savings, portfolios=none)
    page, proposal = printed(bare).texts[0], printed(bare).texts[2]
    assert "Continues as today:" in page
    assert "Starts" not in proposal
    assert "Required by law" not in proposal
    assert "Does not continue" not in proposal
    assert "Negotiation" not in proposal
    chosen = tuple(one.changed(chosen=tuple(s.id for s in savings)) for one in day.portfolios)
    proposal = printed(replace(bare, portfolios=chosen)).texts[2]
    assert "Continues as today" not in proposal
    assert "Does not continue as today" in proposal


def test_a_frame_that_came_after_the_vote_has_no_votes():
    day = sample()
    late = day.frames[0].changed(id="A4", name="Late", position=99)
    page = printed(replace(day, frames=(*day.frames, late))).texts[0]
    assert "4 Late 102,900 −2,800 " in page
    assert "2.0%, meets target –" in page


def test_three_kinds_of_dots_are_all_in_the_legend():
    day = sample()
    standing = day.standing("milstolpar")
    assert standing.result is not None
    options = tuple(
        replace(one, spread=((4, 1), (3, 1), (2, 1), (1, 1))) for one in standing.result.options
    )
    result = replace(standing.result, options=options)
    votes = {**day.votes, "milstolpar": replace(standing, result=result)}
    page = printed(replace(day, votes=votes)).texts[0]
    assert "Every box is a person. 4 dots 3 dots 2 dots 1 dot" in page
    assert "15 of 15 voted" in page


def test_a_round_without_milestones_or_frames_leaves_only_its_state():
    day = sample(RoundState.READY)
    bare = replace(empty_day(), rounds=day.rounds[:2])
    page = printed(bare).texts[0]
    assert "The vote has not been held." in page
    assert "The day has no" not in page


def test_a_cancelled_vote_is_told_only_where_there_is_no_other():
    page = printed(sample(RoundState.CANCELLED)).texts[0]
    assert "The vote was cancelled." in page


def test_many_negotiations_are_a_list():
    pages = crowded_paper().texts
    heading = "Negotiation under the Co-determination Act comes before a decision on: – "
    assert sum(heading in page for page in pages) == 1


def test_a_reason_as_long_as_a_page_does_not_push_the_row_off_it():
    day = sample()
    stances = tuple(
        one.changed(reason=LONG * 60) if one.id == "A1/I04" else one for one in day.stances
    )
    for sheet in sheets(replace(day, stances=stances)):
        assert max(box(label).bottom for label in labels(sheet)) < HEIGHT - 10


def test_pages_are_plain_titles_where_there_is_no_department():
    day = sample()
    bare = replace(day, workshop=day.workshop.changed(department="", municipality=""))
    with pikepdf.open(io.BytesIO(printed(bare).data)) as file:
        assert str(file.docinfo.Author) == day.workshop.title


@pytest.mark.parametrize("rows", [34, 39])
def test_lists_that_fill_their_page_leave_the_water_to_the_next(rows):
    day = sample()
    saving = next(one for one in day.initiatives if one.effect_tkr < 0 and not one.free_saving)
    many = tuple(
        saving.changed(id=f"N{i}", position=i, effect_tkr=-10, needs=(), conflicts_with=())
        for i in range(rows)
    )
    chosen = tuple(one.changed(chosen=("N0",)) for one in day.portfolios)
    dry, wet = printed(replace(day, initiatives=many, portfolios=chosen)).texts[2:]
    assert "Continues as today" in dry
    assert "Missing to the frame" not in dry
    assert "Missing to the frame" in wet
    assert "Does not continue as today" in wet


def test_a_proposal_of_what_the_law_decides_alone_is_told():
    day = sample()
    locked = tuple(one for one in day.initiatives if one.level_fixed_by_law)
    page = printed(replace(day, initiatives=locked)).texts[0]
    assert "5 requirements of the law are always included." in page
    assert "The whole list with reasons is on page 3." in page


def without_frames() -> Day:
    """An afternoon of priorities before there is any frame."""
    day = sample()
    rounds = tuple(one for one in day.rounds if one.id != "alternativ")
    return replace(day, rounds=rounds, frames=(), portfolios=(), stances=())


def test_a_half_day_of_priorities_without_frames_prints_what_the_vote_said():
    day = without_frames()
    page = printed(day)
    text = " ".join(page.texts)
    assert "The initiatives in the order of the vote" in text
    assert "The order is dots minus stops." in text
    voted = day.standing("prioritering").result.options
    for one in day.initiatives:
        if any(option.id == one.id for option in voted):
            assert one.label.split(" ")[0] in text
    assert tags_of(page.data).untagged == 0


def test_the_order_of_need_is_printed_where_nobody_gave_dots_and_stops():
    day = without_frames()
    rounds = tuple(one for one in day.rounds if one.method is not RoundMethod.POINTS)
    assert "Need to have, or nice to have" in " ".join(printed(replace(day, rounds=rounds)).texts)


def test_with_a_proposal_the_order_of_the_vote_is_not_printed_again():
    assert "in the order of the vote" not in " ".join(printed(sample()).texts)
