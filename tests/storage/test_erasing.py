"""A name is erased, ballots are disposed of: what must stay stays, and the chain is whole."""

import datetime as dt
import re
from contextlib import closing
from dataclasses import replace

import pytest

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day, with_noun
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.nouns import Participant, Track, VotingRound, Workshop
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.storage.dayfile import DayFile, FileRefused
from workshop_app.storage.patch import difference

NAME = 'Åsa "Ö" Berg'


@pytest.fixture
def named(tmp_path):
    people = tuple(
        Participant(id=key, role=f"Role {key}", name=name, position=n)
        for n, (key, name) in enumerate([("P1", "Asta Ek"), ("P2", NAME), ("P3", "Bo Alm")])
    )
    day = Day(Workshop(id="day", title="Day", date=dt.date(2027, 4, 22)), participants=people)
    with closing(DayFile.create(tmp_path / "day.milstolpe", day)) as file:
        yield file


def edit(file, key, **fields):
    day = file.load()
    person = next(p for p in day.participants if p.id == key)
    people = with_noun(day.participants, person.changed(**fields))
    file.apply(Op.EDIT_PARTICIPANT, difference(day, replace(day, participants=people)))


def bytes_of(file):
    file.close()
    return file.path.read_bytes()


def test_the_name_is_gone_from_every_byte_and_the_role_stays(named):
    edit(named, "P2", name="Åsa Lund")  # what she was called for a while
    edit(named, "P2", name=NAME)
    edit(named, "P1", task="sits beside")
    step = named.erase_person("P2")
    assert step.op is Op.EDIT_PARTICIPANT
    assert [(c.key, c.after["name"], c.after["role"]) for c in step.changes] == [
        ("P2", "", "Role P2")
    ]
    person = next(p for p in named.load().participants if p.id == "P2")
    assert (person.name, person.role) == ("", "Role P2")
    assert named.check() == ()
    data = bytes_of(named)
    for name in ("Berg", "Lund", "Åsa"):
        assert name.encode() not in data
    assert b"Asta Ek" in data


def test_the_file_opens_and_is_verified_on_what_was_kept(named):
    edit(named, "P1", task="before")
    named.erase_person("P2")
    edit(named, "P1", task="after")
    named.close()
    with closing(DayFile.open(named.path)) as again:
        assert again.check() == ()
        assert again.undo().op is Op.EDIT_PARTICIPANT
        assert again.load().participants[0].task == "before"
        assert again.undo() is None  # nothing before the erasure
        again.erase_person("P1")
        again.erase_person("P3")
        assert again.check() == ()
        assert again.head()[0] == 7
    with closing(DayFile.open(named.path)) as third:
        assert [p.name for p in third.load().participants] == ["", "", ""]


def test_a_name_that_is_nobody_s_is_refused(named):
    with pytest.raises(Refused) as refused:
        named.erase_person("P9")
    assert refused.value.code == "unknown_participant"
    assert named.head()[0] == 1


def test_a_person_without_a_name_can_be_erased_all_the_same(named):
    named.erase_person("P2")
    assert named.erase_person("P2").changes == ()
    assert named.check() == ()


def test_other_content_is_still_verified_after_an_erasure(named):
    day = named.load()
    more = replace(day, tracks=(Track(id="S1", name="First"),))
    named.apply(Op.EDIT_MILESTONE, difference(day, more))
    named.erase_person("P2")
    named._writer.look_from_now_on(lambda _path: None, lambda _connection: None)
    named._writer.run(lambda c: c.exec_driver_sql("UPDATE tracks SET name = 'Sly'") and None)
    assert [p.code for p in named.check()] == ["content"]


# --- ballots


def lock(file, key):
    file.close_round(key)
    file.show_round(key)
    return file.lock_round(key)


@pytest.mark.parametrize("key", ["secret", "open"])
def test_ballots_are_disposed_of_and_the_result_stays(file, ballot, key):
    file.open_round(key, 6)
    casts = [ballot(key, answer) for answer in ("yes", "yes", "no")]
    for cast in casts:
        file.cast(cast)
    file.mark_done(key, "late")
    file.count_hands(key, HandCount(2, {"Q": {"yes": 2}}))
    before = lock(file, key)
    after = file.dispose_ballots(key, "KS 2027/12")
    assert after == before
    assert file.check() == ()
    data = bytes_of(file)
    assert not any(cast.key.hex().encode() in data for cast in casts)
    assert not re.search(rb'\{\\?"answers', data)
    assert b"KS 2027/12" in data
    with closing(DayFile.open(file.path)) as again:
        assert again.standing(key) == before
        with pytest.raises(Refused) as refused:
            again.dispose_ballots(key, "again")
        assert refused.value.code == "not_now"


def test_dots_keep_their_spread_when_their_ballots_are_gone(tmp_path):
    voting = VotingRound(
        id="dots", series="dots", name="Dots", method=RoundMethod.DOTS, half="morning",
        dots=4, cap=3, options=("A", "B"),
    )  # fmt: skip
    day = Day(Workshop(id="day", title="D", date=dt.date(2027, 4, 22)), rounds=(voting,))
    with closing(DayFile.create(tmp_path / "d.milstolpe", day)) as file:
        given = [Ballot(dots={"A": 3, "B": 1}), Ballot(dots={"A": 1}), Ballot()]
        file.import_votes({"dots": given}, {"dots": HandCount(2, {"A": {"dots": 3}})})
        before = file.standing("dots")
        assert file.dispose_ballots("dots", "x") == before
        assert before.result.option("A").spread == ((3, 1), (2, 1), (1, 2))
        assert file.check() == ()


def test_parts_of_a_result_stay_when_their_ballots_are_gone(file):
    def some(group, yes, no):
        answers = ["yes"] * yes + ["no"] * no
        return [Ballot(answers={"Q": answer}, group=group) for answer in answers]

    file.import_votes({"secret": [*some("North", 4, 3), *some("South", 2, 6)]})
    before = file.standing("secret")
    assert len(before.result.splits) == 2
    assert file.dispose_ballots("secret", "x") == before
    assert file.check() == ()


def test_ballots_are_not_disposed_of_before_the_round_is_locked_or_without_a_reason(file, ballot):
    file.open_round("secret", 2)
    file.cast(ballot("secret"))
    with pytest.raises(Refused) as refused:
        file.dispose_ballots("secret", "x")
    assert (refused.value.code, refused.value.facts["state"]) == ("not_now", "open")
    lock(file, "secret")
    with pytest.raises(Refused) as refused:
        file.dispose_ballots("secret", " ")
    assert refused.value.code == "reference_missing"


def test_what_was_kept_is_covered_by_the_log(file, ballot):
    file.open_round("secret", 2)
    file.cast(ballot("secret"))
    lock(file, "secret")
    file.dispose_ballots("secret", "x")
    file._writer.run(
        lambda c: (
            c.exec_driver_sql("UPDATE kept_count SET counts = replace(counts, '1', '2')") and None
        )
    )
    assert [p.code for p in file.check()] == ["ballots"]
    file.close()
    with pytest.raises(FileRefused):
        DayFile.open(file.path)


# --- a second counter


def test_two_who_count_the_same_are_recorded_and_a_difference_is_told(file):
    file.open_round("secret", 9)
    counts = {"Q": {"yes": 3, "no": 2}}
    with pytest.raises(Refused) as refused:
        file.count_hands("secret", HandCount(5, counts, second={"Q": {"yes": 3, "no": 1}}))
    assert refused.value.code == "counts_differ_between_counters"
    assert refused.value.facts == {"option": "Q", "answer": "no", "first": 2, "second": 1}
    assert file.standing("secret").voted == 0
    same = HandCount(5, counts, second={"Q": {"no": 2, "yes": 3, "abstain": 0}})
    assert file.count_hands("secret", same).hands.second == counts
    assert file.count_hands("secret", HandCount(5, counts)).hands.second is None
    assert file.check() == ()
