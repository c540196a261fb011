"""Rounds of answers at the desk, with the real store, ballot door, stage and window."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from workshop_app.app.ballots import request_key
from workshop_app.app.stage import Showing
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.merging import merges
from workshop_app.domain.recommending import recommended
from workshop_app.domain.rounds import settled_by_lot, voters, voting_round
from workshop_app.ui.desk import Desk, DeskOptions
from workshop_app.ui.stage_pages.registry import stage_figure
from workshop_app.ui.stage_pages.voting import vote_pages
from workshop_app.ui.steps import StepPlan
from workshop_app.ui.table_dialog import TableDialog
from workshop_app.ui.voting.alternatives_page import AlternativesPage
from workshop_app.ui.voting.questions_page import QuestionsPage
from workshop_app.ui.voting.vote_page import VotePage

LEFT = Qt.MouseButton.LeftButton
STEPS = ("follow_up", "vote", "need", "prioritise", "alternatives", "questions")
METHODS = (
    ("follow_up", "ratt_saker", 8),
    ("vote", "samsyn", 12),
    ("need", "behov", 25),
    ("alternatives", "alternativ", 3),
    ("questions", "utvardering", 2),
    ("questions", "handupprackning", 1),
)


@pytest.fixture
def open_desk(qtbot):
    def made(place):
        factories = {"alternatives": AlternativesPage, "questions": QuestionsPage}
        plans = tuple(
            StepPlan("morning", step, factories.get(step, partial(VotePage, step=step)))
            for step in STEPS
        )
        desk = Desk(place, plans, DeskOptions(draw=stage_figure, reduced_motion=True))
        qtbot.addWidget(desk)
        desk.resize(1440, 900)
        desk.show()
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        return desk

    return made


@pytest.fixture
def at(desk):
    """The page of a step, with one of its questions."""

    def gone(step, series=""):
        desk.go_to(step)
        page = desk.page
        if series:
            page.choose_question(series)
        return page

    return gone


@pytest.fixture
def shown(place, imported):
    """Everybody votes as in the sample, and the room sees the result."""

    def voted(key):
        place.ballots.open(key)
        people = voters(place.day, voting_round(place.day, key))
        for person, ballot in zip(people, imported.ballots[key], strict=True):
            place.ballots.cast(key, person.id, Channel.LAPTOP, ballot, request_key())
        place.ballots.close(key)
        place.ballots.show(key)

    return voted


@pytest.mark.parametrize(("step", "key", "answers"), METHODS)
def test_a_round_of_each_method_by_keys_only(at, place, press, step, key, answers):
    page = at(step, key)
    page.centre.turnout.list.setFocus()
    place.ballots.open(key)
    press(Qt.Key.Key_Return)
    assert page.kiosk is not None
    press(Qt.Key.Key_Return)
    for _question in range(answers):
        press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    page.kiosk.stop()
    assert place.day.standing(key).voted == 1
    press(Qt.Key.Key_V)
    assert place.day.standing(key).state is RoundState.CLOSED
    assert page.centre.answers.isHidden()
    press(Qt.Key.Key_R)
    assert place.day.standing(key).state is RoundState.SHOWN
    assert place.stage.showing.step == step
    press(Qt.Key.Key_S)
    assert place.stage.showing.focus.endswith("#sorted")


def test_the_review_shows_divided_first_when_sorted(at, shown, place):
    shown("ratt_saker")
    page = at("follow_up")
    page.toggle_order()
    rows = page.centre.answers.list.answers.table.rows
    assert rows[0].option.id == "V2"
    assert (rows[0].word, rows[0].counts, rows[0].abstain) == ("Divided", "4–6–4", 1)
    assert rows[0].below == "6,900\u00a0tkr · Kö 2026: 142 barn"
    page.toggle_order()
    assert page.centre.answers.list.answers.table.rows[0].option.id == "V1"
    assert page.after.card.rows[0][0] == "Kulturskolans individuella undervisning"


def test_what_is_to_be_wound_down_becomes_an_initiative_with_one_act(qtbot, at, shown, place):
    shown("ratt_saker")
    page = at("follow_up")
    answers = page.centre.answers
    keys = [row.option.id for row in answers.list.answers.table.rows]
    assert not page.after.can_wind_down()
    answers.list.setCurrentIndex(answers.list.answers.index(keys.index("V8"), 0))
    assert page.after.can_wind_down()
    assert answers.detail.initiative.isVisible()
    qtbot.mouseClick(answers.detail.initiative, LEFT)
    assert find(place.day.initiatives, "wind-down-V8").effect_tkr == -520
    assert not page.after.can_wind_down()


def test_need_shows_both_rounds_the_most_contested_and_why_no_unit(at, shown, place):
    shown("behov_enhet")
    page = at("need", "behov_enhet")
    assert not page.centre.answers.list.answers.table.moves
    shown("behov")
    page.choose_question("behov")
    table = page.centre.answers.list.answers.table
    assert len(table.moves) == 25
    assert table.rows[0].option.label == "Gemensamt bokningssystem"
    assert page.after.card.rows[0] == ("Full bemanning i Sågbyns bibliotek", "7–7")
    assert len(page.after.card.rows) == 8
    detail = page.centre.answers.detail
    assert detail.bars[0].startswith("Unit: ")
    assert detail.bars[1].startswith("Whole: ")
    assert detail.withheld.text == "Not shown per unit. The unit is too small."
    place.stage.show_step("need", page.stage_focus())
    pages = vote_pages(place, place.stage.showing)
    assert len(pages) == 6
    assert pages[0].table[1][0] == "Fältgrupp fredag och lördag"


def test_a_split_is_shown_only_for_the_groups_that_are_large_enough(
    qtbot, at, place, imported, shown
):
    page = at("need", "behov")
    assert page.centre.settings.parts.isVisible()
    qtbot.mouseClick(page.centre.settings.parts.button(1), LEFT)
    assert voting_round(place.day, "behov").split_by == "unit"
    shown("behov")
    page.refresh(None)
    bars = page.centre.answers.detail.bars
    assert len(bars) == 2
    assert bars[1].startswith("Verksamhetsstöd och ledning: ")


def test_a_split_that_must_be_withheld_says_so(at, place, shown, qtbot):
    page = at("need", "behov")
    qtbot.mouseClick(page.centre.settings.parts.button(2), LEFT)
    assert voting_round(place.day, "behov").split_by == "group"
    shown("behov")
    page.refresh(None)
    assert page.centre.answers.detail.withheld.text.startswith("The result is not shown per group")


def test_the_threshold_is_set_before_the_vote_and_locked_after_a_ballot(at, place, shown):
    page = at("vote", "samsyn")
    stepper = page.centre.settings.steppers["threshold_percent"]
    assert stepper.isVisible()
    stepper.setValue(90)
    assert voting_round(place.day, "samsyn").threshold_percent == 90
    assert "at least 90 percent" in page.centre.lead.text()
    shown("samsyn")
    page.refresh(None)
    table = page.centre.answers.list.answers.table
    assert table.on_scale
    assert page.after.card.talk.text() == "Talk about these first"


def hands(page, option, key):
    return page.centre.hands.steppers[option, key]


@pytest.mark.parametrize(
    ("step", "key", "cell"),
    [
        ("follow_up", "ratt_saker", ("V1", "keep")),
        ("questions", "handupprackning", ("H1", "yes")),
    ],
)
def test_hands_are_counted_for_answers_too(at, place, step, key, cell):
    page = at(step, key)
    page.centre.settings.hands.emit(True)
    place.ballots.open(key)
    page.centre.turnout.list.setCurrentIndex(page.centre.turnout.list.voters.index(0))
    page.count_by_hand()
    hands(page, *cell).setValue(1)
    counted = place.day.standing(key).hands
    assert counted.counts == {cell[0]: {cell[1]: 1}}
    assert "1 of" in page.centre.hands.balance
    assert page.centre.hands.balance.endswith("answers counted")


def test_a_tie_over_the_line_is_settled_by_lots_once_and_shown_to_the_room(at, place, shown):
    shown("milstolpar")
    page = at("vote", "milstolpar")
    card = page.after.card
    assert card.tie.text() == "Shared place over the line"
    assert "unless you hold a run-off or draw lots" in card.tie_more.text()
    assert card.lots.isVisible()
    page.after.draw()
    assert settled_by_lot(voting_round(place.day, "milstolpar"))
    assert card.tie_more.text().startswith("Lots were drawn: ")
    assert not card.lots.isVisible()
    assert place.store.undoable() is None
    order = voting_round(place.day, "milstolpar").tie_order
    page.after.draw()
    assert voting_round(place.day, "milstolpar").tie_order == order
    figures = vote_pages(place, Showing(step="vote", focus="milstolpar#sorted"))
    texts = [getattr(piece, "text", "") for figure in figures for piece in figure.pieces]
    assert any(text.startswith("Lots were drawn: ") for text in texts)


def test_a_run_off_is_held_between_those_that_are_tied(at, place, shown):
    shown("milstolpar")
    page = at("vote", "milstolpar")
    page.after.hold_run_off()
    voting = page.now.voting
    assert voting.run_off_of == "milstolpar"
    assert len(voting.options) == 2
    assert page.centre.chooser.isVisible()
    assert voting.name == "Run-off: Prickröstning om milstolpar"
    assert page.now.state is RoundState.READY


def test_merging_after_the_vote_adds_the_dots_and_splitting_takes_it_back(at, place, shown):
    shown("milstolpar")
    page = at("vote", "milstolpar")
    result = page.centre.result.list
    keys = [row.option.id for row in result.results.table.rows]
    result.setCurrentIndex(result.results.index(keys.index("S1-5"), 0))
    assert page.after.card.merge.text() == "Merge with…"
    actions = page.after.merge_menu(page.now.voting).actions()
    assert len(actions) == 5
    actions[-1].trigger()
    rows = {row.option.id: row for row in result.results.table.rows}
    assert "S1-6" not in rows
    assert (rows["S1-5"].dots, rows["S1-5"].merged) == (4, (2, 2))
    result.setCurrentIndex(result.results.index(list(rows).index("S1-5"), 0))
    assert page.after.card.merge.text() == "Split again"
    page.after.open_merge()
    assert merges(place.day) == {}
    assert place.day.standing("milstolpar").result.option("S1-5").score == 2


def test_dots_on_what_was_removed_are_said_to_be_lost(open_place, open_desk, day, imported):
    less = replace(day, milestones=tuple(m for m in day.milestones if m.id != "S1-5"))
    place = open_place(less)
    page = open_desk(place).frame.page("vote")
    place.ballots.open("milstolpar")
    person = voters(place.day, page.now.voting)[0]
    ballot = next(b for b in imported.ballots["milstolpar"] if b.dots.get("S1-5"))
    place.ballots.cast("milstolpar", person.id, Channel.LAPTOP, ballot, request_key())
    place.ballots.close("milstolpar")
    place.ballots.show("milstolpar")
    page.refresh(None)
    assert page.after.card.lost.text().startswith("1 dot lay on what has been removed.")


def test_screen_readers_hear_that_the_vote_is_open(at, place):
    page = at("need", "behov")
    assert page._announcer.said == ""
    place.ballots.open("behov")
    page.refresh(None)
    assert page._announcer.said == "The vote is open"
    page.choose_question("behov_enhet")
    assert page._announcer.said == "The vote is open"


def test_every_picture_has_a_twin_table(at, place, shown, press, desk):
    shown("ratt_saker")
    page = at("follow_up")
    page.centre.answers.list.setFocus()
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = next(d for d in desk.findChildren(TableDialog) if d.isVisible())
    assert dialog.table.rowCount() == 8
    assert dialog.table.horizontalHeaderItem(1).text() == "Keep"
    assert "Divided: 1" in dialog.sentence.text()
    dialog.close_button.click()


def test_the_alternatives_are_compared_voted_on_and_one_is_recommended(qtbot, at, place, shown):
    page = at("alternatives")
    texts = page.table.texts()
    assert "2,800" in texts
    assert "1.0%, misses target" in texts
    assert any(text.startswith("5 proposals differ. 18 are done in all") for text in texts)
    shown("alternativ")
    page.refresh(None)
    said = [label.text() for label in page.table.findChildren(QLabel)]
    assert "12 of 14 can stand behind it" in said
    page.recommend.reason.setPlainText("Störst samsyn.")
    qtbot.mouseClick(page.recommend.primary, LEFT)
    assert recommended(place.day).frame_id == "A1"
    assert recommended(place.day).reason == "Störst samsyn."
    page.choose(2)
    assert page.recommend.fact.text.startswith("Alternative 3 does not reach")
    page.recommend.reason.setPlainText("Andra skäl.")
    page.save_reason()
    assert (recommended(place.day).frame_id, recommended(place.day).reason) == ("A1", "Andra skäl.")
    place.store.undo()
    assert recommended(place.day).reason == "Störst samsyn."


def test_no_page_opens_a_window_of_its_own(place, themed):
    before = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    pages = [AlternativesPage(place), QuestionsPage(place)]
    now = [w for w in QApplication.topLevelWidgets() if w.isVisible() and id(w) not in before]
    assert len(pages) == 2
    assert now == []


def test_a_question_on_the_spot_is_asked_with_own_answers(qtbot, at, place):
    page = at("questions")
    qtbot.mouseClick(page.add, LEFT)
    dialog = page.dialog
    qtbot.mouseClick(dialog.add, LEFT)
    assert dialog.why_not.text() == "Write the question first."
    dialog.question.setText("Vilken dag ses vi?")
    dialog.own.setChecked(True)
    dialog.lines.setPlainText("måndag")
    qtbot.mouseClick(dialog.add, LEFT)
    assert dialog.why_not.text().startswith("Write at least two answers")
    dialog.lines.setPlainText("måndag\n\nfredag\nmåndag")
    qtbot.mouseClick(dialog.add, LEFT)
    voting = page.now.voting
    assert (voting.name, voting.answers) == ("Vilken dag ses vi?", ("måndag", "fredag"))
    assert page.centre.chooser.list.isVisible()
    assert page.centre.chooser.list.model().rowCount() == 3


def test_statements_make_a_scale(at, place):
    page = at("questions")
    page.ask_question()
    page.dialog.question.setText("Hur var dagen?")
    page.dialog.scale.setChecked(True)
    page.dialog.lines.setPlainText("Jag lärde mig något")
    page.dialog._check()
    assert page.now.voting.options == ("Jag lärde mig något",)
    assert page.now.voting.may_abstain


def test_after_the_unit_comes_the_whole_then_the_next_step(at, place, shown, qtbot):
    shown("behov_enhet")
    page = at("need", "behov_enhet")
    assert page.panel.primary.text() == "Next: Behöver ha eller bra att ha? Omgång 2, helheten"
    qtbot.mouseClick(page.panel.primary, LEFT)
    assert page.now.voting.id == "behov"
    assert place.day.standing("behov_enhet").state is RoundState.LOCKED
    assert not page.done()


@pytest.mark.parametrize("people", [3, 16, 62])
def test_pages_of_the_room_for_few_and_many_with_long_titles(open_place, day, people):
    model = next(p for p in day.participants if p.votes_morning and p.votes_afternoon)
    long = "En verksamhet med ett mycket långt namn som någon har klistrat in " * 3
    voting = voting_round(day, "behov").changed(options=tuple(f"{i} {long}" for i in range(84)))
    day = replace(
        day,
        participants=tuple(
            model.changed(id=f"P{i:02}", role=f"Role {i}", position=i) for i in range(people)
        ),
        rounds=with_noun(day.rounds, voting),
    )
    place = open_place(day)
    place.ballots.open("behov")
    assert sum(len(f.spots) for f in vote_pages(place, Showing("need", focus="behov"))) == 84
    for person in voters(place.day, voting):
        place.ballots.mark_done("behov", person.id)
    place.ballots.close("behov")
    place.ballots.show("behov")
    figures = vote_pages(place, Showing("need", focus="behov"))
    assert len(figures) == 7
    assert all(spot.rect.bottom <= 1080 for figure in figures for spot in figure.spots)
