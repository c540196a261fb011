"""Who is in the room, and lists of people."""

import datetime as dt
from dataclasses import replace
from types import MappingProxyType

import pytest

from workshop_app.domain import people
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel, RoundState
from workshop_app.domain.nouns import Unit, Workshop
from workshop_app.domain.people import Draft
from workshop_app.domain.people_list import read_people
from workshop_app.domain.refused import Refused
from workshop_app.domain.votes import Standing


def room() -> Day:
    day = Day(
        Workshop(id="w", title="Forum", date=dt.date(2027, 4, 22)),
        units=(Unit(id="E1", name="Library", position=1), Unit(id="E2", name="Baths", position=2)),
    )
    day = people.add_person(day, "P1", Draft("Head", "library"))
    day = people.add_person(day, "P2", Draft("Controller", "E2", votes_afternoon=False))
    return people.add_person(day, "P3", Draft("Clerk", votes_morning=False, votes_afternoon=False))


def test_only_those_who_are_here_count():
    day = people.set_right(room(), ["P2"], "present", value=False)
    counts = people.attendance(day)
    assert (counts.people, counts.present) == (3, 2)
    assert (counts.morning, counts.morning_all) == (1, 2)
    assert (counts.afternoon, counts.afternoon_all) == (1, 1)
    assert (counts.units, counts.missing) == (2, ("Baths",))


def test_a_person_stands_after_the_one_before():
    day = people.add_person(room(), "N", Draft("Deputy"), after="P1")
    assert [(p.id, p.position) for p in day.participants] == [
        ("P1", 1),
        ("N", 2),
        ("P2", 3),
        ("P3", 4),
    ]


def test_the_role_is_needed_and_the_name_is_not():
    day = people.edit_text(room(), "P1", "name", "Alva Öberg")
    assert day.participants[0].name == "Alva Öberg"
    for rule in (
        lambda: people.add_person(day, "N", Draft(" ")),
        lambda: people.edit_text(day, "P1", "role", ""),
    ):
        with pytest.raises(Refused, match="role_missing"):
            rule()
    with pytest.raises(Refused, match="unknown_person"):
        people.edit_text(day, "gone", "role", "Head")
    with pytest.raises(ValueError, match="present"):
        people.edit_text(day, "P1", "present", "yes")
    with pytest.raises(ValueError, match="role"):
        people.set_right(day, ["P1"], "role", value=True)


def test_a_unit_is_found_by_name_in_any_case_and_made_only_when_asked_for():
    day = people.set_unit(room(), "P3", "LIBRARY")
    assert day.participants[2].unit_id == "E1"
    assert people.set_unit(day, "P3", " ").participants[2].unit_id == ""
    with pytest.raises(Refused) as no:
        people.set_unit(day, "P3", "Youth")
    assert no.value.facts == {"name": "Youth"}
    day = people.set_unit(day, "P3", "Youth", new_id="E9")
    assert (day.units[-1].name, day.participants[2].unit_id) == ("Youth", "E9")


def test_people_are_removed_but_not_while_their_ballot_counts():
    day = room()
    assert [p.id for p in people.remove_people(day, ["P1", "P3"]).participants] == ["P2"]
    standing = Standing("r", RoundState.OPEN, 2, 1, done={"P1": Channel.LAPTOP})
    voted = replace(day, votes=MappingProxyType({"r": standing}))
    with pytest.raises(Refused) as no:
        people.remove_people(voted, ["P2", "P1"])
    assert (no.value.code, no.value.facts) == ("person_has_voted", {"role": "Head"})
    over = replace(standing, state=RoundState.LOCKED)
    gone = people.remove_people(replace(day, votes=MappingProxyType({"r": over})), ["P1"])
    assert [p.id for p in gone.participants] == ["P2", "P3"]


def test_a_search_looks_at_every_word_in_role_name_unit_group_and_organisation():
    day = people.edit_text(room(), "P1", "organisation", "Town Ltd")
    person = day.participants[0]
    assert people.matches(day, person, "head libr TOWN")
    assert people.matches(day, person, "")
    assert not people.matches(day, person, "head baths")


def test_a_list_is_put_in_beside_those_who_are_there():
    drafts = (
        Draft("Head", "Library"),
        Draft("Politician"),
        Draft("Politician"),
        Draft("Guide", "Museum"),
    )
    added = people.put_people(room(), drafts, iter("abcdefgh"))
    assert (added.people, added.units, added.there) == (3, 1, 1)
    assert [p.role for p in added.day.participants][3:] == ["Politician", "Politician", "Guide"]
    assert added.day.units[-1].name == "Museum"
    again = people.put_people(added.day, drafts, iter("ijklmnop"))
    assert (again.people, again.units, again.there) == (0, 0, 4)
    assert again.day == added.day


def test_a_saved_list_has_roles_and_units_but_no_names():
    day = people.edit_text(room(), "P1", "name", "Alva Öberg")
    drafts = people.drafts_of(day)
    assert drafts[0] == Draft("Head", "Library")
    assert all(draft.name == "" for draft in drafts)
    bare = Day(day.workshop)
    made = people.put_people(bare, drafts, iter("abcdef")).day
    assert [(p.role, p.votes_afternoon) for p in made.participants] == [
        ("Head", True),
        ("Controller", False),
        ("Clerk", False),
    ]
    assert people.drafts_of(made) == drafts


def test_rows_without_headings_are_role_unit_group_and_rights():
    found = read_people("Head\tLibrary\tmanagement\tja\tnej\tAlva\r\nClerk\r\n\r\n")
    assert found == (
        Draft("Head", "Library", "management", True, False, "Alva"),
        Draft("Clerk"),
    )


def test_headings_may_stand_in_any_order_in_either_language():
    text = 'Röstar em\tRoll\tId\tEnhet\nnej\tHead\tD1\t"Library\nand more"'
    assert read_people(text) == (Draft("Head", "Library and more", votes_afternoon=False),)
    assert read_people("Role\tName\nHead\tAlva") == (Draft("Head", name="Alva"),)


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        (" \n\t\n", "paste_empty", {}),
        ("Role\tUnit", "paste_empty", {}),
        ("Role\tShoe size\nHead\t42", "paste_heading", {"value": "Shoe size"}),
        ("Head\nRole\n\tLibrary", "paste_role", {"row": 3}),
        (
            "Head\tLibrary\t\tmaybe",
            "paste_yes_no",
            {"row": 1, "column": 4, "value": "maybe"},
        ),
        ("Head\tL\tG\tja\t*", "paste_yes_no", {"row": 1, "column": 5, "value": "*"}),
        ("Head\tL\tG\tja\tja\tN\tO\tT\tmore", "paste_columns", {"row": 1, "most": 8}),
        ("H" * 201, "paste_long", {"row": 1, "column": 1, "most": 200}),
    ],
)
def test_a_list_with_a_fault_is_refused_whole_with_its_place(text, code, facts):
    with pytest.raises(Refused) as no:
        read_people(text)
    assert (no.value.code, dict(no.value.facts)) == (code, facts)
