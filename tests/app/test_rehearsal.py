"""A rehearsal: the real doors, in a copy, told by a seed; the day itself is left as it is."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.app.channel_day import at_screen, channel_day, with_round
from workshop_app import cli
from workshop_app.app.rehearsal import Wish, rehearse, rehearsing
from workshop_app.domain.kinds import Channel, RoundMethod, RoundState
from workshop_app.domain.refused import Refused
from workshop_app.storage.dayfile import DayFile
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Language, Words

LOCALE = Path(__file__).parents[2] / "resources" / "locale"
ENGLISH = Words(LOCALE, Language.ENGLISH)
METHODS = [method.value for method in RoundMethod]


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def counts(path):
    rounds = json.loads(path.read_text(encoding="utf-8"))["rounds"]
    return {key: (found["options"], found["order"]) for key, found in rounds.items()}


@pytest.fixture
def day():
    return with_round(channel_day(), "rating", at_screen)


def test_every_round_is_held_to_its_end_by_so_many_voters(tmp_path, day):
    done = rehearse(day, tmp_path, Wish(9, 1), ENGLISH)
    assert done.turnout == dict.fromkeys(METHODS, 9)
    file = DayFile.open(done.path, read_only=True)
    found = file.load()
    file.close()
    for key in METHODS:
        assert found.standing(key).state is RoundState.LOCKED
        assert found.standing(key).electorate == 9
    assert set(found.standing("need").channels) == {Channel.LAPTOP, Channel.HANDS, Channel.PAPER}
    assert Channel.SCREEN in found.standing("rating").channels
    assert found.workshop.title == "Rehearsal: The day"
    assert found.workshop.id != day.workshop.id
    assert done.path.name.startswith("rehearsal-")


def test_the_copy_is_sound(tmp_path, day):
    file = DayFile.open(rehearse(day, tmp_path, Wish(4, 1), ENGLISH).path)
    assert file.check() == ()
    file.close()


def test_the_same_seed_gives_the_same_counts_and_another_gives_others(tmp_path, day):
    first, again, other = (rehearse(day, tmp_path, Wish(8, seed), ENGLISH) for seed in (1, 1, 2))
    assert counts(first.results) == counts(again.results)
    assert counts(first.results) != counts(other.results)
    assert len({first.path, again.path, other.path}) == 3


@pytest.mark.parametrize("number", [1, 3, 12])
def test_fewer_voters_stay_at_home_and_more_are_made_up(tmp_path, day, number):
    done = rehearse(day, tmp_path, Wish(number, 7), ENGLISH)
    assert set(done.turnout.values()) == {number}


def test_the_slices_count_every_ballot_and_act_to_the_end(tmp_path, day):
    paces = list(rehearsing(day, tmp_path, Wish(9, 1), ENGLISH))
    total = paces[0].total
    assert [pace.done for pace in paces] == [*range(1, total + 1), total]
    assert {pace.total for pace in paces} == {total}
    names = {voting.name for voting in day.rounds if voting.options}
    assert {pace.name for pace in paces} == {*names, ""}


def test_a_rehearsal_that_is_closed_half_way_leaves_nothing(tmp_path, day):
    held = rehearsing(day, tmp_path / "there", Wish(3, 1), ENGLISH)
    assert not (tmp_path / "there").exists()
    for _ in range(5):
        next(held)
    assert list((tmp_path / "there").iterdir())
    held.close()
    assert list((tmp_path / "there").iterdir()) == []


def test_without_voters_there_is_nothing_to_rehearse(tmp_path, day):
    with pytest.raises(Refused, match="no_voters"):
        rehearse(day, tmp_path, Wish(0, 1), ENGLISH)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path, day):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(KnownError, match="cannot_write"):
        rehearse(day, tmp_path / "taken" / "deep", Wish(2, 1), ENGLISH)


def test_the_command_prints_copy_and_results_and_leaves_the_day_alone(
    tmp_path, day, capsys, monkeypatch
):
    path = tmp_path / "day.milstolpe"
    DayFile.create(path, day).close()
    before = digest(path)
    status = cli.main(["rehearse", str(path), "--voters", "5", "--seed", "3", "--language", "en"])
    assert status == 0
    copy, results = map(Path, capsys.readouterr().out.split())
    assert digest(path) == before
    assert copy.parent == path.parent
    assert results.suffix == ".json"
    assert set(counts(results)) == set(METHODS)
    assert sorted(p.name for p in tmp_path.glob("*.milstolpe")) == sorted([copy.name, path.name])


@pytest.mark.parametrize("number", ["0", "many"])
def test_the_command_wants_at_least_one_voter(tmp_path, number, capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(["rehearse", "day", "--voters", number, "--seed", "3"])
    assert stop.value.code == 2
    assert "--voters" in capsys.readouterr().err


def test_a_file_that_is_no_day_is_told_plainly(tmp_path, capsys):
    path = tmp_path / "no.milstolpe"
    path.write_text("no")
    assert cli.main(["rehearse", str(path), "--voters", "3", "--seed", "3"]) == 1
    assert capsys.readouterr().err.strip()
