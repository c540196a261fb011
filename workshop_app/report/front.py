"""The first page: what the room said, in short. What has no result yet is left out or said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_app.domain.frames import CONTINUES, STARTS, FrameRow, FrameView
from workshop_app.domain.kinds import RoundMethod, RoundState, Side
from workshop_app.domain.local_names import forum_beside, own_name
from workshop_app.domain.summary import DaySummary, VoteFact
from workshop_app.figures.text import ELLIPSIS
from workshop_app.report.front_frames import frame_blocks
from workshop_app.report.front_ranking import ranking_blocks
from workshop_app.report.front_tracks import track_blocks
from workshop_app.report.galley import (
    BODY,
    COLUMN,
    LEAD,
    LEFT,
    RIGHT,
    SECOND,
    STRONG,
    TOP,
    Block,
    Cell,
    Place,
    emphasised,
    heading,
    paragraph,
    pour,
    row,
    running,
)
from workshop_app.report.names import alternative, shown_frame
from workshop_app.report.paper import Part, Sheet
from workshop_app.report.press import Head, Press, page_head
from workshop_app.report.tagged import Scope, Tag
from workshop_app.report.texts import fits_sentence, no_result_sentence
from workshop_app.system.formats import HARD_SPACE

_DATE_COLUMN = 69.0
_FITTINGS = ((3, 1.0), (3, 0.8), (2, 0.9), (2, 0.7), (2, 0.55), (1, 0.7), (1, 0.55))
"""Names in each list, and how much of the space between blocks is kept; the first that makes one
page of it is taken, else the very first."""
_LEAD_WIDTH = 452.0
_NAME_LENGTH = 60


Lists = Sequence[tuple[str, Sequence[FrameRow]]]


@dataclass(frozen=True, slots=True)
class Later:
    """What the first page leaves for the others.

    Attributes:
        proposal_page: The page the whole proposal begins on, if there is one.
        names: How many names each list has here.
    """

    proposal_page: int
    names: int = 3


def front_sheets(press: Press, facts: DaySummary, later: Later) -> list[tuple[Sheet, Head]]:
    """The first page, and another if the day has more tracks than one page holds."""
    tries = (
        pour(_blocks(press, facts, replace(later, names=names)), TOP, air=air)
        for names, air in _FITTINGS
    )
    pages = next((pages for pages in tries if len(pages) == 1), None)
    if pages is None:
        pages = pour(_blocks(press, facts, later), TOP)
    workshop = press.day.workshop
    forum, formats = forum_beside(workshop), press.formats
    date = formats.date_long(workshop.date) if forum else formats.date_full(workshop.date)
    kicker = " · ".join(part for part in (forum, workshop.title, date) if part)
    sheets: list[tuple[Sheet, Head]] = []
    for i, parts in enumerate(pages):
        head = Head(kicker, press.words.gettext("Summary"), first=i == 0)
        sheets.append((Sheet((*page_head(head, press), *parts)), head))
    return sheets


def _blocks(press: Press, facts: DaySummary, later: Later) -> tuple[Block, ...]:
    return (
        *_lead(press, facts),
        *_aims(press),
        *_votes(press, facts),
        *frame_blocks(press, facts),
        *_proposal(press, facts, later),
        *_next(press, facts),
    )


def _lead(press: Press, facts: DaySummary) -> tuple[Block, ...]:
    sentences = [*_who_voted(press, facts), *_what_goes_on(press, facts), *_preferred(press, facts)]
    if not sentences and not press.day.rounds and not facts.frames:
        sentences = [press.words.gettext("The day has no milestones and no frames yet.")]
    if not sentences:
        return ()
    place = Place(LEFT, 0, _LEAD_WIDTH, LEAD.size * 1.54)
    return (paragraph(" ".join(sentences), LEAD, place, press.ruler),)


def _aims(press: Press) -> tuple[Block, ...]:
    """What the day was for, who asked for it and where it was held."""
    _, workshop = press.words.gettext, press.day.workshop
    said = (
        (_("Purpose: {text}"), workshop.purpose),
        (_("Expected result: {text}"), workshop.expected_result),
    )
    lines = [sentence.format(text=" ".join(text.split())) for sentence, text in said if text]
    held = (
        (_("Owner of the day: {text}"), workshop.owner_role),
        (_("Venue: {text}"), workshop.venue),
    )
    facts = [sentence.format(text=text) for sentence, text in held if text]
    if facts:
        lines.append(" · ".join(facts))
    place = Place(LEFT, 0, RIGHT - LEFT, BODY.size * 1.5)
    return tuple(paragraph(line, BODY, place, press.ruler) for line in lines)


def _who_voted(press: Press, facts: DaySummary) -> tuple[str, ...]:
    _, year = press.words.gettext, press.day.workshop.budget_year
    first, second = facts.milestone_vote, facts.initiative_vote
    end = press.day.workshop.plan_end_year
    if first is not None and second is not None:
        sentence = _(
            "{people} voted on {milestones} to {end} and {others} on {initiatives} for {year}."
        )
        return (
            sentence.format(
                people=_people(press, first),
                milestones=_milestones(press, first.options),
                end=end,
                others=press.formats.number(second.voted),
                initiatives=_initiatives(press, second.options),
                year=year,
            ),
        )
    if first is not None:
        sentence = _("{people} voted on {milestones} to {end}.")
        milestones = _milestones(press, first.options)
        return (sentence.format(people=_people(press, first), milestones=milestones, end=end),)
    if second is not None:
        sentence = _("{people} voted on {initiatives} for {year}.")
        initiatives = _initiatives(press, second.options)
        return (sentence.format(people=_people(press, second), initiatives=initiatives, year=year),)
    return ()


def _people(press: Press, vote: VoteFact) -> str:
    message = press.words.ngettext("{n} person", "{n} people", vote.voted)
    return _held(message.format(n=press.formats.number(vote.voted)))


def _milestones(press: Press, count: int) -> str:
    message = press.words.ngettext("{n} milestone", "{n} milestones", count)
    return _held(message.format(n=press.formats.number(count)))


def _initiatives(press: Press, count: int) -> str:
    message = press.words.ngettext("{n} initiative", "{n} initiatives", count)
    return _held(message.format(n=press.formats.number(count)))


def _held(text: str) -> str:
    """A number first in a phrase stays on the line of the word after it."""
    return text.replace(" ", HARD_SPACE, 1)


def _what_goes_on(press: Press, facts: DaySummary) -> tuple[str, ...]:
    if not facts.milestones:
        return ()
    count = facts.going_on
    message = press.words.ngettext("{n} milestone goes on.", "{n} milestones go on.", count)
    return (_held(message.format(n=press.formats.number(count))),)


def _preferred(press: Press, facts: DaySummary) -> tuple[str, ...]:
    if facts.preferred is None:
        return ()
    _ = press.words.gettext
    number = [line.frame_id for line in facts.frames].index(facts.preferred)
    name = emphasised(alternative(press.words, number))
    sentences = [_("The group prefers {alternative}.").format(alternative=name)]
    margin = facts.frames[number].view.margin
    if margin is not None:
        sentences.append(fits_sentence(press.words, press.formats, margin))
    return tuple(sentences)


def _votes(press: Press, facts: DaySummary) -> tuple[Block, ...]:
    """The first milestones of each track, or why there are none to show."""
    dots = [voting for voting in press.day.rounds if voting.method is RoundMethod.DOTS]
    if not dots:
        return ()
    title = press.words.gettext("The milestones with the most dots")
    head = heading(Tag.H2, title, Place(LEFT, 0, RIGHT - LEFT), press.ruler)
    if facts.milestone_vote is not None:
        return (head, *track_blocks(press, facts, facts.milestone_vote))
    states = [press.day.standing(voting.id).state for voting in dots]
    living = [state for state in states if state is not RoundState.CANCELLED]
    sentence = no_result_sentence(press.words, (living or states)[-1])
    place = Place(LEFT, 0, RIGHT - LEFT)
    return (head, paragraph(sentence, BODY, place, press.ruler))


def _proposal(press: Press, facts: DaySummary, later: Later) -> tuple[Block, ...]:
    """What we do and what we do not do, side by side, in lists of names.

    Without a frame nothing is above or below yet; then the order of the vote is what there is.
    """
    view = shown_frame(facts)
    if view is None or not (view.above or view.below):
        return ranking_blocks(press, facts)
    _ = press.words.gettext
    done = (
        (_("Continues as today"), view.column(Side.ABOVE, CONTINUES)),
        (_("Starts"), [one for one in view.column(Side.ABOVE, STARTS) if not one.locked]),
    )
    undone = (
        (_("Does not continue as today"), view.column(Side.BELOW, CONTINUES)),
        (_("Does not start"), view.column(Side.BELOW, STARTS)),
    )
    where = _("The whole list with reasons is on page {page}.").format(page=later.proposal_page)
    left = _with_tail(_listed(press, done, later), _law(press, view))
    right = _with_tail(_listed(press, undone, later), where)
    do = _side(press, _("This is what we do"), LEFT, left)
    dont = _side(press, _("This is what we do not do"), SECOND, right)
    height = max(do.height, dont.height)
    return (Block(height, (*do.parts, *dont.parts), 22),)


def _with_tail(sentences: Sequence[str], tail: str) -> list[str]:
    """The tail goes on in the last paragraph."""
    if not tail:
        return [*sentences]
    if not sentences:
        return [tail]
    return [*sentences[:-1], f"{sentences[-1]} {tail}"]


def _side(press: Press, title: str, x: float, texts: Sequence[str]) -> Block:
    ruler = press.ruler
    head = heading(Tag.H2, title, Place(x, 0, COLUMN), ruler)
    parts, y = [*head.parts], head.height
    for text in texts:
        done = running(text, BODY, Place(x, y, COLUMN - 6, BODY.size * 1.38), ruler)
        parts.append(Part(Tag.P, done.pieces))
        y += done.height + 3
    return Block(y, tuple(parts))


def _listed(press: Press, lists: Lists, later: Later) -> list[str]:
    """One sentence for each list: the dearest by name, the rest by number."""
    _ = press.words.gettext
    sentences = []
    for title, rows in lists:
        dearest = sorted(rows, key=_dearest_first)
        names = "; ".join(_shortened(one.label) for one in dearest[: later.names])
        left = len(dearest) - later.names
        if left > 0:
            more = press.words.ngettext("{n} more", "{n} more", left)
            more = _held(more.format(n=left))
            names = _("{names} and {more}").format(names=names, more=more)
        if rows:
            sentence = _("{title}: {names}.").format(title=emphasised(title), names=names)
            sentences.append(sentence)
    return sentences


def _shortened(label: str) -> str:
    """A long name cut; the proposal's own page has it whole."""
    if len(label) <= _NAME_LENGTH:
        return label
    return label[: _NAME_LENGTH - 1].rstrip() + ELLIPSIS


def _dearest_first(one: FrameRow) -> int:
    return -one.cost


def _law(press: Press, view: FrameView) -> str:
    locked = [one for one in view.above if one.locked]
    if not locked:
        return ""
    message = press.words.ngettext(
        "{n} requirement of the law is always included.",
        "{n} requirements of the law are always included.",
        len(locked),
    )
    return _held(message.format(n=len(locked)))


def _next(press: Press, facts: DaySummary) -> tuple[Block, ...]:
    """What happens now: dates and who does or gets what."""
    if not facts.next_steps:
        return ()
    title = press.words.gettext("What happens now")
    process = own_name(press.day.workshop, "process_name")
    title = f"{title} · {process}" if process else title
    blocks = [heading(Tag.H2, title, Place(LEFT, 0, RIGHT - LEFT), press.ruler)]
    year = press.day.workshop.date.year
    for step in facts.next_steps:
        same = step.date.year == year
        date = press.formats.date_short(step.date) if same else press.formats.date_long(step.date)
        text = press.words.gettext("{who}: {what}").format(who=step.who, what=step.what)
        cells = (
            Cell(date, LEFT, _DATE_COLUMN, STRONG, tag=Tag.TH, scope=Scope.ROW),
            Cell(text if step.what else step.who, LEFT + _DATE_COLUMN, RIGHT - LEFT - _DATE_COLUMN),
        )
        part, height = row(cells, press.ruler)
        blocks.append(Block(height, (Part(Tag.TABLE, parts=(part,), key="next"),), 4.0))
    return tuple(blocks)
