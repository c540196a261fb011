"""Paper ballots: every option once on every form, the same letter, large type, nobody's name."""

from dataclasses import replace

import pytest

from tests.app.channel_day import channel_day, voting_round_of
from tests.report.support import FONTS, LONG, Printed, press
from workshop_app.domain.kinds import RoundMethod
from workshop_app.figures.shapes import Box, Label, Oval
from workshop_app.report.ballot_forms import (
    FormOption,
    Forms,
    ballot_forms,
    form_sheets,
    how_to_mark,
    shuffled,
)
from workshop_app.report.painting import register_fonts
from workshop_app.report.paper import Part
from workshop_app.report.summary import SummaryInfo

SMALLEST = 8.0


def forms(method=RoundMethod.DOTS, count=6, copies=3, text="Option"):
    options = tuple(
        FormOption(chr(ord("A") + i), f"{text} {i}", f"Track {i % 2}" if count > 4 else "")
        for i in range(count)
    )
    return Forms(voting_round_of(method), options, copies, seed=4)


def pieces(parts):
    for part in parts:
        yield from part.pieces
        yield from pieces(part.parts)


def labels(sheets):
    found = [p for sheet in sheets for p in pieces(sheet.parts)]
    return [p for p in found if isinstance(p, Label)]


@pytest.fixture
def printed():
    register_fonts(FONTS)
    return press(channel_day())


def test_every_form_has_every_option_once_with_its_own_letter(printed):
    wanted = forms()
    for number in range(3):
        said = " ".join(label.text for label in labels(form_sheets(printed, wanted, number)))
        for option in wanted.options:
            assert said.count(option.text) == 1
        codes = [label.text for label in labels(form_sheets(printed, wanted, number))]
        assert sorted(code for code in codes if len(code) == 1) == list("ABCDEF")


def test_the_order_differs_between_forms_and_tracks_stay_together():
    wanted = forms(count=12, copies=20)
    orders = {tuple(o.code for o in shuffled(wanted, n)) for n in range(20)}
    assert len(orders) > 10
    for number in range(20):
        tracks = [option.track for option in shuffled(wanted, number)]
        assert tracks == sorted(tracks)


def test_the_same_seed_gives_the_same_forms():
    assert shuffled(forms(), 2) == shuffled(forms(), 2)
    assert [shuffled(forms(), n) for n in range(9)] != [
        shuffled(replace(forms(), seed=5), n) for n in range(9)
    ]


@pytest.mark.parametrize(
    ("method", "circles", "squares"),
    [
        (RoundMethod.DOTS, 2, 0),
        (RoundMethod.POINTS, 3, 1),
        (RoundMethod.NEED, 0, 3),
        (RoundMethod.RATING, 0, 6),
        (RoundMethod.CHOICE, 0, 4),
    ],
)
def test_a_row_has_what_the_rules_give_it(printed, method, circles, squares):
    wanted = forms(method, count=1)
    found = [p for s in form_sheets(printed, wanted, 0) for p in pieces(s.parts)]
    assert sum(isinstance(p, Oval) for p in found) == circles
    marks = [p for p in found if isinstance(p, Box) and p.rect.width == p.rect.height]
    assert len(marks) == squares


def test_the_instruction_says_how_to_mark(printed):
    assert "circle" in how_to_mark(printed, voting_round_of(RoundMethod.DOTS))
    assert "stop" in how_to_mark(printed, voting_round_of(RoundMethod.POINTS))
    assert "cross" in how_to_mark(printed, voting_round_of(RoundMethod.NEED))
    for method in RoundMethod:
        assert "without a name" in how_to_mark(printed, voting_round_of(method))


@pytest.mark.parametrize("count", [2, 25, 85])
def test_long_texts_and_many_options_go_on_to_more_pages_in_readable_type(printed, count):
    wanted = forms(RoundMethod.POINTS, count=count, copies=1, text=LONG)
    sheets = form_sheets(printed, wanted, 0)
    assert (len(sheets) > 1) == (count > 15)
    for sheet in sheets:
        for label in labels([sheet]):
            assert label.size >= SMALLEST
            assert 0 < label.baseline < 842


def test_the_file_is_tagged_and_holds_all_forms(printed):
    data = ballot_forms(printed, forms(copies=3))
    found = Printed(data, SummaryInfo(3))
    assert len(found.texts) == 3
    assert all("Option 5" in text for text in found.texts)


def test_nothing_on_a_form_tells_one_from_another_but_the_order(printed):
    one, other = (sorted(x.text for x in labels(form_sheets(printed, forms(), n))) for n in (1, 2))
    assert one == other
    assert isinstance(form_sheets(printed, forms(), 0)[0].parts[0], Part)
