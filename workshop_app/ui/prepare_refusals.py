"""One sentence for each code of the rules for preparing the day: agenda, year, people."""

from __future__ import annotations

from workshop_app.system.language import Words


def prepare_sentences(words: Words) -> dict[str, str]:
    """What is wrong and what to do. Facts stand in braces."""
    return {**_day_sentences(words), **_people_sentences(words)}


def _day_sentences(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "date_unreadable": _("The date cannot be read. Write it as 2027-04-22."),
        "time_unreadable": _("The time cannot be read. Write it as 8.30."),
        "minutes_unreadable": _("Write the minutes as a whole number from {least} to {most}."),
        "day_too_long": _("Then the day would go on past midnight. Write fewer minutes."),
        "unknown_item": _("The row is no longer in this day."),
        "event_missing": _("Write who or what it is about."),
        "recipient_missing": _("Write who gets it."),
        "no_agenda": _("The day has no agenda yet. Add the first item under The day."),
        "last_block": _("This is the last block of the day."),
        "first_block": _("This is the first block of the day."),
        "spread_not_now": _(
            "There is nothing to spread. The time is compared with the agenda on the day's own "
            "date, once the day has begun."
        ),
        "no_later_blocks": _("No block is left to spread the time over."),
        "nothing_to_spread": _("This block ends as planned, so there is nothing to spread."),
        "cannot_spread": _(
            "{room} min are left for the blocks that remain, but they need {least} min at least. "
            "Remove a block or let the day end later."
        ),
        "nothing_new": _("All of it is in the list already."),
    }


def _people_sentences(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "role_missing": _("Write the role. The name is optional."),
        "unknown_person": _("That person is no longer in the list of participants."),
        "unknown_unit": _("There is no unit called “{name}”."),
        "person_has_voted": _(
            "{role} has voted in a round that is not locked. "
            "Untick who is not here instead of removing them."
        ),
        "paste_empty": _("There are no rows to paste. Copy them in the spreadsheet first."),
        "paste_heading": _(
            "The heading “{value}” is not known. Use role, name, unit, group, organisation, "
            "votes morning, votes afternoon or note. Nothing has been pasted."
        ),
        "paste_role": _("Row {row}: the role is missing. Nothing has been pasted."),
        "paste_yes_no": _(
            "Row {row}, column {column}: “{value}”. Write yes or no. Nothing has been pasted."
        ),
        "paste_columns": _(
            "Row {row} has more than {most} columns. Copy only the columns of the list. "
            "Nothing has been pasted."
        ),
        "paste_long": _(
            "Row {row}, column {column} has more than {most} characters. Nothing has been pasted."
        ),
        "constellation_name": _("Write what the constellation is called."),
        "constellation_empty": _("There is nobody in the list to save."),
    }
