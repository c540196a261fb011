"""Why the room has met: every word is shown, on as many pages as it takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.support import RULER, assert_sound, texts_of
from workshop_app.figures.stage.aims import Aim, Aims, aims_pages
from workshop_app.figures.stage.frame import SMALLEST, StageFrame, zoomed

LONG = "Vi talar en i taget, och vi lyssnar färdigt innan vi svarar på det som har sagts. "
FRAME = StageFrame("Därför är vi här", page_format="Sida {page} av {pages}")


def said(pages):
    return [text for page in pages for text in texts_of(page)]


def test_there_is_no_page_where_nothing_is_written():
    assert aims_pages(Aims(FRAME, ()), RULER) == ()


def test_a_few_words_stand_under_their_headings_on_one_page():
    aims = (Aim("Syfte", ("Att enas.",)), Aim("Spelregler", ("En i taget.", "Telefoner av.")))
    (page,) = aims_pages(Aims(FRAME, aims), RULER)
    assert_sound(page, RULER, SMALLEST)
    words = [t for t in texts_of(page) if t != FRAME.title]
    assert words == ["Syfte", "Att enas.", "Spelregler", "En i taget.", "Telefoner av."]


def test_a_heading_stands_again_where_its_words_go_on():
    pages = aims_pages(Aims(FRAME, (Aim("Spelregler", (LONG,) * 30),)), RULER)
    assert len(pages) > 1
    assert all("Spelregler" in texts_of(page) for page in pages)
    assert f"Sida 1 av {len(pages)}" in texts_of(pages[0])


@settings(max_examples=40)
@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=3),
    st.integers(1, 4),
    st.sampled_from([100, 115, 130]),
)
def test_all_words_are_shown_in_order_and_none_is_cut(counts, longer, zoom):
    frame = StageFrame("Därför", page_format="{page} av {pages}", canvas=zoomed(zoom))
    aims = tuple(Aim(f"Rubrik{i}", (LONG * longer,) * n) for i, n in enumerate(counts))
    pages = aims_pages(Aims(frame, aims), RULER)
    for page in pages:
        assert_sound(page, RULER, SMALLEST)
    foot = {f"{n} av {len(pages)}" for n in range(1, len(pages) + 1)}
    left_out = {"Därför", *foot, *(aim.heading for aim in aims)}
    words = " ".join(text for text in said(pages) if text not in left_out)
    assert words == " ".join(" ".join(p.split()) for aim in aims for p in aim.paragraphs)


@pytest.mark.parametrize("above", range(1, 14))
def test_no_heading_is_left_alone_at_the_foot(above):
    aims = (Aim("Syfte", ("Kort.",) * above), Aim("Spelregler", ("En i taget.",)))
    for page in aims_pages(Aims(FRAME, aims), RULER):
        assert texts_of(page)[-1] not in {"Syfte", "Spelregler"}
