"""The shared screen: answers on a scale on both sides of a line, and how united they are."""

from __future__ import annotations

from dataclasses import replace

from workshop_app.domain.ballot_rules import RATINGS
from workshop_app.figures.shapes import Figure, Ruler
from workshop_app.figures.stage.choices import ChoiceRow, Choices, choices_pages
from workshop_app.figures.stage.frame import Told
from workshop_app.report.texts import rule_sentence
from workshop_app.ui.stage_pages.answers import (
    AnswerRow,
    answer_rows,
    answers_of,
    answers_sentence,
    is_statements,
    told_rows,
    votes_line,
)
from workshop_app.ui.stage_pages.choices import drawn_row
from workshop_app.ui.stage_pages.scene import Scene, round_frame, voters_of


def consensus_figures(scene: Scene, ruler: Ruler) -> tuple[Figure, ...]:
    """In the order of the ballot; sorted, those with the lowest agreement first."""
    words, voting = scene.words, scene.voting
    rows = answer_rows(words, scene.day, voting, best_first=scene.focus.best_first)
    kinds = answers_of(words, scene.day, voting)
    frame = round_frame(scene, voting.question or voting.name, None)
    line = votes_line(words, voting, voters_of(scene))
    silent = is_statements(scene.day, voting)
    told = Told(answers_sentence(words, voting, rows), told_rows(words, scene.day, voting, rows))
    page = Choices(
        frame=replace(frame, kicker=f"{voting.name} · {line}" if voting.question else line),
        rows=tuple(_scaled(row) for row in rows),
        legend=tuple((kind.look, kind.word) for kind in kinds[: len(RATINGS)]),
        on_scale=True,
        note="" if silent else rule_sentence(words, voting),
        told=told,
    )
    return choices_pages(page, ruler)


def _scaled(row: AnswerRow) -> ChoiceRow:
    """Abstaining has no place on the scale; it is told in figures."""
    drawn = drawn_row(row)
    counts = f"{row.counts} ({row.abstain})" if row.abstain else row.counts
    return replace(drawn, parts=row.parts[: len(RATINGS)], counts=counts)
