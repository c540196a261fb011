"""The frame page on the sample day, with a real file."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from workshop_app.domain.frames import chosen_in, stance_of
from workshop_app.domain.kinds import StanceKind
from workshop_app.domain.nouns import Workshop
from workshop_app.domain.ops import Op
from workshop_app.ui.frame.frame_page import FramePage
from workshop_app.ui.frame.rows import FOLD_KEY


def act(page, name):
    return {one.name: one for one in page.acts()}[name]


def keys(page, place):
    return [row.key for row in page.board.lists[place].rows]


def icons(page):
    return [(remark.icon.value, remark.title) for remark in page.side().remarks.remarks]


def drag(page, key, to):
    """Press on a row, move to a place on the board, let go."""
    rows = next(one for one in page.board.lists if key in {row.key for row in one.rows})
    start = rows.row_rect(key).center()
    end = rows.viewport().mapFrom(page.board, to)
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for place in (start + QPoint(0, 12), end):
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(place),
            QPointF(rows.viewport().mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        rows.mouseMoveEvent(event)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_alternative_1_shows_its_sums_and_its_four_lists(place, show):
    page = show(FramePage(place))

    assert page._line.accessibleName() == (
        "Frame 102,900 − already bound 98,590 = to choose among 4,310"
    )
    assert (page.pill.text, page.pill.kind) == ("Fits, margin 160\u00a0tkr", "ok")
    assert keys(page, 0) == ["I20", "I06", "I27", "I15"]
    assert keys(page, 1)[0] == FOLD_KEY
    assert sorted(keys(page, 1)[1:]) == ["I02", "I12", "I16", "I30"]
    assert [row.cost for row in page.board.lists[2].rows][:4] == ["780", "650", "650", "560"]
    assert (len(keys(page, 2)), len(keys(page, 3))) == (10, 6)
    assert page.board._note.text() == "Below the surface 6,690. 2 lack a reason."


def test_the_three_alternatives_have_the_margins_of_the_sample(place, show):
    page = show(FramePage(place))
    pills = []
    for number in (1, 2, 3):
        act(page, f"frame.alternative{number}").run()
        pills.append(page.pill.text.replace("\u00a0", " "))

    assert pills == ["Fits, margin 160 tkr", "Fits, margin 70 tkr", "Fits, margin 250 tkr"]
    assert page.alternatives.current() == 2
    assert page.stage_focus() == "A3"


def test_without_i27_alternative_2_lacks_620_and_may_still_be_saved(make_place, answers, show):
    place = make_place(answers)
    page = show(FramePage(place))
    act(page, "frame.alternative2").run()
    page.board.choose("I27", focus=True)
    act(page, "frame.up").run()

    assert (page.pill.text, page.pill.kind) == ("Missing 620\u00a0tkr", "warn")
    assert icons(page)[0] == ("warn", "620\u00a0tkr is missing")
    assert page.board._sheet.pillar.margin == -620

    act(page, "frame.save").run()
    assert "620" in answers.asked[0].text
    assert place.day.portfolios[-1].saved_as == "Proposal 1"
    assert page.side().save_button.text() == "Save as proposal 2"


def test_the_one_who_is_asked_may_say_no_to_saving(make_place, answers, show):
    answers.yes = False
    place = make_place(answers)
    page = show(FramePage(place))
    before = place.day.portfolios
    page.save()

    assert len(answers.asked) == 1
    assert "lack a reason" in answers.asked[0].text
    assert place.day.portfolios == before


def test_a_row_moves_across_by_key_keeps_the_choice_and_can_be_undone(place, show):
    page = show(FramePage(place))
    page.board.choose("I11", focus=True)
    assert "I11" in chosen_in(place.day, "A1")

    act(page, "frame.down").run()
    assert "I11" in keys(page, 2)
    act(page, "frame.up").run()
    assert "I11" in keys(page, 0)
    assert page.pill.text == "Missing 140\u00a0tkr"
    assert page.board.chosen_key() == "I11"
    assert page.board.lists[0].hasFocus()
    assert page.card.stance.current() == 0

    assert place.store.undo() is Op.MOVE_ACROSS
    assert "I11" in keys(page, 2)
    assert page.pill.text == "Fits, margin 160\u00a0tkr"


def test_the_button_in_the_card_moves_the_row_too(place, show):
    page = show(FramePage(place))
    page.board.choose("I11")
    assert page.card.move_button.accessibleName() == "Move above the surface"
    page.card.move_button.click()

    assert "I11" in keys(page, 0)
    assert page.card.move_button.accessibleName() == "Move below the surface"


def test_a_row_dragged_over_the_surface_crosses_it(place, show):
    page = show(FramePage(place), height=900)
    drag(page, "I11", QPoint(300, page.board.surface - 30))
    assert "I11" in keys(page, 0)

    drag(page, "I11", QPoint(300, page.board.surface + 60))
    assert "I11" in keys(page, 2)


def test_a_row_let_go_of_on_its_own_side_stays(place, show):
    page = show(FramePage(place), height=900)
    before = place.store.file.head()
    drag(page, "I11", QPoint(600, page.board.surface + 90))

    assert place.store.file.head() == before
    assert not page.board._ghost.isVisible()


def test_what_the_law_fixes_is_folded_and_cannot_be_moved(place, show):
    page = show(FramePage(place), height=900)
    before = place.store.file.head()
    page.board.choose(FOLD_KEY, focus=True)
    assert not act(page, "frame.down").enabled()
    QTest.keyClick(page.board.lists[1], Qt.Key.Key_Return)

    locked = [row.key for row in page.board.lists[1].rows if row.locked]
    assert locked == ["I01", "I17", "I18", "I23", "I28"]
    page.board.choose("I17", focus=True)
    assert not act(page, "frame.down").enabled()
    assert not page.card.move_button.isEnabled()
    assert "The law sets the level" in page.card.accessibleDescription()
    drag(page, "I17", QPoint(300, page.board.surface + 60))
    assert place.store.file.head() == before

    QTest.keyClick(page.board.lists[1], Qt.Key.Key_Home)
    QTest.keyClick(page.board.lists[1], Qt.Key.Key_Return)
    assert not [row for row in page.board.lists[1].rows if row.locked]


def test_a_stance_is_taken_by_key_or_in_the_card(place, show):
    page = show(FramePage(place))
    page.board.choose("I11")
    act(page, "frame.later").run()
    assert stance_of(place.day, "A1", "I11").kind is StanceKind.LATER
    assert page.card.stance.current() == 1

    page.card.stance.button(3).click()
    assert stance_of(place.day, "A1", "I11").kind is StanceKind.INVESTIGATE
    act(page, "frame.do").run()
    assert "I11" in keys(page, 0)


def test_a_row_without_a_stance_shows_none(place, show):
    page = show(FramePage(place))
    page.board.choose("I19")

    assert stance_of(place.day, "A1", "I19").kind is None
    assert page.card.stance.current() == -1


def test_a_reason_is_kept_with_enter_and_the_row_no_longer_asks(place, show):
    page = show(FramePage(place))
    page.board.choose("I19")
    row = next(row for row in page.board.lists[3].rows if row.key == "I19")
    assert (row.mark, row.warn) == ("Reason?", True)

    act(page, "frame.later").run()
    page.card.reason.setFocus()
    QTest.keyClicks(page.card.reason, "No money this year")
    QTest.keyClick(page.card.reason, Qt.Key.Key_Return)

    assert stance_of(place.day, "A1", "I19").reason == "No money this year"
    row = next(row for row in page.board.lists[3].rows if row.key == "I19")
    assert (row.mark, row.warn) == ("Later", False)
    assert ("warn", "1 lacks a reason") in icons(page)


def test_enter_on_a_row_leads_to_its_reason_and_writing_goes_on_at_the_end(place, show):
    page = show(FramePage(place))
    page.board.choose("I11", focus=True)
    QTest.keyClick(page.board.lists[2], Qt.Key.Key_Return)
    assert page.card.reason.hasFocus()
    QTest.keyClicks(page.card.reason, " Tas upp igen 2029.")

    assert page.card.reason.text().endswith("sedan 2021. Tas upp igen 2029.")


def test_a_reason_is_kept_when_another_row_is_chosen(place, show):
    page = show(FramePage(place))
    page.board.choose("I19")
    page.card.reason.setText("Waits for the inquiry")
    page.board.choose("I11")

    assert stance_of(place.day, "A1", "I19").reason == "Waits for the inquiry"
    assert page.card.reason.text() == "Sommarscenen halveras. Ingen utvärdering sedan 2021."


def test_a_reason_is_kept_when_the_page_is_left_and_escape_drops_it(place, show):
    page = show(FramePage(place))
    page.board.choose("I19")
    page.card.reason.setText("Something else")
    QTest.keyClick(page.card.reason, Qt.Key.Key_Escape)
    assert page.card.reason.text() == ""
    page.left()
    assert place.store.undoable() is not Op.SET_REASON

    page.card.reason.setText("Kept")
    page.left()
    assert stance_of(place.day, "A1", "I19").reason == "Kept"


def test_a_typed_reason_survives_that_something_else_is_undone(place, show):
    page = show(FramePage(place))
    page.board.choose("I11")
    act(page, "frame.up").run()
    page.board.choose("I19")
    page.card.reason.setText("Half a sent")
    place.store.undo()

    assert page.card.reason.text() == "Half a sent"
    assert "I11" in keys(page, 2)


def test_arrows_lead_over_the_surface_and_to_the_side(place, show):
    page = show(FramePage(place))
    above, start, below, not_start = page.board.lists
    above.choose_row(3)
    QTest.keyClick(above, Qt.Key.Key_Down)
    assert (below.hasFocus(), below.currentIndex().row()) == (True, 0)
    QTest.keyClick(below, Qt.Key.Key_Right)
    assert not_start.hasFocus()
    QTest.keyClick(not_start, Qt.Key.Key_Up)
    assert (start.hasFocus(), start.currentIndex().row()) == (True, 4)
    QTest.keyClick(start, Qt.Key.Key_Left)
    assert above.hasFocus()
    QTest.keyClick(above, Qt.Key.Key_Left)
    assert above.hasFocus()


def test_only_one_row_is_chosen_at_a_time(place, show):
    page = show(FramePage(place))
    page.board.choose("I11", focus=True)
    page.board.choose("I02", focus=True)

    chosen = [rows.chosen_key() for rows in page.board.lists]
    assert chosen == ["", "I02", "", ""]


def test_a_click_on_a_block_of_the_pillar_chooses_its_row(place, show):
    page = show(FramePage(place))
    spot = next(one for one in page.board.figure.spots if one.key == "I15")
    middle = QPoint(round(spot.rect.x + 5), round(spot.rect.y + spot.rect.height / 2))
    QTest.mouseClick(page.board, Qt.MouseButton.LeftButton, pos=middle)

    assert page.board.chosen_key() == "I15"
    assert page.card.key == "I15"


def test_the_card_tells_of_cost_need_and_dots(place, show):
    page = show(FramePage(place))
    page.board.choose("I11")

    assert page.card._facts.text().split("\n") == [
        "300\u00a0tkr · 5 of 14 need it",
        "11 dots, 0 stops for: Halvera Sommarscenen",
    ]


def test_alternative_3_misses_the_target_as_a_fact_and_not_as_an_error(place, show):
    page = show(FramePage(place))
    act(page, "frame.alternative3").run()

    assert ("info", "The municipality's result 1.0 percent") in icons(page)
    remark = page.side().remarks.remarks[1]
    assert remark.text == (
        "Alternative 3 does not reach the target. The target is at least 2.0 percent."
    )


def test_what_depends_on_something_left_out_is_said_and_does_not_stop_anybody(place, show):
    page = show(FramePage(place))
    page.cross("I04")
    assert ("warn", "I24 depends on I04") in icons(page)

    page.cross("I04")
    page.cross("I20")
    assert ("warn", "I20 and I21 do not go together") in icons(page)


def test_the_room_follows_the_alternative_only_while_it_looks_at_the_frame(place, show):
    page = show(FramePage(place))
    act(page, "frame.alternative2").run()
    assert place.stage.showing.step == "welcome"

    place.stage.show_step("frame", page.stage_focus())
    act(page, "frame.alternative3").run()
    assert place.stage.showing.focus == "A3"


def test_the_step_is_done_when_every_alternative_is_saved(make_place, answers, show):
    place = make_place(answers)
    page = show(FramePage(place))
    for number in (1, 2, 3):
        assert not page.done()
        act(page, f"frame.alternative{number}").run()
        page.save()

    assert page.done()
    assert page.side()._saved.text() == "Saved: Proposal 1"


def test_moves_and_saved_proposals_are_there_when_the_day_is_opened_again(
    make_place, answers, show
):
    page = show(FramePage(make_place(answers)))
    page.cross("I11")
    page.save()

    again = show(FramePage(make_place()))
    assert "I11" in keys(again, 0)
    assert again.side()._saved.text() == "Saved: Proposal 1"
    assert again.workplace.store.undoable() is Op.SAVE_PROPOSAL


def test_everything_that_takes_the_focus_has_a_name(place, show):
    page = show(FramePage(place))
    page.board.choose("I11")
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_row_has_a_sentence_for_assistive_technology(place, show):
    page = show(FramePage(place))
    names = {row.key: row.name for rows in page.board.lists for row in rows.rows}

    assert names["I11"] == (
        "Sommarscenen i full omfattning, 300\u00a0tkr. Does not continue as today. Don't"
    )
    assert names["I19"].endswith("Does not start. Reason missing")
    assert names[FOLD_KEY] == "5 set by law, always included, 960\u00a0tkr. Folded"
    assert page.board.accessibleDescription().startswith("Fits, margin 160")


def test_without_a_frame_the_page_says_what_to_do(make_place, show):
    place = make_place()
    day = place.day
    bare = replace(day, frames=tuple(one.changed(frame_tkr=None) for one in day.frames))
    page = show(FramePage(make_place(day=replace(bare, votes={}))))

    assert page.empty.isVisible()
    assert not page.board.isVisible()
    assert not act(page, "frame.save").enabled()
    assert icons(page) == [("info", "The frame is not set")]


def test_a_day_without_alternatives_has_an_empty_page(make_place, show):
    place = make_place()
    bare = type(place.day)(Workshop(id="day", title="Empty", date=place.day.workshop.date))
    page = show(FramePage(make_place(day=bare)))

    assert page.empty.isVisible()
    assert page.stage_focus() == ""
    assert not page.done()
    assert not page.pill.isVisible()
    assert page.side().save_button.isHidden()
    page.save()
    assert page.workplace.day.portfolios == ()
