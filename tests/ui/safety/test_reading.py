"""Every act of every page says whether it writes, and those that only look change nothing."""

from PySide6.QtWidgets import QApplication, QDialog

from workshop_app.system.kit import make_kit
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.desk_parts import step_plans
from workshop_app.ui.people.people_page import PeoplePage
from workshop_app.ui.stage_pages.registry import stage_figure

LOOKS = {
    "figure.table", "frame.alternative1", "frame.alternative2", "frame.alternative3",
    "initiatives.card", "initiatives.find", "initiatives.frames", "initiatives.list",
    "people.find", "people.rows", "road.next", "road.previous", "situation.0", "situation.1",
    "situation.2", "situation.3", "summary.back", "summary.larger", "summary.on",
    "summary.print", "summary.save", "summary.smaller", "units.documents", "units.units",
    "vote.back", "vote.page", "vote.question1", "vote.question2", "vote.sort",
}  # fmt: skip
WRITES = {
    "day.add", "day.down", "day.edit", "day.remove", "day.up", "frame.do", "frame.dont",
    "frame.down", "frame.investigate", "frame.later", "frame.save", "frame.up", "people.add",
    "people.edit", "people.here", "people.paste", "people.remove", "road.aside", "road.earlier",
    "road.edit", "road.later", "table.add", "table.edit", "table.next", "table.paste",
    "table.remove", "tracks.lock", "vote.abstain", "vote.advance", "vote.hand", "vote.here",
    "vote.initiative", "vote.merge", "vote.next", "vote.paper", "vote.reopen", "vote.reveal",
}  # fmt: skip
ASKS_WHERE = {"summary.print", "summary.save"}
"""They open the system's own dialogs, so they are not run here."""


def every_page(place, qtbot):
    desk = Desk(
        place,
        step_plans(make_kit(place.clock)),
        DeskOptions(draw=stage_figure, reduced_motion=True),
    )
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    for page in desk.frame.pages:
        desk.go_to(page.step)
        if isinstance(page, PeoplePage):
            page.table.setFocus()
        yield desk, page


def test_every_act_of_every_page_is_decided(qtbot, place):
    found = {
        act.name: act.writes for _desk, page in every_page(place, qtbot) for act in page.acts()
    }
    assert {name for name, writes in found.items() if not writes} == LOOKS
    assert {name for name, writes in found.items() if writes} == WRITES


def test_acts_that_only_look_change_nothing(qtbot, place):
    place.ballots.open("milstolpar")
    before = place.store.file.head(), place.day
    ran = set()
    for _desk, page in every_page(place, qtbot):
        for act in page.acts():
            if not act.writes and act.name not in ASKS_WHERE and act.enabled():
                act.run()
                ran.add(act.name)
                for window in QApplication.topLevelWidgets():
                    if isinstance(window, QDialog):
                        window.close()
    assert len(ran) > len(LOOKS) // 2
    assert place.store.undoable() is None
    assert (place.store.file.head(), place.day) == before
