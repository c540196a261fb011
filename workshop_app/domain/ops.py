"""The named acts of the day. The name of the act stands in the undo menu and in the log."""

from __future__ import annotations

from enum import StrEnum


class Op(StrEnum):
    """What a person did."""

    CREATE_DAY = "create_day"
    IMPORT_DAY = "import_day"
    EDIT_WORKSHOP = "edit_workshop"
    EDIT_PARTICIPANT = "edit_participant"
    EDIT_MILESTONE = "edit_milestone"
    MOVE_MILESTONE = "move_milestone"
    SET_ASIDE = "set_aside"
    TAKE_BACK = "take_back"
    MOVE_ACROSS = "move_across"
    SET_STANCE = "set_stance"
    SET_REASON = "set_reason"
    SAVE_PROPOSAL = "save_proposal"
    EDIT_ROUND = "edit_round"
    NEW_ROUND = "new_round"
    VOTE = "vote"
