from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.support import assert_sound, texts_of
from workshop_app.figures.agenda_line import AgendaLine, AgendaPart, agenda_line
from workshop_app.figures.crowd import crowd
from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.marks import Law, Pill, code_mark, evidence, law_mark, pill, track_mark
from workshop_app.figures.person_bars import (
    LegendItem,
    dot_role,
    dots_and_stops,
    gap_for,
    legend,
    person_bar,
    stop_boxes,
    three_steps,
    unit_for,
)
from workshop_app.figures.shapes import (
    Align,
    Box,
    Clip,
    Figure,
    Ink,
    Label,
    Line,
    Oval,
    Path,
    Point,
    Rect,
    Role,
    Step,
    hatch_lines,
    moved,
    placed,
)
from workshop_app.figures.stone import StoneLook, ground, logo, outline, stone
from workshop_app.figures.text import Style

PLACE = Rect(10, 20, 54, 60)
RED = Ink(fill=Role.BAD)


def inside(shapes, place: Rect, slack: float = 0.6) -> bool:
    rects = [shape.rect for shape in shapes if isinstance(shape, Box | Oval)]
    return all(
        r.x >= place.x - slack
        and r.right <= place.right + slack
        and r.y >= place.y - slack
        and r.bottom <= place.bottom + slack
        for r in rects
    )


# --- shapes -----------------------------------------------------------------------------------


def test_every_shape_can_be_moved():
    pieces = (
        Box(PLACE, RED),
        Oval(PLACE, RED),
        Line((Point(1, 2), Point(3, 4)), RED),
        Path((Step("M", (Point(1, 2),)), Step("Z")), RED),
        Label("Hej", 1, 2, 10),
        Clip(PLACE, (Box(PLACE, RED),)),
    )
    there_and_back = [moved(moved(piece, 5, 7), -5, -7) for piece in pieces]
    assert there_and_back == list(pieces)
    assert placed(Figure(9, 9, pieces[:1]), 5, 7) == (Box(Rect(15, 27, 54, 60), RED),)


def test_rectangles_know_when_they_are_too_close():
    assert PLACE.overlaps(Rect(60, 70, 10, 10))
    assert not PLACE.overlaps(Rect(64, 20, 10, 10))
    assert PLACE.overlaps(Rect(66, 20, 10, 10), gap=3)


@given(st.floats(0, 500), st.floats(0, 500), st.floats(1, 300), st.floats(0.2, 6))
def test_stripes_cover_the_rectangle_on_one_grid(x, y, side, width):
    rect = Rect(x, y, side, side)
    stripes = hatch_lines(rect, width)
    sums = [start.x + start.y for start, _ in stripes]
    assert sums[0] <= x + y
    assert sums[-1] >= rect.right + rect.bottom - 1e-6
    assert all(start.y == rect.bottom and end.y == rect.y for start, end in stripes)


# --- stones -----------------------------------------------------------------------------------


def test_a_stone_stays_in_its_rectangle():
    points = [point for step in outline(PLACE) for point in step.points]
    assert min(p.x for p in points) == PLACE.x
    assert max(p.x for p in points) == PLACE.right
    assert min(p.y for p in points) == PLACE.y
    assert max(p.y for p in points) == PLACE.bottom


def test_done_now_and_left_are_told_apart_without_colour():
    now = stone(PLACE, StoneLook())
    done = stone(PLACE, StoneLook(check=True))
    left = stone(PLACE, StoneLook(hollow=True))
    assert [type(shape) for shape in now] == [Path]
    assert [type(shape) for shape in done] == [Path, Line]
    assert left[0].ink.stroke is Role.ACCENT
    assert left[0].ink.fill is Role.SURFACE


def test_the_quarter_is_cut_into_the_stone():
    label = stone(PLACE, StoneLook(Role.TRACK_A, text="K4", text_size=28))[-1]
    assert (label.text, label.role, label.align) == ("K4", Role.ON_FILL, Align.CENTRE)
    hollow = stone(PLACE, StoneLook(Role.TRACK_A, hollow=True, text="K4", text_size=28))[-1]
    assert hollow.role is Role.TRACK_A


def test_the_logo_has_a_stone_a_letter_and_the_ground():
    shapes = logo(Rect(0, 0, 60, 68))
    assert [type(shape) for shape in shapes] == [Path, Line, Box]
    assert shapes[-1].rect.bottom == 68


def test_the_ground_lies_under_the_stones():
    line = ground(0, 100, 50, 6)
    assert line.points[0].y - line.ink.width / 2 == 50


# --- marks ------------------------------------------------------------------------------------


def test_six_tracks_have_six_different_shapes():
    forms = [track_mark(i, PLACE)[0] for i in range(6)]
    kinds = [
        (type(form), len(getattr(form, "steps", ())), getattr(form, "radius", 0)) for form in forms
    ]
    assert len(set(kinds)) == 6


def test_the_seventh_track_goes_on_with_its_letter():
    form, letter = track_mark(6, PLACE)
    assert isinstance(form, Oval)
    assert letter.text == "G"
    assert track_mark(6, PLACE, "Q")[1].text == "Q"


def test_a_long_code_widens_its_disc():
    short, long = code_mark(0, "A3", PLACE)[0], code_mark(0, "A12", PLACE)[0]
    assert short.rect == PLACE
    assert long.rect.width > PLACE.width
    assert long.rect.x + long.rect.width / 2 == PLACE.x + PLACE.width / 2


@pytest.mark.parametrize(("strength", "role"), [(1, Role.WARN), (2, Role.INK2), (3, Role.INK2)])
def test_as_many_bars_are_filled_as_the_evidence_is_strong(strength, role):
    bars = evidence(strength, PLACE)
    assert [bar.ink.fill for bar in bars] == [role] * strength + [None] * (3 - strength)
    assert inside(bars, PLACE)


def test_the_law_is_a_filled_a_half_or_an_empty_square():
    assert law_mark(Law.LEVEL, PLACE)[0].ink.fill is Role.MUST
    half, frame = law_mark(Law.SPECIAL, PLACE)
    assert half.rect.width < frame.rect.width / 1.8
    (empty,) = law_mark(Law.MUNICIPAL, PLACE)
    assert empty.ink.fill is None


@pytest.mark.parametrize("which", Icon)
def test_every_icon_is_drawn_inside_its_square(which):
    place = Rect(100, 200, 48, 48)
    shapes = icon(which, place, Role.INK2)
    assert shapes
    points = [p for s in shapes if isinstance(s, Line) for p in s.points]
    points += [p for s in shapes if isinstance(s, Path) for step in s.steps for p in step.points]
    assert all(98 <= p.x <= 150 and 198 <= p.y <= 250 for p in points)
    assert inside(shapes, place)


def test_a_pill_ends_where_it_is_told_and_cuts_what_is_too_long(ruler):
    _, right = pill(Pill("Ryms, marginal 160 tkr", Icon.CHECK), Point(1840, 44), ruler)
    assert right.right == pytest.approx(1840)
    shapes, left = pill(Pill("Ord " * 90, warn=True), Point(80, 44), ruler, align=Align.LEFT)
    assert left.x == 80
    assert left.width <= 901
    assert shapes[-1].role is Role.WARN
    assert shapes[-1].text.endswith("…")


# --- one box is one person --------------------------------------------------------------------

people = st.lists(st.integers(0, 4), max_size=70)


@given(people)
def test_there_is_one_box_for_each_person_who_gave_dots(dots):
    unit = unit_for(sum(dots))
    boxes = person_bar(dots, Rect(0, 0, 560, 58), unit)
    assert len(boxes) == sum(1 for number in dots if number)
    assert sum(box.rect.width + gap_for(unit) for box in boxes) == pytest.approx(sum(dots) * unit)
    assert all(box.rect.right <= 560.001 for box in boxes)
    assert all(box.rect.width > 0 for box in boxes)


@given(people)
def test_boxes_stand_in_order_without_touching(dots):
    boxes = person_bar(dots, Rect(0, 0, 560, 58), unit_for(sum(dots)))
    for first, second in pairwise(boxes):
        assert first.rect.right < second.rect.x
        assert first.rect.width >= second.rect.width - 1e-9


def test_the_unit_is_never_larger_than_a_dot_on_a_full_page():
    assert unit_for(0) == unit_for(3) == 62
    assert unit_for(56) == 10
    assert [gap_for(unit) for unit in (62, 29, 8, 4, 2)] == [6, 3, 2, 1, 0.4]


def test_one_two_and_more_dots_have_their_own_colours():
    assert [dot_role(n) for n in (1, 2, 3, 5)] == [
        Role.START, Role.ACCENT, Role.ACCENT_DARK, Role.ACCENT_DARK,
    ]  # fmt: skip


@given(people, st.integers(0, 20))
def test_stops_stand_left_of_the_line_and_dots_right_of_it(dots, stops):
    unit = unit_for(sum(dots) + stops, 900, 44)
    boxes = dots_and_stops(dots, stops, Rect(0, 0, 2000, 36), 1000, unit)
    left = [box for box in boxes if box.rect.right < 1000]
    assert len(left) == stops
    assert all(box.ink.fill is None for box in left)
    assert len(boxes) - stops == sum(1 for number in dots if number)
    assert all(box.rect.right < 1000 or box.rect.x > 1000 for box in boxes)


def test_three_steps_are_filled_tinted_and_hollow():
    boxes = three_steps((6, 6, 2), Rect(0, 0, 400, 36), 24)
    assert [box.ink.fill for box in boxes] == [Role.ACCENT] * 6 + [Role.TINT2] * 6 + [None] * 2
    assert inside(boxes, Rect(0, 0, 400, 36))


def test_stop_boxes_end_at_the_right():
    boxes = stop_boxes(2, Rect(0, 0, 100, 30), 40)
    assert boxes[0].rect.right <= 100
    assert boxes[1].rect.right < boxes[0].rect.x


def test_the_legend_goes_on_after_each_text(ruler):
    items = (LegendItem(2, "2 prickar"), LegendItem(1, "1 prick"), LegendItem(0, "Stopp"))
    shapes, end = legend(items, Rect(20, 0, 0, 34), Style(28), ruler)
    labels = [shape for shape in shapes if isinstance(shape, Label)]
    assert [label.text for label in labels] == ["2 prickar", "1 prick", "Stopp"]
    assert [label.at for label in labels] == sorted(label.at for label in labels)
    assert end == pytest.approx(labels[-1].at + Style(28).width("Stopp", ruler))


# --- the crowd --------------------------------------------------------------------------------


@given(st.integers(0, 60), st.integers(-3, 70))
def test_the_crowd_has_one_stone_per_voter_and_a_check_for_each_done(entitled, done):
    shapes = crowd(done, entitled, Rect(0, 0, 700, 180))
    stones = [shape for shape in shapes if isinstance(shape, Path)]
    checks = [s for s in shapes if isinstance(s, Line) and s.ink.stroke is Role.ON_FILL]
    assert len(stones) == entitled
    assert len(checks) == max(0, min(done, entitled))
    xs = [p.x for s in stones for step in s.steps for p in step.points]
    assert all(-0.1 <= x <= 700.1 for x in xs)


@pytest.mark.parametrize(("entitled", "lines"), [(1, 1), (20, 1), (21, 3), (60, 3)])
def test_the_crowd_stands_in_one_or_three_lines(entitled, lines):
    shapes = crowd(0, entitled, Rect(0, 0, 700, 180))
    floors = [s for s in shapes if isinstance(s, Line) and s.ink.stroke is Role.INK]
    assert len(floors) == lines


def test_a_crowd_of_more_than_sixty_is_a_bar_to_scale():
    whole, part = crowd(40, 120, Rect(0, 0, 600, 40))
    assert part.rect.width == pytest.approx(whole.rect.width / 3)
    assert len(crowd(0, 120, Rect(0, 0, 600, 40))) == 1


# --- the day's line ---------------------------------------------------------------------------

PARTS = (
    AgendaPart("1", "Välkomna", 510, 540),
    AgendaPart("2", "Fika", 540, 555, pause=True),
    AgendaPart("3", "Rösta", 555, 615),
    AgendaPart("4", "Avslut", 615, 630),
)


def bars(now: float, **more) -> list[Box]:
    line = AgendaLine(PARTS, now, sentence="Dagen", **more)
    return [s for s in agenda_line(line, 800, 20).pieces if isinstance(s, Box)]


def test_the_line_is_to_scale(ruler):
    times = tuple(("08.30", "09.00") for _ in PARTS)
    line = AgendaLine(PARTS, 560, "3", headings=("Punkt", "Från", "Till"), times=times)
    figure = agenda_line(line, 800, 20)
    wide = {spot.key: spot.rect.width for spot in figure.spots}
    assert wide["3"] == pytest.approx(2 * wide["1"])
    assert figure.table[0] == ("Punkt", "Från", "Till")
    assert len(figure.table) == 5
    assert texts_of(figure) == []
    assert_sound(figure, ruler)


def test_done_now_and_left_look_different():
    first, pause, done, now, last = bars(585, current="3")
    assert first.ink.fill is Role.TINT2
    assert pause.rect.height == 2
    assert (done.ink.fill, now.ink.fill) == (Role.TINT2, Role.ACCENT)
    assert now.rect.width == pytest.approx(done.rect.width / 2, rel=0.05)
    assert last.ink.fill is Role.SUNKEN


def test_an_item_over_its_time_is_amber():
    assert any(box.ink.fill is Role.WARN_TINT for box in bars(620, current="3", late=True))


def test_what_runs_by_hand_parts_done_from_left_whatever_the_time_is():
    first, pause, before, runs, after = bars(625, current="3", held=True)
    assert (first.ink.fill, pause.rect.height) == (Role.TINT2, 2)
    assert (before.ink.fill, runs.ink.fill, after.ink.fill) == (
        Role.TINT2,
        Role.ACCENT,
        Role.SUNKEN,
    )
    assert runs.rect.width == pytest.approx(before.rect.width)
    early = bars(515, current="3", held=True)
    assert [box.ink.fill for box in early if box.rect.height > 2] == [
        Role.TINT2,
        Role.TINT2,
        Role.SUNKEN,
    ]
    assert early[2].ink.stroke is Role.ACCENT
    assert bars(515, current="gone", held=True)[0].ink.fill is Role.TINT2


@pytest.mark.parametrize("now", [0, 510, 630, 2000])
def test_the_stone_stays_on_the_line_at_any_time(now):
    figure = agenda_line(AgendaLine(PARTS, now), 800, 20)
    (mark,) = (shape for shape in figure.pieces if isinstance(shape, Path))
    xs = [p.x for step in mark.steps for p in step.points]
    assert min(xs) >= 0
    assert max(xs) <= 800


def test_a_day_without_items_is_an_empty_line():
    assert agenda_line(AgendaLine((), 0, sentence="Tom"), 800, 20) == Figure(
        800, 20, sentence="Tom"
    )
