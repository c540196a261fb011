"""Every count of the sample day against its right answers."""

from fractions import Fraction

import pytest

from tests.domain.sample_day import counted, expected, imported, result, vectors_of
from workshop_app.domain.agreement import agreement, agreement_word, rating_status
from workshop_app.domain.methods import (
    drawn_by_lottery,
    need_outcome,
    review_outcome,
    suggested_not,
)
from workshop_app.domain.rounds import voting_round
from workshop_app.domain.shift import need_shift
from workshop_app.domain.tally import Tally, facts_of, from_counts, tally

ANSWERS = {
    "behåll": "keep",
    "utveckla": "develop",
    "avveckla": "wind_down",
    "avstår": "abstain",
    "behöver": "need",
    "bra": "nice",
    "behöver ha": "need",
    "bra att ha": "nice",
    "oavgjort": "even",
    "stöder": "support",
    "kan leva med": "can_live_with",
    "emot": "against",
    "ja": "yes",
    "nej": "no",
    "delat": "divided",
    "samsyn": "agreement",
    "delad": "divided",
    "lutar ja": "leaning_yes",
    "lutar nej": "leaning_no",
    "hög": "high",
    "viss": "some",
    "låg": "low",
    "": "",
    None: None,
}


def codes(counts):
    return {ANSWERS[key]: number for key, number in counts.items() if key in ANSWERS}


def grouped(round_id, order):
    """Option ids by place, the members of a place sorted."""
    one = result(round_id)
    places = {}
    for option in order:
        places.setdefault(one.option(option).rank, []).append(option)
    return [(place, sorted(members)) for place, members in places.items()]


def test_the_review_counts_and_its_outcomes():
    for option in result("ratt_saker").options:
        assert option.counts == codes(expected()["ratt_saker"][option.id])
        right = expected()["ratt_saker_utfall"][option.id]
        assert option.answered == right["N"]
        assert option.outcome == ANSWERS[right["resultat"]]
    assert result("ratt_saker").order == tuple(expected()["ratt_saker"])


def test_dots_people_places_and_outcomes_of_the_milestones():
    one = result("milstolpar")
    for option in one.options:
        assert option.counts == {"dots": expected()["milstolpar_prickar"][option.id]}
        assert option.breadth == expected()["milstolpar_personer"][option.id]
        assert sum(people for _, people in option.spread) == option.breadth
        assert sum(dots * people for dots, people in option.spread) == option.score
    for track, right in expected()["milstolpar_ordning"].items():
        order = [key for key in one.order if key.startswith(f"{track}-")]
        assert grouped("milstolpar", order) == [
            (place["plats"], sorted(place["milstolpar"])) for place in right["platser"]
        ]
        outcomes = {key: one.option(key).outcome for key in order}
        assert [k for k in order if outcomes[k] == "chosen"] == right["valda_saker"]
        tied = sorted(k for k in order if outcomes[k] == "tied")
        assert tied == right["delad_plats_over_linjen"]
    assert one.option("S4-5").tied
    assert not one.option("S4-4").tied


def test_the_stored_lottery_decides_only_when_asked():
    day = counted()
    voting = voting_round(day, "milstolpar")
    drawn = drawn_by_lottery(voting, facts_of(day, voting), result("milstolpar"))
    right = expected()["milstolpar_ordning"]
    assert list(drawn) == [key for track in right.values() for key in track["valda_med_lott"]]


def test_dots_and_stops_and_all_twenty_five_places():
    one = result("prioritering")
    for option in one.options:
        assert option.counts == {
            "dots": expected()["prioritering"][option.id]["prickar"],
            "stops": expected()["prioritering"][option.id]["stopp"],
        }
    right = expected()["prioritering_ordning"]
    assert one.order == tuple(key for place in right for key in place["initiativ"])
    for place in right:
        option = one.option(place["initiativ"][0])
        found = (option.rank, option.score, option.breadth, option.counts["stops"])
        assert found == (place["plats"], place["netto"], place["personer"], place["stopp"])
        assert option.tied == (len(place["initiativ"]) > 1)
        assert option.outcome is None
    assert sorted(suggested_not(one)) == sorted(expected()["prioritering_foreslas_inte"])


@pytest.mark.parametrize(("round_id", "number"), [("behov_enhet", 1), ("behov", 2)])
def test_need_or_nice_in_both_rounds_and_what_is_most_contested(round_id, number):
    one = result(round_id)
    for option in one.options:
        assert option.counts == codes(expected()[round_id][option.id])
        right = expected()["behov_utfall"][option.id][f"omgang_{number}"]
        assert option.outcome == ANSWERS[right]
        assert not option.too_few
    at = 0
    for place in expected()[f"mest_omstridda_omgang_{number}"]:
        members = one.contested[at : at + len(place["initiativ"])]
        assert sorted(members) == sorted(place["initiativ"])
        divided = Fraction(place["skillnad_av_N"])
        assert all(one.option(key).contest == divided for key in members)
        at += len(members)
    assert at == len(one.contested)


def test_the_shift_from_unit_to_whole():
    moves = need_shift(counted())
    assert {one.initiative_id: one.change for one in moves} == expected()["skifte"]
    places = {}
    for one in moves:
        places.setdefault((one.place, abs(one.change)), []).append(one.initiative_id)
    right = [
        ((place["plats"], place["skifte_belopp"]), sorted(place["initiativ"]))
        for place in expected()["skifte_ordning"]
    ]
    assert [(key, sorted(ids)) for key, ids in places.items()] == right


def test_agreement_status_and_order_of_talk():
    one = result("samsyn")
    for option in one.options:
        right = expected()["samsyn"][option.id]
        assert [option.counts[rate] for rate in "12345"] == right["antal"]
        assert option.counts["abstain"] == right["avstår"]
        assert option.answered == right["N"]
        assert option.outcome == ANSWERS[right["status"]]
        assert option.agreement == Fraction(right["A"])
        assert agreement_word(option.agreement, option.answered) == ANSWERS[right["ord"]]
    right = expected()["samsyn_samtalsordning"]
    assert one.contested == tuple(key for place in right for key in place["milstolpar"])


def test_where_fewer_than_half_answered_the_status_stands_but_is_marked():
    one = result("samsyn")
    assert [option.id for option in one.options if option.too_few] == ["S4-6"]


def test_the_vote_on_the_alternatives():
    one = result("alternativ")
    for option in one.options:
        right = dict(expected()["alternativ"][option.id])
        assert option.score == right.pop("kan_sta_bakom")
        assert option.counts == codes(right)
    right = expected()["alternativ_ordning"]
    assert one.order == tuple(key for place in right for key in place["ramalternativ"])
    assert [one.option(key).rank for key in one.order] == [place["plats"] for place in right]


def test_hands_of_a_free_question():
    one = result("handupprackning")
    right = dict(expected()["handupprackning"]["H1"])
    assert one.voted == right.pop("narvarande")
    assert one.option("H1").counts == codes(right)


def test_the_evaluation_counts():
    for option in result("utvardering").options:
        total = sum(int(rate) * option.counts[rate] for rate in "12345")
        mean = round(total / option.answered, 2)
        assert mean == expected()["utvardering_medel"][option.id]


def test_turnout_is_as_in_the_day():
    for voting in imported().day.rounds:
        assert result(voting.id).voted == voting.electorate
        assert result(voting.id).blank == 0


@pytest.mark.parametrize("round_id", ["milstolpar", "prioritering", "behov", "samsyn"])
def test_aggregates_and_texts_give_the_same_result_as_ballots(round_id):
    day = imported().day
    voting = voting_round(day, round_id)
    ballots = imported().ballots[round_id]
    texts = [(ballot.text(), 1) for ballot in ballots]
    assert tally(voting, facts_of(day, voting), texts) == result(round_id)
    counting = Tally(voting)
    for ballot in ballots:
        counting.add(ballot)
    counts = {option.id: option for option in counting.result(facts_of(day, voting)).options}
    for facts in (day, facts_of(day, voting)):
        assert from_counts(voting, facts, counts, (len(ballots), 0)) == result(round_id)


@pytest.mark.parametrize("case", vectors_of("need_nice"), ids=str)
def test_worked_cases_of_need_and_nice(case):
    given = case["input"]
    counts = {"need": given["behover"], "nice": given["bra"], "abstain": given["avstar"]}
    assert need_outcome(counts) == ANSWERS[case["expected"]]


@pytest.mark.parametrize("case", vectors_of("keep_develop_stop"), ids=str)
def test_worked_cases_of_the_review(case):
    assert review_outcome(codes(case["input"])) == ANSWERS[case["expected"]]


@pytest.mark.parametrize("case", vectors_of("consensus"), ids=str)
def test_published_cases_of_agreement(case):
    value = agreement(case["input"])
    right = case["expected"]["A"]
    if "/" in right or "." not in right:
        assert value == Fraction(right)
    else:
        assert float(value) == pytest.approx(float(right), abs=1e-7)


@pytest.mark.parametrize("case", vectors_of("rating_status"), ids=str)
def test_worked_cases_of_rating_status(case):
    right = case["expected"]
    assert rating_status(case["input"]) == ANSWERS[right["status"]]
    value = agreement(case["input"])
    assert value == (None if right["A"] is None else Fraction(right["A"]))
