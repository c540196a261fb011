"""The shared screen in the voting steps."""

from dataclasses import dataclass, replace

import pytest

from workshop_app.app.stage import Showing
from workshop_app.domain.ballots import Ballot
from workshop_app.domain.day import Day, find, with_standing
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.tally import tally
from workshop_app.domain.votes import Standing
from workshop_app.figures.shapes import Label, Line
from workshop_app.ui.stage_pages.voting import vote_figure, vote_pages
from workshop_app.ui.workplace import Workplace

LONG = "Föreningar, skolor och bibliotek delar lokaler i hela kommunen och alla kan boka dem " * 3


@dataclass(frozen=True)
class Told:
    """Stands in for the workplace: what the stage pages read of it, with any day."""

    day: Day
    place: Workplace

    def __getattr__(self, name: str):
        return getattr(self.place, name)


@pytest.fixture
def at(place, day, imported):
    """The workplace with a round of the sample in a state."""

    def made(round_id, state, day=day, people=None):
        voting = find(day.rounds, round_id)
        ballots = imported.ballots[round_id][:people] if people else imported.ballots[round_id]
        many = [ballots[i % len(ballots)] for i in range(people or len(ballots))]
        result = tally(voting, day, many) if state is RoundState.SHOWN else None
        standing = Standing(round_id, state, electorate=len(many), voted=len(many), result=result)
        return Told(with_standing(day, standing), place)

    return made


def texts(figure) -> list[str]:
    return [piece.text for piece in figure.pieces if isinstance(piece, Label)]


def test_while_open_the_room_sees_options_rule_and_progress_only(at):
    figure = vote_figure(at("milstolpar", RoundState.OPEN), Showing("vote", focus="milstolpar/S1"))
    shown = texts(figure)
    assert "What matters most to reach by 2030?" in shown
    assert "2 dots each per track. You may put both on the same." in shown
    assert "15 of 15" in shown
    assert {"A1", "A6"} <= set(shown)
    assert "B1" not in shown


def test_when_closed_it_says_so_and_still_hides_the_result(at):
    figure = vote_figure(at("milstolpar", RoundState.CLOSED), Showing("vote"))
    assert "The vote is closed" in texts(figure)
    assert "The result is hidden." in texts(figure)


def test_the_result_of_a_track_has_places_ties_and_weak_evidence(at):
    told = at("milstolpar", RoundState.SHOWN)
    figure = vote_figure(told, Showing("vote", focus="milstolpar/S1#sorted"))
    shown = texts(figure)
    assert "Shared fifth place: equally many dots" in shown
    assert "Needs stronger evidence" in shown
    assert "Those above the line go on" in shown
    assert "15 of 15 have voted" in shown
    assert [row[0] for row in figure.table[1:4]] == [
        "Sågbyn: bibliotek och fritidsgård delar lokal",
        "Alla lokaler kartlagda",
        "Skolhallar bokas dagtid",
    ]


def test_options_without_a_dot_stay_on_the_screen(at, imported, place, day):
    voting = find(day.rounds, "milstolpar")
    result = tally(voting, day, [Ballot(dots={"S1-1": 2})])
    standing = Standing("milstolpar", RoundState.SHOWN, electorate=1, voted=1, result=result)
    told = Told(with_standing(day, standing), place)
    figure = vote_figure(told, Showing("vote", focus="milstolpar/S1"))
    assert len(figure.spots) == 6


def test_a_result_without_any_dots_says_so(place, day):
    voting = find(day.rounds, "milstolpar")
    result = tally(voting, day, [Ballot()])
    standing = Standing("milstolpar", RoundState.SHOWN, electorate=1, voted=1, result=result)
    told = Told(with_standing(day, standing), place)
    assert vote_figure(told, Showing("vote")).sentence == "Nobody placed any dots."


def test_dots_and_stops_show_the_first_and_last_six_when_sorted(at):
    told = at("prioritering", RoundState.SHOWN)
    pages = vote_pages(told, Showing("prioritise", focus="prioritering#sorted"))
    first = [spot.name for spot in pages[0].spots]
    assert first[0] == "Halvera Sommarscenen"
    assert first[-1] == "Söndagsöppet alla skollov"
    assert "Page 1 of 3 · the first six and the last six of 25" in texts(pages[0])
    assert sum(len(page.spots) for page in pages) == 25


def test_unsorted_pages_run_in_ballot_order(at):
    told = at("prioritering", RoundState.SHOWN)
    pages = vote_pages(told, Showing("prioritise"))
    order = [spot.key for page in pages for spot in page.spots]
    assert order == list(find(told.day.rounds, "prioritering").options)


def test_a_hidden_result_is_not_drawn(at):
    told = at("milstolpar", RoundState.SHOWN)
    figure = vote_figure(told, Showing("vote", focus="milstolpar#hidden"))
    assert "The result is hidden." in texts(figure)


def test_without_a_round_there_is_a_plain_message(place, day):
    told = Told(replace(day, rounds=()), place)
    assert "There is nothing to vote on yet" in texts(vote_figure(told, Showing("vote")))


def test_a_page_that_is_no_longer_there_shows_the_last(at):
    told = at("milstolpar", RoundState.OPEN)
    pages = vote_pages(told, Showing("vote"))
    assert vote_figure(told, Showing("vote", page=9)) == pages[-1]


@pytest.mark.parametrize("people", [3, 15, 60])
@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.SHOWN])
def test_long_titles_stay_on_the_page_for_few_and_many(at, day, place, people, state):
    milestones = tuple(m.changed(title=LONG[:200], short_name="") for m in day.milestones)
    long_day = replace(day, milestones=milestones)
    told = at("milstolpar", state, long_day, people)
    for figure in vote_pages(told, Showing("vote", focus="milstolpar/S1")):
        for piece in figure.pieces:
            if isinstance(piece, Label) and piece.align == "left":
                wide = place.ruler.width(piece.text, piece.size, piece.weight)
                assert piece.at + wide <= 1860
                assert piece.size >= 28 or len(piece.text) <= 2


@pytest.mark.parametrize("flags", ["", "#sorted"])
def test_only_the_sorted_page_breaks_where_proposals_are_left_out(at, flags):
    told = at("prioritering", RoundState.SHOWN)
    figure = vote_figure(told, Showing("prioritise", focus=f"prioritering{flags}"))
    dashed = [p for p in figure.pieces if isinstance(p, Line) and p.ink.dash]
    assert len(dashed) == bool(flags)
