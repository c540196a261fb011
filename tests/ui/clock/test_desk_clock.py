"""The clock on the desk: every act by key and by mouse, and what it says."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.ui.clock.conftest import panel_of, press
from workshop_app.domain.clock import Mode
from workshop_app.domain.nouns import AgendaItem
from workshop_app.domain.ops import Op
from workshop_app.figures.shapes import Label, Role
from workshop_app.ui.clock.desk_clock import desk_clock
from workshop_app.ui.clock.spread_dialog import SpreadDialog
from workshop_app.ui.desk_extra import DeskExtra
from workshop_app.ui.strip_note import StripNote

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BOTH = Qt.KeyboardModifier.ControlModifier | SHIFT


def item_of(clock):
    return clock.reading().item.id


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(desk, text):
    """Choose a line of the timer's menu; whether it had a check before."""
    menu = next(extra for extra in desk._extras if hasattr(extra, "menu")).menu()
    act = next(act for act in menu.actions() if act.text().split("\t")[0] == text)
    checked = act.isChecked()
    act.trigger()
    menu.deleteLater()
    return checked


def written(desk):
    """All that is written on the room's picture."""
    return [piece.text for piece in desk.picture.figure.pieces if isinstance(piece, Label)]


def test_the_timer_says_what_the_plan_says_until_somebody_moves_on(timed_desk, panel):
    assert panel.title.text == "Prickröstning om milstolpar"
    assert (panel.time.text, panel.time.role) == ("6:40", Role.INK)
    assert (panel.standing.text(), panel.pace.text()) == ("of 15 minutes", "by the agenda")
    assert timed_desk.frame.top_bar.left.text() == "7 min left"
    assert not timed_desk.frame.top_bar.pace.isVisible()
    assert "6:40" in panel.accessibleDescription()


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_space_and_its_button_pause_and_go_on(way, timed_desk, panel, clock, qtbot):
    act = {
        "key": partial(press, timed_desk, KEY.Key_Space),
        "mouse": partial(click, qtbot, panel.toggle),
    }[way]
    act()
    assert clock.reading().mode is Mode.PAUSED
    assert panel.toggle.text() == "Go on"
    assert panel.standing.text() == "Paused · of 15 minutes"
    assert timed_desk.frame.top_bar.left.text() == "Paused, 7 min left"
    act()
    assert clock.reading().mode is Mode.HAND
    assert panel.toggle.text() == "Pause"


@pytest.mark.parametrize(
    ("keys", "button", "seconds"),
    [
        ((KEY.Key_Plus, NONE), "more", 460),
        ((KEY.Key_Minus, NONE), "less", 340),
        ((KEY.Key_Plus, Qt.KeyboardModifier.AltModifier), "", 700),
    ],
)
def test_minutes_are_added_and_taken_away_by_key_and_mouse(
    keys, button, seconds, timed_desk, panel, qtbot
):
    clock = timed_desk.workplace.day_clock
    press(timed_desk, *keys)
    assert clock.seconds_left() == seconds
    clock.follow_plan()
    if button:
        click(qtbot, getattr(panel, button))
    else:
        choose(timed_desk, "Five minutes more")
    assert clock.seconds_left() == seconds


def test_moving_on_and_back_by_key_and_button(timed_desk, panel, clock, qtbot):
    press(timed_desk, KEY.Key_N)
    assert (item_of(clock), panel.title.text) == ("8", "Resultat och ansvariga")
    assert timed_desk.frame.top_bar.title.text == "Resultat och ansvariga"
    assert timed_desk.frame.top_bar.pace.text() == "6 min ahead"
    press(timed_desk, KEY.Key_N, SHIFT)
    assert item_of(clock) == "7"
    click(qtbot, panel.next)
    assert item_of(clock) == "8"
    choose(timed_desk, "Back to the block before")
    assert item_of(clock) == "7"


def test_at_zero_it_stays_and_says_how_far_over_it_is(timed_desk, panel, clock, wall):
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=15)
    timed_desk._tick()
    assert (panel.time.text, panel.standing.text()) == ("0:00", "The time is out")
    assert panel.mark.isVisible()
    assert panel.time.role is Role.BAD
    wall.pass_by(minutes=11)
    timed_desk._tick()
    assert (item_of(clock), panel.time.text) == ("8", "0:00")
    assert panel.standing.text() == "11 min over its time"
    bar = timed_desk.frame.top_bar
    assert (bar.left.text(), bar.pace.text()) == ("11 min over its time", "4 min behind schedule")
    assert bar.left_mark.isVisible()
    assert bar.pace_mark.isVisible()
    assert panel.extend.isVisible()
    assert not panel.less.isVisible()


def test_a_fifth_and_a_twentieth_are_words_a_mark_and_a_colour(timed_desk, panel, wall):
    press(timed_desk, KEY.Key_N)
    told = []
    for seconds in (12 * 60, 2 * 60 + 15):
        wall.pass_by(seconds=seconds)
        timed_desk._tick()
        told.append((panel.standing.text(), panel.time.role, panel.mark.isVisible()))
    assert told == [
        ("Soon over · of 15 minutes", Role.WARN, True),
        ("Nearly over · of 15 minutes", Role.BAD, True),
    ]
    assert timed_desk.frame.top_bar.left.text() == "Nearly over, 1 min left"


def test_five_minutes_more_at_zero_never_asks(timed_desk, panel, clock, wall, qtbot, answers):
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=20)
    timed_desk._tick()
    click(qtbot, panel.extend)
    assert (clock.seconds_left(), answers.asked) == (300, [])


def test_the_room_hears_the_same_block_and_the_same_end(timed_desk, timed, clock, wall):
    timed_desk.go_to("roadmap")
    timed_desk.show_on_stage()
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=3)
    clock.lengthen(5)
    assert "Resultat och ansvariga · until 11:58" in written(timed_desk)
    assert timed_desk.frame.top_bar.title.text == "Resultat och ansvariga"


def test_a_time_that_has_passed_is_not_told_to_the_room_as_until(timed_desk, wall):
    timed_desk.go_to("roadmap")
    timed_desk.show_on_stage()
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=20)
    timed_desk._tick()
    assert "Resultat och ansvariga" in written(timed_desk)
    assert not [text for text in written(timed_desk) if "until" in text]


def test_with_the_column_folded_the_strip_has_the_time_and_says_it_in_words(timed_desk, wall):
    timed_desk.frame.toggle_side()
    (note,) = timed_desk.frame.findChildren(StripNote)
    assert note.isVisible()
    assert note.text == "6:40"
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=19)
    timed_desk._tick()
    assert note.text == "0:00"
    assert "4 min over its time" in note.toolTip()
    assert note.accessibleName() == note.toolTip()
    assert note.width() <= timed_desk.frame.side.width()


def test_the_block_may_begin_now_with_all_its_time(timed_desk, panel, wall):
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=20)
    choose(timed_desk, "Let the block begin now")
    assert (panel.title.text, panel.time.text) == ("Resultat och ansvariga", "15:00")


def test_spreading_shows_first_and_does_it_on_enter(timed_desk, timed, clock, wall, qtbot):
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=28, seconds=50)
    before = timed.day.agenda
    press(timed_desk, KEY.Key_F, BOTH)
    dialog = timed_desk.findChild(SpreadDialog)
    rows = [
        [dialog.table.item(row, column).text() for column in range(4)]
        for row in range(dialog.table.rowCount())
    ]
    assert rows[0] == ["Resultat och ansvariga (now)", "11:45 · 15 min", "11:45 · 22 min", "+7 min"]
    assert rows[1][0] == "Lunch"
    assert rows[1][3] == "as before"
    assert timed.day.agenda == before
    press(dialog, KEY.Key_Return)
    assert timed.day.agenda[-1].end == before[-1].end
    assert timed.day.agenda[7].minutes == 22
    assert timed_desk.frame.top_bar.pace.text() == "on time"
    assert timed.store.undoable() is Op.EDIT_AGENDA_ITEM
    timed_desk.undo()
    assert timed.day.agenda == before


def test_spreading_is_offered_once_the_block_ends_at_another_time(timed_desk, panel, wall, qtbot):
    assert not panel.spread.isVisible()
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=28)
    timed_desk._tick()
    assert panel.spread.isVisible()
    assert panel.next.x() < panel.spread.x() < panel.menu.x()
    click(qtbot, panel.spread)
    dialog = timed_desk.findChild(SpreadDialog)
    click(qtbot, dialog.spread)
    assert not panel.spread.isVisible()


def test_esc_leaves_the_plan_as_it_was(timed_desk, timed, wall):
    press(timed_desk, KEY.Key_N)
    wall.pass_by(minutes=28)
    before = timed.day.agenda
    choose(timed_desk, "Spread what is left…")
    press(timed_desk.findChild(SpreadDialog), KEY.Key_Escape)
    assert timed.day.agenda == before


def test_what_cannot_be_spread_is_told_in_the_notice_line(timed_desk, wall):
    press(timed_desk, KEY.Key_F, BOTH)
    notice = timed_desk.frame.notice
    assert notice.text == "This block ends as planned, so there is nothing to spread."
    press(timed_desk, KEY.Key_N)
    wall.pass_by(hours=4)
    press(timed_desk, KEY.Key_F, BOTH)
    assert "Remove a block or let the day end later." in notice.text
    lines = [text for extra in timed_desk._extras for text, _do in extra.menu_lines()]
    assert lines == ["Spread what is left…"]


def test_the_step_of_a_block_is_offered_and_never_forced(make_desk, timed, plans, clock, qtbot):
    linked = tuple(
        item.changed(step="summary") if item.id == "8" else item for item in timed.day.agenda
    )
    timed.store.do(Op.EDIT_AGENDA_ITEM, partial(replace, agenda=linked))
    desk = make_desk(timed, plans)
    panel = panel_of(desk)
    assert not panel.open.isVisible()
    press(desk, KEY.Key_N)
    assert (desk.page.step, panel.open.isVisible()) == ("vote", True)
    assert desk.frame.notice.text == (
        "Now: Resultat och ansvariga · Open Summary with Ctrl Shift O"
    )
    click(qtbot, panel.open)
    assert (desk.page.step, panel.open.isVisible()) == ("summary", False)
    desk.go_to("vote")
    press(desk, KEY.Key_O, BOTH)
    assert desk.page.step == "summary"


def test_a_block_without_a_step_offers_that_of_its_round(timed_desk, panel):
    timed_desk.go_to("roadmap")
    assert panel.open.isVisible()
    press(timed_desk, KEY.Key_O, BOTH)
    assert timed_desk.page.step == "vote"
    assert not panel.open.isVisible()


def test_the_room_sees_the_time_when_it_is_asked_for(timed_desk, timed, clock, wall):
    timed_desk.show_on_stage()
    press(timed_desk, KEY.Key_T, BOTH)
    assert "6:40" in written(timed_desk)
    wall.pass_by(seconds=1)
    timed_desk._tick()
    assert "6:39" in written(timed_desk)
    assert choose(timed_desk, "Show the block's time to the room")
    assert "6:39" not in written(timed_desk)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_opens_under_its_button(timed_desk, panel, qtbot):
    click(qtbot, panel.menu)
    menu = panel.findChild(QMenu)
    assert menu.isVisible()
    plan = menu.actions()[-1]
    assert (plan.text(), plan.isEnabled()) == ("Let the agenda decide again", False)
    menu.close()


def test_space_in_a_field_is_a_space(timed_desk, clock):
    timed_desk.page.field.setFocus()
    press(timed_desk, KEY.Key_Space)
    press(timed_desk, KEY.Key_Plus)
    press(timed_desk, KEY.Key_N)
    assert timed_desk.page.field.text().strip() == "+n"
    assert clock.run is None


def test_space_belongs_to_a_button_that_was_reached_with_tab(timed_desk, panel, clock, qtbot):
    panel.next.setFocus(Qt.FocusReason.TabFocusReason)
    press(timed_desk, KEY.Key_Space)
    assert (item_of(clock), clock.reading().mode) == ("8", Mode.HAND)
    # A click takes the keyboard away from the button, and Space is the timer's again.
    click(qtbot, panel.more)
    assert not panel.more.hasFocus()
    press(timed_desk, KEY.Key_Space)
    assert clock.reading().mode is Mode.PAUSED


def test_space_and_minus_belong_to_a_list_that_has_the_keyboard(timed_desk, clock):
    rail = timed_desk.frame.rail.list
    rail.setFocus(Qt.FocusReason.TabFocusReason)
    press(timed_desk, KEY.Key_Space)
    press(timed_desk, KEY.Key_Minus)
    assert clock.run is None
    timed_desk.page.button.setFocus(Qt.FocusReason.TabFocusReason)
    press(timed_desk, KEY.Key_Minus)
    assert clock.seconds_left() == 340


def test_on_another_date_space_starts_the_block_of_the_step(timed_desk, panel, clock, wall):
    wall.now = dt.datetime(2027, 4, 20, 20, 0).astimezone()
    timed_desk._tick()
    assert (panel.time.text, panel.pace.text()) == ("15:00", "practice, another date")
    assert panel.toggle.text() == "Start"
    press(timed_desk, KEY.Key_Space)
    wall.pass_by(seconds=5)
    timed_desk._tick()
    assert (panel.time.text, panel.pace.text()) == ("14:55", "practice, another date")
    assert timed_desk.frame.top_bar.pace.text() == "practice, another date"
    assert item_of(clock) == "7"


def test_before_the_day_and_after_it_the_words_say_so(timed_desk, panel, wall):
    wall.now = dt.datetime(2027, 4, 22, 7, 0).astimezone()
    timed_desk._tick()
    assert (panel.pace.text(), panel.toggle.text()) == ("not begun", "Start")
    wall.now = dt.datetime(2027, 4, 22, 18, 0).astimezone()
    timed_desk._tick()
    assert panel.standing.text() == "The agenda is over"
    assert not panel.pace.isVisible()


def test_without_an_agenda_there_is_no_timer_and_nothing_breaks(make_desk, timed, plans):
    timed.store.do(Op.REMOVE_AGENDA_ITEM, partial(replace, agenda=()))
    desk = make_desk(timed, plans)
    assert not panel_of(desk).isVisible()
    for key in (KEY.Key_Space, KEY.Key_N, KEY.Key_Plus):
        press(desk, key)
    desk._tick()
    assert desk.frame.top_bar.title.text == "No agenda"
    assert [extra.menu_lines() for extra in desk._extras] == [()]
    item = {"id": "A", "title": "Start", "start": "11:30", "end": "11:45", "minutes": 15}
    new = AgendaItem.model_validate({**item, "kind": "plenary"})
    timed.store.do(Op.ADD_AGENDA_ITEM, partial(replace, agenda=(new,)))
    assert panel_of(desk).time.text == "6:40"


def test_a_low_window_has_the_timer_in_two_rows(make_desk, timed, plans, qtbot):
    desk = make_desk(timed, plans, (1366, 768))
    panel = panel_of(desk)
    assert not panel.title.isVisible()
    assert panel.next.y() == panel.more.y()
    assert (panel.less.text(), panel.less.accessibleName()) == ("−1", "One minute less")
    assert panel.menu.geometry().right() <= panel.width()
    low = panel.sizeHint().height()
    desk.resize(1440, 900)
    assert panel.title.isVisible()
    qtbot.waitUntil(lambda: panel.next.y() > panel.more.y())
    assert panel.sizeHint().height() > low + 40
    assert panel.next.x() < panel.menu.x()


def test_the_clock_speaks_the_other_language_after_a_change(timed_desk, panel, english):
    english.use(type(english.language)("sv"))
    timed_desk.rebuild()
    fresh = timed_desk.frame.findChild(type(panel))
    assert fresh.toggle.text() == "Pausa"
    assert fresh.standing.text() == "av 15 minuter"


def test_a_day_without_a_clock_has_nothing_of_it(desk):
    brought = desk_clock(desk)
    assert type(brought) is DeskExtra


def test_the_desk_lets_go_of_the_clock_when_it_is_closed(timed_desk, clock, wall):
    timed_desk.close()
    wall.pass_by(minutes=1)
    clock.tick()
    assert clock.reading().left == 340
