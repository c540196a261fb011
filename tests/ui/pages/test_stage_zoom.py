"""Every page of the shared screen at every zoom: larger, nothing lost, no text on another."""

from dataclasses import replace

import pytest

from tests.figures.support import RULER, assert_sound, label_rect, labels_of, texts_of
from tests.larger_day import larger_day
from workshop_app.app.stage import Showing
from workshop_app.domain.nouns import AgendaItem
from workshop_app.figures.shapes import Rect
from workshop_app.figures.stage.frame import SMALLEST
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.stage_pages.situation import leave_out
from workshop_app.ui.stage_pages.welcome import first_pages

PLAIN = ("welcome", "roadmap", "frame", "situation", "summary", "questions")
ROUNDS = ("ratt_saker", "milstolpar", "samsyn", "behov", "prioritering", "alternativ",
          "utvardering")  # fmt: skip


def pages_of(place, showing):
    first = stage_figure(place, showing)
    return [stage_figure(place, replace(showing, page=i)) for i in range(first.pages)]


def upon_another(page):
    """Texts that lie on each other; the names of blocks and levels may be close."""
    found = [(label.text, label_rect(label, RULER)) for label in labels_of(page)]
    found = [(text, Rect(r.x, r.y, r.width, r.height)) for text, r in found]
    return [
        (one, two)
        for i, (one, a) in enumerate(found)
        for two, b in found[i + 1 :]
        if a.overlaps(b, -4.0)
    ]


def assert_whole(place, showing):
    for percent in (100, 115, 130):
        place.look.zoom_to(percent)
        for page in pages_of(place, showing)[:12]:
            assert page.width == pytest.approx(192000 / percent)
            assert_sound(page, RULER, SMALLEST)
            assert upon_another(page) == []


@pytest.mark.parametrize("step", PLAIN)
def test_the_pages_of_the_sample_are_whole_at_every_zoom(place, step):
    assert_whole(place, Showing(step))


@pytest.mark.parametrize("voting", ROUNDS)
def test_the_votes_of_the_sample_are_whole_at_every_zoom(place, voting):
    for flag in ("#hidden", "", "#sorted"):
        assert_whole(place, Showing("vote", focus=voting + flag))


def test_the_pages_of_a_much_larger_day_are_whole_at_every_zoom(make_place):
    place = make_place(day=larger_day())
    for step in (*PLAIN, "vote", "prioritise"):
        assert_whole(place, Showing(step))


def test_zoomed_there_are_more_pages_with_the_same_rows(place):
    showing = Showing("vote", focus="milstolpar#hidden")
    whole = {spot.key for page in pages_of(place, showing) for spot in page.spots}
    count = len(pages_of(place, showing))
    place.look.zoom_to(130)
    pages = pages_of(place, showing)
    assert {spot.key for page in pages for spot in page.spots} == whole
    assert len(pages) > count
    assert any("Page 2 of" in text for text in texts_of(pages[1]))


def replace_item(item, number, kind):
    """The same item some quarters of an hour later, with another name."""
    start, end = (f"{8 + n // 4:02}:{n % 4 * 15:02}" for n in (number, number + 1))
    fresh = {"id": f"p{number:02}", "title": f"Item {number}", "kind": kind}
    return AgendaItem(**{**item.model_dump(), **fresh, "start": start, "end": end})


def test_a_day_of_many_items_goes_on_on_the_next_page_when_zoomed(make_place):
    day = make_place().day
    kinds = ("plenary", "break")
    agenda = tuple(replace_item(day.agenda[0], i, kinds[i % 2]) for i in range(24))
    place = make_place(day=replace(day, agenda=agenda, votes={}))
    place.look.zoom_to(130)
    pages = first_pages(place, Showing())
    shown = [text for page in pages for text in texts_of(page)]
    assert len(pages) == 2 or len(pages) == 3
    assert {f"Item {i}" for i in range(24)} <= set(shown)


def test_figures_that_are_left_out_are_not_shown_and_an_empty_panel_gives_its_room(place):
    quality = [one for one in place.day.indicators if one.area == "kvalitet"]
    leave_out(place, frozenset(one.id for one in quality))
    texts = texts_of(stage_figure(place, Showing("situation")))
    assert not {one.name for one in quality} & set(texts)
    assert {"Economy", "Staff"} <= set(texts)
    assert "Quality" not in texts
