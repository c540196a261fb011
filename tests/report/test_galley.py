"""Setting words and pouring blocks onto pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.report.support import RULER, box
from workshop_app.figures.shapes import Align, Label, Weight
from workshop_app.report.galley import (
    BODY,
    BOTTOM,
    TOP,
    Block,
    Cell,
    Place,
    emphasised,
    heading,
    paragraph,
    pour,
    row,
    running,
)
from workshop_app.report.paper import Part
from workshop_app.report.tagged import Tag

WORDS = st.text("abcåäö -", min_size=1, max_size=120)


def said(pieces) -> str:
    return "".join(piece.text for piece in pieces)


def block(height: float, text: str = "x", **more) -> Block:
    return Block(height, (Part(Tag.P, (BODY.label(text, 50, height),)),), **more)


def words_of(page: list[Part]) -> list[str]:
    return [piece.text for part in page for piece in part.pieces]


@given(WORDS, st.floats(40, 300))
def test_running_text_keeps_every_word_and_its_measure(text, width):
    done = running(text, BODY, Place(30, 100, width), RULER)
    # A word longer than a line is broken with a hyphen.
    assert said(done.pieces).replace("-", "").split() == text.replace("-", "").split()
    for piece in done.pieces:
        assert box(piece).right <= 30 + width + 0.01
        assert 100 <= box(piece).y <= 100 + done.height


def test_emphasised_words_are_semibold_and_the_rest_is_not():
    done = running(f"Choose {emphasised('alternative 1')} now", BODY, Place(0, 0, 400), RULER)
    assert [(piece.text.strip(), piece.weight) for piece in done.pieces] == [
        ("Choose", Weight.REGULAR),
        ("alternative 1", Weight.SEMIBOLD),
        ("now", Weight.REGULAR),
    ]
    assert [piece.baseline for piece in done.pieces] == [done.pieces[0].baseline] * 3


def test_lines_are_joined_by_a_space_when_they_are_read_out():
    done = running("one two three four five six", BODY, Place(0, 0, 60), RULER)
    assert len(done.pieces) > 1
    assert said(done.pieces) == "one two three four five six"


def test_a_broken_word_is_read_as_one():
    done = running(
        "minoritetsspråks\u00adverksamhets\u00adutveckling", BODY, Place(0, 0, 90), RULER
    )
    assert len(done.pieces) > 1
    assert " " not in said(done.pieces)


def test_more_lines_than_allowed_end_in_an_ellipsis():
    done = running("one two three four five six", BODY, Place(0, 0, 40, most=2), RULER)
    assert len(done.pieces) == 2
    assert done.pieces[-1].text.endswith("…")


def test_cells_of_a_row_begin_level_or_end_level():
    cells = (
        Cell("one two three", 0, 30),
        Cell("10", 100, 30, align=Align.RIGHT),
    )
    high, height = row(cells, RULER)
    first = [part.pieces[0].baseline for part in high.parts]
    assert first[0] == first[1]
    low, _ = row(cells, RULER, low=True)
    assert low.parts[0].pieces[-1].baseline == low.parts[1].pieces[-1].baseline
    assert height > 2 * BODY.size


def test_blocks_that_fit_stay_on_one_page():
    pages = pour([block(100, "a"), block(100, "b", before=20)], TOP)
    assert [words_of(page) for page in pages] == [["a", "b"]]
    assert pages[0][1].pieces[0].baseline == TOP + 100 + 20 + 100


def test_a_block_that_does_not_fit_begins_the_next_page_without_space_above():
    tall = BOTTOM - TOP
    pages = pour([block(tall, "a"), block(50, "b", before=20)], TOP)
    assert [words_of(page) for page in pages] == [["a"], ["b"]]
    assert pages[1][0].pieces[0].baseline == TOP + 50


def test_a_heading_goes_with_what_it_heads():
    tall = BOTTOM - TOP - 40
    title = heading(Tag.H2, "Title", Place(50, 0, 200), RULER)
    pages = pour([block(tall, "a"), title, block(60, "b")], TOP)
    assert [words_of(page) for page in pages] == [["a"], ["Title", "b"]]


def test_a_list_that_goes_on_repeats_its_heading():
    again = (Part(Tag.ARTIFACT, (BODY.label("more", 50, 10),)),)
    tall = BOTTOM - TOP
    pages = pour([block(tall, "a"), block(50, "b", again=(again, 20.0))], TOP)
    assert words_of(pages[1]) == ["more", "b"]
    assert pages[1][1].pieces[0].baseline == TOP + 20 + 50


def test_less_air_moves_blocks_together():
    blocks = [block(100, "a"), block(100, "b", before=20)]
    tight = pour(blocks, TOP, air=0.5)
    assert tight[0][1].pieces[0].baseline == TOP + 100 + 10 + 100


def test_a_block_higher_than_a_page_has_one_of_its_own():
    pages = pour([block(2000, "a"), block(10, "b")], TOP)
    assert [words_of(page) for page in pages] == [["a"], ["b"]]


def test_a_paragraph_is_one_element():
    done = paragraph("some words", BODY, Place(0, 0, 300), RULER)
    (part,) = done.parts
    assert part.tag is Tag.P
    assert all(isinstance(piece, Label) for piece in part.pieces)
