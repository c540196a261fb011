"""What the lists of a day are called."""

from __future__ import annotations

from workshop_app.app.list_preview import RowMark
from workshop_app.system.language import Words


def list_name(words: Words, collection: str) -> str:
    """What a list is called, by its collection."""
    _, pgettext = words.gettext, words.pgettext
    names = {
        "boards": pgettext("list", "Boards"),
        "units": pgettext("list", "Units"),
        "participants": pgettext("list", "Participants"),
        "documents": pgettext("list", "Steering documents"),
        "tracks": pgettext("list", "Tracks"),
        "ideas": pgettext("list", "Ideas"),
        "challenges": pgettext("list", "Challenges and opportunities"),
        "milestones": pgettext("list", "Milestones"),
        "follow_ups": pgettext("list", "Follow-up of earlier milestones"),
        "activities": pgettext("list", "Services under review"),
        "need_parts": pgettext("list", "Parts of the need"),
        "forecast": pgettext("list", "Forecast"),
        "referrals": pgettext("list", "Referral"),
        "indicators": pgettext("list", "Key figures of the situation"),
        "initiatives": pgettext("list", "Initiatives"),
        "frames": pgettext("list", "Frame alternatives"),
        "portfolios": pgettext("list", "Proposals"),
        "stances": pgettext("list", "Stances"),
        "agenda": pgettext("list", "Agenda"),
        "calendar": pgettext("list", "Budget year"),
        "recipients": pgettext("list", "Recipients"),
        "rounds": pgettext("list", "Voting rounds"),
        "directions": pgettext("list", "Joint standpoints"),
    }
    return names.get(collection, collection)


def mark_name(words: Words, mark: RowMark) -> str:
    """What happens to a row, in a word or two."""
    names = {
        RowMark.NEW: words.pgettext("row", "New"),
        RowMark.CHANGED: words.pgettext("row", "Changed"),
        RowMark.SAME: words.pgettext("row", "Unchanged"),
        RowMark.WRONG: words.pgettext("row", "Fault"),
        RowMark.UNKNOWN: "",
    }
    return names[mark]
