"""The doors above the file: erasing a name and disposing of ballots tell everyone."""

from dataclasses import replace

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.store import DayStore
from workshop_app.domain.nouns import Participant
from workshop_app.domain.ops import Op
from workshop_app.storage.patch import difference


def test_a_name_that_was_erased_is_gone_for_everyone_who_draws(file, qapp):
    day = file.load()
    person = Participant(id="P1", role="Head", name="Asta Ek")
    after = replace(day, participants=(person,))
    file.apply(Op.EDIT_PARTICIPANT, difference(day, after))
    store, told = DayStore(file), []
    store.changed.connect(told.append)
    store.erase_person("P1")
    assert [(p.role, p.name) for p in told[0].day.participants] == [("Head", "")]
    assert told[0].touched == {"participants"}


def test_ballots_that_were_disposed_of_leave_the_result_standing(file, ballot, qapp):
    file.open_round("secret", 3)
    file.cast(ballot("secret"))
    for act in (file.close_round, file.show_round, file.lock_round):
        before = act("secret")
    store = DayStore(file)
    assert BallotDoor(store).dispose("secret", "KS 2027/12") == before
    assert store.day.standing("secret") == before
