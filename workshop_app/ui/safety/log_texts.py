"""The head of the log, and what it proves; neither more nor less."""

from __future__ import annotations

from workshop_app.system.language import Words


def log_text(words: Words, head: tuple[int, str]) -> str:
    """How many events there are, the head of their chain, and what it is good for."""
    _ = words.gettext
    number, letters = head
    events = words.ngettext(
        "The log of this day holds {n} event.", "The log of this day holds {n} events.", number
    ).format(n=number)
    code = _("The head of its chain is {head}.").format(head=letters)
    proof = _(
        "The same head is printed in the summary. By itself it proves nothing against somebody who "
        "rewrites everything. It does against whoever changes the file after the paper was handed "
        "out."
    )
    return f"{events} {code} {proof}"
