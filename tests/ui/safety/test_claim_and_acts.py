"""The claim before an anonymous vote, erasing a name, disposing of ballots, the head of the log."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.rounds import voting_round
from workshop_app.domain.ways import with_ballot_screen
from workshop_app.ui.channels.before_opening import BeforeOpening, before_view
from workshop_app.ui.safety.claim import claim_of, few_warning
from workshop_app.ui.safety.dispose_dialog import DisposeDialog
from workshop_app.ui.safety.erase_dialog import EraseDialog
from workshop_app.ui.safety.menu_acts import open_dispose, open_erase, safety_lines, tell_log

ROUND = "milstolpar"
CLAIM = (
    "When the vote is closed, the file holds who took part and what was voted, but not who voted "
    "what. While it is open, somebody who controls this laptop and its program could find out."
)


def present(day, number):
    people = tuple(p.changed(present=i < number) for i, p in enumerate(day.participants))
    return replace(day, participants=people)


def named(day):
    first, *rest = day.participants
    return replace(day, participants=(first.changed(name="Kim Berg"), *rest))


@pytest.fixture
def locked(open_place, day, vote_all):
    place = open_place(day)
    place.ballots.open(ROUND)
    vote_all(place)
    for act in (place.ballots.close, place.ballots.show, place.ballots.lock):
        act(ROUND)
    return place


def test_the_claim_stands_word_for_word_before_an_anonymous_vote(place, page):
    dialog = BeforeOpening(place, ROUND, page)
    assert dialog.view().claim == CLAIM
    assert CLAIM in dialog.accessibleDescription()
    assert CLAIM in dialog.in_words().text
    dialog.deleteLater()


def test_nothing_is_claimed_of_an_open_vote(place, page):
    day = with_ballot_screen(place.day, ROUND, Channel.SCREEN)
    view = before_view(place.words, day, voting_round(day, ROUND))
    assert (view.claim, view.few) == ("", "")


@pytest.mark.parametrize(("number", "warned"), [(1, True), (4, True), (5, False), (15, False)])
def test_fewer_than_five_voters_are_warned_of(place, number, warned):
    day = present(place.day, number)
    voting = voting_round(day, ROUND)
    assert bool(few_warning(place.words, day, voting)) is warned
    assert claim_of(place.words, voting)


def test_the_warning_stands_in_the_dialog(open_place, day, page):
    place = open_place(present(day, 3))
    dialog = BeforeOpening(place, ROUND, page)
    assert "Only 3 will vote." in dialog.accessibleDescription()
    dialog.deleteLater()


def test_a_name_is_erased_and_the_role_stays(open_place, day, qtbot):
    place = open_place(named(day))
    dialog = EraseDialog(place)
    qtbot.addWidget(dialog)
    role = place.day.participants[0].role
    assert dialog.people.currentText() == f"Kim Berg, {role}"
    events = place.store.file.head()[0]
    dialog.erase.click()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert (place.day.participants[0].name, place.day.participants[0].role) == ("", role)
    assert place.store.file.head()[0] == events + 1
    assert place.store.file.check() == ()


def test_without_names_there_is_nothing_to_erase(place, qtbot):
    dialog = EraseDialog(place)
    qtbot.addWidget(dialog)
    assert not dialog.erase.isEnabled()
    assert "No participant" in dialog.accessibleDescription()


def test_somebody_who_is_gone_cannot_be_erased(open_place, day, qtbot):
    place = open_place(named(day))
    dialog = EraseDialog(place)
    qtbot.addWidget(dialog)
    dialog.people.setItemData(0, "nobody")
    dialog.do()
    assert dialog.error.text
    assert place.day.participants[0].name == "Kim Berg"


def test_ballots_are_disposed_of_by_a_decision_and_the_result_stays(locked, qtbot):
    before = locked.day.standing(ROUND)
    dialog = DisposeDialog(locked)
    qtbot.addWidget(dialog)
    dialog.do()
    assert "decision" in dialog.error.text
    dialog.reference.setText("VGV 2027-114")
    dialog.dispose.click()
    after = locked.day.standing(ROUND)
    assert (after.state, after.voted) == (RoundState.LOCKED, before.voted)
    assert after.result == before.result
    assert locked.store.file.check() == ()


def test_ballots_are_disposed_of_once(locked, qtbot):
    locked.ballots.dispose(ROUND, "VGV 2027-114")
    dialog = DisposeDialog(locked)
    qtbot.addWidget(dialog)
    dialog.reference.setText("VGV 2027-115")
    dialog.do()
    assert dialog.error.text


def test_without_a_locked_round_there_is_nothing_to_dispose_of(place, qtbot):
    dialog = DisposeDialog(place)
    qtbot.addWidget(dialog)
    assert not dialog.dispose.isEnabled()
    assert "locked" in dialog.accessibleDescription()


def test_the_log_is_told_with_its_head_and_what_it_proves(place, asked, monkeypatch, qtbot):
    told = []
    monkeypatch.setattr(asked, "tell", lambda title, text: told.append((title, text)))
    window = QWidget()
    qtbot.addWidget(window)
    tell_log(place, window)
    number, head = place.store.file.head()
    ((title, text),) = told
    assert title == "The log of the day"
    assert head in text
    assert str(number) in text
    assert "proves nothing against somebody who rewrites everything" in text


def test_the_menu_opens_both_dialogs(place, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert [text for text, _act in safety_lines(place)] == [
        "Erase a name…",
        "Dispose of ballots…",
        "The log of the day…",
    ]
    for opened in (open_erase(place, window), open_dispose(place, window)):
        assert opened.isVisible()
        opened.reject()
