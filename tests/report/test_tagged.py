"""The tagged file itself: continued elements, titles with odd characters, bookmarks."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.report.support import FONTS, PRINTED, tags_of
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Label
from workshop_app.report.painting import register_fonts
from workshop_app.report.paper import Part, Sheet, bind, shifted
from workshop_app.report.tagged import About, Scope, Tag


@pytest.fixture(autouse=True)
def fonts():
    register_fonts(FONTS)


def about(title: str = "A & B <c>") -> About:
    return About(title, "sv-SE", PRINTED, "Åsa & Co", "MilstolpeSans-Regular")


def part(tag: Tag, text: str, **more) -> Part:
    return Part(tag, (Label(text, 50, 100, 12),), **more)


def table(*texts: str) -> Part:
    cells = tuple(part(Tag.TH, text, scope=Scope.ROW) for text in texts)
    return Part(Tag.TABLE, parts=(Part(Tag.TR, parts=cells),), key="list")


def made(*sheets: Sheet, title: str = "A & B <c>") -> bytes:
    return bind(sheets, about(title), palette(dark=False))


def test_a_table_that_goes_on_is_one_table_in_the_structure():
    data = made(Sheet((table("a"),)), Sheet((table("b"), table("c"))))
    assert tags_of(data).roles == ("Document", "Table", "TR", "TH", "TR", "TH", "TR", "TH")


def test_header_cells_say_what_they_head():
    with pikepdf.open(io.BytesIO(made(Sheet((table("a"),))))) as file:
        cell = file.Root.StructTreeRoot.K[0].K[0].K[0].K[0]
        assert cell.A.Scope == "/Row"


def test_every_mark_is_found_from_its_page():
    data = made(Sheet((part(Tag.H1, "a"), part(Tag.P, "b"))), Sheet((part(Tag.P, "c"),)))
    with pikepdf.open(io.BytesIO(data)) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        assert [str(node.S) for node in numbers[1]] == ["/H1", "/P"]
        assert [str(node.S) for node in numbers[3]] == ["/P"]
        assert numbers[3][0].K[0].Pg.objgen == file.pages[1].objgen


def test_decoration_is_in_no_element():
    data = made(Sheet((part(Tag.ARTIFACT, "a"),), (Label("b", 9, 9, 9),), (Label("c", 9, 9, 9),)))
    tags = tags_of(data)
    assert tags.roles == ("Document",)
    assert tags.untagged == 0
    assert tags.painted == 3


def test_headings_with_bookmarks_are_the_outline():
    data = made(
        Sheet(
            (
                part(Tag.H1, "a", bookmark="One"),
                part(Tag.H2, "b", bookmark="Two"),
                Part(Tag.H3, bookmark="Three"),
            )
        )
    )
    assert tags_of(data).outline == ("One", "Two", "Three")


def test_an_outline_has_no_gaps():
    data = made(Sheet((part(Tag.H1, "a", bookmark="One"), part(Tag.H3, "b", bookmark="Three"))))
    with (
        pikepdf.open(io.BytesIO(data)) as file,
        file.open_outline() as outline,
    ):
        (first,) = outline.root
        assert [child.title for child in first.children] == ["Three"]


def test_a_title_with_marks_of_its_own_makes_sound_metadata():
    with pikepdf.open(io.BytesIO(made(Sheet()))) as file:
        assert str(file.docinfo.Title) == "A & B <c>"
        with file.open_metadata() as data:
            assert data["dc:title"] == "A & B <c>"
            assert data["dc:creator"] == ["Åsa & Co"]


def test_two_titles_make_two_fingerprints():
    with (
        pikepdf.open(io.BytesIO(made(Sheet()))) as one,
        pikepdf.open(io.BytesIO(made(Sheet(), title="Other"))) as other,
    ):
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_a_part_moves_with_everything_in_it():
    moved = shifted(table("a"), 10, 20)
    (label,) = moved.parts[0].parts[0].pieces
    assert (label.at, label.baseline) == (60, 120)
    assert moved.key == "list"
