from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.figures.shapes import Box, Clip, Label, Line, Path, Rect, Role
from workshop_app.figures.waterline import (
    Block,
    BlockKind,
    Level,
    Pillar,
    PillarPlace,
    block_rects,
    pillar_pieces,
    pillar_spots,
    scale_of,
    surface_line,
    swatch,
    water,
)

PLACE = PillarPlace(1920, 1080, 206, 545, 200, 230, labels=80, end=1068)
kinds = st.sampled_from(BlockKind)
costs = st.integers(1, 5000)
blocks = st.lists(st.builds(Block, st.just("k"), st.just("Namn"), costs, kinds), max_size=30).map(
    tuple
)
pillars = st.builds(
    Pillar,
    blocks,
    blocks,
    st.integers(-2000, 20000),
    st.sampled_from(["", "Alt. 1"]),
    st.lists(st.builds(Level, st.just("Alt."), st.integers(-500, 30000)), max_size=4).map(tuple),
)


def block(cost: int, kind: BlockKind = BlockKind.KEEP, key: str = "k") -> Block:
    return Block(key, "Namn", cost, kind)


def flat(pieces) -> list:
    found = []
    for piece in pieces:
        found += piece.shapes if isinstance(piece, Clip) else [piece]
    return found


@given(pillars)
def test_heights_are_to_scale_and_sum_up(pillar):
    scale = scale_of(pillar, PLACE)
    rects = block_rects(pillar, PLACE)
    assert scale > 0
    for one, rect in rects:
        assert rect.height == pytest.approx(one.cost * scale)
    above = [rect for _, rect in rects[: len(pillar.above)]]
    total = sum(one.cost for one in pillar.above)
    assert sum(rect.height for rect in above) == pytest.approx(total * scale)
    if pillar.room > 0:
        assert pillar.room * scale == pytest.approx(PLACE.surface - PLACE.top)


@given(pillars)
def test_what_fits_is_dry_and_what_does_not_is_wet(pillar):
    rects = [rect for _, rect in block_rects(pillar, PLACE)]
    above, below = rects[: len(pillar.above)], rects[len(pillar.above) :]
    dry = all(rect.bottom <= PLACE.surface + 1e-6 for rect in above)
    assert dry == (not above or (pillar.margin >= 0 and pillar.room > 0))
    assert all(rect.y >= PLACE.surface - 1e-6 for rect in below)


@given(pillars)
def test_nothing_is_painted_beside_the_pillar_or_below_its_end(pillar):
    for piece in pillar_pieces(pillar, PLACE):
        if isinstance(piece, Clip):
            assert piece.rect.bottom <= PLACE.foot
            assert piece.rect.x >= PLACE.left - 4
        elif isinstance(piece, Label | Line):
            points = getattr(piece, "points", ())
            assert all(PLACE.top <= p.y <= PLACE.foot for p in points)
    for spot in pillar_spots(pillar, PLACE):
        assert spot.rect.bottom <= PLACE.foot + 1e-6


def test_the_margin_is_a_dashed_gap_over_the_surface():
    shapes = flat(pillar_pieces(Pillar((block(900),), (), 1000), PLACE))
    (gap,) = [s for s in shapes if isinstance(s, Box) and s.ink.dash]
    assert gap.rect.bottom <= PLACE.surface
    assert gap.rect.height == pytest.approx(33.9, abs=3)


def test_no_gap_is_drawn_when_nothing_is_left():
    shapes = flat(pillar_pieces(Pillar((block(1000),), (), 1000), PLACE))
    assert not [s for s in shapes if isinstance(s, Box) and s.ink.dash]


def test_a_block_over_the_frame_stands_half_in_water_with_an_amber_outline():
    pillar = Pillar((block(900), block(400)), (block(100),), 1000)
    assert pillar.margin == -300
    (half,) = [
        s for s in flat(pillar_pieces(pillar, PLACE))
        if isinstance(s, Box) and s.ink.stroke is Role.WARN
    ]  # fmt: skip
    assert half.rect.y < PLACE.surface < half.rect.bottom


def test_a_sliver_over_the_frame_is_still_outlined():
    pillar = Pillar((block(1000), block(3)), (), 1000)
    assert [
        s for s in flat(pillar_pieces(pillar, PLACE))
        if isinstance(s, Box) and s.ink.stroke is Role.WARN
    ]  # fmt: skip


def test_an_empty_room_puts_the_whole_pillar_under_water():
    rects = block_rects(Pillar((block(100),), (block(50),), 0), PLACE)
    assert rects[0][1] == Rect(200, 545, 230, 339)
    assert rects[1][1].y == 545 + 339


def test_kinds_are_told_apart_without_colour():
    looks = {kind: swatch(kind, Rect(0, 0, 26, 26))[0].ink for kind in BlockKind}
    assert looks[BlockKind.START].hatch
    assert not looks[BlockKind.KEEP].hatch
    assert looks[BlockKind.MUST].fill is Role.MUST


def test_stripes_are_only_above_the_surface():
    pillar = Pillar((block(900, BlockKind.START),), (block(500, BlockKind.START),), 1000)
    inks = [s.ink for s in flat(pillar_pieces(pillar, PLACE)) if isinstance(s, Box)]
    assert [ink.hatch for ink in inks if ink.fill is Role.START] == [True, False]


def test_other_levels_are_marked_where_the_surface_would_be():
    levels = (Level("Alt. 2", 500), Level("Alt. 3", 1400), Level("Alt. 4", 90000))
    shapes = flat(pillar_pieces(Pillar((), (), 1000, "Alt. 1", levels), PLACE))
    names = [s.text for s in shapes if isinstance(s, Label)]
    assert names == ["Alt. 1", "Alt. 2", "Alt. 3"]
    heights = sorted({s.points[0].y for s in shapes if isinstance(s, Line)})
    assert heights == [pytest.approx(206 + 169.5), pytest.approx(206 + 474.6)]


def test_names_of_close_levels_do_not_meet():
    levels = tuple(Level(f"Alt. {i}", 1000 + i) for i in range(2, 6))
    labels = [
        s for s in flat(pillar_pieces(Pillar((), (), 1000, "Alt. 1", levels), PLACE))
        if isinstance(s, Label)
    ]  # fmt: skip
    lines = sorted(label.baseline for label in labels)
    assert all(b - a >= PLACE.text for a, b in pairwise(lines))


def crossed(shapes) -> list[str]:
    """Names that a tick goes through; a tick is a line that begins at the pillar's edge."""
    names = [s for s in shapes if isinstance(s, Label)]
    ticks = [s for s in shapes if isinstance(s, Line) and not s.ink.dash]
    heights = [p.y for tick in ticks for p in tick.points[1:]]
    return [
        name.text for name in names for y in heights
        if name.baseline - 0.72 * name.size < y < name.baseline + 0.1 * name.size
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["", "Alt. 1"])
@pytest.mark.parametrize(
    "rooms", [(990, 1010), (985, 995, 1005), (1000, 1000), (960, 970, 1300), (0, 1, 2, 999)]
)
def test_no_name_is_crossed_by_the_tick_of_another(name, rooms):
    levels = tuple(Level(f"Alt. {i}", room) for i, room in enumerate(rooms, start=2))
    shapes = flat(pillar_pieces(Pillar((), (), 1000, name, levels), PLACE))
    assert crossed(shapes) == []
    ticks = [s for s in shapes if isinstance(s, Line) and not s.ink.dash]
    assert [tick.points[0].y for tick in ticks] == sorted(tick.points[0].y for tick in ticks)
    assert [tick.points[-1].y for tick in ticks] == sorted(tick.points[-1].y for tick in ticks)


@given(pillars)
def test_every_level_in_sight_has_its_name_clear_of_the_others(pillar):
    assert crossed(flat(pillar_pieces(pillar, PLACE))) == []


def test_the_pillar_is_cut_at_the_bottom_when_no_end_is_given():
    place = PillarPlace(800, 600, 100, 300, 50, 80)
    assert place.foot == 600
    pillar = Pillar((), (block(100), block(9000), block(5, key="deep")), 1000)
    spots = pillar_spots(pillar, place)
    assert spots[-1].rect.bottom == 600
    assert len(spots) == 2


def test_the_water_fades_downwards_and_the_wave_lies_on_its_surface():
    (body,) = water(PLACE)
    assert (body.ink.fill, body.ink.fade_to) == (Role.WATER, Role.WATER2)
    points = [p for step in body.steps for p in step.points]
    assert min(p.x for p in points) == 0
    assert max(p.x for p in points) == 1920
    assert max(p.y for p in points) == 1080
    clip = surface_line(PLACE)
    assert isinstance(clip, Clip)
    assert clip.rect.width == 1920
    (wave,) = clip.shapes
    assert isinstance(wave, Path)
    assert all(abs(p.y - 545) <= 14 for step in wave.steps for p in step.points)
