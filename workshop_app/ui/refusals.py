"""One sentence for each code: what is wrong and what to do. Facts stand in braces."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.system.language import Words
from workshop_app.ui.material_texts import material_refusals
from workshop_app.ui.prepare_refusals import prepare_sentences


def refusal_sentences(words: Words) -> Mapping[str, str]:
    """What each rule says when it refuses."""
    return {
        **_ballot_sentences(words),
        **_round_sentences(words),
        **_content_sentences(words),
        **material_refusals(words),
        **prepare_sentences(words),
    }


def world_sentences(words: Words) -> Mapping[str, str]:
    """What happened in the world: the disk, the file, the printer. Nothing is lost."""
    _ = words.gettext
    return {
        "cannot_write": _(
            "The day cannot be saved in this folder, because you may not write there. "
            "Choose another folder. Nothing has been lost."
        ),
        "vote_open": _(
            "A secret vote is open, so no copy is saved now: two copies with one ballot between "
            "them would show who voted what. Close the vote first."
        ),
        "same_file": _("This is the day's own file. Choose another name or another folder."),
        "copy_failed": _(
            "The automatic copy cannot be saved in {folder}. The day itself is saved on this "
            "computer. Choose another copy folder in the day's menu."
        ),
        "too_large": _("The file is larger than a day can be. Choose another file."),
        "unfinished": _(
            "A write to the file was cut off where it comes from. Open it there first, "
            "or ask for a saved copy."
        ),
        "disk_full": _("The disk is full. Make room and try again. Nothing has been lost."),
        "older": _(
            "The file was made by an older version of the program. Open it on this computer "
            "first, so that it can be brought up to date."
        ),
        "other_day": _(
            "That is another day, or another copy of it. Choose the file that was moved."
        ),
        "not_backed_up": _(
            "No copy could be made before the file was brought up to date, so it has been left as "
            "it is. Make room and try again."
        ),
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
        "moved": _(
            "The file is no longer where it was. Voting is paused. Put it back, show where it is "
            "now, or save the day again here. Every vote that was confirmed is still there."
        ),
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
        "over_base": _(
            "{present} are present, but with these there would be {ballots} ballots and {hands} "
            "hands: {over} too many. Nothing has been counted."
        ),
        "pile_is_done": _("All {most} ballots are typed in."),
        "counts_differ_between_counters": _(
            "The two counts differ: {first} and {second} for {answer} on {option}. Count again."
        ),
        "code_needed": _("Type the code on the card you drew."),
        "wrong_code": _("There is no such code in this vote. Check the card and type it again."),
        "used_code": _("The code has already been used. The earlier ballot counts."),
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
        "secrecy_locked": _(
            "The vote is open, and what was promised to the first voter holds for all. "
            "Start a new round to vote on the other screen."
        ),
        "other_track": _("The two stand in different tracks and cannot be merged."),
        "unknown_participant": _("That person is no longer in the list of participants."),
        "four_digits": _("Write four digits, or nothing at all."),
        "round_begun": _(
            "The vote {round} has been opened, so it can no longer be changed. Start a new round."
        ),
        "lots_drawn": _("Lots have been drawn in this round already. What they said holds."),
        "too_few_answers": _("Write at least {least} answers to choose from."),
        "too_few_options": _("A run-off needs at least {least} that share a place."),
        "same_milestone": _("Choose another milestone to merge with."),
        "already_merged": _("One of them has been merged already. Split it first."),
        "not_merged": _("The milestone is on its own already."),
        "already_initiative": _("{service} is among the initiatives already."),
        "unknown_activity": _("The service is no longer in this day."),
        "round_has_votes": _("Somebody has voted in the round already. Start a new round."),
        "cards_are_secret": _(
            "Cards can only be drawn for an anonymous vote. Make the vote anonymous first."
        ),
        "no_cards": _("Print the cards first, so that everybody can draw one."),
        "reference_missing": _(
            "Write the decision the disposal rests on, such as a registry number."
        ),
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
