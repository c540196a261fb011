import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.support import RULER
from workshop_app.figures.shapes import Align, Role, Weight
from workshop_app.figures.text import (
    ELLIPSIS,
    SOFT_HYPHEN,
    Style,
    block,
    display,
    elide,
    narrowest_two_lines,
    wrap,
    wrap_to,
)

STYLE = Style(28)
words = st.text(alphabet="abcåäö 123-🙂\u00ad\u00a0.", max_size=200)
widths = st.floats(40, 900)


@given(words, widths, st.booleans())
def test_no_line_is_wider_than_the_room(text, width, balanced):
    for line in wrap(text, STYLE, width, RULER, balanced=balanced):
        assert STYLE.width(line, RULER) <= width


@given(words, widths, st.booleans())
def test_no_letter_is_lost_when_lines_break(text, width, balanced):
    lines = wrap(text, STYLE, width, RULER, balanced=balanced)

    def letters(value: str) -> str:
        return "".join(c for c in value if c not in {" ", "\u00a0", "-", SOFT_HYPHEN})

    assert letters("".join(lines)) == letters(text)


@given(words, widths)
def test_balanced_lines_are_as_many_as_greedy_ones(text, width):
    greedy = wrap(text, STYLE, width, RULER)
    assert len(wrap(text, STYLE, width, RULER, balanced=True)) <= len(greedy)


@given(words, widths, st.integers(1, 3))
def test_a_limit_of_lines_is_kept_and_the_cut_is_seen(text, width, most):
    lines = wrap_to(text, STYLE, width, RULER, lines=most)
    assert len(lines) <= most
    assert all(STYLE.width(line, RULER) <= width for line in lines)
    if len(wrap(text, STYLE, width, RULER)) > most:
        assert lines[-1].endswith(ELLIPSIS)


@given(words, widths)
def test_a_cut_text_fits_and_an_uncut_one_is_untouched(text, width):
    shown = elide(text, STYLE, width, RULER)
    assert STYLE.width(shown, RULER) <= width
    plain = text.replace(SOFT_HYPHEN, "")
    assert shown == plain or shown.endswith(ELLIPSIS)
    if STYLE.width(plain, RULER) <= width:
        assert shown == plain


@given(words, widths)
def test_the_narrowest_box_holds_its_lines(text, width):
    lines, wide = narrowest_two_lines(text, STYLE, width, RULER)
    assert len(lines) <= 2
    assert wide <= width
    assert all(STYLE.width(line, RULER) <= wide for line in lines)


def test_a_short_name_of_two_words_is_set_in_two_lines(ruler):
    lines, wide = narrowest_two_lines("Skolhallar bokas dagtid", STYLE, 900, ruler)
    assert lines == ("Skolhallar", "bokas dagtid")
    assert wide < 200


def test_balance_does_not_cut_a_word_that_fitted(ruler):
    assert wrap("Vi gör rätt saker", STYLE, 200, ruler, balanced=True) == ("Vi gör", "rätt saker")


def test_a_long_word_breaks_at_its_soft_hyphen(ruler):
    text = f"Medarbetar{SOFT_HYPHEN}engagemang minst 80"
    assert wrap(text, STYLE, 190, ruler) == ("Medarbetar-", "engagemang", "minst 80")


def test_a_long_word_without_soft_hyphen_breaks_between_letters_with_a_hyphen(ruler):
    lines = wrap("Medarbetarengagemang", STYLE, 150, ruler)
    assert lines[0].endswith("-")
    assert "".join(lines).replace("-", "") == "Medarbetarengagemang"


def test_a_room_narrower_than_a_letter_still_ends(ruler):
    assert wrap("abc", STYLE, 1, ruler) == ("a", "b", "c")


def test_hard_spaces_hold_and_line_ends_are_spaces(ruler):
    assert wrap("1\u00a0250\u00a0tkr\nkvar", STYLE, 130, ruler) == ("1\u00a0250\u00a0tkr", "kvar")


def test_an_empty_text_has_no_lines(ruler):
    assert wrap("  ", STYLE, 100, ruler) == ()
    assert narrowest_two_lines("", STYLE, 100, ruler) == ((), 0.0)


def test_a_title_of_two_hundred_signs_becomes_two_lines(ruler):
    lines = wrap_to("Ett ganska långt namn 🙂 " * 9, STYLE, 600, ruler)
    assert len(lines) == 2
    assert lines[1].endswith(ELLIPSIS)


@pytest.mark.parametrize(("size", "tighter"), [(28, False), (62, True)])
def test_only_display_sizes_are_set_tighter(size, tighter):
    style = display(size)
    assert (style.spacing < 0) is tighter
    assert style.weight is Weight.BOLD


def test_spacing_counts_in_the_width_and_scales_with_the_size(ruler):
    loose = Style(20, spacing=2)
    assert loose.width("abc", ruler) == pytest.approx(ruler.width("abc", 20) + 6)
    assert loose.scaled(2) == Style(40, spacing=4)


def test_a_block_sets_lines_below_each_other():
    first, second = block(("En", "Två"), Style(20, role=Role.INK3), 5, 30, 24)
    assert (first.text, first.at, first.baseline, first.align) == ("En", 5, 30, Align.LEFT)
    assert (second.baseline, second.role) == (54, Role.INK3)


def test_soft_hyphens_are_never_shown():
    assert Style(20).label(f"a{SOFT_HYPHEN}b", 0, 0).text == "ab"


def test_a_long_word_breaks_where_its_parts_meet_rather_than_where_the_line_ends(ruler):
    assert wrap("Medarbetarengagemang minst 80", STYLE, 190, ruler)[0] == "Medarbetar-"
    assert wrap("budgeteringen", STYLE, 100, ruler)[0] in {"bud-", "budge-"}
