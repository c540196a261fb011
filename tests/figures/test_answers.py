"""Bars of answers and the pages they stand on."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.figures.answer_bars import (
    Look,
    Move,
    Part,
    answer_bar,
    dumbbell,
    sample,
    scale_bar,
    sides,
    unit_of,
)
from workshop_app.figures.shapes import Label, Oval, Rect
from workshop_app.figures.stage.alternatives import Alternatives, Card, alternatives_pages
from workshop_app.figures.stage.choices import ChoiceRow, Choices, choices_pages
from workshop_app.figures.stage.frame import HEIGHT, SMALLEST, WIDTH, StageFrame
from workshop_app.figures.stage.shift import ShiftPage, ShiftRow, shift_pages

LONG = "En mycket lång fråga om föreningar, skolor och bibliotek som delar lokaler " * 3
FRAME = StageFrame("Gör vi rätt saker?", page_format="Sida {page} av {pages}")
LEGEND = ((Look.TINT, "Behåll"), (Look.FULL, "Utveckla"), (Look.STRIPED, "Avstår"))


def parts(*people):
    looks = (Look.TINT, Look.FULL, Look.HOLLOW, Look.STRIPED)
    return tuple(Part(n, look) for n, look in zip(people, looks, strict=False))


@given(st.lists(st.integers(0, 20), min_size=1, max_size=4))
def test_one_box_is_one_person_while_there_is_room(people):
    rect = Rect(10, 0, 900, 30)
    boxes = answer_bar(parts(*people), rect, unit_of(sum(people), rect.width, 40))
    assert len(boxes) == sum(people)
    assert all(rect.x <= box.rect.x and box.rect.right <= rect.right + 0.01 for box in boxes)
    assert all(one.rect.right <= two.rect.x for one, two in pairwise(boxes))


def test_too_many_people_become_one_box_for_each_answer():
    boxes = answer_bar(parts(400, 0, 300, 0), Rect(0, 0, 700, 30), 1.0)
    assert len(boxes) == 2
    assert boxes[0].rect.width / boxes[1].rect.width == pytest.approx(4 / 3, abs=0.02)


def test_the_middle_answer_lies_across_the_line():
    rates = tuple(Part(n, Look.FULL) for n in (2, 1, 4, 3, 5))
    assert sides(rates) == (5, 10)
    boxes = scale_bar(rates, Rect(0, 0, 300, 20), 100, 10)
    assert boxes[0].rect.x == pytest.approx(50)
    assert len(boxes) == 15


def test_a_number_that_did_not_move_is_a_dot_in_its_ring():
    still = [s for s in dumbbell(Move(5, 5, 10), Rect(0, 0, 100, 20), radius=6) if type(s) is Oval]
    assert still[0].rect.width > still[1].rect.width
    moved = [s for s in dumbbell(Move(2, 8, 10), Rect(0, 0, 100, 20), radius=6) if type(s) is Oval]
    assert moved[0].rect.x < moved[1].rect.x


def test_every_look_has_a_sample():
    boxes = [sample(look, Rect(0, 0, 20, 20)) for look in Look]
    assert len({(box.ink.fill, box.ink.stroke, box.ink.hatch, box.ink.width) for box in boxes}) == 6


def rows(number, *, below="", text="Söndagsöppet"):
    return tuple(
        ChoiceRow(f"V{i}", text, below, parts(8, 5, 2, 1), "8–5–2", "Utveckla", "A1" * (i % 2))
        for i in range(number)
    )


def fits(figure):
    for piece in figure.pieces:
        if isinstance(piece, Label):
            assert piece.size >= SMALLEST
            assert 0 <= piece.baseline <= HEIGHT
    for spot in figure.spots:
        assert spot.rect.right <= WIDTH
        assert spot.rect.bottom <= HEIGHT


@pytest.mark.parametrize(
    ("number", "below", "pages"),
    [(8, "640 tkr", 1), (9, "640 tkr", 2), (25, "", 3), (0, "", 1), (84, "", 7)],
)
def test_questions_are_divided_on_pages(ruler, number, below, pages):
    made = choices_pages(Choices(FRAME, rows(number, below=below), LEGEND, note="Regeln."), ruler)
    assert len(made) == pages
    assert sum(len(page.spots) for page in made) == number
    for page in made:
        fits(page)


@pytest.mark.parametrize("on_scale", [True, False])
def test_long_questions_are_cut_and_stay_on_the_page(ruler, on_scale):
    rated = tuple(
        ChoiceRow(
            "A", LONG, "", tuple(Part(n, Look.FULL) for n in (9, 9, 9, 9, 26)), "9–9", "Samsyn"
        )
        for _ in range(3)
    )
    (page,) = choices_pages(Choices(FRAME, rated, LEGEND, on_scale=on_scale), ruler)
    fits(page)
    (low, *_rest) = choices_pages(Choices(FRAME, rows(12, text=LONG)), ruler)
    fits(low)


def test_the_shift_groups_up_down_and_still(ruler):
    moves = [(8, 14), (10, 2), (5, 5)] * 5
    drawn = tuple(
        ShiftRow(f"I{i}", LONG, Move(first, last, 14), f"{first} → {last}", f"{last - first}")
        for i, (first, last) in enumerate(moves)
    )
    words = ShiftPage(
        FRAME, drawn, ("Enheten", "Helheten"), ("Bra", "Behöver"), ("Upp", "Ner", "Lika"), "Antal"
    )
    pages = shift_pages(words, ruler)
    assert [len(page.spots) for page in pages] == [11, 4]
    texts = [piece.text for piece in pages[0].pieces if isinstance(piece, Label)]
    assert [text for text in texts if text in {"Upp", "Ner", "Lika"}] == ["Upp", "Ner", "Lika"]
    for page in pages:
        fits(page)
    (empty,) = shift_pages(
        ShiftPage(FRAME, (), ("a", "b"), ("c", "d"), ("e", "f", "g"), "h"), ruler
    )
    fits(empty)


def card(key, *people):
    return Card(
        key,
        "Alternativ 1",
        "Skydda speciallagsreglerad verksamhet i hela kommunen",
        (("Ska minska, tkr", "2 800"), ("Förslaget, tkr", "2 960")),
        (("Ryms, marginal 160 tkr", False), ("Resultat 1,0 %, målet nås inte", True)),
        ("Gör: Höja avgiften",),
        parts(*people),
        "12 av 14 kan stå bakom",
    )


@pytest.mark.parametrize("people", [3, 14, 62])
def test_the_alternatives_before_and_after_the_vote(ruler, people):
    cards = tuple(card(f"A{i}") for i in range(4))
    open_pages = alternatives_pages(
        Alternatives(
            FRAME,
            cards,
            "Det som skiljer",
            done=(2, people),
            done_words=("2 av 3", "har röstat"),
            hidden="Resultatet är dolt",
        ),
        ruler,
    )
    assert [len(page.spots) for page in open_pages] == [3, 1]
    cards = tuple(card(f"A{i}", people - 2, 0, 2) for i in range(3))
    (after,) = alternatives_pages(Alternatives(FRAME, cards, legend=LEGEND, note="Förslag."), ruler)
    for page in (*open_pages, after):
        fits(page)


def test_an_alternative_that_differs_in_nothing_says_nothing_of_it(ruler):
    alike = replace(card("A1"), differs=())
    (page,) = alternatives_pages(
        Alternatives(FRAME, (alike,), "Det som skiljer", done=(0, 3)), ruler
    )
    assert "Det som skiljer" not in [p.text for p in page.pieces if isinstance(p, Label)]
    fits(page)


def test_a_note_without_room_beside_long_answers_is_left_out(ruler):
    cards = tuple(card(f"A{i}", 12, 0, 2) for i in range(2))
    legend = tuple(
        (look, f"{text}, i stort sett och med det mesta av det") for look, text in LEGEND
    )
    (page,) = alternatives_pages(Alternatives(FRAME, cards, legend=legend, note="Förslag."), ruler)
    assert "Förslag." not in [p.text for p in page.pieces if isinstance(p, Label)]
