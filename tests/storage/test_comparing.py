"""Two files of the same day: the same, ahead, behind or forked, told by their chains."""

import shutil

from hypothesis import given
from hypothesis import strategies as st

from tests.storage.test_publishing import retitled
from workshop_app.storage.comparing import Chain, Kinship, Relation, chain_of, related
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.publishing import publish


def compared(ours, theirs):
    return related(chain_of(ours), chain_of(theirs))


def test_a_copy_is_the_same_until_one_of_the_two_goes_on(file, tmp_path):
    copy = tmp_path / "copy.milstolpe"
    publish(file.path, copy)
    assert compared(file.path, copy) == Relation(Kinship.SAME, 1, 0, 0)
    retitled(file, "Two")
    retitled(file, "Three")
    assert compared(file.path, copy) == Relation(Kinship.BEHIND, 1, 2, 0)
    assert compared(copy, file.path) == Relation(Kinship.AHEAD, 1, 0, 2)


def test_two_that_go_on_by_themselves_have_forked_after_their_last_common_event(file, tmp_path):
    retitled(file, "Two")
    copy = tmp_path / "copy.milstolpe"
    publish(file.path, copy)
    retitled(file, "Here")
    other = DayFile.open(copy)
    retitled(other, "There")
    retitled(other, "There again")
    other.close()
    assert compared(file.path, copy) == Relation(Kinship.FORKED, 2, 1, 2)


def test_the_same_log_with_other_ballots_in_an_open_vote_has_forked(file, tmp_path, ballot):
    file.open_round("secret", 5)
    copy = tmp_path / "copy.milstolpe"
    shutil.copy(file.path, copy)
    assert compared(file.path, copy).kind is Kinship.SAME
    file.cast(ballot("secret"))
    assert compared(file.path, copy).kind is Kinship.FORKED


HASHES = st.lists(st.binary(min_size=32, max_size=32), max_size=12, unique=True)


@given(HASHES, HASHES, HASHES)
def test_the_common_beginning_is_found_and_the_rest_counted(both, ours, theirs):
    found = related(Chain((*both, *ours), ()), Chain((*both, *theirs), ()))
    common = len(both)
    for mine, other in zip(ours, theirs, strict=False):
        if mine != other:
            break
        common += 1
    assert found.common == common
    assert found.ours == len(both) + len(ours) - common
    assert found.theirs == len(both) + len(theirs) - common
    kinds = {
        (False, False): Kinship.SAME,
        (True, False): Kinship.BEHIND,
        (False, True): Kinship.AHEAD,
        (True, True): Kinship.FORKED,
    }
    assert found.kind is kinds[bool(found.ours), bool(found.theirs)]
