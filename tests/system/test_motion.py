"""Each system is asked for less motion in its own way, and may say nothing."""

import plistlib

import pytest

from workshop_app.system.motion import less_motion_wanted
from workshop_app.system.settings import Motion, Settings


@pytest.mark.parametrize(
    ("file", "text", "wanted"),
    [
        ("kdeglobals", "[General]\nx=1\n[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[Other]\nAnimationDurationFactor=0\n", None),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = 1\n", False),
        ("gtk-3.0/settings.ini", "no ini at all", None),
    ],
)
def test_linux_says_it_in_the_files_of_its_desktops(file, text, wanted, tmp_path):
    path = tmp_path / ".config" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert less_motion_wanted("linux", tmp_path) is wanted


def test_linux_without_a_word_says_nothing(tmp_path):
    assert less_motion_wanted("linux", tmp_path) is None
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "kdeglobals").write_bytes(b"\xff\xfe")
    assert less_motion_wanted("linux", tmp_path) is None


@pytest.mark.parametrize(("said", "wanted"), [(True, True), (False, False), (None, None)])
def test_macos_says_it_in_a_list_of_properties(said, wanted, tmp_path):
    folder = tmp_path / "Library" / "Preferences"
    folder.mkdir(parents=True)
    values = {} if said is None else {"reduceMotion": said}
    (folder / "com.apple.universalaccess.plist").write_bytes(plistlib.dumps(values))
    assert less_motion_wanted("darwin", tmp_path) is wanted


def test_macos_without_the_file_or_with_a_broken_one_says_nothing(tmp_path):
    assert less_motion_wanted("darwin", tmp_path) is None
    folder = tmp_path / "Library" / "Preferences"
    folder.mkdir(parents=True)
    (folder / "com.apple.universalaccess.plist").write_bytes(b"not a list")
    assert less_motion_wanted("darwin", tmp_path) is None


def test_windows_says_nothing_where_it_is_not_windows():
    assert less_motion_wanted("win32") is None


def test_what_is_chosen_goes_before_what_the_system_says(own_folders):
    path = own_folders / ".config" / "gtk-3.0" / "settings.ini"
    path.parent.mkdir(parents=True)
    path.write_text("[Settings]\ngtk-enable-animations=0\n", "utf-8")
    assert Settings().reduced_motion
    assert not Settings(motion=Motion.FULL).reduced_motion
    path.unlink()
    assert not Settings().reduced_motion
    assert Settings(motion=Motion.REDUCED).reduced_motion
