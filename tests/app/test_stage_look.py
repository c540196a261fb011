"""Dark for each day, zoom for all; both told at once."""

import pytest

from workshop_app.app.stage_look import StageLook
from workshop_app.system.kept import Kept
from workshop_app.system.settings import KeptSettings, Settings


@pytest.fixture
def settings(tmp_path):
    return KeptSettings(tmp_path / "settings.json", Settings())


def test_dark_is_kept_for_the_day_and_the_setting_is_only_where_it_begins(qapp, tmp_path, settings):
    settings.change(dark_stage=True)
    one, other = Kept(tmp_path / "one.json"), Kept(tmp_path / "other.json")
    look = StageLook(one, settings)
    assert look.dark
    look.use_dark(dark=False)
    assert not look.dark
    assert settings.now.dark_stage
    assert not StageLook(Kept(tmp_path / "one.json"), settings).dark
    assert StageLook(other, settings).dark


def test_what_was_kept_wrongly_counts_as_never_kept(qapp, tmp_path, settings):
    kept = Kept(tmp_path / "one.json")
    kept.put({"dark_stage": "yes"})
    assert not StageLook(kept, settings).dark


def test_zoom_goes_up_and_down_three_steps_and_is_remembered(qapp, tmp_path, settings):
    look = StageLook(None, settings)
    told = []
    look.changed.connect(lambda: told.append(look.zoom))
    assert not look.can_zoom(-1)
    for _turn in range(4):
        look.zoom_by(1)
    assert (look.zoom, look.can_zoom(1)) == (130, False)
    look.zoom_by(-1)
    look.zoom_to(120)
    assert told == [115, 130, 115]
    assert settings.now.stage_zoom == 115


def test_a_day_that_is_closed_listens_no_more(qapp, settings):
    look = StageLook(None, settings)
    told = []
    look.changed.connect(lambda: told.append(1))
    look.stop()
    settings.change(stage_zoom=130)
    assert told == []
