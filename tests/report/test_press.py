"""Head and foot of a page."""

from __future__ import annotations

from tests.report.support import LONG, box, press, sample
from workshop_app.figures.shapes import Label
from workshop_app.report.names import numbered_name
from workshop_app.report.press import Head, page_head
from workshop_app.report.tagged import Tag


def title_of(head: Head) -> list[Label]:
    title, *_ = page_head(head, press(sample()))
    return [piece for piece in title.pieces if isinstance(piece, Label)]


def test_a_short_title_is_one_large_line():
    (line,) = title_of(Head("k", "Summary"))
    assert line.size > 20


def test_a_longer_title_is_a_little_smaller():
    (line,) = title_of(Head("k", "Det här gör vi, och det här gör vi inte"))
    assert 15 < line.size < 20


def test_a_very_long_title_takes_two_lines_beside_the_owner():
    lines = title_of(Head("k", LONG))
    assert len(lines) == 2
    assert lines[-1].text.endswith("…")
    assert all(box(line).right < 360 for line in lines)


def test_a_page_that_goes_on_has_no_heading_of_its_own():
    title, *_ = page_head(Head("k", "Summary", first=False), press(sample()))
    assert title.tag is Tag.ARTIFACT
    assert title.bookmark == ""


def test_the_number_in_front_of_a_name_is_said_once():
    assert numbered_name(0, "Alternativ 1: lika procent") == "1 Lika procent"
    assert numbered_name(1, "Alternativ 1: lika procent") == "2 Alternativ 1: lika procent"
    assert numbered_name(2, "Sparsamt") == "3 Sparsamt"
