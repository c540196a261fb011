"""The words for codes: steps, acts, refusals and what the world does to us."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.domain.kinds import RoundMethod, RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words
from workshop_app.ui.material_texts import material_ops
from workshop_app.ui.refusals import refusal_sentences, world_sentences


def step_name(words: Words, step: str) -> str:
    """What a step is called in the rail."""
    _ = words.gettext
    names = {
        "welcome": _("Welcome"),
        "day": words.pgettext("step", "The day"),
        "people": words.pgettext("step", "Participants"),
        "follow_up": _("Follow up"),
        "vote": words.pgettext("step", "Vote"),
        "need": words.pgettext("step", "Need"),
        "alternatives": words.pgettext("step", "Alternatives"),
        "questions": _("More questions"),
        "roadmap": _("Road map"),
        "prioritise": _("Prioritise"),
        "frame": words.pgettext("step", "Frame"),
        "summary": _("Summary"),
        "tracks": words.pgettext("step", "Tracks"),
        "units": _("Units"),
        "situation": words.pgettext("step", "Situation"),
        "initiatives": words.pgettext("step", "Initiatives"),
    }
    return names.get(step, step)


def group_name(words: Words, group: str) -> str:
    """What a group of steps is called in the rail."""
    _ = words.gettext
    names = {
        "prepare": _("Prepare"),
        "morning": _("Morning"),
        "afternoon": _("Afternoon"),
        "finish": _("Finish"),
    }
    return names.get(group, group)


def op_name(words: Words, op: Op) -> str:
    """What was done, as the undo menu says it."""
    _ = words.gettext
    names = {
        Op.CREATE_DAY: _("Create the day"),
        Op.IMPORT_DAY: _("Read in the day"),
        Op.IMPORT_TABLE: _("Read in a list"),
        Op.EDIT_WORKSHOP: _("Edit the day"),
        Op.EDIT_PARTICIPANT: _("Edit participant"),
        Op.ADD_PARTICIPANT: _("Add participant"),
        Op.REMOVE_PARTICIPANTS: _("Remove participants"),
        Op.MARK_PRESENT: _("Tick who is here"),
        Op.PASTE_PARTICIPANTS: _("Paste participants"),
        Op.USE_CONSTELLATION: _("Use a constellation"),
        Op.ADD_AGENDA_ITEM: _("Add an agenda item"),
        Op.EDIT_AGENDA_ITEM: _("Change the agenda"),
        Op.MOVE_AGENDA_ITEM: _("Move an agenda item"),
        Op.REMOVE_AGENDA_ITEM: _("Remove an agenda item"),
        Op.SET_START: _("Change when the day begins"),
        Op.EDIT_CALENDAR: _("Edit the budget year"),
        Op.FILL_CALENDAR: _("Fill in the budget year"),
        Op.REMOVE_CALENDAR_STEP: _("Remove a step of the year"),
        Op.EDIT_RECIPIENT: _("Edit a recipient"),
        Op.REMOVE_RECIPIENT: _("Remove a recipient"),
        Op.EDIT_MILESTONE: _("Edit milestone"),
        Op.MOVE_MILESTONE: _("Move milestone"),
        Op.SET_ASIDE: _("Set milestone aside"),
        Op.TAKE_BACK: _("Take milestone back"),
        Op.MOVE_ACROSS: _("Move across the waterline"),
        Op.SET_STANCE: _("Choose stance"),
        Op.SET_REASON: _("Write reason"),
        Op.SAVE_PROPOSAL: _("Save proposal"),
        Op.EDIT_ROUND: _("Change how you vote"),
        Op.NEW_ROUND: _("New round"),
        Op.RUN_OFF: _("Run-off"),
        Op.DRAW_LOTS: _("Draw lots"),
        Op.MERGE_MILESTONES: _("Merge milestones"),
        Op.SPLIT_MILESTONES: _("Split milestones"),
        Op.ADD_INITIATIVE: _("Add initiative"),
        Op.RECOMMEND: _("Recommend an alternative"),
        Op.VOTE: words.pgettext("act", "Vote"),
        **material_ops(words),
    }
    return names.get(op, op.value)


def method_name(words: Words, method: RoundMethod) -> str:
    """What a way of voting is called."""
    _ = words.gettext
    names = {
        RoundMethod.CHOICE: _("One choice"),
        RoundMethod.DOTS: _("Dots"),
        RoundMethod.RATING: _("Scale"),
        RoundMethod.NEED: _("Need or nice"),
        RoundMethod.POINTS: _("Dots and stops"),
    }
    return names[method]


def state_name(words: Words, state: RoundState) -> str:
    """What the vote machine calls a state."""
    pgettext = words.pgettext
    names = {
        RoundState.READY: pgettext("round", "Ready"),
        RoundState.OPEN: pgettext("round", "Open"),
        RoundState.CLOSED: pgettext("round", "Closed"),
        RoundState.SHOWN: pgettext("round", "Shown"),
        RoundState.LOCKED: pgettext("round", "Locked"),
        RoundState.CANCELLED: pgettext("round", "Cancelled"),
    }
    return names[state]


def refusal(words: Words, refused: Refused) -> str:
    """Why a rule said no, and what to do instead."""
    _ = words.gettext
    sentence = refusal_sentences(words).get(refused.code)
    if sentence is None:
        return _("That is not possible here. Nothing has been changed.")
    return filled(sentence, _worded(words, refused.facts))


def known(words: Words, error: KnownError) -> str:
    """What the world did, that nothing is lost, and what to do."""
    _ = words.gettext
    sentence = world_sentences(words).get(error.code)
    if sentence is None:
        return _("It did not work this time. Nothing has been lost. Try again.")
    return filled(sentence, error.facts)


class _Facts(dict[str, str]):
    """Facts of a sentence; one that is missing is left out of it."""

    def __missing__(self, key: str) -> str:
        return ""


def filled(sentence: str, facts: Mapping[str, object]) -> str:
    """The sentence with its facts; one that is missing is left out."""
    return sentence.format_map(_Facts({key: str(value) for key, value in facts.items()}))


def _worded(words: Words, facts: Mapping[str, object]) -> dict[str, object]:
    """The facts with states of rounds in words."""
    worded = dict(facts)
    if "state" in worded:
        worded["state"] = state_name(words, RoundState(str(worded["state"]))).lower()
    return worded
