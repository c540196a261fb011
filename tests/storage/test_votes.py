"""Rounds from ready to locked: every ballot counts once, nothing is counted early."""

import hashlib
import secrets
import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import with_noun
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.domain.tally import tally
from workshop_app.storage.dayfile import Cast, DayFile, FileRefused
from workshop_app.storage.patch import difference

BOTH = pytest.mark.parametrize("key", ["secret", "open"])


def altered(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def counts(standing):
    return {key: n for key, n in standing.result.option("Q").counts.items() if n}


@BOTH
def test_a_round_from_ready_to_locked(file, ballot, key):
    assert file.load().standing(key).state is RoundState.READY
    standing = file.open_round(key, 4)
    assert (standing.state, standing.electorate, standing.voted) == (RoundState.OPEN, 4, 0)
    for answer in ("yes", "yes", "no"):
        standing = file.cast(ballot(key, answer))
    assert (standing.voted, standing.result) == (3, None)
    standing = file.mark_done(key, "late")
    assert (standing.voted, standing.blank) == (4, 0)
    standing = file.close_round(key)
    assert standing.state is RoundState.CLOSED
    assert (standing.voted, standing.blank) == (4, 1)
    assert counts(standing) == {"yes": 2, "no": 1}
    assert file.show_round(key).state is RoundState.SHOWN
    assert file.lock_round(key).state is RoundState.LOCKED
    assert file.check() == ()
    assert file.load().standing(key) == file.standing(key)


@BOTH
def test_votes_survive_a_restart(file, ballot, key):
    file.open_round(key, 4)
    for answer in ("yes", "no"):
        told = file.cast(ballot(key, answer))
    file.close()
    with closing(DayFile.open(file.path)) as again:
        assert again.standing(key) == told
        assert counts(again.close_round(key)) == {"yes": 1, "no": 1}
        assert again.check() == ()


@BOTH
def test_the_same_request_again_is_answered_and_counted_once(file, ballot, key):
    file.open_round(key, 2)
    first = ballot(key)
    told = file.cast(first)
    assert file.cast(first) == told
    closed = file.close_round(key)
    assert file.cast(first) == closed
    assert counts(closed) == {"yes": 1}


def test_a_retry_does_not_bring_back_a_ballot_that_was_replaced(file, ballot):
    file.open_round("open", 2)
    first = ballot("open", "yes", voter="A")
    file.cast(first)
    file.cast(ballot("open", "no", voter="A"))
    file.cast(first)
    assert counts(file.close_round("open")) == {"no": 1}


def test_a_second_secret_ballot_is_refused(file, ballot):
    file.open_round("secret", 2)
    file.cast(ballot("secret", "yes", voter="A"))
    with pytest.raises(Refused) as refused:
        file.cast(ballot("secret", "no", voter="A"))
    assert refused.value.code == "already_voted"
    assert counts(file.close_round("secret")) == {"yes": 1}


def test_an_open_ballot_is_replaced_until_the_round_closes(file, ballot):
    file.open_round("open", 2)
    file.cast(ballot("open", "yes", voter="A"))
    standing = file.cast(ballot("open", "no", voter="A"))
    assert standing.voted == 1
    assert counts(file.close_round("open")) == {"no": 1}
    with pytest.raises(Refused) as refused:
        file.cast(ballot("open", "yes", voter="A"))
    assert refused.value.code == "not_now"


def test_a_request_key_has_sixteen_bytes(file, ballot):
    file.open_round("secret", 2)
    with pytest.raises(ValueError, match="3"):
        file.cast(ballot("secret", key=b"abc"))


@BOTH
def test_nothing_is_cast_in_a_round_that_is_not_open(file, ballot, key):
    for act in (lambda: file.cast(ballot(key)), lambda: file.count_hands(key, HandCount(1))):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "not_now"
    assert file.head()[0] == 1


def test_a_round_that_does_not_exist_is_refused(file):
    with pytest.raises(Refused) as refused:
        file.open_round("none", 1)
    assert refused.value.code == "unknown_round"


@BOTH
def test_many_threads_with_one_voter_store_one_ballot(file, ballot, key):
    file.open_round(key, 50)
    casts = [ballot(key, voter="A") for _n in range(50)]

    def attempt(cast):
        try:
            return file.cast(cast).voted
        except Refused as refused:
            return refused.code

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(attempt, casts))
    if key == "secret":
        assert Counter(answers) == {1: 1, "already_voted": 49}
    assert counts(file.close_round(key)) == {"yes": 1}
    assert file.check() == ()


@BOTH
def test_many_voters_at_once_are_all_counted(file, ballot, key):
    file.open_round(key, 60)
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(file.cast, [ballot(key, "yes") for _n in range(60)]))
    standing = file.close_round(key)
    assert counts(standing) == {"yes": 60}
    assert len(standing.done) == 60
    assert file.check() == ()


def test_hands_are_counted_with_the_ballots_and_kept_apart(file, ballot):
    file.open_round("secret", 6)
    file.cast(ballot("secret", "no", voter="A"))
    file.count_hands("secret", HandCount(1, {"Q": {"yes": 1}}))
    standing = file.count_hands("secret", HandCount(3, {"Q": {"yes": 2, "no": 1}}, frozenset("BC")))
    assert standing.channels == {Channel.LAPTOP: 1, Channel.HANDS: 3}
    assert standing.done == {"A": Channel.LAPTOP, "B": Channel.HANDS, "C": Channel.HANDS}
    assert standing.voted == 4
    assert standing.hands.people == 3
    closed = file.close_round("secret")
    assert counts(closed) == {"yes": 2, "no": 2}
    file.show_round("secret")
    assert file.check() == ()


def test_nobody_votes_by_hand_and_by_ballot(file, ballot):
    file.open_round("secret", 6)
    file.cast(ballot("secret", voter="A"))
    with pytest.raises(Refused) as refused:
        file.count_hands("secret", HandCount(1, {"Q": {"yes": 1}}, frozenset("A")))
    assert refused.value.facts == {"people": 1}
    file.count_hands("secret", HandCount(1, {"Q": {"yes": 1}}, frozenset("B")))
    with pytest.raises(Refused):
        file.cast(ballot("secret", voter="B"))
    assert file.close_round("secret").voted == 2


@BOTH
def test_a_closed_round_is_opened_again_with_its_ballots(file, ballot, key):
    file.open_round(key, 3)
    file.cast(ballot(key, "yes"))
    file.close_round(key)
    standing = file.reopen_round(key)
    assert (standing.state, standing.voted, standing.result) == (RoundState.OPEN, 1, None)
    file.cast(ballot(key, "no"))
    assert counts(file.close_round(key)) == {"yes": 1, "no": 1}
    file.show_round(key)
    assert file.check() == ()
    with pytest.raises(Refused):
        file.reopen_round(key)


def test_opening_one_round_again_leaves_the_record_of_the_others(file, ballot):
    day = file.load()
    third = day.rounds[1].changed(id="third", position=3)
    file.apply(Op.NEW_ROUND, difference(day, replace(day, rounds=(*day.rounds, third))))
    for key in ("secret", "third"):
        file.open_round(key, 3)
        file.cast(ballot(key))
        file.close_round(key)
    file.reopen_round("third")
    file.show_round("secret")
    assert file.check() == ()


@BOTH
@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_cancelled_round_stays_and_counts_for_nothing(file, ballot, key, steps):
    acts = (
        lambda: file.open_round(key, 3),
        lambda: file.cast(ballot(key)),
        lambda: file.close_round(key),
    )
    for act in acts[:steps]:
        act()
    standing = file.cancel_round(key)
    assert (standing.state, standing.result) == (RoundState.CANCELLED, None)
    assert standing.voted == (1 if steps >= 2 else 0)
    assert file.check() == ()


def unguarded(file):
    """The file does not notice that somebody else writes to it."""
    file._writer.look_from_now_on(lambda _path: None, lambda _connection: None)


def test_a_round_with_fewer_marks_than_ballots_does_not_close(file, ballot):
    unguarded(file)
    file.open_round("secret", 3)
    file.cast(ballot("secret"))
    file.cast(ballot("secret"))
    with closing(sqlite3.connect(file.path, isolation_level=None)) as raw:
        marks = "voter-2\tlaptop"
        values = (hashlib.sha256(marks.encode()).digest(), marks)
        raw.execute("UPDATE open_roll SET digest = ?, marks = ?", values)
    with pytest.raises(FileRefused) as refused:
        file.close_round("secret")
    assert refused.value.code == "ballots_differ"
    assert refused.value.facts == {"marks": 1, "ballots": 2}
    assert file.standing("secret").state is RoundState.OPEN
    assert {problem.code for problem in file.check()} == {"roll"}


@BOTH
def test_a_result_is_not_shown_if_the_two_counts_differ(file, ballot, key):
    unguarded(file)
    file.open_round(key, 3)
    file.cast(ballot(key, "yes"))
    file.close_round(key)
    table = "counted_slip" if key == "secret" else "named_ballot"
    altered(file.path, f"UPDATE {table} SET ballot = replace(ballot, 'yes', 'no')")  # noqa: S608
    with pytest.raises(FileRefused) as refused:
        file.show_round(key)
    assert refused.value.code == "counts_differ"
    assert file.standing(key).state is RoundState.CLOSED
    assert [p.code for p in file.check()] == ["ballots"]


@pytest.mark.parametrize(
    ("attack", "code"),
    [
        ("UPDATE vote_round SET state = 'shown'", "state"),
        ("DELETE FROM vote_round", "state"),
        ("INSERT INTO vote_round VALUES ('x', 'open', 'anonymous', 1, 0, 0)", "state"),
        ("UPDATE hand_count SET people = 9", "hands"),
        ("DELETE FROM hand_count", "hands"),
        ("DELETE FROM named_ballot", "ballots"),
    ],
)
def test_check_finds_what_was_changed_behind_the_log(file, ballot, attack, code):
    file.open_round("open", 3)
    file.cast(ballot("open"))
    file.count_hands("open", HandCount(1, {"Q": {"yes": 1}}))
    assert file.check() == ()
    altered(file.path, attack)
    assert code in {problem.code for problem in file.check()}


def test_the_result_follows_the_lottery_as_it_is_now(file, ballot):
    """A tie is settled after the result is known; the standing counts with the day as it is."""
    file.open_round("secret", 3)
    file.cast(ballot("secret"))
    file.close_round("secret")
    day = file.load()
    voting = next(r for r in day.rounds if r.id == "secret")
    rounds = with_noun(day.rounds, voting.changed(tie_order=("Q",)))
    file.apply(Op.EDIT_ROUND, difference(day, replace(day, rounds=rounds)))
    assert file.standing("secret").result.order == ("Q",)


def test_the_sample_is_imported_with_its_votes(tmp_path, sample):
    with closing(DayFile.create(tmp_path / "s.milstolpe", sample.day, Op.IMPORT_DAY)) as file:
        file.import_votes(sample.ballots, sample.hands)
        day = file.load()
        assert file.check() == ()
        assert file.head()[0] == 1 + 9 + 8  # one of the nine had no ballots, only hands
    assert replace(day, votes=sample.day.votes) == sample.day
    for voting in day.rounds:
        standing = day.standing(voting.id)
        hands = sample.hands.get(voting.id)
        ballots = sample.ballots.get(voting.id, ())
        assert standing.state is RoundState.LOCKED
        assert standing.result == tally(voting, day, ballots, hands)
        assert standing.voted == len(ballots) + (hands.people if hands else 0)
        assert standing.electorate == voting.electorate
        assert standing.done == {}


def test_imported_votes_of_a_round_that_was_opened_here_are_refused_whole(file):
    file.open_round("secret", 2)
    with pytest.raises(Refused):
        file.import_votes({"open": [Ballot()], "secret": [Ballot()]})
    assert file.standing("open").state is RoundState.READY


def test_ballots_without_an_electorate_are_their_own_base(file):
    file.import_votes({"secret": [Ballot(answers={"Q": "yes"}), Ballot()]})
    standing = file.standing("secret")
    assert (standing.electorate, standing.voted, standing.blank) == (2, 2, 1)
    assert file.check() == ()


def test_the_key_of_an_imported_slip_is_its_own(file):
    file.import_votes({"secret": [Ballot()] * 5})
    cast = Cast("secret", "A", Channel.LAPTOP, Ballot(), secrets.token_bytes(16))
    with pytest.raises(Refused):
        file.cast(cast)
