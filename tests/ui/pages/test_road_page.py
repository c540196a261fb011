"""The road map page on the sample day, with a real file."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from workshop_app.domain.kinds import EvidenceType
from workshop_app.domain.ops import Op
from workshop_app.domain.road import chosen_and_off
from workshop_app.figures.road import DESK_ROAD
from workshop_app.ui.road.road_fit import CLOSE_ROAD, look_for, readable
from workshop_app.ui.road.stone_model import KEY_ROLE
from workshop_app.ui.road_page import RoadPage


def when(milestone, place, key):
    one = milestone(place, key)
    return one.year, one.quarter


def press(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page.view, key, modifier)


def spot(page, key):
    rect = page.view.spot_rect(key)
    return QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2))


def test_the_page_says_how_many_go_on_and_shows_every_stone(place, show):
    page = show(RoadPage(place))

    assert page._title.text() == "Road map to 2030"
    assert page._lead.text().startswith("19 of 24 milestones go on.")
    assert len(page.view.figure.spots) == 19
    assert page.rail_note() == "19"
    assert page.done()


def test_arrows_move_the_chosen_stone_a_quarter_and_undo_takes_it_back(place, show, milestone):
    page = show(RoadPage(place))
    page.view.setFocus()
    page.view.choose("S1-3")

    press(page, Qt.Key.Key_Right)
    assert when(milestone, place, "S1-3") == (2029, 1)
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Left)
    assert when(milestone, place, "S1-3") == (2028, 3)
    assert page.chosen_key() == "S1-3"

    assert place.store.undo() is Op.MOVE_MILESTONE
    assert when(milestone, place, "S1-3") == (2028, 4)


def test_a_stone_is_not_moved_past_the_end_of_the_plan_and_the_page_says_so(
    place, show, milestone, qtbot
):
    page = show(RoadPage(place))
    page.view.choose("S1-5")

    with qtbot.waitSignal(page.message) as told:
        press(page, Qt.Key.Key_Right)

    assert when(milestone, place, "S1-5") == (2030, 4)
    assert "2030" in told.args[0]


def test_up_and_down_walk_through_the_stones_lane_by_lane(place, show):
    page = show(RoadPage(place))
    page.view.setFocus()
    page.view.choose("S1-1")

    press(page, Qt.Key.Key_Down)
    assert page.chosen_key() == "S1-2"
    press(page, Qt.Key.Key_End)
    assert page.chosen_key() == "S4-6"
    press(page, Qt.Key.Key_Down)
    assert page.chosen_key() == "S4-6"
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Up)
    assert page.chosen_key() == "S1-1"


def test_dragging_a_stone_snaps_to_quarters_and_is_one_act(place, show, milestone):
    page = show(RoadPage(place))
    start = spot(page, "S1-3")
    quarter = page.view._quarter_width()
    before = place.store.file.head()[0]
    viewport = page.view.viewport()

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.5, 1.4, 2.2):
        move(page, start + QPoint(round(part * quarter), 3))
    assert page.view.spot_rect("S1-3").x > start.x() + quarter
    assert when(milestone, place, "S1-3") == (2028, 4)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(10, 0))

    assert when(milestone, place, "S1-3") == (2029, 2)
    assert place.store.file.head()[0] == before + 1


def move(page, to):
    """A mouse move with the button held, as Qt delivers it."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(page.view.viewport().mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.view.mouseMoveEvent(event)


def test_a_stone_dragged_far_away_stops_at_the_ends_of_the_road(place, show, milestone):
    page = show(RoadPage(place))
    start = spot(page, "S1-3")
    QTest.mousePress(page.view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move(page, start + QPoint(5000, 0))
    QTest.mouseRelease(page.view.viewport(), Qt.MouseButton.LeftButton, pos=start)

    assert when(milestone, place, "S1-3") == (2030, 4)


def test_escape_lets_go_of_a_dragged_stone(place, show, milestone):
    page = show(RoadPage(place))
    start = spot(page, "S1-3")
    QTest.mousePress(page.view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move(page, start + QPoint(300, 0))
    press(page, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.view.viewport(), Qt.MouseButton.LeftButton, pos=start)

    assert when(milestone, place, "S1-3") == (2028, 4)


def test_a_click_without_a_move_only_chooses(place, show, milestone):
    page = show(RoadPage(place))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot(page, "S2-4"))

    assert page.chosen_key() == "S2-4"
    assert place.store.undoable() is not Op.MOVE_MILESTONE


def test_setting_aside_takes_the_stone_off_the_road_and_all_shows_it(place, show, milestone):
    page = show(RoadPage(place))
    page.view.choose("S1-3")
    page.toggle()

    assert not milestone(place, "S1-3").goes_on
    assert len(page.view.figure.spots) == 18
    assert page.card.aside_button.text() == "Take back"
    assert not page.beside.isVisible()

    page.filter.button(1).click()
    assert page.beside.isVisible()
    assert "S1-3" in {chip.key for chip in page.beside.chips}

    page.beside.choose("S1-3")
    page.card.aside_button.click()
    assert milestone(place, "S1-3").goes_on
    assert len(page.view.figure.spots) == 19


def test_milestones_without_a_year_stand_under_the_road(place, show, milestone):
    page = show(RoadPage(place))
    page.view.choose("S1-3")
    dialog = page.open_editor()
    dialog.year.setCurrentIndex(0)
    dialog.accept()

    assert milestone(place, "S1-3").year is None
    assert [chip.key for chip in page.beside.chips] == ["S1-3"]
    assert page.beside_text.text() == "Not placed"
    assert not page.done()
    assert any("no place" in remark.title for remark in page.side().remarks.remarks)


def test_the_dialog_edits_the_milestone_as_one_act(place, show, milestone):
    page = show(RoadPage(place))
    page.view.choose("S1-3")
    dialog = page.open_editor()
    dialog.title.setText("Library and youth club share a roof")
    dialog.short_name.setText("Shared roof")
    dialog.quarter.setCurrentIndex(dialog.quarter.findData(2))
    dialog.owner.setText("Chef ung")
    dialog.measure.setText("Rent")
    dialog.strength.set_current(1)
    assert dialog.counter.text() == "11 of 48"
    dialog.save_button.click()

    one = milestone(place, "S1-3")
    assert (one.title, one.short_name) == ("Library and youth club share a roof", "Shared roof")
    assert (one.year, one.quarter, one.owner_role) == (2028, 2, "Chef ung")
    assert (one.measure, one.evidence_strength) == ("Rent", 2)
    assert place.store.undo() is Op.EDIT_MILESTONE
    assert milestone(place, "S1-3").short_name.startswith("Sågbyn")


def test_a_milestone_without_a_title_cannot_be_saved(place, show):
    page = show(RoadPage(place))
    page.view.choose("S1-3")
    dialog = page.open_editor()
    dialog.title.setText("  ")
    assert not dialog.save_button.isEnabled()
    dialog.title.setText("Something")
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_missing_evidence_has_no_strength(place, show, milestone):
    page = show(RoadPage(place))
    page.view.choose("S1-3")
    dialog = page.open_editor()
    kind = dialog.evidence_type
    kind.setCurrentIndex(kind.findData(EvidenceType.MISSING.value))
    assert not dialog.strength.isEnabled()
    dialog.accept()

    assert milestone(place, "S1-3").evidence_type is EvidenceType.MISSING
    assert page.card._evidence.text == "Weak evidence"


def test_enter_opens_the_dialog_for_the_chosen_stone(place, show, qtbot):
    page = show(RoadPage(place))
    page.view.setFocus()
    page.view.choose("S2-1")
    press(page, Qt.Key.Key_Return)

    dialogs = page.findChildren(QDialog)
    assert [dialog.key for dialog in dialogs] == ["S2-1"]
    dialogs[0].reject()


def test_the_card_tells_of_dots_from_how_many_people(place, show):
    page = show(RoadPage(place))
    page.view.choose("S1-3")

    assert page.card._when.text == "Quarter 4 2028, 8 dots from 6 people"
    assert page.card._owner.text == "Enhetschef ung fritid"
    assert "Bibliotek" in page.card._shared.text
    assert page.card._evidence.text == "Strong evidence"


def test_what_to_look_over_is_that_of_the_sample(place, show):
    page = show(RoadPage(place))
    titles = [remark.title for remark in page.side().remarks.remarks]

    assert titles == [
        "Quarter 4 2027 has 3 milestones",
        "D6 has weak evidence",
        "7 milestones are shared between units",
    ]


def test_one_track_is_shown_to_the_room_only_when_asked_for(place, show):
    page = show(RoadPage(place))
    place.stage.show_step("roadmap", page.stage_focus())
    page.view.choose("S2-1")
    assert place.stage.showing.focus == ""

    page.side().tracks.button(1).click()
    assert (page.stage_focus(), place.stage.showing.focus) == ("S2", "S2")
    page.view.choose("S3-1")
    assert place.stage.showing.focus == "S2"

    page.side().tracks.button(0).click()
    assert place.stage.showing.focus == ""


def test_every_stone_is_an_item_with_a_name_for_assistive_technology(place, show):
    page = show(RoadPage(place))
    model = page.view.model()
    names = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    interface = QAccessible.queryAccessibleInterface(page.view)

    assert interface.role() is QAccessible.Role.List
    assert interface.childCount() == 19
    weak = "D6 En insats avslutas för varje ny. Quarter 4 2030. Vi gör rätt saker. Weak evidence"
    assert names[-1] == weak
    assert interface.child(18).text(QAccessible.Text.Name) == weak
    assert page.view.accessibleDescription().startswith("5 milestones in 2027")


def test_qt_knows_where_each_stone_is(place, show):
    page = show(RoadPage(place))
    for row in range(page.view.model().rowCount()):
        index = page.view.model().index(row, 0)
        key = index.data(KEY_ROLE)
        assert page.view.indexAt(spot(page, key)).data(KEY_ROLE) == key
        assert page.view.visualRect(index).contains(spot(page, key))


def test_the_acts_follow_what_is_chosen(place, show):
    page = show(RoadPage(place))
    page.view.choose("S1-3")
    acts = {act.name: act for act in page.acts()}
    assert acts["road.earlier"].enabled()
    acts["road.later"].run()
    assert place.store.undoable() is Op.MOVE_MILESTONE

    acts["road.aside"].run()
    assert {act.name: act for act in page.acts()}["road.aside"].text == "Take back"
    assert not acts["road.earlier"].enabled()
    acts["road.next"].run()
    assert page.chosen_key() != "S1-3"


def test_a_low_window_sets_the_road_closer_rather_than_smaller(place, show):
    page = show(RoadPage(place))
    plan = page.view.plan

    assert look_for(plan, (750, 520), place.ruler) is DESK_ROAD
    assert look_for(plan, (750, 425), place.ruler) is CLOSE_ROAD
    assert CLOSE_ROAD.size == DESK_ROAD.size


def test_with_too_many_stones_only_the_chosen_lane_has_names(make_place, show):
    day = make_place().day
    many = tuple(one.changed(goes_on=True, year=2028, quarter=2) for one in day.milestones)
    page = show(RoadPage(make_place(day=replace(day, milestones=many, votes={}))))
    page.view.choose("S2-1")
    ruler = page.workplace.ruler
    chosen = replace(page.view.plan, chosen="S2-1")
    plan, _ = readable(chosen, (800, 420), ruler)
    named = [lane.track for lane in plan.lanes if any(post.text for post in lane.posts)]
    assert named == [1]


def test_printing_leads_to_the_summary(place, show, qtbot):
    page = show(RoadPage(place))
    with qtbot.waitSignal(page.wants_step) as step:
        page.print_button.click()
    assert step.args == ["summary"]


def test_what_was_moved_is_still_there_when_the_day_is_opened_again(make_place, show, milestone):
    page = show(RoadPage(make_place()))
    page.view.choose("S1-3")
    page.view.step(2)

    again = make_place()
    assert when(milestone, again, "S1-3") == (2029, 2)
    assert again.store.undoable() is Op.MOVE_MILESTONE


def test_everything_that_takes_the_focus_has_a_name(place, show):
    page = show(RoadPage(place))
    page.filter.button(1).click()
    dialog = page.open_editor()
    widgets = [*page.findChildren(QWidget), *page.side().findChildren(QWidget)]
    for widget in (*widgets, *dialog.findChildren(QWidget)):
        ours = widget.window() in {page, page.side(), dialog}  # not the lists Qt pops up
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and ours:
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name, widget
    dialog.reject()


def test_letters_are_acts_and_never_search_the_road(place, show):
    page = show(RoadPage(place))
    page.view.setFocus()
    page.view.choose("S1-1")
    QTest.keyClicks(page.view, "d4")

    assert page.chosen_key() == "S1-1"


def test_very_long_names_and_many_stones_are_drawn_within_the_road(make_place, show):
    day = make_place().day
    long = "Ett namn som är så långt som ett namn får va"
    many = tuple(
        one.changed(title=f"{one.title} " * 3, short_name=long, goes_on=True, year=2028, quarter=1)
        for one in day.milestones
    )
    page = show(RoadPage(make_place(day=replace(day, milestones=many, votes={}))))

    inside = page.view.viewport().rect().adjusted(-1, -1, 1, 1)
    assert len(page.view.figure.spots) == 24
    for row in range(24):
        assert inside.contains(page.view.visualRect(page.view.model().index(row, 0)))


def nothing_goes_on(day):
    return replace(day, milestones=tuple(m.changed(goes_on=False) for m in day.milestones))


def test_what_the_vote_chose_is_let_on_the_road_with_one_button(place, show):
    page = show(RoadPage(place))
    assert not page.chosen_button.isVisible()
    place.store.do(Op.SET_ASIDE, nothing_goes_on)
    chosen = len(chosen_and_off(place.day))
    assert page.chosen_text.text() == (
        f"{chosen} milestones were chosen in the vote and do not go on yet."
    )
    page.chosen_button.click()
    assert page.rail_note() == str(chosen)
    assert not page.chosen_button.isVisible()
    assert place.store.undo() is Op.TAKE_BACK
    assert page.chosen_button.isVisible()
