"""The words of the material: what was done, why not, and the names of fixed vocabularies."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.domain.kinds import Better, ChallengeKind, FrameStatus, InitiativeKind
from workshop_app.domain.ops import Op
from workshop_app.system.language import Words


def material_ops(words: Words) -> Mapping[Op, str]:
    """What was done, as the undo menu says it."""
    _ = words.gettext
    return {
        Op.EDIT_TRACK: _("Edit track"),
        Op.LOCK_TRACK: _("Lock track"),
        Op.UNLOCK_TRACK: _("Unlock track"),
        Op.EDIT_UNIT: _("Edit unit"),
        Op.EDIT_BOARD: _("Edit board"),
        Op.EDIT_DOCUMENT: _("Edit steering document"),
        Op.EDIT_INDICATOR: _("Edit figure"),
        Op.EDIT_FORECAST: _("Edit forecast"),
        Op.EDIT_NEED: _("Edit need"),
        Op.EDIT_CHALLENGE: _("Edit challenge or opportunity"),
        Op.EDIT_INITIATIVE: _("Edit initiative"),
        Op.EDIT_FRAME: _("Edit frame"),
        Op.ADD_ROW: _("Add row"),
        Op.REMOVE_ROW: _("Remove row"),
        Op.PASTE_ROWS: _("Paste rows"),
        Op.ACTION_TO_MILESTONE: _("Make a milestone of the action"),
        Op.ACTION_TO_INITIATIVE: _("Make an initiative of the action"),
    }


def material_refusals(words: Words) -> dict[str, str]:
    """What the rules of the material say when they refuse."""
    return {**_typed_refusals(words), **_row_refusals(words)}


def _typed_refusals(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "year_unreadable": _("The year cannot be read. Write four digits, such as 2028."),
        "percent_unreadable": _("The percentage cannot be read. Write it such as 2,0."),
        "yes_no_unreadable": _("Write yes or no."),
        "date_unreadable": _("The date cannot be read. Write it such as 2027-04-22."),
        "law_unreadable": _("Write Fixed by law, Special law or Municipal law."),
        "choice_unknown": _("{text} is not one of the choices. Write one of those in the list."),
        "field_required": _("This field cannot be empty."),
        "value_unfit": _("That does not fit in this field. Write something shorter or simpler."),
        "paste_unreadable": _(
            "The rows cannot be read, because a quotation mark is never closed. "
            "Nothing has been read in."
        ),
        "paste_too_wide": _(
            "The rows have {given} columns, but there are {most} here. Copy the headings too, or "
            "fewer columns. Nothing has been read in."
        ),
        "paste_refused": _("Row {row}, {column}: {cause} Nothing has been read in."),
        "paste_first_missing": _(
            "The rows have no column {column}. Copy it too. Nothing has been read in."
        ),
    }


def _row_refusals(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "row_gone": _("The row is no longer there. Somebody has removed it."),
        "id_taken": _("There is already a row with that id."),
        "in_use": _("{n} other rows belong to this one. Move or remove them first."),
        "frame_in_use": _("The alternative has a proposal already, so it cannot be removed."),
        "in_a_vote": _(
            "The initiative is in a vote that has begun, so this cannot be changed now."
        ),
        "track_locked": _(
            "{track} is locked, because it was decided before the day. Unlock the track first."
        ),
        "related_to_itself": _("An initiative cannot belong with itself."),
        "unknown_track": _("Choose a track first."),
        "action_missing": _("Write what is to be done first."),
        "action_taken": _("The action has already become {name}."),
    }


def initiative_kinds(words: Words) -> tuple[tuple[InitiativeKind, str], ...]:
    """The kinds of initiative with their names."""
    pgettext = words.pgettext
    return (
        (InitiativeKind.LEGAL, pgettext("kind", "Legal demand")),
        (InitiativeKind.INVESTMENT, pgettext("kind", "Investment")),
        (InitiativeKind.SAVING, pgettext("kind", "Saving")),
        (InitiativeKind.REVENUE, pgettext("kind", "Revenue")),
        (InitiativeKind.TRANSITION, pgettext("kind", "Transition")),
    )


def frame_statuses(words: Words) -> tuple[tuple[FrameStatus, str], ...]:
    """How far a frame alternative has come, in words."""
    pgettext = words.pgettext
    return (
        (FrameStatus.PRELIMINARY, pgettext("frame", "Preliminary")),
        (FrameStatus.PROPOSED, pgettext("frame", "Proposed")),
        (FrameStatus.DECIDED, pgettext("frame", "Decided")),
    )


def directions(words: Words) -> tuple[tuple[Better, str], ...]:
    """Which way is better."""
    _ = words.gettext
    return (
        (Better.HIGHER, _("Higher is better")),
        (Better.LOWER, _("Lower is better")),
    )


def challenge_kinds(words: Words) -> tuple[tuple[ChallengeKind, str], ...]:
    """What a unit brings."""
    _ = words.gettext
    return (
        (ChallengeKind.CHALLENGE, _("Challenge")),
        (ChallengeKind.OPPORTUNITY, _("Opportunity")),
    )


def law_names(words: Words) -> tuple[tuple[str, str], ...]:
    """How far the law decides: value and words."""
    _ = words.gettext
    return (
        ("fixed", _("Fixed by law")),
        ("special", _("Special law")),
        ("municipal", _("Municipal law")),
    )
