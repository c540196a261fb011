"""A settings file that is broken or edited by hand gives defaults where it must, never a stop."""

import json
import os
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.system.language import Language
from workshop_app.system.settings import (
    KeptSettings,
    Motion,
    Settings,
    fits,
    load,
    save,
)
from workshop_app.ui.settings.live import use_scale

NAMES = tuple(asdict(Settings()))
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=4
)
OURS = st.fixed_dictionaries(
    {},
    optional={
        "language": st.sampled_from(["sv", "en", "de", 1]),
        "window_scale": st.sampled_from([100, 150, 200, 149, True, "100", 100.0]),
        "text_size": st.sampled_from([100, 130, 0, -1]),
        "stage_zoom": st.sampled_from([100, 130, 131]),
        "facilitator_code": st.sampled_from(["", "1234", "12345", "abcd", "١٢٣٤", 1234]),
        "motion": st.sampled_from(["system", "full", "reduced", "off", None]),
        "dark_stage": st.sampled_from([True, False, 1, "yes"]),
        "copy_folder": st.sampled_from(["", "/copies", "a\0b", "\ud800", "x" * 5000]),
    },
)


@given(found=st.dictionaries(st.sampled_from(NAMES) | st.text(), ANYTHING) | OURS | ANYTHING)
def test_whatever_stands_in_the_file_the_settings_fit_and_can_be_saved(found, tmp_path_factory):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(found), "utf-8")

    settings = load(path)

    assert [name for name in NAMES if not fits(name, getattr(settings, name))] == []
    save(path, settings)
    assert load(path) == settings


@given(found=OURS)
def test_a_field_that_fits_is_kept_whatever_the_others_are(found, tmp_path_factory):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(found), "utf-8")

    settings = load(path)

    for name, default in asdict(Settings()).items():
        wanted = found.get(name, default)
        assert getattr(settings, name) == (wanted if fits(name, wanted) else default)


@given(bytes_=st.binary(max_size=60))
def test_bytes_that_are_no_text_give_the_defaults(bytes_, tmp_path_factory):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(b"\xff" + bytes_)
    assert load(path) == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '"sv"', "[" * 200_000, '{"language": "en"'])
def test_a_file_that_is_no_object_gives_the_defaults(text, tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    assert load(path) == Settings()


def test_a_folder_where_the_file_should_be_gives_the_defaults(tmp_path):
    (tmp_path / "settings.json").mkdir()
    assert load(tmp_path / "settings.json") == Settings()


def test_a_file_saved_by_an_editor_with_a_mark_in_front_is_read(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"language": "en"}', "utf-8-sig")
    assert load(path).language is Language.ENGLISH


def test_the_yes_of_an_earlier_version_to_no_motion_still_counts(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"reduced_motion": true}', "utf-8")
    assert load(path).motion is Motion.REDUCED
    path.write_text('{"reduced_motion": true, "motion": "full"}', "utf-8")
    assert load(path).motion is Motion.FULL


def test_a_value_that_is_none_of_the_settings_is_not_taken(tmp_path):
    kept = KeptSettings(tmp_path / "settings.json", Settings())
    with pytest.raises(ValueError, match="window_scale"):
        kept.change(window_scale=99, language=Language.ENGLISH)
    assert kept.now == Settings()
    assert not (tmp_path / "settings.json").exists()


def test_watchers_hear_the_names_of_what_is_another_now_and_nothing_twice():
    kept, heard = KeptSettings(), []
    kept.watch(heard.append)
    kept.change(stage_zoom=115, dark_stage=False)
    kept.change(stage_zoom=115)
    assert heard == [{"stage_zoom"}]
    kept.unwatch(heard.append)
    kept.change(stage_zoom=130)
    assert len(heard) == 1


def test_reset_brings_the_defaults_but_keeps_what_is_only_remembered():
    kept = KeptSettings(None, Settings(folded=True, stage_zoom=130, facilitator_code="1234"))
    kept.reset()
    assert kept.now == Settings(folded=True)


@pytest.mark.parametrize(
    ("scale", "text", "factor"), [(150, 100, "1.5"), (100, 130, "1.3"), (200, 115, "2.3")]
)
def test_scale_and_text_size_are_told_to_qt_before_it_starts(scale, text, factor):
    environment = {}
    use_scale(Settings(window_scale=scale, text_size=text), environment)
    assert environment == {"QT_SCALE_FACTOR": factor}


def test_the_scale_somebody_set_outside_goes_first_and_none_is_set_without_need():
    outside = {"QT_SCALE_FACTOR": "1.25"}
    use_scale(Settings(window_scale=200), outside)
    assert outside == {"QT_SCALE_FACTOR": "1.25"}
    plain: dict[str, str] = {}
    use_scale(Settings(), plain)
    assert plain == {}
    assert os.environ.get("QT_SCALE_FACTOR") is None
