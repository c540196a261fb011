"""Whole pages: nothing off the page, nothing smaller than 28, nothing lost without a word."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.support import RULER, assert_sound, label_rect, labels_of, shapes_of, texts_of
from workshop_app.figures.icons import Icon
from workshop_app.figures.marks import Pill
from workshop_app.figures.person_bars import LegendItem
from workshop_app.figures.road import Lane, Milepost, Road
from workshop_app.figures.shapes import Box, Line, Oval, Path, Role, Weight
from workshop_app.figures.stage.frame import SMALLEST, StageFrame, Told, numbered, zoomed
from workshop_app.figures.stage.plain import (
    Message,
    Thanks,
    blank_page,
    message_page,
    thanks_page,
)
from workshop_app.figures.stage.priorities import Priorities, PriorityRow, priorities_pages
from workshop_app.figures.stage.results import ResultRow, Results, results_pages
from workshop_app.figures.stage.road_page import RoadPage, road_pages
from workshop_app.figures.stage.voting import Option, Voting, voting_pages
from workshop_app.figures.stage.water_page import (
    WaterList,
    WaterPage,
    WaterRow,
    water_page,
    water_pages,
)
from workshop_app.figures.stage.welcome import (
    DayItem,
    ItemKind,
    Welcome,
    joined,
    welcome_page,
    welcome_pages,
)
from workshop_app.figures.waterline import Block, BlockKind, Level, Pillar

LONG = "Biblioteket och fritidsgården i Sågbyn delar lokal, bemanning och öppettider 🙂 " * 3
FRAME = StageFrame(
    "Vad är viktigast att nå till 2030?",
    "Prickröstning · spår A",
    0,
    Pill("Nu röstar: Enhetschef bad", Icon.PEOPLE),
    "6:40",
    "Strategiskt forum 2 · 22 april 2027",
    "Till 11.45",
    0.4,
    "Sida {page} av {pages}",
)
LONG_FRAME = StageFrame(LONG, LONG, 2, Pill(LONG, warn=True), "16:40", LONG, LONG, 1.7)
TOLD = Told("En mening.", (("Rubrik",), ("Rad",)))
frames = st.sampled_from(
    [
        replace(frame, canvas=zoomed(percent))
        for frame in (FRAME, LONG_FRAME, StageFrame(""))
        for percent in (100, 115, 130)
    ]
)
texts = st.sampled_from(["Kort", "Alla lokaler kartlagda", LONG, "X" * 200])


def options(texts: list[str]) -> tuple[Option, ...]:
    return tuple(
        Option(f"k{i}", text, f"A{i}" if i % 3 else "", i % 7) for i, text in enumerate(texts)
    )


def voting(choices: tuple[Option, ...], frame: StageFrame = FRAME, **more) -> Voting:
    values = {"note": "Två prickar var.", "done": 9, "entitled": 15} | more
    return Voting(
        frame, choices, done_text=f"{values['done']} av {values['entitled']}",
        done_caption="har röstat", told=TOLD, **values,
    )  # fmt: skip


# --- voting -----------------------------------------------------------------------------------


@settings(max_examples=40)
@given(st.lists(texts, max_size=40), frames, st.integers(0, 130), texts)
def test_the_page_of_an_open_vote_is_sound(names, frame, entitled, note):
    hidden = ("Resultatet är dolt.", LONG) if entitled % 2 else ()
    made = voting(options(names), frame, note=note, done=3, entitled=entitled, hidden=hidden)
    pages = voting_pages(made, RULER)
    assert sum(len(page.spots) for page in pages) == len(names)
    for page in pages:
        assert_sound(page, RULER, SMALLEST)
        assert page.sentence == "En mening."
        assert page.table == TOLD.table


def test_six_options_stand_in_one_column_and_nine_in_two(ruler):
    six = voting_pages(voting(options(["Kort"] * 6)), ruler)
    nine = voting_pages(voting(options(["Kort"] * 9)), ruler)
    assert len({spot.rect.x for spot in six[0].spots}) == 1
    assert len({spot.rect.x for spot in nine[0].spots}) == 2


@pytest.mark.parametrize(("text", "count", "pages"), [("Kort", 16, 1), ("Kort", 17, 2),
                                                      (LONG, 12, 1), (LONG, 13, 2)])  # fmt: skip
def test_more_options_make_more_pages_not_smaller_text(ruler, text, count, pages):
    made = voting_pages(voting(options([text] * count)), ruler)
    assert len(made) == pages
    if pages > 1:
        assert "Sida 2 av 2 · Till 11.45" in texts_of(made[1])


def test_an_open_vote_shows_how_many_are_done_and_no_bars(ruler):
    (page,) = voting_pages(voting(options(["Kort"] * 4), hidden=("Resultatet är dolt.",)), ruler)
    assert "9 av 15" in texts_of(page)
    assert "Resultatet är dolt." in texts_of(page)
    assert not [s for s in shapes_of(page) if isinstance(s, Box) and s.ink.fill is Role.START]


# --- results ----------------------------------------------------------------------------------

result_rows = st.lists(
    st.builds(
        ResultRow,
        st.just("k"),
        st.just("12"),
        texts,
        st.lists(st.integers(1, 3), max_size=60).map(tuple),
        st.just("120"),
        st.just("60 av 60"),
        st.sampled_from(["", "A3", "B12"]),
        st.integers(0, 8),
        st.booleans(),
        st.booleans(),
    ),
    max_size=19,
).map(tuple)
LEGEND = (LegendItem(2, "2 prickar"), LegendItem(1, "1 prick"))


def results(rows: tuple[ResultRow, ...], frame: StageFrame = FRAME, **more) -> Results:
    return Results(
        frame, rows, "prickar", "personer", "Varje ruta är en person:", LEGEND,
        "Behöver underbyggas", told=TOLD, **more,
    )  # fmt: skip


@settings(max_examples=40)
@given(result_rows, frames, texts, st.integers(0, 9))
def test_the_page_of_a_result_is_sound(rows, frame, note, cut):
    made = results(rows, frame, note=note, cut_after=cut, cut_text="Går vidare")
    pages = results_pages(made, RULER)
    assert sum(len(page.spots) for page in pages) == len(rows)
    for page in pages:
        assert_sound(page, RULER, SMALLEST)


def row(key: str, dots: tuple[int, ...], text: str = "Kort", **more) -> ResultRow:
    return ResultRow(key, "1", text, dots, str(sum(dots)), f"{len(dots)} av 15", "A1", **more)


def person_boxes(page) -> list[Box]:
    inks = {Role.START, Role.ACCENT, Role.ACCENT_DARK}
    return [
        s for s in shapes_of(page)
        if isinstance(s, Box) and s.ink.fill in inks and 224 <= s.rect.y < 900
    ]  # fmt: skip


def test_every_person_is_a_box_and_rows_without_dots_stay(ruler):
    (page,) = results_pages(results((row("a", (2, 1, 1)), row("b", ()))), ruler)
    assert len(person_boxes(page)) == 3
    assert [spot.key for spot in page.spots] == ["a", "b"]
    assert "0 av 15" in texts_of(page)


def test_the_bars_have_one_scale_on_all_pages(ruler):
    rows = tuple(row(str(i), (1,) * (40 - i)) for i in range(12))
    first, second = results_pages(results(rows), ruler)
    assert person_boxes(first)[0].rect.width == person_boxes(second)[0].rect.width


def test_who_goes_on_is_bold_and_stands_above_the_cut_line(ruler):
    rows = (row("a", (1,), "Första", chosen=True), row("b", (1,), "Andra"))
    made = results(rows, cut_after=1, cut_text="Går vidare")
    (page,) = results_pages(made, ruler)
    weights = {label.text: label.weight for label in labels_of(page)}
    assert weights["Första"] is Weight.SEMIBOLD
    assert weights["Andra"] is Weight.REGULAR
    lines = [s for s in shapes_of(page) if isinstance(s, Line) and s.ink.stroke is Role.ACCENT]
    assert max(line.points[1].x for line in lines) == 1840
    assert "Går vidare" in texts_of(page)


def test_weak_support_is_said_in_words_once(ruler):
    short = results_pages(results((row("a", (1,), "Kort", weak=True),)), ruler)[0]
    long = results_pages(results((row("a", (1,), LONG, weak=True),)), ruler)[0]
    assert texts_of(short).count("Behöver underbyggas") == 1
    assert texts_of(long).count("Behöver underbyggas") == 1


def test_ties_are_said_beside_the_legend(ruler):
    made = results((row("a", (1,)),), note="Delad femteplats: lika många prickar")
    assert "Delad femteplats: lika många prickar" in texts_of(results_pages(made, ruler)[0])


def test_a_page_without_legend_still_tells_the_tie(ruler):
    made = Results(FRAME, (row("a", (1,)),), "prickar", "personer", note="Lika")
    assert "Lika" in texts_of(results_pages(made, ruler)[0])


# --- dots and stops ---------------------------------------------------------------------------

priority_rows = st.lists(
    st.builds(
        PriorityRow,
        st.just("k"),
        texts,
        st.lists(st.integers(1, 3), max_size=40).map(tuple),
        st.integers(0, 40),
        st.just("88"),
        st.just("40"),
    ),
    max_size=40,
).map(tuple)
STOP_LEGEND = (LegendItem(1, "1 prick"), LegendItem(2, "2 prickar"), LegendItem(0, "Stopp"))


@settings(max_examples=40)
@given(priority_rows, frames, st.booleans())
def test_the_page_of_dots_and_stops_is_sound(rows, frame, with_legend):
    made = Priorities(
        frame, rows, "Stopp", "Prickar", STOP_LEGEND if with_legend else (),
        "En ruta är en person" if with_legend else "", told=TOLD,
    )  # fmt: skip
    pages = priorities_pages(made, RULER)
    assert sum(len(page.spots) for page in pages) == len(rows)
    for page in pages:
        assert_sound(page, RULER, SMALLEST)


def test_the_first_page_has_the_first_six_and_the_last_six(ruler):
    rows = tuple(PriorityRow(str(i), f"Rad {i}", (1,), 1, "1", "1") for i in range(25))
    words = "Sida {page} av {pages} · de sex första och de sex sista av {rows}"
    made = Priorities(FRAME, rows, "Stopp", "Prickar", STOP_LEGEND, "", words)
    pages = priorities_pages(made, ruler)
    assert [len(page.spots) for page in pages] == [12, 12, 1]
    assert [spot.key for spot in pages[0].spots][5:7] == ["5", "19"]
    assert "Sida 1 av 3 · de sex första och de sex sista av 25" in texts_of(pages[0])
    assert "Sida 2 av 3 · Till 11.45" in texts_of(pages[1])


def test_without_words_of_its_own_the_first_page_has_the_frame_s(ruler):
    rows = tuple(PriorityRow(str(i), f"Rad {i}", (1,), 0, "1", "0") for i in range(13))
    pages = priorities_pages(Priorities(FRAME, rows, "Stopp", "Prickar"), ruler)
    assert "Sida 1 av 2 · Till 11.45" in texts_of(pages[0])


# --- the road ---------------------------------------------------------------------------------


def lane(track: int, count: int, text: str = "Nytt läge", quarter: int = 0) -> Lane:
    posts = tuple(
        Milepost(f"{track}-{i}", f"A{i}", text, 2027 + i % 4, quarter or 1 + i // 4, "K1", i == 0)
        for i in range(count)
    )
    return Lane(track, LONG if track == 5 else f"Spår {track}", posts)


def road_page(*lanes: Lane, frame: StageFrame = FRAME) -> RoadPage:
    made = Road(lanes, 2027, 2030, 2027.3, "I dag", sentence="Vägen.")
    return RoadPage(frame, made, "Väl underbyggd", "Behöver underbyggas", "K3", "Kvartal 3")


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 14), texts), max_size=7), frames)
def test_the_page_of_the_road_is_sound(lanes, frame):
    made = road_page(*(lane(i, n, text) for i, (n, text) in enumerate(lanes)), frame=frame)
    pages = road_pages(made, RULER)
    assert sum(len(page.spots) for page in pages) == sum(n for n, _ in lanes)
    for page in pages:
        assert_sound(page, RULER, SMALLEST)


def test_four_lanes_share_a_page_and_a_crowded_one_has_its_own(ruler):
    assert len(road_pages(road_page(*(lane(i, 4) for i in range(4))), ruler)) == 1
    assert len(road_pages(road_page(*(lane(i, 4) for i in range(5))), ruler)) == 2
    made = road_page(lane(0, 4), lane(1, 7), lane(2, 4))
    assert [len(page.spots) for page in road_pages(made, ruler)] == [4, 7, 4]


def test_a_lane_whose_words_find_no_room_has_its_own_page(ruler):
    packed = lane(0, 6, "Sågbyn: bibliotek och fritidsgård delar lokal", 4)
    posts = tuple(Milepost(p.key, p.code, p.text, 2028, 4, "K4") for p in packed.posts)
    made = road_page(Lane(0, "Spår", posts), lane(1, 3))
    assert len(road_pages(made, ruler)) == 2


def test_a_road_page_without_explanations_has_no_legend(ruler):
    (page,) = road_pages(RoadPage(FRAME, Road((), 2027, 2030, sentence="Tom")), ruler)
    assert page.sentence == "Tom"
    assert "K3" not in texts_of(page)


def test_the_explanations_stand_clear_of_the_title(ruler):
    (page,) = road_pages(road_page(lane(0, 2), frame=StageFrame(LONG)), ruler)
    rects = [label_rect(label, ruler) for label in labels_of(page)]
    legend = [label_rect(x, ruler) for x in labels_of(page) if x.text == "Behöver underbyggas"]
    assert not any(r.overlaps(legend[0]) for r in rects if r != legend[0])


# --- the waterline ----------------------------------------------------------------------------


def water_list(heading: str, count: int, text: str = "Låg avgift") -> WaterList:
    rows = tuple(WaterRow(f"{heading}{i}", text, 100, "100", i == 0) for i in range(count))
    return WaterList(heading, rows)


def water(counts: tuple[int, int, int, int], text: str = "Kort", frame=FRAME) -> WaterPage:
    pillar = Pillar(
        tuple(Block(f"a{i}", "Namn", 100, BlockKind.KEEP) for i in range(counts[0])),
        tuple(Block(f"b{i}", "Namn", 100, BlockKind.START) for i in range(counts[2])),
        800, "Alt. 1", (Level("Alt. 2", 500),),
    )  # fmt: skip
    headings = ("Fortsätter", "Startar", "Fortsätter inte", "Startar inte")
    lists = [water_list(h, n, text) for h, n in zip(headings, counts, strict=True)]
    return WaterPage(
        frame, pillar, *lists, more=lambda n, tkr: f"och {n} till, {tkr} tkr",
        note=text, sum_below=text, told=TOLD,
    )  # fmt: skip


counts = st.tuples(*[st.integers(0, 20)] * 4)


@settings(max_examples=40)
@given(counts, texts, frames)
def test_the_page_of_the_waterline_is_sound(numbers, text, frame):
    page = water_page(water(numbers, text, frame), RULER)
    assert_sound(page, RULER, SMALLEST)
    assert page.sentence == "En mening."


@given(counts)
def test_rows_without_room_are_counted_and_summed(numbers):
    shown = texts_of(water_page(water(numbers, "Rad"), RULER))
    rest = [int(t.split()[1]) for t in shown if t.startswith("och ")]
    assert shown.count("Rad") - 2 + sum(rest) == sum(numbers)
    assert all(t == f"och {n} till, {n * 100} tkr" for t, n in zip(
        [t for t in shown if t.startswith("och ")], rest, strict=True))  # fmt: skip


def test_rows_above_the_surface_stay_above_it(ruler):
    page = water_page(water((20, 20, 0, 0), "Rad"), ruler)
    assert max(label.baseline for label in labels_of(page) if label.text == "Rad"
               and label.role is Role.INK) < 530  # fmt: skip


@given(counts, st.sampled_from([115, 130]))
def test_zoomed_every_row_of_the_waterline_is_on_some_page(numbers, percent):
    made = water(numbers, "Rad", replace(FRAME, canvas=zoomed(percent)))
    pages = water_pages(made, RULER)
    shown = [text for page in pages for text in texts_of(page)]
    assert shown.count("Rad") - 2 * len(pages) == sum(numbers)
    assert not [text for text in shown if text.startswith("och ")]
    for page in pages:
        assert_sound(page, RULER, SMALLEST)


def overlapping(page) -> list[tuple[str, str]]:
    """Texts that lie on each other."""
    found = [(label.text, label_rect(label, RULER)) for label in labels_of(page)]
    return [
        (one, two)
        for i, (one, a) in enumerate(found)
        for two, b in found[i + 1 :]
        if a.overlaps(b, -3.0)
    ]


@pytest.mark.parametrize("percent", [100, 115, 130])
@pytest.mark.parametrize("text", ["Alla lokaler kartlagda", LONG])
def test_zoomed_pages_have_the_same_rows_and_no_text_upon_another(percent, text):
    frame = replace(FRAME, canvas=zoomed(percent), kicker=text, foot_right=text, clock="")
    sets = {
        "voting": voting_pages(voting(options([text] * 9), frame, note=text,
                                      hidden=("Resultatet är dolt.",)), RULER),
        "results": results_pages(
            results(tuple(row(str(i), (2, 1, 1), text) for i in range(9)), frame), RULER),
        "priorities": priorities_pages(Priorities(frame, tuple(
            PriorityRow(str(i), text, (1, 2), 3, "3", "3") for i in range(19)),
            "Stopp", "Prickar"), RULER),
    }  # fmt: skip
    expected = {"voting": 9, "results": 9, "priorities": 19}
    for name, pages in sets.items():
        assert sum(len(page.spots) for page in pages) == expected[name]
        for page in pages:
            assert overlapping(page) == []


def test_zoom_gives_fewer_units_and_so_larger_text():
    assert (zoomed(100).width, zoomed(100).height) == (1920, 1080)
    assert zoomed(130).width == pytest.approx(1476.9, abs=0.1)
    assert zoomed(80) == zoomed(100)


# --- the quiet pages --------------------------------------------------------------------------


@given(frames, texts, texts, st.sampled_from(["", "Nästa"]), st.sampled_from(["", "Enter"]))
def test_the_page_of_thanks_is_sound(frame, text, who, button, key):
    page = thanks_page(Thanks(frame, text, text, who, button, key, TOLD), RULER)
    assert_sound(page, RULER, SMALLEST)
    assert [spot.key for spot in page.spots] == (["next"] if button else [])


def test_thanks_without_a_next_person_has_only_the_button(ruler):
    page = thanks_page(Thanks(FRAME, "Tack", "Klart", "", "Nästa", "Enter"), ruler)
    (spot,) = page.spots
    assert spot.rect.x + spot.rect.width / 2 == pytest.approx(960)


@given(frames, texts, st.lists(texts, max_size=3), st.sampled_from([None, *Icon]),
       st.sampled_from(["", "12.24"]))  # fmt: skip
def test_a_page_with_one_message_is_sound(frame, title, lines, icon, clock):
    page = message_page(Message(frame, title, tuple(lines), icon, clock, TOLD), RULER)
    assert_sound(page, RULER, SMALLEST)


def test_a_blank_page_is_only_ground():
    page = blank_page(TOLD)
    assert len(page.pieces) == 1
    assert page.sentence == "En mening."


@settings(max_examples=40)
@given(
    st.lists(st.builds(DayItem, st.just("08.30"), texts, st.sampled_from(ItemKind), st.booleans()),
             max_size=30),
    texts,
    st.sampled_from([None, Pill("Vi börjar 08.30", Icon.CLOCK)]),
    st.sampled_from([100, 115, 130]),
)  # fmt: skip
def test_the_first_page_of_the_day_is_sound(items, text, pill, percent):
    pages = welcome_pages(
        Welcome((text, text), text, text, "08.24", "Dagen", "Torsdag 22 april 2027",
                tuple(items), ("Röstning", "Samtal", "Paus"), pill, TOLD, canvas=zoomed(percent)),
        RULER,
    )  # fmt: skip
    for page in pages:
        assert_sound(page, RULER, SMALLEST)


def day_of(*kinds):
    return tuple(DayItem(f"{i + 8:02}.00", f"Punkt {i}", kind) for i, kind in enumerate(kinds))


def test_a_day_of_many_items_is_joined_to_thirteen_lines_within_its_passes():
    vote, talk, pause = ItemKind.VOTE, ItemKind.TALK, ItemKind.PAUSE
    day = day_of(
        talk, talk, vote, pause, talk, talk, vote, talk, pause,
        talk, vote, talk, pause, vote, talk, talk, vote, ItemKind.END,
    )  # fmt: skip
    lines = joined(day)

    assert len(lines) == 13
    assert [(line.text, *line.more) for line in lines if line.more] == [
        ("Punkt 4", "Punkt 5"),
        ("Punkt 6", "Punkt 7"),
        ("Punkt 10", "Punkt 11"),
        ("Punkt 13", "Punkt 14"),
        ("Punkt 15", "Punkt 16"),
    ]
    assert [line.kind for line in lines[4:6]] == [talk, vote]
    assert lines[-2].kind is vote
    assert lines[-1].kind is ItemKind.END


def test_a_short_day_is_left_as_it_is():
    day = day_of(*[ItemKind.TALK] * 12, ItemKind.END)
    assert joined(day) == day


@given(st.lists(st.sampled_from(list(ItemKind)[:3]), max_size=30))
def test_joining_loses_no_title_and_crosses_no_break(kinds):
    lines = joined(day_of(*kinds))

    assert [title for line in lines for title in (line.text, *line.more)] == [
        f"Punkt {i}" for i in range(len(kinds))
    ]
    assert [line.kind for line in lines].count(ItemKind.PAUSE) == kinds.count(ItemKind.PAUSE)
    assert all(not line.more for line in lines if line.kind is ItemKind.PAUSE)


def test_a_title_too_long_for_its_line_is_cut_where_it_may_be(ruler):
    long = "Lägesbild: ekonomi, kvalitet och medarbetare"
    asked = "Gör vi rätt saker? Åtta verksamheter som vi har"
    day = (
        DayItem("08.45", long, ItemKind.TALK),
        DayItem("09.10", asked, ItemKind.VOTE),
        DayItem("09.40", "Resultat", ItemKind.TALK, more=("Ansvariga",)),
    )
    words = Welcome(
        ("Exempelby kommun",), "Forum", "Varför?", "08.24", "Dagen", "Torsdag", day,
        ("Röstning", "Samtal", "Paus"),
    )  # fmt: skip
    shown = texts_of(welcome_page(words, ruler))

    assert {"Lägesbild", "Gör vi rätt saker?", "Resultat · Ansvariga"} <= set(shown)


def test_a_day_with_more_lines_than_there_is_room_for_goes_on_on_the_next_page(ruler):
    kinds = (ItemKind.TALK, ItemKind.PAUSE)
    items = tuple(DayItem("08.30", f"Punkt {i}", kinds[i % 2]) for i in range(30))
    words = Welcome(
        ("Exempelby kommun",), "Forum", "Varför?", "08.24", "Dagen", "Torsdag",
        (*items, DayItem("16.00", "Slut", ItemKind.END)), ("Röstning", "Samtal", "Paus"),
        page_format="Sida {page} av {pages}",
    )  # fmt: skip
    first, second = (texts_of(page) for page in welcome_pages(words, ruler))
    assert {"Punkt 0", "Sida 1 av 2"} <= set(first)
    assert {"Punkt 29", "Slut", "Sida 2 av 2"} <= set(second)


def test_kinds_of_items_are_told_apart_by_shape(ruler):
    def signs(kind: ItemKind) -> set[type]:
        words = Welcome((), "F", "", "8", "D", "T", (DayItem("8", "P", kind),), ("", "", ""))
        shapes = welcome_page(words, ruler).pieces
        return {type(s) for s in shapes if isinstance(s, Path | Oval | Line)}

    assert signs(ItemKind.END) >= {Line}
    assert len(texts_of(welcome_page(
        Welcome((), "F", "", "8", "D", "T", (), ("a", "b", "c")), ruler))) >= 3  # fmt: skip


def test_page_numbers_are_only_told_when_there_are_several():
    assert numbered(FRAME, 1, 1) is FRAME
    assert numbered(StageFrame("T"), 2, 3).foot_right == "2/3"
