"""What lies over a page, and the test picture: readable, whole, and never too small."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.support import RULER, assert_sound, label_rect, labels_of, shapes_of, texts_of
from workshop_app.figures.shapes import Box, Figure, Label, Rect, Role
from workshop_app.figures.stage.frame import SMALLEST, Told, zoomed
from workshop_app.figures.stage.overlay import Note, with_note
from workshop_app.figures.stage.testpicture import PictureWords, focus_picture

PAGE = Figure(
    1920, 1080, (Label("Under", 100, 500, 35),), "The page.", (("Heading",), ("Row",)), (), 3
)
WORDS = PictureWords(
    "Testbild", "Gå till sista raden. Är stjärnan skarp, och går allt här att läsa?",
    "Läs den här raden från sista raden ({size})", "Alla fyra hörnen ska synas.",
    "Skarp in i mitten: skärpan är rätt.", "Sex spår: varje har bokstav och form",
    "Sju gråtoner: alla ska gå att skilja åt", Told("Testbild."),
)  # fmt: skip
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=200)


@settings(max_examples=60)
@given(words, words.map(lambda text: text[:80]), st.sampled_from(["", "0:00", "60:00"]),
       st.booleans(), st.sampled_from([100, 115, 130]))  # fmt: skip
def test_any_two_hundred_characters_fit_and_are_never_too_small(text, heading, clock, alone, zoom):
    canvas = zoomed(zoom)
    page = replace(PAGE, width=canvas.width, height=canvas.height)
    made = with_note(page, Note(text, heading, clock, alone), RULER)
    assert_sound(made, RULER, SMALLEST)
    rects = [label_rect(label, RULER) for label in labels_of(made) if label.text != "Under"]
    assert not [1 for i, a in enumerate(rects) for b in rects[i + 1 :] if a.overlaps(b, -6.0)]


def test_the_longest_message_is_shown_in_full():
    text = " ".join(["Medborgarundersökningens"] * 8)
    shown = [t for t in texts_of(with_note(PAGE, Note(text), RULER)) if t != "Under"]
    assert " ".join(shown) == text


def test_the_page_stays_behind_paler_and_the_words_stand_on_a_card():
    made = with_note(PAGE, Note("Kaffe"), RULER)
    assert made.pieces[0] == PAGE.pieces[0]
    assert (made.sentence, made.table, made.pages) == ("Kaffe The page.", PAGE.table, 3)
    card = [s for s in shapes_of(made) if isinstance(s, Box) and s.ink.fill is Role.SURFACE]
    (label,) = [x for x in labels_of(made) if x.text == "Kaffe"]
    inside = label_rect(label, RULER)
    assert card[0].rect.x < inside.x
    assert inside.right < card[0].rect.right


def test_alone_nothing_of_the_page_is_seen_or_told():
    made = with_note(PAGE, Note("Kaffe", alone=True), RULER)
    assert texts_of(made) == ["Kaffe"]
    assert (made.sentence, made.table) == ("Kaffe", ())


def test_a_short_message_is_large_and_the_countdown_170():
    made = with_note(PAGE, Note("Kaffe", "Vi börjar igen 10.15", "14:59"), RULER)
    sizes = {label.text: label.size for label in labels_of(made)}
    assert (sizes["Kaffe"], sizes["14:59"]) == (76, 170)


def test_nothing_to_say_is_the_page_itself():
    assert with_note(PAGE, Note(), RULER) is PAGE


@pytest.mark.parametrize("zoom", [100, 115, 130])
def test_the_test_picture_has_all_sizes_marks_and_greys_at_every_zoom(zoom):
    page = focus_picture(WORDS, RULER, zoomed(zoom))
    assert_sound(page, RULER, SMALLEST)
    sizes = {label.size for label in labels_of(page) if "sista raden" in label.text}
    assert {62, 35, 28} <= sizes
    letters = {label.text for label in labels_of(page)}
    assert set("ABCDEF") <= letters
    assert set("1234567") <= letters
    rects = [label_rect(label, RULER) for label in labels_of(page)]
    assert not [1 for i, a in enumerate(rects) for b in rects[i + 1 :] if a.overlaps(b, -3.0)]


def test_the_test_picture_reaches_all_edges():
    page = focus_picture(WORDS, RULER)
    boxes = [s.rect for s in shapes_of(page) if isinstance(s, Box)]
    assert Rect(2, 2, 1916, 1076) in boxes


def test_many_words_beside_a_countdown_are_set_smaller():
    note = Note("Medborgarundersökningens svar " * 8, "Vi börjar igen klockan 10.15 " * 3, "59:59")
    canvas = zoomed(130)
    page = replace(PAGE, width=canvas.width, height=canvas.height)
    sizes = {label.size for label in labels_of(with_note(page, note, RULER))}
    assert min(sizes - {35}) < 76
    assert min(sizes) >= SMALLEST


def test_what_is_too_long_for_any_size_has_the_smallest():
    made = with_note(PAGE, Note("Medborgarundersökningens svar " * 200), RULER)
    assert SMALLEST in {label.size for label in labels_of(made)}


def test_a_sample_that_needs_several_lines_leaves_out_the_sizes_without_room():
    long = replace(WORDS, sample=f"{WORDS.sample} {WORDS.lead} " * 4)
    sizes = {label.size for label in labels_of(focus_picture(long, RULER, zoomed(130)))}
    assert 62 in sizes
    assert len(sizes) > 1
