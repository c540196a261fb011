"""Zoomed pages: more pages rather than cut names, no lone row, nothing under the time left."""

from dataclasses import replace

import pytest

from tests.figures.support import RULER, label_rect, labels_of, texts_of
from tests.figures.test_stage import FRAME, options, voting, water
from workshop_app.figures.answer_bars import Look, Part
from workshop_app.figures.stage.choices import ChoiceRow, Choices, choices_pages
from workshop_app.figures.stage.frame import StageFrame, even_most, frame_shapes, zoomed
from workshop_app.figures.stage.results import ResultRow, Results, results_pages
from workshop_app.figures.stage.situation import Panel, Situation, StageFigure, situation_pages
from workshop_app.figures.stage.voting import voting_pages
from workshop_app.figures.stage.water_page import water_pages

NAME = "Nolltaxa för barn- och ungdomsföreningar"
WHOLE_PAGE, LARGEST = zoomed(100), zoomed(130)
PARTS = (Part(9, Look.FULL), Part(6, Look.HOLLOW))


def choices(count, below, canvas):
    rows = tuple(ChoiceRow(f"k{i}", NAME, below, PARTS, "9–6", "Behåll") for i in range(count))
    return Choices(StageFrame("Gör vi rätt saker?", canvas=canvas), rows)


@pytest.mark.parametrize(("count", "most", "even"), [(6, 5, 3), (25, 8, 7), (8, 8, 8), (0, 5, 1)])
def test_rows_are_shared_evenly(count, most, even):
    assert even_most(count, most) == even


@pytest.mark.parametrize("below", ["", "2 300 tkr"])
@pytest.mark.parametrize("count", [8, 12])
def test_zoomed_a_long_name_stands_on_two_lines_instead_of_being_cut(count, below):
    pages = choices_pages(choices(count, below, LARGEST), RULER)
    texts = [text for page in pages for text in texts_of(page)]
    assert not [text for text in texts if text.endswith("…")]
    assert sum(text.endswith("ungdomsföreningar") for text in texts) == count
    assert len({len(page.spots) for page in pages}) <= 2
    assert min(len(page.spots) for page in pages) > 1


def test_on_the_whole_page_twelve_rows_stand_on_one():
    assert len(choices_pages(choices(12, "", WHOLE_PAGE), RULER)) == 1


def test_zoomed_no_page_of_a_vote_or_its_result_has_a_lone_row():
    frame = replace(FRAME, canvas=LARGEST)
    rows = tuple(
        ResultRow(f"k{i}", str(i), NAME, (1, 2), "3", "2 av 15", f"A{i}") for i in range(6)
    )
    result = results_pages(Results(frame, rows, "prickar", "personer"), RULER)
    assert [len(page.spots) for page in result] == [3, 3]
    vote = voting_pages(voting(options(["Kort"] * 25), frame), RULER)
    assert min(len(page.spots) for page in vote) > 1


def test_the_heading_never_runs_into_the_time_left():
    title = "Vad är viktigast att nå till 2030, och vad kan vi lova?"
    for percent in (100, 115, 130):
        frame = StageFrame(title, clock="12:00", canvas=zoomed(percent))
        found = [shape for shape in frame_shapes(frame, RULER) if hasattr(shape, "text")]
        (time,) = (label_rect(label, RULER) for label in found if label.text == "12:00")
        words = [label_rect(label, RULER) for label in found if label.text in title]
        assert words
        assert max(rect.right for rect in words) < time.x


def test_zoomed_the_sum_under_the_surface_is_whole():
    page = water((3, 3, 3, 3), frame=replace(FRAME, canvas=LARGEST))
    page = replace(page, sum_below="Below the surface 223,500")
    for figure in water_pages(page, RULER):
        assert page.sum_below in [label.text for label in labels_of(figure)]


def test_a_panel_that_is_all_told_has_no_heading_on_the_next_page():
    one = StageFigure("Öppettider", "21", "timmar per vecka")
    panels = (Panel("Ekonomi", (one,)), Panel("Kvalitet", (one,) * 9), Panel("Medarbetare", ()))
    first, second, *_rest = situation_pages(Situation(StageFrame("Var står vi?"), panels), RULER)
    headings = ("Ekonomi", "Kvalitet", "Medarbetare")
    assert [text for text in texts_of(first) if text in headings] == list(headings)
    assert [text for text in texts_of(second) if text in headings] == list(headings[1:])
