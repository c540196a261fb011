"""The situation as the room sees it."""

from dataclasses import replace

from tests.figures.support import assert_sound, texts_of
from workshop_app.app.stage import Showing
from workshop_app.domain.nouns import Indicator
from workshop_app.figures.stage.frame import SMALLEST
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.stage_pages.situation import situation_figure


def test_three_columns_of_figures_with_the_trend_in_words(place):
    figure = stage_figure(place, Showing("situation"))

    assert_sound(figure, place.ruler, SMALLEST)
    texts = texts_of(figure)
    assert {"Economy", "Quality", "Staff", "\u2212900", "164"} <= set(texts)
    assert "worse, +21" in texts
    assert "better, +3 \u00b7 preliminary" in texts
    assert len(figure.table) == 7


def test_many_figures_make_more_pages_and_a_page_too_far_is_the_last(make_place):
    day = make_place().day
    more = tuple(
        Indicator(id=f"n{i}", area="kvalitet", name="A name that is long " * 6, value="1")
        for i in range(5)
    )
    place = make_place(day=replace(day, indicators=(*day.indicators, *more), votes={}))
    last = situation_figure(place, Showing("situation", page=9))

    assert last == situation_figure(place, Showing("situation", page=2))
    assert_sound(last, place.ruler, SMALLEST)
    assert any("Page 3 of 3" in text for text in texts_of(last))


def test_a_panel_without_figures_says_so(make_place):
    day = make_place().day
    place = make_place(day=replace(day, indicators=(), votes={}))

    assert texts_of(situation_figure(place, Showing("situation"))).count("No figures yet.") == 3
