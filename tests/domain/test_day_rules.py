"""The day's own facts, the budget year and the recipients."""

import datetime as dt

import pytest

from workshop_app.domain.day import Day
from workshop_app.domain.day_rules import (
    CalendarEdit,
    RecipientEdit,
    add_steps,
    edit_date,
    edit_text,
    put_recipient,
    put_step,
    read_date,
    remove_recipient,
    remove_step,
)
from workshop_app.domain.local_names import heading, local_names
from workshop_app.domain.nouns import CalendarStep, Workshop
from workshop_app.domain.refused import Refused

DAY = Day(Workshop(id="w", title="Forum", date=dt.date(2027, 4, 22)))


class Plain:
    """Says what it is given."""

    def gettext(self, message):
        return message


def test_a_text_and_the_date_are_kept():
    day = edit_date(edit_text(DAY, "purpose", " What shall we do? "), dt.date(2027, 10, 7))
    assert day.workshop.purpose == "What shall we do?"
    assert day.workshop.date == dt.date(2027, 10, 7)


def test_a_day_keeps_its_name():
    with pytest.raises(Refused, match="title_missing"):
        edit_text(DAY, "title", "  ")


def test_only_texts_of_the_day_are_edited_as_text():
    with pytest.raises(ValueError, match="budget_year"):
        edit_text(DAY, "budget_year", "2028")


@pytest.mark.parametrize("text", ["2027-04-22", "20270422", "2027/4/22", "22/4 2027", "22.4.2027"])
def test_a_date_is_read_as_people_write_it(text):
    assert read_date(text) == dt.date(2027, 4, 22)


@pytest.mark.parametrize("text", ["", "22 april", "2027-02-30", "1927-04-22", "27-04-22", "i dag"])
def test_a_date_that_is_none_is_refused(text):
    with pytest.raises(Refused, match="date_unreadable"):
        read_date(text)


def test_the_year_stands_in_the_order_of_its_dates():
    day = put_step(DAY, "b", CalendarEdit(dt.date(2027, 6, 14), "Council"))
    day = put_step(day, "a", CalendarEdit(dt.date(2027, 6, 1), "Board", "Proposal", "proposal"))
    assert [(step.id, step.position) for step in day.calendar] == [("a", 1), ("b", 2)]
    day = put_step(day, "a", CalendarEdit(dt.date(2027, 7, 1), "Board"))
    assert [step.id for step in day.calendar] == ["b", "a"]
    assert [step.id for step in remove_step(day, "b").calendar] == ["a"]


def test_a_step_says_who_or_what():
    with pytest.raises(Refused, match="event_missing"):
        put_step(DAY, "a", CalendarEdit(dt.date(2027, 6, 1), " "))


def test_a_template_adds_what_is_not_there_and_says_so_when_all_is():
    steps = (
        CalendarStep(id="1", date=dt.date(2027, 6, 14), event="Council"),
        CalendarStep(id="2", date=dt.date(2027, 11, 15), event="Council"),
    )
    day = put_step(DAY, "own", CalendarEdit(dt.date(2027, 6, 20), "council"))
    day = add_steps(day, steps)
    assert [step.id for step in day.calendar] == ["own", "2"]
    with pytest.raises(Refused, match="nothing_new"):
        add_steps(day, steps)


def test_recipients_are_added_last_edited_and_removed():
    day = put_recipient(DAY, "a", RecipientEdit("Board", "board", "Proposal", dt.date(2027, 4, 30)))
    day = put_recipient(day, "b", RecipientEdit("Unions"))
    day = put_recipient(day, "a", RecipientEdit("Board", gets="All"))
    assert [(one.id, one.gets, one.by) for one in day.recipients] == [
        ("a", "All", None),
        ("b", "", None),
    ]
    assert [one.id for one in remove_recipient(day, "a").recipients] == ["b"]
    with pytest.raises(Refused, match="recipient_missing"):
        put_recipient(day, "c", RecipientEdit(""))
    for rule in (remove_recipient, remove_step):
        with pytest.raises(Refused, match="unknown_item"):
            rule(DAY, "gone")


def test_local_names_go_before_our_own_words():
    day = edit_text(edit_text(DAY, "track_name", "målbild"), "milestone_name", "hållpunkt")
    names = local_names(day, Plain())
    assert (names.track, names.track_short, names.milestone) == ("målbild", "målbild", "hållpunkt")
    assert (names.forum, names.plan_former) == ("strategic forum", "")
    assert heading(names.track) == "Målbild"
    assert heading("") == ""


def test_another_template_takes_the_place_of_the_first_but_not_of_what_was_changed():
    june = (
        CalendarStep(id="j1", date=dt.date(2027, 6, 14), event="Council", content="Frames"),
        CalendarStep(id="j2", date=dt.date(2027, 2, 11), event="Forum"),
    )
    november = (CalendarStep(id="n1", date=dt.date(2027, 11, 23), event="Council"),)
    day = add_steps(DAY, june)
    day = put_step(day, "j2", CalendarEdit(dt.date(2027, 2, 12), "Forum"))
    day = add_steps(day, november, instead_of=june)
    assert [step.id for step in day.calendar] == ["j2", "n1"]
