"""Drawn cards: nobody knows who has which; a code counts once, however it is typed."""

import secrets
from contextlib import closing

import pytest

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.kinds import Channel
from workshop_app.domain.refused import Refused
from workshop_app.storage.cards import ALPHABET, card_of, make_codes
from workshop_app.storage.dayfile import Cast, DayFile


def with_code(code, answer="yes", round_id="secret", voter=""):
    ballot = Ballot(answers={"Q": answer})
    return Cast(round_id, voter, Channel.LAPTOP, ballot, secrets.token_bytes(16), code)


@pytest.fixture
def codes(file):
    made = make_codes(5)
    file.open_round("secret", 5, [card_of(code) for code in made])
    return made


def refused_with(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_codes_are_all_different_and_nothing_in_them_looks_like_something_else():
    codes = make_codes(2000)
    assert len(set(codes)) == 2000
    assert list(codes) == sorted(codes)
    assert set("".join(codes)) <= {*ALPHABET, "-"}
    assert not set(ALPHABET) & set("ILOQBSZGU10582")
    assert {len(code) for code in codes} == {9}


def test_a_code_is_the_same_however_it_is_typed():
    assert card_of("K7RC-93XA") == card_of(" k7rc 93xa") == card_of("k7RC93XA")
    assert card_of("K7RC-93XA") != card_of("K7RC-93XC")


def test_a_code_votes_once_and_a_wrong_one_never(file, codes):
    assert file.cast(with_code(codes[0])).voted == 1
    assert file.cast(with_code(codes[1].lower().replace("-", ""), "no")).voted == 2
    assert refused_with(lambda: file.cast(with_code(codes[0], "no"))) == "used_code"
    assert refused_with(lambda: file.cast(with_code("AAAA-AAAA"))) == "wrong_code"
    assert refused_with(lambda: file.cast(with_code("", voter="somebody"))) == "code_needed"
    counts = file.close_round("secret").result.option("Q").counts
    assert (counts["yes"], counts["no"]) == (1, 1)
    assert file.check() == ()


def test_a_retry_with_the_same_key_is_answered(file, codes):
    cast = with_code(codes[0])
    assert file.cast(cast) == file.cast(cast)


def test_the_file_holds_the_hash_of_a_code_and_no_code(file, codes):
    file.cast(with_code(codes[0]))
    assert set(file.standing("secret").done) == {card_of(codes[0])}
    file.close_round("secret")
    file.close()
    data = file.path.read_bytes()
    assert card_of(codes[0]).encode() in data
    assert not any(
        code.encode() in data or code.replace("-", "").encode() in data for code in codes
    )
    with closing(DayFile.open(file.path)) as again:
        assert again.standing("secret").voted == 1


def test_cards_are_for_secret_rounds_and_codes_for_rounds_with_cards(file):
    assert refused_with(lambda: file.open_round("open", 2, [card_of("A")])) == "cards_are_secret"
    file.open_round("secret", 2)
    assert refused_with(lambda: file.cast(with_code("AAAA-AAAA"))) == "wrong_code"
    assert file.check() == ()
