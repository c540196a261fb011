"""Drawn cards: printed before opening, asked for at the laptop, each good for one ballot."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from workshop_app.domain.cards import draws_cards, with_cards
from workshop_app.domain.kinds import Channel, RoundState, Secrecy
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.domain.rounds import voting_round
from workshop_app.domain.ways import with_ballot_screen
from workshop_app.ui.channels.before_opening import BeforeOpening

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ROUND = "milstolpar"
FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"


@pytest.fixture
def drawing(place):
    """The round is held with drawn cards."""
    place.store.do(Op.EDIT_ROUND, lambda day: with_cards(day, ROUND, drawn=True))
    return place


@pytest.fixture
def kiosk(page, drawing):
    codes = drawing.ballots.make_cards(ROUND, 15)
    page.advance()
    page.open_ballot()
    page.kiosk.codes = codes
    return page.kiosk


def fill_in(press):
    press(Qt.Key.Key_1)
    for _each in range(5):
        press(ENTER)


def typed(kiosk, press, code):
    kiosk._turns.page.field.setText(code)
    press(ENTER)


def test_cards_are_a_setting_of_an_anonymous_round_that_is_ready(place):
    day = with_cards(place.day, ROUND, drawn=True)
    assert draws_cards(voting_round(day, ROUND))
    assert not draws_cards(voting_round(with_cards(day, ROUND, drawn=False), ROUND))
    at_screen = with_ballot_screen(day, ROUND, Channel.SCREEN)
    assert voting_round(at_screen, ROUND).secrecy is Secrecy.OPEN
    assert not draws_cards(voting_round(at_screen, ROUND))
    with pytest.raises(Refused, match="cards_are_secret"):
        with_cards(at_screen, ROUND, drawn=True)
    place.ballots.open(ROUND)
    with pytest.raises(Refused, match="secrecy_locked"):
        with_cards(place.day, ROUND, drawn=True)


def test_without_printed_cards_the_round_is_not_opened(drawing):
    with pytest.raises(Refused, match="no_cards"):
        drawing.ballots.open(ROUND)
    assert drawing.day.standing(ROUND).state is RoundState.READY


def test_the_code_is_asked_for_instead_of_a_person(kiosk, place, press):
    assert "drew a card" in kiosk.hand_over.title.text()
    press(ENTER)
    assert kiosk.sheet is None
    assert kiosk._turns.page.isVisible()
    typed(kiosk, press, kiosk.codes[0].lower())
    assert kiosk.sheet is not None
    fill_in(press)
    standing = place.day.standing(ROUND)
    assert standing.voted == 1
    assert not set(standing.done) & {person.id for person in place.day.participants}
    assert kiosk._turns.code == ""


@pytest.mark.parametrize(("code", "said"), [("", "Type the code"), ("AAAA-AAAA", "no such code")])
def test_a_wrong_code_says_so_and_no_ballot_is_opened(kiosk, press, code, said):
    press(ENTER)
    typed(kiosk, press, code)
    assert kiosk.sheet is None
    assert said in kiosk._turns.page.error.text


def test_a_used_code_says_so(kiosk, place, press):
    press(ENTER)
    typed(kiosk, press, kiosk.codes[0])
    fill_in(press)
    press(ENTER)
    press(ENTER)
    typed(kiosk, press, kiosk.codes[0])
    assert "already been used" in kiosk._turns.page.error.text
    assert place.day.standing(ROUND).voted == 1


def test_escape_on_the_code_goes_back_and_leaves_nothing(kiosk, press):
    press(ENTER)
    kiosk._turns.page.field.setText("K7RC")
    press(ESCAPE)
    assert kiosk.hand_over.isVisible()
    assert not kiosk._turns.page.isVisible()
    press(ENTER)
    assert kiosk._turns.page.field.text() == ""


def test_the_sheet_of_codes_is_saved_from_before_you_open(
    place, page, asked, tmp_path, monkeypatch
):
    held = type(place)(**{**vars(place), "fonts": FONTS})
    dialog = BeforeOpening(held, ROUND, page)
    box = dialog.cards
    box.drawn.click()
    box = dialog.cards
    assert not box.print_cards.isHidden()
    assert draws_cards(voting_round(place.day, ROUND))
    target = tmp_path / "codes.pdf"
    monkeypatch.setattr(asked, "save_file", lambda *_said: target)
    box.save_sheet()
    assert target.read_bytes().startswith(b"%PDF")
    assert "15 cards are saved." in box.told.text
    held.ballots.open(ROUND)
    assert place.day.standing(ROUND).state is RoundState.OPEN
    dialog.deleteLater()


def test_a_sheet_that_cannot_be_saved_says_so(place, page, asked, tmp_path, monkeypatch):
    held = type(place)(**{**vars(place), "fonts": FONTS})
    dialog = BeforeOpening(held, ROUND, page)
    dialog.cards.drawn.click()
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    monkeypatch.setattr(asked, "save_file", lambda *_said: blocker / "codes.pdf")
    dialog.cards.save_sheet()
    assert "cannot be saved" in dialog.cards.told.text
    assert not held.ballots.has_cards(ROUND)
    dialog.deleteLater()
