from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.support import RULER, assert_sound, label_rect, labels_of, texts_of
from workshop_app.figures.road import (
    DESK_ROAD,
    STAGE_ROAD,
    Lane,
    Milepost,
    Road,
    road,
    unplaced,
)
from workshop_app.figures.road_columns import ColumnsLook, road_columns, spread
from workshop_app.figures.shapes import Line, Path, Rect, Role, Weight

NAMES = (
    "Alla lokaler kartlagda",
    "Skolhallar bokas dagtid",
    "Sågbyn: bibliotek och fritidsgård delar lokal",
    "Kulturskola i minst sex skolor",
    "Tio procent mindre hyrd yta",
)


def post(i: int, year: int, quarter: int, text: str = "Nytt läge", **more) -> Milepost:
    return Milepost(f"m{i}", f"A{i}", text, year, quarter, f"K{quarter}", **more)


SAMPLE = tuple(
    post(i + 1, year, quarter, text, owner="Enhetschef idrott")
    for i, (text, (year, quarter)) in enumerate(
        zip(NAMES, ((2027, 4), (2028, 2), (2028, 4), (2029, 3), (2030, 4)), strict=True)
    )
)


def plan(*lanes: tuple[Milepost, ...], **more) -> Road:
    return Road(
        tuple(Lane(i, f"Spår nummer {i}", posts) for i, posts in enumerate(lanes)),
        2027,
        2030,
        **more,
    )


posts = st.lists(
    st.tuples(
        st.integers(2027, 2030),
        st.integers(1, 4),
        st.text(alphabet="abcdeåäö i", max_size=70),
        st.booleans(),
    ),
    max_size=12,
).map(
    lambda rows: tuple(
        post(i, year, quarter, text, weak=weak, owner="Enhetschef för något")
        for i, (year, quarter, text, weak) in enumerate(rows)
    )
)
roads = st.lists(posts, min_size=1, max_size=5).map(lambda lanes: plan(*lanes))


def clear(rects: list[Rect]) -> bool:
    return not any(a.overlaps(b, -0.5) for a, b in combinations(rects, 2))


@settings(max_examples=40)
@given(roads)
def test_words_on_the_road_never_meet_and_never_leave_it(made):
    figure = road(made, 1760, 1200, STAGE_ROAD, RULER)
    assert_sound(figure, RULER, smallest=28)
    words = [
        label_rect(label, RULER)
        for label in labels_of(figure)
        if label.weight is Weight.REGULAR and label.role is Role.INK
    ]
    assert clear(words)


@settings(max_examples=40)
@given(roads)
def test_every_milepost_has_a_stone_and_its_name_somewhere(made):
    figure = road(made, 1760, 1400, STAGE_ROAD, RULER)
    count = sum(len(lane.posts) for lane in made.lanes)
    assert len(figure.spots) == count
    assert len(figure.table) == count + 1
    assert sum(isinstance(piece, Path) for piece in figure.pieces) >= count


def test_the_sample_lane_needs_no_list_at_the_foot(ruler):
    made = plan(SAMPLE)
    assert unplaced(made, 1760, 226, STAGE_ROAD, ruler) == 0
    texts = texts_of(road(made, 1760, 226, STAGE_ROAD, ruler))
    assert "bokas dagtid" in texts
    assert "A2" not in texts


def test_a_stone_stands_in_the_middle_of_its_quarter(ruler):
    (spot,) = road(plan((SAMPLE[1],)), 1760, 226, STAGE_ROAD, ruler).spots
    quarter = (1760 - STAGE_ROAD.head) / 16
    middle = STAGE_ROAD.head + 5.5 * quarter
    assert spot.rect.x + spot.rect.width / 2 == pytest.approx(middle)


def test_the_last_words_are_set_to_the_right_so_that_they_stay_on_the_road(ruler):
    figure = road(plan(SAMPLE), 1760, 226, STAGE_ROAD, ruler)
    (last,) = [label for label in labels_of(figure) if label.text == "Tio procent"]
    assert last.align == "right"


def test_a_full_lane_lists_its_words_at_the_foot_with_their_codes(ruler):
    crowded = tuple(post(i, 2028, 1 + i % 2, NAMES[i % 5]) for i in range(6))
    made = plan(crowded)
    assert unplaced(made, 1760, 400, STAGE_ROAD, ruler) > 0
    texts = texts_of(road(made, 1760, 400, STAGE_ROAD, ruler))
    assert any(text.startswith("A5  2028 K") for text in texts)


def test_a_list_too_long_for_the_foot_ends_in_an_ellipsis(ruler):
    crowded = tuple(post(i, 2028, 1, NAMES[i % 5]) for i in range(40))
    assert "…" in texts_of(road(plan(crowded), 1760, 300, STAGE_ROAD, ruler))


def test_stones_of_one_quarter_stand_side_by_side(ruler):
    figure = road(plan(tuple(post(i, 2028, 2) for i in range(3))), 1760, 300, STAGE_ROAD, ruler)
    assert clear([spot.rect for spot in figure.spots])


def test_weak_support_is_a_hollow_stone(ruler):
    figure = road(plan((post(1, 2028, 2, weak=True),)), 1760, 226, STAGE_ROAD, ruler)
    hollow = [s for s in figure.pieces if isinstance(s, Path) and s.ink.stroke is Role.TRACK_A]
    assert len(hollow) == 1


def test_the_chosen_milepost_is_bold_and_nothing_moves(ruler):
    plain = road(plan(SAMPLE), 824, 200, DESK_ROAD, ruler)
    bold = road(plan(SAMPLE, chosen="m3"), 824, 200, DESK_ROAD, ruler)
    changed = [b for a, b in zip(plain.pieces, bold.pieces, strict=True) if a != b]
    assert {label.weight for label in changed} == {Weight.SEMIBOLD}
    assert [(b.at, b.baseline) for b in changed] == [
        (a.at, a.baseline) for a, b in zip(plain.pieces, bold.pieces, strict=True) if a != b
    ]


def test_words_keep_a_distance_to_the_road_where_the_lane_is_tall(ruler):
    post = Milepost("M1", "A1", "Alla lokaler kartlagda", 2028, 2, "K2")
    plan = Road((Lane(0, "Samnyttjade mötesplatser", (post,)),), 2027, 2030)
    falls = []
    for height in (118.0, 400.0):
        figure = road(plan, 1000, height, DESK_ROAD, ruler)
        first = next(label for label in labels_of(figure) if label.text.startswith("Alla"))
        falls.append(first.baseline - figure.spots[0].rect.bottom)

    assert falls[1] > falls[0] > DESK_ROAD.size * 0.78


def test_the_load_row_counts_milestones_per_year(ruler):
    made = plan(SAMPLE, load_text="Milstolpar per år")
    assert_sound(road(made, 824, 300, DESK_ROAD, ruler), ruler)
    figures = [label.text for label in labels_of(road(made, 824, 300, DESK_ROAD, ruler))]
    assert [text for text in figures if text in {"0", "1", "2"}] == ["1", "2", "1", "1"]


@pytest.mark.parametrize(
    ("today", "shown"), [(2027.304, True), (2030.99, True), (2028.02, True), (2026.9, False)]
)
def test_today_is_shown_when_it_is_on_the_road(ruler, today, shown):
    figure = road(plan(SAMPLE, today=today, today_text="I dag"), 1760, 226, STAGE_ROAD, ruler)
    dashed = [s for s in figure.pieces if isinstance(s, Line) and s.ink.dash]
    assert bool(dashed) is shown
    assert_sound(figure, ruler, smallest=28)
    words = [label for label in labels_of(figure) if label.text == "I dag"]
    years = [label for label in labels_of(figure) if label.text.startswith("20")]
    assert len(words) <= 1
    assert clear([label_rect(label, ruler) for label in (*words, *years)])


def test_a_word_for_today_without_room_is_left_out(ruler):
    made = plan(SAMPLE, today=2027.5, today_text="I dag är det torsdag den tjugoandra april")
    assert made.today_text not in texts_of(road(made, 1760, 226, STAGE_ROAD, ruler))


def test_a_road_without_lanes_still_has_its_years(ruler):
    figure = road(plan(), 824, 200, DESK_ROAD, ruler)
    assert texts_of(figure) == ["2027", "2028", "2029", "2030"]
    assert Road((), 2030, 2027).years == 1


# --- columns on paper -------------------------------------------------------------------------


@settings(max_examples=40)
@given(roads)
def test_words_in_the_columns_never_meet_and_never_leave_the_sheet(made):
    figure = road_columns(made, 540, 680, RULER)
    assert_sound(figure, RULER, smallest=8, slack=1.5)
    first = ColumnsLook().head
    words = [
        label_rect(label, RULER)
        for label in labels_of(figure)
        if label.weight is Weight.SEMIBOLD and label.baseline > first
    ]
    assert clear(words)
    assert len(figure.spots) == sum(len(lane.posts) for lane in made.lanes)


def test_the_columns_show_names_with_owners_and_today(ruler):
    figure = road_columns(plan(SAMPLE, today=2027.3), 540, 680, ruler)
    assert "Enhetschef idrott" in texts_of(figure)
    assert "dagtid" in " ".join(texts_of(figure))
    assert any(isinstance(s, Line) and s.ink.dash for s in figure.pieces)


def test_a_column_too_full_loses_its_owners_first_and_then_its_last_names(ruler):
    many = tuple(post(i, 2027 + i % 4, 1 + i % 4, NAMES[2], owner="Chef") for i in range(30))
    texts = texts_of(road_columns(plan(many), 540, 680, ruler))
    assert "Chef" not in texts
    most = tuple(post(i, 2028, 2, f"Namn {i}") for i in range(90))
    names = [t for t in texts_of(road_columns(plan(most), 540, 680, ruler)) if "Namn" in t]
    assert 20 < len(names) < 90


def test_a_very_long_name_is_cut_after_four_lines(ruler):
    made = plan((post(1, 2028, 2, "Ett mycket långt namn på en milstolpe " * 5),), (), (), ())
    labels = labels_of(road_columns(made, 540, 680, ruler))
    lines = [label.text for label in labels if label.weight is Weight.SEMIBOLD]
    assert len(lines) == 4
    assert lines[-1].endswith("…")


def test_an_empty_lane_is_an_empty_column(ruler):
    assert road_columns(plan(()), 540, 680, ruler, ColumnsLook(size=10)).spots == ()


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 30)), max_size=14))
def test_boxes_pushed_apart_keep_their_order_and_stay_within(rows):
    rows.sort()
    tops = spread([c for c, _ in rows], [h for _, h in rows], 0, 500)
    for top, after, (_, tall) in zip(tops, tops[1:], rows, strict=False):
        assert top + tall <= after + 1e-6
    if rows:
        assert tops[0] >= -1e-6
        assert tops[-1] + rows[-1][1] <= 500 + 1e-6


def test_boxes_with_room_stay_where_they_want_to_be():
    assert spread([50, 100], [20, 20], 0, 200) == (40, 90)
