"""Settings are written down at each change, and hold until the end if they cannot be."""

from workshop_app.system.settings import KeptSettings, Motion, Settings, load


def test_a_change_is_there_the_next_time(tmp_path):
    path = tmp_path / "config" / "settings.json"
    kept = KeptSettings(path, Settings())
    kept.change(copy_folder="/copies")
    assert kept.now.copy_folder == "/copies"
    assert load(path) == kept.now


def test_a_change_that_cannot_be_written_holds_all_the_same(tmp_path, logged_warnings):
    (tmp_path / "config").write_text("in the way")
    kept = KeptSettings(tmp_path / "config" / "settings.json", Settings())
    kept.change(motion=Motion.REDUCED)
    assert kept.now.reduced_motion
    assert [record.getMessage() for record in logged_warnings] == [
        "The settings could not be saved"
    ]
    logged_warnings.clear()
