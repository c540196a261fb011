"""The base of an open round changes with a line in the log, and the file stays sound."""

import secrets

import pytest

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel
from workshop_app.domain.refused import Refused
from workshop_app.storage import log
from workshop_app.storage.dayfile import Cast, DayFile


def test_the_base_changes_and_the_log_says_from_what(file: DayFile):
    file.open_round("secret", 15)
    assert file.change_electorate("secret", 16).electorate == 16
    assert file.change_electorate("secret", 14).electorate == 14
    events = file.read(lambda c: list(log.about(c, "secret", "electorate")))
    assert [(e.body["before"], e.body["electorate"]) for e in events] == [(15, 16), (16, 14)]
    assert file.check() == ()


def test_the_same_base_again_says_nothing(file: DayFile):
    file.open_round("secret", 15)
    before = file.head()
    file.change_electorate("secret", 15)
    assert file.head() == before


def test_the_line_tells_nobody_s_name_and_no_ballot(file: DayFile):
    file.open_round("secret", 2)
    key = secrets.token_bytes(16)
    file.cast(Cast("secret", "D01", Channel.LAPTOP, Ballot(answers={"Q": "yes"}), key))
    file.change_electorate("secret", 3)
    (event,) = file.read(lambda c: list(log.about(c, "secret", "electorate")))
    assert set(event.body) == {"round", "electorate", "before"}


@pytest.mark.parametrize("act", ["ready", "closed"])
def test_only_an_open_round_has_a_base_to_change(file: DayFile, act):
    if act == "closed":
        file.open_round("secret", 3)
        file.close_round("secret")
    with pytest.raises(Refused, match="not_now"):
        file.change_electorate("secret", 4)


def test_below_zero_is_a_fault(file: DayFile):
    file.open_round("secret", 3)
    with pytest.raises(ValueError, match="-1"):
        file.change_electorate("secret", -1)


def test_it_is_still_so_when_the_file_is_opened_again(file: DayFile):
    file.open_round("open", 3)
    file.change_electorate("open", 5)
    file.close_round("open")
    file.close()
    again = DayFile.open(file.path)
    try:
        assert again.standing("open").electorate == 5
        assert again.check() == ()
    finally:
        again.close()


def test_a_base_that_the_log_does_not_know_is_found(file: DayFile):
    file.open_round("open", 3)
    file.change_electorate("open", 5)

    def tamper(connection):
        connection.exec_driver_sql("UPDATE vote_round SET electorate = 9")

    file.read(tamper)
    assert [problem.code for problem in file.check()] == ["settings"]
