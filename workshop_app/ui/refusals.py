"""One sentence for each code: what is wrong and what to do. Facts stand in braces."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.system.language import Words


def refusal_sentences(words: Words) -> Mapping[str, str]:
    """What each rule says when it refuses."""
    return {**_ballot_sentences(words), **_round_sentences(words), **_content_sentences(words)}


def world_sentences(words: Words) -> Mapping[str, str]:
    """What happened in the world: the disk, the file, the printer. Nothing is lost."""
    _ = words.gettext
    return {
        "cannot_write": _(
            "The day cannot be saved in this folder, because you may not write there. "
            "Choose another folder. Nothing has been lost."
        ),
        "disk_full": _("The disk is full. Make room and try again. Nothing has been lost."),
        "locked": _(
            "The day is already open in another window or on another computer. "
            "Close it there, or open a copy that can only be read."
        ),
        "read_only": _("This day can only be read. Save a copy to change it."),
        "not_a_day": _("The file is not a Milstolpe day. Choose another file."),
        "foreign": _("The file belongs to another program. Choose another file."),
        "empty": _("The file is empty. Choose another file."),
        "missing": _("The file is no longer there. Choose another file."),
        "exists": _("There is already a file with that name. Choose another name."),
        "damaged": _("The file is damaged and cannot be opened. Open the latest copy instead."),
        "newer": _(
            "The file was made by a newer version of the program. "
            "Update the program or ask for a copy in the older format."
        ),
        "altered": _(
            "The file has been changed by something other than this program. "
            "Open the latest copy instead."
        ),
        "unreadable": _("The file cannot be read, because you may not open it. Choose another."),
        "io_error": _(
            "The disk did not answer. Check that it is plugged in and try again. "
            "What was saved before is still there."
        ),
        "moved": _("The file has been moved while it was open. Close the day and open it again."),
        "busy": _(
            "Another program is using the file right now. Wait a moment and try again. "
            "Nothing has been lost."
        ),
        "closed": _("The day is closed. Open it again from the start page."),
        "ballots_differ": _(
            "The ballots do not add up, so the vote has not been closed. Nothing has been lost."
        ),
        "counts_differ": _(
            "Two counts of the vote gave different answers, so it has not been closed. "
            "Nothing has been lost."
        ),
        "not_saved": _("It could not be saved. Nothing has been lost. Try again."),
        "printer_silent": _(
            "The printer does not answer. Check that it is switched on, or save as PDF."
        ),
    }


def _ballot_sentences(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "wrong_kind": _("The ballot belongs to another kind of vote. Nothing has been counted."),
        "unknown_option": _("What was voted for is not in this round. Nothing has been counted."),
        "unknown_answer": _("That answer is not in this round. Nothing has been counted."),
        "not_whole": _("Write a whole number."),
        "negative": _("A number of votes cannot be below zero."),
        "over_cap": _("You have put {given} dots on one row. At most {most} are allowed there."),
        "too_many_dots": _("You have put {given} dots but have {most}. Take some away."),
        "too_many_stops": _("You have put {given} stops but have {most}. Take some away."),
        "dot_and_stop": _("The same row cannot have both a dot and a stop. Take one away."),
        "too_many_people": _(
            "{given} people have been counted, but {most} are left to vote. Count again."
        ),
        "too_many_hands": _("{given} hands on one row is more than {most} people. Count again."),
        "hands_over_people": _(
            "{given} people are needed for that many dots, but {most} raised their hand."
        ),
        "already_voted": _("That person has already voted. The earlier ballot counts."),
        "not_entitled": _("That person may not vote in this round."),
        "not_open": _("The vote is not open. Open it first."),
    }


def _round_sentences(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "not_now": _("That cannot be done while the vote is {state}."),
        "wrong_state": _("That cannot be done while the vote is {state}."),
        "no_voters": _("Nobody who may vote is present. Mark who is here, then open the vote."),
        "no_options": _("There is nothing to vote on yet."),
        "unknown_round": _("The round is not in this day."),
        "tie_order_mismatch": _("The drawing of lots does not fit the round. Start a new round."),
        "settings_locked": _(
            "The first ballot is in, so how you vote is locked. Start a new round to change it."
        ),
        "round_has_votes": _("Somebody has voted in the round already. Start a new round."),
        "not_balanced": _("The vote and the list of who has voted do not agree. Count again."),
    }


def _content_sentences(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "amount_unreadable": _(
            "The amount cannot be read. Write it in thousands of kronor with digits, "
            "such as 1 250 or −520."
        ),
        "after_plan_end": _(
            "The target year {year} is after the plan's last year {end}. "
            "Change the target year or the plan's last year."
        ),
        "before_day": _("{year} is before the day itself. The earliest year is {start}."),
        "year_missing": _("The milestone has no target year yet. Choose one first."),
        "locked_by_law": _(
            "It is always included. The law says what we must do, so we do not vote on it."
        ),
        "name_missing": _("Give the proposal a name first."),
        "title_missing": _("Write a title first."),
        "short_name_too_long": _("The short name may have at most {most} characters."),
        "reason_missing": _("Write a reason first."),
        "unknown_milestone": _("The milestone is no longer in this day."),
        "unknown_initiative": _("The initiative is no longer in this day."),
        "unknown_frame": _("The alternative is no longer in this day."),
    }
