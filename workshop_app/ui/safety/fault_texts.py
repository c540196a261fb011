"""What stops the day from being saved, in words: for the banner and for the voter's ballot."""

from __future__ import annotations

from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words

ELSEWHERE = frozenset({"moved", "missing"})
"""The file is not where it was; a person can show where it is."""


def cause(words: Words, code: str) -> str:
    """What happened, in one short sentence."""
    _ = words.gettext
    said = {
        "disk_full": _("Not saved: the disk is full."),
        "io_error": _("Not saved: the disk does not answer."),
        "moved": _("Not saved: the file is no longer where it was."),
        "missing": _("Not saved: the file is no longer where it was."),
        "busy": _("Not saved: another program is using the file."),
        "read_only": _("Not saved: the file may no longer be written to."),
        "unreadable": _("Not saved: the file may no longer be opened."),
        "damaged": _("Not saved: the file is damaged."),
        "altered": _("Not saved: another program has changed the file."),
    }
    return said.get(code, _("It could not be saved."))


def cure(words: Words, code: str) -> str:
    """What to do about it."""
    _ = words.gettext
    again = _("The program tries again by itself.")
    rights = _("Allow writing in the folder again; then the program goes on by itself.")
    said = {
        "disk_full": _("Make room on the disk; then the program goes on by itself."),
        "io_error": _("Check that the disk is plugged in. The program tries again by itself."),
        "moved": _("Put it back, show where it is now, or save the day again here."),
        "missing": _("Put it back, show where it is now, or save the day again here."),
        "read_only": rights,
        "unreadable": rights,
        "damaged": _("Close the day and open the latest copy from the start page."),
        "altered": _("Close the day and open the latest copy from the start page."),
    }
    return said.get(code, again)


def banner_text(words: Words, code: str, *, voting: bool) -> str:
    """The whole banner: what happened, that voting is paused, what to do, what is kept."""
    _ = words.gettext
    paused = [_("Voting is paused.")] if voting else []
    kept = _("Every vote that was confirmed is still there.")
    return " ".join((cause(words, code), *paused, cure(words, code), kept))


def ballot_line(words: Words, error: KnownError) -> str:
    """What the voter reads under a ballot that could not be saved."""
    _ = words.gettext
    again = _("Press Enter to try again.")
    return f"{cause(words, error.code)} {again}"
