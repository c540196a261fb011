"""The shared screen: the alternatives before and after the vote on them (pictures 28, 28b)."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.day import Day, find
from workshop_app.domain.frames import FrameView, frame_view
from workshop_app.domain.nouns import FrameAlternative
from workshop_app.domain.rounds import electorate
from workshop_app.figures.shapes import Figure, Ruler
from workshop_app.figures.stage.alternatives import Alternatives, Card, alternatives_pages
from workshop_app.figures.stage.frame import Told
from workshop_app.report.texts import fits, result_target
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.answers import (
    AnswerRow,
    answer_rows,
    answers_of,
    answers_sentence,
    told_rows,
)
from workshop_app.ui.stage_pages.choices import choices_figures
from workshop_app.ui.stage_pages.differences import Difference, differences
from workshop_app.ui.stage_pages.scene import Scene, progress_pill, round_frame, voted_pill

_MOST_LINES = 3


def backing_figures(scene: Scene, ruler: Ruler) -> tuple[Figure, ...]:
    """A card for each alternative: what sets it apart, then how many stand behind it."""
    frames = [frame for one in scene.voting.options if (frame := find(scene.day.frames, one))]
    if len(frames) != len(scene.voting.options):
        return choices_figures(scene, ruler)
    return alternatives_pages(_page(scene, frames), ruler)


def frame_title(words: Words, day: Day, frame: FrameAlternative) -> tuple[str, str]:
    """The number of an alternative, and its name without it: "Alternative 1", "Equal percent"."""
    number = words.gettext("Alternative {n}").format(n=1 + day.frames.index(frame))
    _start, colon, rest = frame.name.partition(":")
    name = rest.strip() if colon and rest.strip() else frame.name
    return number, name[:1].upper() + name[1:]


def _page(scene: Scene, frames: list[FrameAlternative]) -> Alternatives:
    words, voting = scene.words, scene.voting
    _ = words.gettext
    rows = {row.option.id: row for row in _rows(scene)}
    revealed = scene.reveals and bool(rows)
    apart = () if revealed else differences(scene.day)
    cards = tuple(_card(scene, frame, rows.get(frame.id), apart) for frame in frames)
    standing = scene.day.standing(voting.id)
    base = standing.electorate or electorate(scene.day, voting)
    year = scene.day.workshop.budget_year
    kicker = words.ngettext(
        "{n} frame alternative for {year}", "{n} frame alternatives for {year}", len(frames)
    ).format(n=len(frames), year=year)
    title = _("This is where we stand on the alternatives")
    if not revealed:
        title = voting.question or voting.name
    frame = replace(round_frame(scene, title, None), kicker=kicker)
    told = Told(title, ((_("Alternative"),), *((card.name,) for card in cards)))
    if revealed:
        shown = _rows(scene)
        kinds = answers_of(words, scene.day, voting)
        told = Told(
            answers_sentence(words, voting, shown), told_rows(words, scene.day, voting, shown)
        )
        return Alternatives(
            frame=replace(frame, pill=voted_pill(scene)),
            cards=cards,
            legend=tuple((kind.look, kind.word) for kind in kinds),
            note=_("Each box is one person. A proposal, not a decision."),
            told=told,
        )
    return Alternatives(
        frame=replace(frame, pill=progress_pill(scene)),
        cards=cards,
        differs_heading=_("What sets it apart"),
        done=(standing.voted, base),
        done_words=(
            _("{voted} of {base}").format(voted=standing.voted, base=base),
            _("have voted"),
        ),
        hidden=_("The result is hidden"),
        told=told,
    )


def _rows(scene: Scene) -> tuple[AnswerRow, ...]:
    best = scene.focus.best_first
    return answer_rows(scene.words, scene.day, scene.voting, best_first=best)


def _card(
    scene: Scene, frame: FrameAlternative, row: AnswerRow | None, apart: tuple[Difference, ...]
) -> Card:
    words = scene.words
    _ = words.gettext
    view = frame_view(scene.day, frame.id)
    number, name = frame_title(words, scene.day, frame)
    shown = row is not None and scene.reveals
    return Card(
        key=frame.id,
        number=number,
        name=name,
        sums=(
            (_("To lower, tkr"), _amount(scene, view.gap)),
            (_("The proposal, tkr"), scene.formats.number(-view.effect[0])),
        ),
        facts=_facts(scene, view),
        differs=tuple(one.line(frame.id, words) for one in apart[:_MOST_LINES]),
        parts=row.parts if row is not None and shown else (),
        behind=row.word if row is not None and shown else "",
    )


def _amount(scene: Scene, value: int | None) -> str:
    return "–" if value is None else scene.formats.number(value)


def _facts(scene: Scene, view: FrameView) -> tuple[tuple[str, bool], ...]:
    words, formats = scene.words, scene.formats
    result = result_target(words, formats, view.result_permille, view.reaches_target)
    text = words.gettext("Result {result}") if view.result_permille is not None else "{result}"
    facts = [(text.format(result=result), not view.reaches_target)]
    if view.margin is not None:
        facts.insert(0, (fits(words, formats, view.margin), view.margin < 0))
    return tuple(facts)
