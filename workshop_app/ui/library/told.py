"""What is in a copy of a day, in words: for the dialogs where a person chooses between copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.kinds import DayStatus
from workshop_app.storage.comparing import Kinship, Relation
from workshop_app.storage.preview import DayPreview, RoundTold
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.problems import file_problem
from workshop_app.ui.recent_list import lower_first, size_text, when
from workshop_app.ui.texts import state_name


@dataclass(frozen=True)
class ToldCopy:
    """A copy of a day in words.

    Attributes:
        title: What the day is called.
        date: Its date, and whether it is finalised.
        changed: When something last happened to it.
        size: How much there is in it.
        rounds: A line for each round that somebody has opened.
        log: How many events, and the head of the chain.
        fault: What is wrong with it; empty = it is sound.
    """

    title: str
    date: str
    changed: str
    size: str
    rounds: tuple[str, ...]
    log: str
    fault: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it but the title and what is wrong, a line each."""
        return (self.date, self.changed, self.size, *self.rounds, self.log)


def told_copy(words: Words, found: DayPreview, now: datetime) -> ToldCopy:
    """A copy in words."""
    _ = words.gettext
    formats = Formats(words.language)
    finalised = found.status is DayStatus.FINALISED
    status = _("Finalised") if finalised else words.pgettext("day", "Draft")
    events = words.ngettext("{n} event in the log", "{n} events in the log", found.events)
    return ToldCopy(
        title=found.title,
        date=f"{formats.date_long(found.date)} · {status}",
        changed=_("Last changed {when}").format(when=moment_in_sentence(words, found.changed, now)),
        size=size_text(words, found.participants, found.milestones, found.initiatives),
        rounds=tuple(round_line(words, each) for each in found.rounds)
        or (_("Nobody has voted yet"),),
        log=f"{events.format(n=found.events)} · {found.head}",
        fault=file_problem(words, found.problems[0]) if found.problems else "",
    )


def moment(words: Words, found: datetime, now: datetime) -> str:
    """A day and a time, the day left out if it is today."""
    said = when(words, found, now)
    if found.date() == now.date():
        return said
    return f"{said} {Formats(words.language).clock(found)}"


def moment_in_sentence(words: Words, found: datetime, now: datetime) -> str:
    """The same inside a sentence."""
    return lower_first(moment(words, found, now))


def round_line(words: Words, told: RoundTold) -> str:
    """A round: its name, how far it has come and how many have voted."""
    _ = words.gettext
    voted = words.ngettext("{n} of {all} has voted", "{n} of {all} have voted", told.voted)
    return _("{round}: {state}, {voted}").format(
        round=told.name,
        state=state_name(words, told.state).lower(),
        voted=voted.format(n=told.voted, all=told.electorate),
    )


def relation_sentence(words: Words, relation: Relation) -> str:
    """How the file that was chosen stands to the one that is here."""
    _ = words.gettext
    if relation.kind is Kinship.AHEAD:
        sentence = words.ngettext(
            "The file goes on where the day here ends: {n} more thing has been done in it.",
            "The file goes on where the day here ends: {n} more things have been done in it.",
            relation.theirs,
        )
        return sentence.format(n=relation.theirs)
    if relation.kind is Kinship.BEHIND:
        sentence = words.ngettext(
            "The file is older: {n} more thing has been done in the day here.",
            "The file is older: {n} more things have been done in the day here.",
            relation.ours,
        )
        return sentence.format(n=relation.ours)
    return _(
        "Work has gone on in two places. Both have the same {common} events; after that the day "
        "here has {ours} of its own and the file {theirs}. They cannot be put together. "
        "Choose which one to work in; the other is kept."
    ).format(common=relation.common, ours=relation.ours, theirs=relation.theirs)
