"""Any sequence of acts, undo, votes and restarts: the file is always sound and always the same."""

import datetime as dt
import secrets
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day, with_noun
from workshop_app.domain.kinds import Channel, Half, RoundMethod, RoundState, Secrecy
from workshop_app.domain.nouns import Track, VotingRound, Workshop
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.storage.dayfile import Cast, DayFile
from workshop_app.storage.patch import applied, difference

ROUNDS = {"open": Secrecy.OPEN, "secret": Secrecy.ANONYMOUS}
KEYS = st.sampled_from(sorted(ROUNDS))
VOTERS = st.sampled_from([f"V{n}" for n in range(5)])
ANSWERS = st.sampled_from(["yes", "no", "abstain"])


def start() -> Day:
    rounds = tuple(
        VotingRound(
            id=key,
            series=key,
            name=key,
            method=RoundMethod.CHOICE,
            half=Half.MORNING,
            answers=("yes", "no"),
            may_abstain=True,
            options=("Q",),
            secrecy=secrecy,
        )
        for key, secrecy in ROUNDS.items()
    )
    return Day(Workshop(id="day", title="Day", date=dt.date(2027, 4, 22)), rounds=rounds)


class DayFileMachine(RuleBasedStateMachine):
    """The file beside a model: plain days for content, plain dicts for votes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = DayFile.create(Path(self.folder.name) / "day.milstolpe", start())
        self.days = [start()]
        self.undone: list[Day] = []
        self.states = dict.fromkeys(ROUNDS, RoundState.READY)
        self.ballots: dict[str, dict[str, str]] = {key: {} for key in ROUNDS}
        self.hands = dict.fromkeys(ROUNDS, 0)
        self.answered: list[Cast] = []
        self.disposed: set[str] = set()

    def teardown(self) -> None:
        self.file.close()
        self.folder.cleanup()

    @rule(key=st.sampled_from("abc"), name=st.sampled_from(["x", "y", "z"]))
    def put_a_track(self, key: str, name: str) -> None:
        day = self.days[-1]
        after = replace(day, tracks=with_noun(day.tracks, Track(id=key, name=name)))
        changes = difference(day, after)
        if changes:
            self.file.apply(Op.EDIT_MILESTONE, changes)
            self.days.append(after)
            self.undone.clear()

    @rule(key=st.sampled_from("abc"))
    def take_a_track_away(self, key: str) -> None:
        day = self.days[-1]
        after = replace(day, tracks=tuple(t for t in day.tracks if t.id != key))
        changes = difference(day, after)
        if changes:
            self.file.apply(Op.SET_ASIDE, changes)
            self.days.append(after)
            self.undone.clear()

    @rule()
    def undo(self) -> None:
        before = self.days[-1]
        step = self.file.undo()
        assert (step is None) == (len(self.days) == 1)
        if step:
            self.undone.append(self.days.pop())
            assert applied(before, step.changes) == self.days[-1]

    @rule()
    def redo(self) -> None:
        step = self.file.redo()
        assert (step is None) == (not self.undone)
        if step:
            self.days.append(self.undone.pop())

    @rule()
    def restart(self) -> None:
        self.file.close()
        self.file = DayFile.open(self.file.path)
        assert self.file.was_open() is None

    @rule()
    def crash(self) -> None:
        """The program is gone in the middle of it; what is on disk is opened again."""
        path = self.file.path
        other = path.with_name(f"{secrets.token_hex(4)}.milstolpe")
        shutil.copyfile(path, other)
        self.file.close()
        self.file = DayFile.open(other)
        assert self.file.was_open() is not None

    @rule(key=KEYS, voter=VOTERS)
    def mark_done(self, key: str, voter: str) -> None:
        if self.states[key] is RoundState.OPEN and voter not in self.ballots[key]:
            self.file.mark_done(key, voter)
            self.ballots[key][voter] = ""

    @rule(key=KEYS)
    def dispose(self, key: str) -> None:
        if self.states[key] is RoundState.LOCKED and key not in self.disposed:
            self.file.dispose_ballots(key, "decision 1")
            self.disposed.add(key)

    @rule(key=KEYS)
    def open_round(self, key: str) -> None:
        if self.states[key] is RoundState.READY:
            self.file.open_round(key, 5)
            self.states[key] = RoundState.OPEN

    @rule(key=KEYS, voter=VOTERS, answer=ANSWERS)
    def cast(self, key: str, voter: str, answer: str) -> None:
        ballot = Ballot(answers={"Q": answer})
        cast = Cast(key, voter, Channel.LAPTOP, ballot, secrets.token_bytes(16))
        again = voter in self.ballots[key] and ROUNDS[key] is Secrecy.ANONYMOUS
        if again or self.states[key] is not RoundState.OPEN:
            with pytest.raises(Refused) as refused:
                self.file.cast(cast)
            closed = self.states[key] is not RoundState.OPEN
            assert refused.value.code == ("not_now" if closed else "already_voted")
            return
        standing = self.file.cast(cast)
        self.ballots[key][voter] = answer
        self.answered.append(cast)
        assert standing.voted == len(self.ballots[key]) + self.hands[key]

    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        known = [cast for cast in self.answered if cast.round_id not in self.disposed]
        if known:
            self.file.cast(data.draw(st.sampled_from(known)))

    @rule(key=KEYS, people=st.integers(0, 3))
    def count_hands(self, key: str, people: int) -> None:
        if self.states[key] is RoundState.OPEN:
            self.file.count_hands(key, HandCount(people, {"Q": {"yes": people}}))
            self.hands[key] = people

    @rule(key=KEYS)
    def close_or_reopen(self, key: str) -> None:
        if self.states[key] is RoundState.OPEN:
            self.file.close_round(key)
            self.states[key] = RoundState.CLOSED
        elif self.states[key] is RoundState.CLOSED:
            self.file.reopen_round(key)
            self.states[key] = RoundState.OPEN

    @rule(key=KEYS)
    def show_and_lock(self, key: str) -> None:
        if self.states[key] is RoundState.CLOSED:
            self.file.show_round(key)
            self.file.lock_round(key)
            self.states[key] = RoundState.LOCKED

    @rule(key=KEYS)
    def cancel(self, key: str) -> None:
        if self.states[key] is not RoundState.LOCKED:
            if self.states[key] is not RoundState.CANCELLED:
                self.file.cancel_round(key)
            self.states[key] = RoundState.CANCELLED

    @invariant()
    def the_content_is_the_model_s(self) -> None:
        assert replace(self.file.load(), votes={}) == replace(self.days[-1], votes={})

    @invariant()
    def the_votes_are_the_model_s(self) -> None:
        for key, state in self.states.items():
            standing = self.file.standing(key)
            assert standing.state is state
            assert set(standing.done) == set(self.ballots[key])
            if standing.result:
                wanted = Counter(filter(None, self.ballots[key].values()))
                wanted["yes"] += self.hands[key]
                found = Counter(standing.result.option("Q").counts)
                assert +found == +wanted

    @invariant()
    def the_file_is_sound(self) -> None:
        assert self.file.check() == ()


DayFileMachine.TestCase.settings = settings(max_examples=9, stateful_step_count=20, deadline=None)
test_any_sequence_leaves_the_file_sound = DayFileMachine.TestCase
