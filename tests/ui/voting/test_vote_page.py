"""A whole round at the desk, with the real store, ballot door, stage and window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.rounds import voters
from workshop_app.ui.stage_pages.voting import Focus, vote_figure, vote_pages

LEFT = Qt.MouseButton.LeftButton


def state(place, round_id="milstolpar"):
    return place.day.standing(round_id).state


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def test_a_whole_round_by_mouse(qtbot, page, place, asked, vote_all):
    panel = page.panel
    assert panel.primary.text() == "Open the vote"
    assert not panel.reveal.isEnabled()
    click(qtbot, panel.primary)
    assert state(place) is RoundState.OPEN
    vote_all(place)
    assert panel.left.text() == "All 15 have voted"
    click(qtbot, panel.primary)
    assert state(place) is RoundState.CLOSED
    assert page.centre.closed.isVisible()
    assert not page.centre.result.isVisible()
    click(qtbot, panel.primary)
    assert state(place) is RoundState.SHOWN
    assert place.stage.showing.step == "vote"
    assert page.centre.result.isVisible()
    assert not asked.questions
    with qtbot.waitSignal(page.wants_step) as signal:
        click(qtbot, panel.primary)
    assert signal.args == ["roadmap"]
    assert state(place) is RoundState.LOCKED


def test_a_whole_round_by_keys_only(page, place, press, vote_all):
    page.centre.turnout.list.setFocus()
    press(Qt.Key.Key_V)
    assert state(place) is RoundState.OPEN
    press(Qt.Key.Key_Return)
    assert page.kiosk is not None
    press(Qt.Key.Key_Return)
    for _page in range(4):
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_2)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert place.day.standing("milstolpar").voted == 1
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_A)
    assert place.day.standing("milstolpar").done["D02"] is Channel.LAPTOP
    vote_all(place)
    press(Qt.Key.Key_V)
    assert state(place) is RoundState.CLOSED
    press(Qt.Key.Key_R)
    assert state(place) is RoundState.SHOWN
    press(Qt.Key.Key_S)
    assert Focus.parse(place.stage.showing.focus).best_first
    press(Qt.Key.Key_R)
    assert Focus.parse(place.stage.showing.focus).hidden


def test_closing_with_people_missing_asks_once(page, place, asked, vote_all):
    page.advance()
    vote_all(place, leave=2)
    asked.answer = False
    page.advance()
    assert state(place) is RoundState.OPEN
    assert asked.questions[0].text == "2 have not voted."
    asked.answer = True
    page.advance()
    assert state(place) is RoundState.CLOSED
    assert len(asked.questions) == 2


def test_settings_are_changed_while_ready_and_locked_after_the_first_ballot(page, place, vote_all):
    steppers = page.centre.settings.steppers
    steppers["dots"].setValue(3)
    voting = page.now.voting
    assert (voting.dots, voting.cap) == (3, 2)
    place.store.undo()
    page.refresh(None)
    assert steppers["dots"].value() == 2
    page.advance()
    vote_all(place, leave=14)
    assert not steppers["dots"].isVisible()
    assert page.centre.settings._lock.isVisible()
    page.centre.settings.edited.emit("dots", 5)
    assert page.now.voting.dots == 2


def test_the_result_is_hidden_until_r_and_never_in_the_picture_before(page, place, vote_all):
    place.stage.show_step("vote", page.stage_focus())
    page.advance()
    vote_all(place)
    shown = [vote_figure(place, place.stage.showing)]
    page.advance()
    shown.append(vote_figure(place, place.stage.showing))
    for figure in shown:
        assert "The result is hidden" in figure.sentence
        assert all(len(row) == 1 for row in figure.table)
    page.toggle_result()
    figure = vote_figure(place, place.stage.showing)
    assert figure.sentence.startswith("Most support: ")


def test_r_hides_the_result_on_the_stage_only(page, place, vote_all):
    page.advance()
    vote_all(place)
    page.advance()
    page.toggle_result()
    page.toggle_result()
    assert state(place) is RoundState.SHOWN
    assert Focus.parse(place.stage.showing.focus).hidden
    assert "The result is hidden" in vote_figure(place, place.stage.showing).sentence
    assert page.centre.result.isVisible()
    assert page.panel.reveal.text() == "Show the result"
    page.toggle_result()
    assert not Focus.parse(place.stage.showing.focus).hidden


def test_the_first_look_is_in_ballot_order_and_s_sorts(page, place, vote_all):
    page._look_at("S1")
    page.advance()
    vote_all(place)
    page.advance()
    page.toggle_result()
    rows = page.centre.result.list.results.table.rows
    assert [row.option.code for row in rows] == ["A1", "A2", "A3", "A4", "A5", "A6"]
    page.toggle_order()
    rows = page.centre.result.list.results.table.rows
    assert [row.option.code for row in rows][:3] == ["A3", "A1", "A2"]
    assert page.centre.result.tie.startswith("Shared fifth place: equally many dots.")
    assert page.centre.sort.text() == "As on the ballot"


def test_a_result_from_before_is_sorted_when_the_page_is_entered(open_place, open_desk, imported):
    place = open_place(imported.day)
    place.store.file.import_votes(imported.ballots, imported.hands)
    place.store._day = place.store.file.load()
    desk = open_desk(place)
    page = desk.frame.page("vote")
    assert page.centre.result.isVisible()
    assert page.centre.result.list.results.table.rows[0].option.code == "A3"
    assert page.done()


def test_open_again_only_from_closed(page, place, vote_all, qtbot):
    assert not page.panel.reopen.isVisible()
    page.advance()
    vote_all(place)
    page.advance()
    click(qtbot, page.panel.reopen)
    assert state(place) is RoundState.OPEN
    assert place.day.standing("milstolpar").voted == 15


def test_a_new_round_keeps_the_old_one_and_asks_first(page, place, asked, vote_all, qtbot):
    page.advance()
    vote_all(place)
    page.advance()
    page.toggle_result()
    asked.answer = False
    click(qtbot, page.centre.new_round)
    assert len(place.day.rounds) == 9
    asked.answer = True
    click(qtbot, page.centre.new_round)
    fresh = page.now.voting
    assert (fresh.id, fresh.number) == ("milstolpar-2", 2)
    assert fresh.tie_order == ()  # lots are drawn when they are needed, before everybody
    assert state(place) is RoundState.SHOWN
    assert state(place, "milstolpar-2") is RoundState.READY


def test_a_false_start_is_cancelled_but_kept(page, place, vote_all):
    page.advance()
    vote_all(place, leave=10)
    page.start_new_round()
    assert state(place) is RoundState.CANCELLED
    assert page.now.voting.id == "milstolpar-2"
    assert place.day.standing("milstolpar").voted == 5


def test_opening_without_voters_is_refused_in_words(open_place, open_desk, day):
    nobody = tuple(p.changed(present=False) for p in day.participants)
    place = open_place(replace(day, participants=nobody))
    desk = open_desk(place)
    desk.frame.page("vote").advance()
    assert "Nobody who may vote is present" in desk.frame.notice.text


def test_the_room_looks_at_one_track_or_all(page, place):
    place.stage.show_step("vote", page.stage_focus())
    assert len(vote_pages(place, place.stage.showing)) == 2
    page._look_at("S2")
    assert place.stage.showing.focus == "milstolpar/S2"
    figure = vote_figure(place, place.stage.showing)
    assert [spot.key for spot in figure.spots] == [f"S2-{i}" for i in range(1, 7)]
    page._look_at("")
    page._turn_page(1)
    page._turn_page(1)
    assert place.stage.showing.page == 1


def test_looking_at_a_track_does_not_move_the_room_from_another_step(page, place):
    place.stage.show_step("roadmap")
    page._look_at("S2")
    assert place.stage.showing.step == "roadmap"


def test_everything_that_can_have_focus_has_a_name(page, place, vote_all):
    def nameless():
        return [
            part
            for part in [*page.findChildren(QWidget), *page.panel.findChildren(QWidget)]
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus
            and part.isVisible()
            and not part.accessibleName()
        ]

    assert not nameless()
    page.centre.settings.hands.emit(True)
    page.advance()
    assert not nameless()
    vote_all(place)
    page.advance()
    page.toggle_result()
    assert not nameless()


def test_each_row_tells_a_screen_reader_what_it_shows(page, place, vote_all):
    page.advance()
    vote_all(place, leave=14)
    model = page.centre.turnout.list.voters
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0), role) == "Förvaltningschef, has voted"
    assert model.data(model.index(1), role) == "Utvecklingschef, has not voted"
    assert model.data(QModelIndex(), role) is None
    vote_all(place)
    page.advance()
    page.toggle_result()
    results = page.centre.result.list.results
    told = results.data(results.index(0), role)
    assert told == "Alla lokaler kartlagda, 7 dots, from 6 people"


def test_acts_say_what_they_do_now(page, place, vote_all):
    def texts():
        return {act.name: act.text for act in page.acts() if act.enabled()}

    assert texts()["vote.advance"] == "Open the vote"
    assert "vote.reveal" not in texts()
    page.advance()
    assert texts()["vote.advance"] == "Close the vote"
    vote_all(place)
    page.advance()
    assert texts()["vote.reveal"] == "Show the result"
    page.toggle_result()
    assert texts()["vote.reveal"] == "Hide the result"
    assert "vote.next" not in texts()


def test_the_points_page_has_stops_amounts_and_what_to_talk_about(desk, place, vote_all, qtbot):
    desk.go_to("prioritise")
    page = desk.frame.page("prioritise")
    assert page.centre.settings.steppers["stops"].isVisible()
    assert page.centre.tracks is None
    page.advance()
    vote_all(place, "prioritise")
    page.advance()
    page.toggle_result()
    page.toggle_order()
    table = page.centre.result.list.results.table
    assert table.stops
    assert table.rows[0].option.label == "Halvera Sommarscenen"
    assert place.stage.showing.step == "prioritise"
    assert len(vote_pages(place, place.stage.showing)) == 3
    assert page.panel._talk_title.isVisible()
    with qtbot.waitSignal(page.wants_step) as signal:
        page._primary()
    assert signal.args == ["frame"]


@pytest.mark.parametrize(("number", "lines"), [(3, 2), (16, 8), (24, 8), (60, 20)])
def test_the_list_of_voters_fits_few_and_many(open_place, open_desk, day, number, lines):
    model = day.participants[0]
    people = tuple(
        model.changed(id=f"P{i:02}", role=f"Role {i}", position=i) for i in range(number)
    )
    place = open_place(replace(day, participants=people))
    page = open_desk(place).frame.page("vote")
    view = page.centre.turnout.list
    assert view.height() == lines * 38 + 2
    last = view.visualRect(view.voters.index(number - 1))
    assert view.viewport().rect().contains(last)


def test_a_day_without_a_round_says_so(open_place, open_desk, day):
    page = open_desk(open_place(replace(day, rounds=()))).frame.page("vote")
    assert page.centre.empty.isVisible()
    assert page.stage_focus() == ""
    assert page.rail_note() == ""
    assert not any(act.enabled() for act in page.acts())
    for act in page.acts():
        act.run()


def test_only_who_is_done_is_remembered_not_what_they_chose(page, place, vote_all):
    page.advance()
    vote_all(place)
    page.advance()
    people = [p.id for p in voters(place.day, page.now.voting)]
    text = place.store.file.path.read_bytes()
    standing = place.day.standing("milstolpar")
    assert set(standing.done) == set(people)
    assert b'"dots":{"' in text
    for person in people:
        assert f'{person}","dots'.encode() not in text


def test_undo_never_changes_the_rules_under_the_ballots(page, place, desk, vote_all):
    page.centre.settings.steppers["dots"].setValue(3)
    page.advance()
    vote_all(place, leave=14)
    desk.undo()
    assert page.now.voting.dots == 3
    assert "Somebody has voted in the round already" in desk.frame.notice.text


def test_the_keys_of_the_room_turn_its_pages(page, place, press):
    place.stage.show_step("vote", page.stage_focus())
    page.centre.turnout.list.setFocus()
    press(Qt.Key.Key_PageDown)
    assert place.stage.showing.page == 1
    press(Qt.Key.Key_PageUp)
    assert place.stage.showing.page == 0
