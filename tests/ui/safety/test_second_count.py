"""A second person counts the hands: a difference is told with the words of the ballot."""

from workshop_app.domain.ballots import HandCount
from workshop_app.domain.rounds import voting_round
from workshop_app.ui.channels.second_count import SecondCount
from workshop_app.ui.stage_pages.round_view import options_of

ROUND = "milstolpar"


def test_a_difference_names_the_option_and_both_numbers(place, qtbot):
    voting = voting_round(place.day, ROUND)
    option = options_of(place.day, voting)[0]
    place.ballots.open(ROUND)
    place.ballots.count_hands(ROUND, HandCount(people=1, counts={option.id: {"dots": 1}}))
    dialog = SecondCount(place, ROUND)
    qtbot.addWidget(dialog)
    dialog.compare.click()
    assert option.label in dialog.error.text
    assert "1 and 0" in dialog.error.text
    dialog.steppers[option.id, "dots"].setValue(1)
    dialog.compare.click()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert place.day.standing(ROUND).hands.second == {option.id: {"dots": 1}}
