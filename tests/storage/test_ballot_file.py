"""Ballots of one round from a file: all or nothing, with the row of each fault."""

from collections import Counter

import pytest

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.rounds import voting_round
from workshop_app.storage.ballot_file import read_ballot_file
from workshop_app.storage.importing import ImportRefused


def tracks(day):
    return {milestone.id: milestone.track_id for milestone in day.milestones}


@pytest.fixture
def read(sample, tmp_path):
    """Reads a text as a file of ballots of a round."""

    def made(text: str, key: str = "milstolpar", name: str = "ballots.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_ballot_file(path, voting_round(sample.day, key), tracks(sample.day))

    return made


@pytest.mark.parametrize(
    "key",
    ["ratt_saker", "milstolpar", "samsyn", "behov", "prioritering", "alternativ", "utvardering"],
)
def test_the_sample_s_own_files_give_the_sample_s_ballots(sample, sample_folder, key):
    path = sample_folder / f"roster_{key}.csv"
    found = read_ballot_file(path, voting_round(sample.day, key), tracks(sample.day))
    filled = [ballot.text() for ballot in sample.ballots[key] if not ballot.blank]
    assert Counter(ballot.text() for ballot in found) == Counter(filled)


def test_english_headings_and_commas_do_as_well(read):
    found = read("slip,option,dots\n1,S1-1,2\n1,S2-1,1\n2,S1-2,1\n")
    assert found == (Ballot(dots={"S1-1": 2, "S2-1": 1}), Ballot(dots={"S1-2": 1}))


def test_every_faulty_row_is_named_in_order_and_nothing_is_read(read):
    text = "sedel;objekt;prickar\n1;S1-1;3\n1;S9-9;1\n2;S1-2;x\n;S1-1;1\n3;S1-1;1\n3;S1-1;1\n"
    with pytest.raises(ImportRefused) as refused:
        read(text)
    found = [(problem.row, problem.code) for problem in refused.value.problems]
    assert found == [
        (2, "over_cap"),
        (3, "unknown_option"),
        (4, "number_unreadable"),
        (5, "missing"),
        (7, "option_twice"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("sedel;objekt;prickar\n", "no_ballots"),
        ("objekt;val;antal\nS1-1;ja;3\n", "not_ballots"),
        ("objekt;prickar\nS1-1;1\n", "missing_column"),
        ("sedel;objekt;prickar;farg\n1;S1-1;1;röd\n", "unknown_column"),
    ],
)
def test_what_is_no_list_of_ballots_says_so(read, text, code):
    with pytest.raises(ImportRefused) as refused:
        read(text)
    assert code in {problem.code for problem in refused.value.problems}


def test_a_file_that_is_gone_says_so(sample, tmp_path):
    with pytest.raises(ImportRefused) as refused:
        read_ballot_file(tmp_path / "gone.csv", voting_round(sample.day, "milstolpar"), {})
    assert refused.value.problems[0].code == "missing_file"


def test_too_many_dots_in_a_track_refuse_the_ballot(read):
    with pytest.raises(ImportRefused) as refused:
        read("sedel;objekt;prickar\n1;S1-1;2\n1;S1-2;1\n")
    assert refused.value.problems[0].code == "too_many_dots"
