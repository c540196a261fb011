"""The clock in the running program: opened again it goes on, and the list of people keeps Space."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.program import desk_of, english_kit, running
from tests.ui.clock.conftest import panel_of, press

SPACE = Qt.Key.Key_Space


class Wall:
    def __init__(self):
        self.now = datetime(2027, 4, 22, 11, 38, 20).astimezone()

    def __call__(self):
        return self.now


def test_a_day_opened_again_is_where_its_clock_was(qtbot):
    wall = Wall()
    with running(qtbot, kit=replace(english_kit(), clock=wall)) as program:
        program.open_sample()
        desk = desk_of(program)
        path = desk.workplace.store.file.path
        press(desk, Qt.Key.Key_N)
        press(desk, SPACE)
        desk.close_day()
        wall.now += timedelta(minutes=40)
        program.open_path(path)
        again = desk_of(program)
        panel = panel_of(again)
        assert (panel.title.text, panel.time.text) == ("Resultat och ansvariga", "15:00")
        assert again.frame.top_bar.left.text() == "Paused, 15 min left"
        assert again.frame.top_bar.pace.text() == "33 min behind schedule"
        press(again, SPACE)
        wall.now += timedelta(minutes=1)
        again._tick()
        assert panel.time.text == "14:00"


def test_space_in_the_list_of_people_is_who_is_here(qtbot):
    with running(qtbot, kit=replace(english_kit(), clock=Wall())) as program:
        program.open_sample()
        desk = desk_of(program)
        desk.go_to("people")
        table = desk.page.table
        table.setFocus(Qt.FocusReason.TabFocusReason)
        table.selectRow(0)
        before = [person.present for person in desk.workplace.day.participants]
        QTest.keyClick(table, SPACE)
        after = [person.present for person in desk.workplace.day.participants]
        assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
        assert desk.workplace.day_clock.run is None
        desk.go_to("vote")
        desk.frame.setFocus()
        press(desk, SPACE)
        assert desk.workplace.day_clock.by_hand()
