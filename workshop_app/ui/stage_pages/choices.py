"""The shared screen: what was answered, as a row of boxes for each question (picture 21b)."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.figures.shapes import Figure, Ruler
from workshop_app.figures.stage.choices import ChoiceRow, Choices, choices_pages
from workshop_app.figures.stage.frame import Told
from workshop_app.report.texts import rule_sentence
from workshop_app.ui.stage_pages.answers import (
    AnswerRow,
    answer_rows,
    answers_of,
    answers_sentence,
    is_list,
    told_rows,
    votes_line,
)
from workshop_app.ui.stage_pages.round_view import OptionView
from workshop_app.ui.stage_pages.scene import Scene, round_frame, voted_pill, voters_of


def choices_figures(scene: Scene, ruler: Ruler) -> tuple[Figure, ...]:
    """A row for each question, or for each answer where there is one question."""
    return choices_pages(_choices(scene), ruler)


def drawn_row(row: AnswerRow, *, below: str = "") -> ChoiceRow:
    """A row as it is drawn."""
    return ChoiceRow(
        key=row.option.id,
        text=row.option.label,
        below=below,
        parts=row.parts,
        counts=row.counts,
        outcome=row.word,
        code=row.option.code,
        track=max(row.option.track, 0),
    )


def _choices(scene: Scene) -> Choices:
    words, voting = scene.words, scene.voting
    rows = answer_rows(words, scene.day, voting, best_first=scene.focus.best_first)
    frame = round_frame(scene, voting.question or voting.name, None)
    line = votes_line(words, voting, voters_of(scene))
    told = Told(answers_sentence(words, voting, rows), told_rows(words, scene.day, voting, rows))
    if is_list(voting):
        listed = replace(frame, kicker=voting.name, pill=voted_pill(scene))
        return Choices(listed, tuple(drawn_row(row) for row in rows), told=told)
    kinds = answers_of(words, scene.day, voting)
    return Choices(
        frame=replace(frame, kicker=f"{voting.name} · {line}" if voting.question else line),
        rows=tuple(drawn_row(row, below=_below(scene, row.option)) for row in rows),
        legend=tuple((kind.look, kind.word) for kind in kinds),
        note=rule_sentence(words, voting) if scene.focus.best_first else "",
        told=told,
    )


def _below(scene: Scene, option: OptionView) -> str:
    """Only the cost: what is known of it is read aloud."""
    return scene.formats.tkr(option.cost_tkr) if option.cost_tkr is not None else ""
