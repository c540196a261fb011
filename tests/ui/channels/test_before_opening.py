"""Before you open: nothing stops anybody, and what looks alike can be merged at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from workshop_app.domain.day import find, with_noun
from workshop_app.domain.kinds import MilestoneStatus, RoundState
from workshop_app.domain.rounds import voting_round
from workshop_app.ui.channels.before_opening import (
    BeforeOpening,
    before_view,
    fill_empty,
    may_open,
)

ROUND = "milstolpar"


def twins(day):
    title = find(day.milestones, "S1-1").title
    other = find(day.milestones, "S1-4").changed(title=f"{title} nu")
    return replace(day, milestones=with_noun(day.milestones, other))


def gone(day, *people):
    left = (p.changed(present=p.present and p.id not in people) for p in day.participants)
    return replace(day, participants=tuple(left))


@pytest.fixture
def dialog(qtbot, open_place, day):
    place = open_place(gone(twins(day), "D04"))
    made = BeforeOpening(place, ROUND)
    qtbot.addWidget(made)
    made.show()
    return made


def state(place, key=ROUND):
    return place.day.standing(key).state


def test_it_says_who_is_here_and_who_is_not(open_place, day):
    place = open_place(gone(day, "D04"))
    view = before_view(place.words, place.day, voting_round(place.day, ROUND))
    assert view.people == "14 who may vote are here"
    assert any("Not here: " in line for line in view.missing)
    assert any("Nobody is here from: " in line for line in view.missing)
    assert view.headings
    assert view.law == ""


def test_law_items_are_told_of_in_the_afternoon(open_place, day):
    place = open_place(day)
    view = before_view(place.words, place.day, voting_round(place.day, "prioritering"))
    fixed = sum(one.level_fixed_by_law for one in day.initiatives)
    assert view.law == f"{fixed} proposals are fixed by law and are not on the ballot."
    assert not view.headings


def test_two_headings_are_merged_from_the_dialog(qtbot, dialog):
    place = dialog._workplace
    (merge, _keep) = dialog.merge_buttons
    qtbot.mouseClick(merge, Qt.MouseButton.LeftButton)
    assert find(place.day.milestones, "S1-4").status is MilestoneStatus.DROPPED
    assert "S1-4" not in voting_round(place.day, ROUND).options
    assert dialog.merge_buttons == []


def test_two_headings_are_kept_from_the_dialog(qtbot, dialog):
    place = dialog._workplace
    before = place.day
    qtbot.mouseClick(dialog.merge_buttons[1], Qt.MouseButton.LeftButton)
    assert dialog.merge_buttons == []
    assert place.day == before


def test_the_headings_are_confirmed(qtbot, dialog):
    place = dialog._workplace
    dialog.headings.click()
    assert voting_round(place.day, ROUND).headings_confirmed
    assert dialog.headings.isChecked()
    dialog.headings.click()
    assert not voting_round(place.day, ROUND).headings_confirmed


def test_enter_opens(qtbot, dialog):
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_escape_does_not_open(qtbot, dialog):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_v_asks_first_and_opens_only_on_a_yes(page, place, asked, monkeypatch):
    shown = []

    def no(dialog):
        shown.append(dialog.windowTitle())
        return False

    monkeypatch.setattr(asked, "run", no)
    page.advance()
    assert shown == ["Before you open"]
    assert state(place) is RoundState.READY
    monkeypatch.setattr(asked, "run", lambda _dialog: True)
    page.advance()
    assert state(place) is RoundState.OPEN


def test_where_no_dialog_can_be_shown_the_same_is_asked_in_words(qtbot, open_place, day, page):
    place = open_place(gone(twins(day), "D04"))
    questions = []

    class Words:
        def confirm(self, question):
            questions.append(question)
            return True

    assert may_open(replace(place, ask=Words()), voting_round(place.day, ROUND), page)
    assert questions[0].yes == "Open the vote"
    assert "14 who may vote are here." in questions[0].text
    assert "Nearly the same" in questions[0].text


def test_with_nobody_here_the_door_says_so_and_nothing_is_asked(open_place, day, asked, page):
    place = open_place(gone(day, *(p.id for p in day.participants)))
    assert may_open(place, voting_round(place.day, ROUND), page)
    assert asked.questions == []


def with_options(day, options, key=ROUND):
    voting = find(day.rounds, key).changed(options=options)
    return replace(day, rounds=with_noun(day.rounds, voting))


def test_a_round_without_anything_to_vote_on_gets_all_there_is_when_it_is_opened(
    qtbot, open_place, day, page
):
    place = open_place(with_options(day, ()))
    assert may_open(place, voting_round(place.day, ROUND), page)
    assert voting_round(place.day, ROUND).options == find(day.rounds, ROUND).options


def test_what_has_been_added_since_is_offered_and_taken_in_at_its_place(qtbot, open_place, day):
    before = find(day.rounds, ROUND).options
    place = open_place(with_options(day, tuple(key for key in before if key != "S1-2")))
    dialog = BeforeOpening(place, ROUND)
    qtbot.addWidget(dialog)
    dialog.show()
    told = "1 milestone has been added since the round was made."
    assert dialog.view().added == told
    assert told in dialog.in_words().text
    qtbot.mouseClick(dialog.take_in_button, Qt.MouseButton.LeftButton)
    assert voting_round(place.day, ROUND).options == before
    assert dialog.take_in_button is None
    assert dialog.view().added == ""


def test_new_initiatives_are_told_of_by_their_own_name(open_place, day):
    options = find(day.rounds, "prioritering").options[3:]
    place = open_place(with_options(day, options, "prioritering"))
    view = before_view(place.words, place.day, voting_round(place.day, "prioritering"))
    assert view.added == "3 initiatives have been added since the round was made."
    alternatives = find(day.rounds, "alternativ").options[1:]
    place = open_place(with_options(day, alternatives, "alternativ"))
    view = before_view(place.words, place.day, voting_round(place.day, "alternativ"))
    assert view.added == "1 row has been added since the round was made."


def test_an_empty_round_is_filled_when_its_step_is_opened_and_others_are_left_alone(
    open_place, day
):
    less = with_options(day, find(day.rounds, "prioritering").options[3:], "prioritering")
    place = open_place(with_options(less, ()))
    for key in (ROUND, "prioritering"):
        fill_empty(place, voting_round(place.day, key))
    assert voting_round(place.day, ROUND).options == find(day.rounds, ROUND).options
    assert voting_round(place.day, "prioritering") == find(less.rounds, "prioritering")
