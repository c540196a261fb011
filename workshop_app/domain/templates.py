"""Day templates: an agenda with steps, rounds with methods and settings, and a budget year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from workshop_app.domain.agenda import clock_text, retimed
from workshop_app.domain.ballot_rules import BACKING_ANSWERS, REVIEW_ANSWERS
from workshop_app.domain.day import Day, find, with_noun
from workshop_app.domain.day_rules import by_date, edit_text
from workshop_app.domain.kinds import (
    AgendaKind,
    Half,
    MilestoneStatus,
    RoundMethod,
)
from workshop_app.domain.local_names import renaming
from workshop_app.domain.nouns import AgendaItem, CalendarStep, VotingRound, Workshop
from workshop_app.domain.refused import Refused
from workshop_app.domain.renaming import Renaming
from workshop_app.domain.rounds import options_locked

Said = Mapping[str, str]
"""The same words by language code, such as {"sv": "Lunch", "en": "Lunch"}."""

_SATURDAY, _MONDAY_AHEAD = 5, 7
_PLAN_YEARS = 3
_TEXTS = ("purpose", "expected_result", "ground_rules")


@dataclass(frozen=True)
class TemplateBlock:
    """A block of the agenda; `round` is the id of a round of the template."""

    title: Said
    minutes: int
    kind: AgendaKind
    step: str = ""
    round: str = ""


@dataclass(frozen=True)
class TemplateRound:
    """A round with the settings that are suggested for it; fields as in `VotingRound`."""

    id: str
    name: Said
    method: RoundMethod
    half: Half
    question: Said
    settings: Mapping[str, object]
    statements: tuple[Said, ...] = ()


@dataclass(frozen=True)
class DayTemplate:
    """One sort of day.

    Attributes:
        key: Its name in the folder.
        order: Where it stands among the others.
        name: What it is called; `about` says what it is for in one sentence.
        start: When the agenda begins, HH:MM.
        texts: Purpose, expected result and ground rules by the field of the workshop.
        blocks: The agenda.
        rounds: What is voted on.
        calendar: Key of the budget year that goes with it; empty = none.
    """

    key: str
    order: int
    name: Said
    about: Said
    start: str
    texts: Mapping[str, Said]
    blocks: tuple[TemplateBlock, ...]
    rounds: tuple[TemplateRound, ...]
    calendar: str = ""


@dataclass(frozen=True)
class CalendarEntry:
    """A step of the budget year: month and day in the year of the day."""

    month: int
    day: int
    event: Said
    content: Said
    kind: Said


@dataclass(frozen=True)
class CalendarTemplate:
    """The budget year where the council decides in a given month."""

    key: str
    order: int
    name: Said
    entries: tuple[CalendarEntry, ...]


def said(words: Said, language: str) -> str:
    """In that language, else in English."""
    return words.get(language, words.get("en", ""))


def new_workshop(key: str, title: str, date: dt.date) -> Workshop:
    """A day with the budget year after its own and a plan of three years."""
    first = date.year + 1
    last = first + _PLAN_YEARS - 1
    return Workshop(
        id=key,
        title=title,
        date=date,
        budget_year=first,
        plan_end_year=last,
        plan_period=f"{first}–{last}",
    )


def with_template(day: Day, template: DayTemplate, language: str) -> Day:
    """The day with the agenda, rounds and texts of a template; what it has itself stays.

    A text of the day that is written already is not replaced. Where the day has local names, as
    one that goes on from another may, the template says them.
    """
    say = partial(_called, renaming(day.workshop), language)
    rounds = tuple(
        filled(day, _round(place, one, say)) for place, one in enumerate(template.rounds, 1)
    )
    start = clock_text(0)
    blocks = [
        AgendaItem(
            id=f"P{place}",
            title=say(block.title),
            start=start,
            end=start,
            minutes=block.minutes,
            kind=block.kind,
            step=block.step,
            round_id=block.round,
        )
        for place, block in enumerate(template.blocks, start=1)
    ]
    agenda = retimed(template.start, blocks)
    texts = {
        field: say(words)
        for field, words in template.texts.items()
        if not getattr(day.workshop, field)
    }
    times = {"start": template.start, "end": agenda[-1].end if agenda else template.start}
    workshop = day.workshop.changed(**texts, **times)
    return replace(day, workshop=workshop, agenda=agenda, rounds=rounds)


def calendar_steps(
    template: CalendarTemplate, year: int, language: str
) -> tuple[CalendarStep, ...]:
    """The budget year in a given year; what falls on a Saturday or Sunday is on the Monday."""
    return by_date(
        CalendarStep(
            id=f"{template.key}-{year}-{place}",
            date=_workday(dt.date(year, entry.month, entry.day)),
            event=said(entry.event, language),
            content=said(entry.content, language),
            kind=said(entry.kind, language),
        )
        for place, entry in enumerate(template.entries, start=1)
    )


def fill_options(day: Day, round_id: str) -> Day:
    """What the round is about, as the day is now: milestones, initiatives, services, alternatives.

    Raises:
        Refused: "unknown_round".
    """
    voting = find(day.rounds, round_id)
    if voting is None:
        raise Refused("unknown_round", round=round_id)
    return replace(day, rounds=with_noun(day.rounds, filled(day, voting)))


def added_since(day: Day, voting: VotingRound) -> tuple[str, ...]:
    """What has come to the day since the round was made, and could be voted on in it.

    A run-off and a later round are about what the round before them left, and take in nothing.
    """
    if voting.run_off_of or voting.number > 1:
        return ()
    return tuple(key for key in options_for(day, voting) or () if key not in voting.options)


def take_in(day: Day, round_id: str) -> Day:
    """The round with what has come to the day since, in the order of the day; none is left out.

    Raises:
        Refused: "unknown_round"; "round_has_votes" once the round is opened.
    """
    voting = find(day.rounds, round_id)
    if voting is None:
        raise Refused("unknown_round", round=round_id)
    if options_locked(day.standing(round_id)):
        raise Refused("round_has_votes", round=voting.name)
    new = added_since(day, voting)
    wanted = {*voting.options, *new}
    order = options_for(day, voting) or ()
    others = [key for key in voting.options if key not in order]
    options = (*(key for key in order if key in wanted), *others)
    changes = {"options": options, "headings_confirmed": False} if new else {"options": options}
    return replace(day, rounds=with_noun(day.rounds, voting.changed(**changes)))


def filled(day: Day, voting: VotingRound) -> VotingRound:
    """The round with all that can be voted on in it; one with its own statements keeps them."""
    options = options_for(day, voting)
    return voting if options is None else voting.changed(options=options)


def options_for(day: Day, voting: VotingRound) -> tuple[str, ...] | None:
    """Ids the round is about; None where it has statements or a question of its own."""
    if voting.method is RoundMethod.DOTS:
        return tuple(m.id for m in day.milestones if m.status is not MilestoneStatus.DROPPED)
    if voting.method in {RoundMethod.NEED, RoundMethod.POINTS}:
        return tuple(i.id for i in day.initiatives if i.voted_on and not i.level_fixed_by_law)
    if voting.method is RoundMethod.CHOICE and voting.answers == REVIEW_ANSWERS:
        return tuple(activity.id for activity in day.activities)
    if voting.method is RoundMethod.CHOICE and voting.answers == BACKING_ANSWERS:
        return tuple(frame.id for frame in day.frames)
    return None


def with_name(
    day: Day, name: str, value: str, *, templates: Iterable[DayTemplate], languages: Iterable[str]
) -> Day:
    """The day with a local name, and with what it has from a template said with that name.

    What somebody has rewritten stays as it was written, and so does a round that was opened.

    Args:
        day: The day.
        name: Field of the local name in the workshop.
        value: What it is called here.
        templates: Those the day may have been made from.
        languages: Those they may have been written in.
    """
    named = edit_text(day, name, value)
    old, new = renaming(day.workshop), renaming(named.workshop)
    said_now: dict[str, str] = {}
    for language in languages:
        for words in (words for template in templates for words in _sayings(template)):
            now = _called(new, language, words)
            said_now |= {said(words, language): now, _called(old, language, words): now}
    shop = named.workshop
    texts = {field: getattr(shop, field) for field in _TEXTS}
    return replace(
        named,
        workshop=shop.changed(**{key: said_now.get(text, text) for key, text in texts.items()}),
        agenda=tuple(
            item.changed(title=said_now.get(item.title, item.title)) for item in named.agenda
        ),
        rounds=tuple(_respoken(named, voting, said_now) for voting in named.rounds),
    )


def _respoken(day: Day, voting: VotingRound, said_now: Mapping[str, str]) -> VotingRound:
    if options_locked(day.standing(voting.id)):
        return voting
    return voting.changed(
        name=said_now.get(voting.name, voting.name),
        question=said_now.get(voting.question, voting.question),
    )


def _sayings(template: DayTemplate) -> Iterator[Said]:
    """All that a template says in a day."""
    yield from template.texts.values()
    yield from (block.title for block in template.blocks)
    for one in template.rounds:
        yield one.name
        yield one.question


def _called(names: Renaming | None, language: str, words: Said) -> str:
    """The words of a template, with what the day calls things where it goes on from another."""
    text = said(words, language)
    return names.said(words.get("en", ""), text, language) if names is not None else text


def _round(place: int, one: TemplateRound, say: Callable[[Said], str]) -> VotingRound:
    return VotingRound.model_validate(
        {
            "id": one.id,
            "series": one.id,
            "position": place,
            "name": say(one.name),
            "question": say(one.question),
            "method": one.method,
            "half": one.half,
            "options": tuple(say(words) for words in one.statements),
            **one.settings,
        }
    )


def _workday(date: dt.date) -> dt.date:
    ahead = _MONDAY_AHEAD - date.weekday() if date.weekday() >= _SATURDAY else 0
    return date + dt.timedelta(days=ahead)
