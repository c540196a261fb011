"""The road and the waterline as the room sees them, drawn on 1920 by 1080 units."""

from dataclasses import replace

from workshop_app.app.stage import Showing
from workshop_app.figures.shapes import Label
from workshop_app.ui.stage_pages.frame import frame_figure
from workshop_app.ui.stage_pages.road import road_figure


def words_of(figure):
    return [piece.text for piece in figure.pieces if isinstance(piece, Label)]


def test_the_road_is_a_page_with_a_foot_and_every_stone(place):
    figure = road_figure(place, Showing("roadmap"))

    assert (figure.width, figure.height) == (1920, 1080)
    assert len(figure.spots) == 19
    assert "The road to 2030" in words_of(figure)
    assert "Strategiskt forum 2 2027 · 22 April 2027" in words_of(figure)
    assert "Resultat och ansvariga · until 12:00" in words_of(figure)


def test_a_page_that_does_not_exist_is_the_last_one(place):
    assert road_figure(place, Showing("roadmap", page=7)) == road_figure(place, Showing("roadmap"))


def test_an_unknown_alternative_is_the_first_one(place):
    first = frame_figure(place, Showing("frame", focus="A1"))

    assert frame_figure(place, Showing("frame", focus="unknown")) == first
    assert "Fits, margin 160\u00a0tkr" in words_of(first)
    assert frame_figure(place, Showing("frame", focus="A3")) != first


def test_without_an_amount_the_room_reads_a_message(make_place):
    day = make_place().day
    bare = replace(day, frames=tuple(one.changed(frame_tkr=None) for one in day.frames), votes={})
    figure = frame_figure(make_place(day=bare), Showing("frame"))

    assert "The frame is not set" in words_of(figure)
    assert any(text.startswith("Strategiskt forum 2") for text in words_of(figure))


def test_a_day_without_an_agenda_has_no_foot_to_the_right(make_place):
    day = make_place().day
    figure = road_figure(make_place(day=replace(day, agenda=(), votes={})), Showing("roadmap"))

    assert not [text for text in words_of(figure) if "until" in text]
