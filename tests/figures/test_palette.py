import pytest

from workshop_app.figures.palette import palette, track_letter, track_roles
from workshop_app.figures.shapes import Role


def luminance(value: str) -> float:
    parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_every_role_has_a_value_in_both_palettes(dark):
    values = palette(dark=dark)
    assert set(values) == set(Role)
    assert all(len(value) == 7 and value.startswith("#") for value in values.values())


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        (Role.INK, Role.STAGE, 7.0),
        (Role.INK2, Role.STAGE, 4.5),
        (Role.INK3, Role.STAGE, 4.5),
        (Role.ACCENT, Role.TINT, 4.5),
        (Role.WARN, Role.WARN_TINT, 4.5),
        (Role.WARN, Role.STAGE, 4.5),
        (Role.BAD, Role.BAD_TINT, 4.5),
        (Role.DEEP, Role.WATER, 4.5),
        (Role.DEEP, Role.WATER2, 4.5),
        (Role.ON_FILL, Role.ACCENT, 4.5),
        (Role.CTRL, Role.STAGE, 3.0),
        (Role.START, Role.STAGE, 3.0),
    ],
)
def test_text_and_data_stand_out_from_their_ground(dark, text, ground, least):
    values = palette(dark=dark)
    assert contrast(values[text], values[ground]) >= least


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("index", range(6))
def test_letters_stand_out_on_their_track_and_tracks_on_the_stage(dark, index):
    values = palette(dark=dark)
    solid, tint = track_roles(index)
    assert contrast(values[Role.ON_FILL], values[solid]) >= 4.5
    assert contrast(values[solid], values[Role.STAGE]) >= 3.0
    assert contrast(values[Role.INK], values[tint]) >= 7.0


def test_after_six_tracks_the_colour_repeats_and_the_letter_goes_on():
    assert track_roles(6) == track_roles(0)
    assert [track_letter(i) for i in (0, 5, 6, 25, 26, 27, 52)] == [
        "A", "F", "G", "Z", "AA", "AB", "BA",
    ]  # fmt: skip
