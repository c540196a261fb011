"""The pictures besides the steps: each is taken, and all is as before after."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from workshop_app.app.countdown import Countdown
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.shots_camera import Camera
from workshop_app.ui.shots_more import library_dialogs, looks, room_pictures, tool_dialogs
from workshop_app.ui.stage_pages.registry import stage_figure


@pytest.fixture
def place(workplace):
    return replace(workplace, countdown=Countdown(workplace.clock, workplace.store))


@pytest.fixture
def camera(qtbot, place, plans, tmp_path):
    desk = Desk(place, plans, DeskOptions(draw=stage_figure, reduced_motion=True))
    qtbot.addWidget(desk)
    desk.show()
    return Camera(desk, tmp_path / "pictures")


def distinct(paths: Iterable[Path]) -> int:
    """How many of the pictures are unlike the others."""
    found = list(paths)
    images = [QImage(str(path)) for path in found]
    assert not any(image.isNull() for image in images)
    return sum(all(a != b for b in images[:i]) for i, a in enumerate(images))


def test_the_rooms_tools_each_have_a_picture_and_leave_the_room_as_it_was(camera, place):
    before = place.stage.showing
    assert distinct(room_pictures(camera, place)) == 4
    assert place.stage.showing == before
    assert place.countdown.left is None


def test_large_and_dark_are_other_pictures_and_are_put_back(camera, place):
    found = distinct([camera.stage("as_it_is"), *looks(camera, place, "large", "dark")])
    assert found == 3
    assert (place.look.zoom, place.look.dark) == (100, False)


def test_every_dialog_is_taken_and_closed(camera, place):
    assert distinct(tool_dialogs(camera, place)) == 5
    assert distinct(library_dialogs(camera, place)) == 2
