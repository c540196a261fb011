"""The shared screen: need or nice, and how it moved between two rounds (picture 26)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import revealed
from workshop_app.domain.shift import Shift, need_shift
from workshop_app.figures.answer_bars import Move
from workshop_app.figures.shapes import Figure, Ruler
from workshop_app.figures.stage.frame import StageFrame, Told
from workshop_app.figures.stage.shift import ShiftPage, ShiftRow, per_page, shift_pages
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.answers import votes_line
from workshop_app.ui.stage_pages.choices import choices_figures
from workshop_app.ui.stage_pages.round_view import options_of
from workshop_app.ui.stage_pages.scene import Scene, round_frame, voters_of


@dataclass(frozen=True, slots=True)
class MoveView:
    """One service in both rounds: label, numbers, in figures."""

    key: str
    label: str
    move: Move
    from_to: str
    change: str


def needs_figures(scene: Scene, ruler: Ruler) -> tuple[Figure, ...]:
    """The result of the round; sorted, when both rounds are shown, how need has moved first."""
    own = choices_figures(scene, ruler)
    moves = move_views(scene.words, scene.day, scene.voting)
    if not (scene.focus.best_first and moves):
        return own
    return (*shift_pages(_shift(scene, moves), ruler), *own)


def move_views(words: Words, day: Day, voting: VotingRound) -> tuple[MoveView, ...]:
    """How need has moved, biggest move first; none before both rounds are shown.

    Only for the last round: the first one is told alone.
    """
    rounds = revealed(day, RoundMethod.NEED)
    moves = need_shift(day)
    if not moves or rounds[-1][0].id != voting.id:
        return ()
    most = max(1, *(result.voted for _voting, result in (rounds[0], rounds[-1])))
    labels = {view.id: view.label for view in options_of(day, voting)}
    formats = Formats(words.language)
    return tuple(_view(one, labels[one.initiative_id], most, formats) for one in moves)


def ring_words(words: Words) -> tuple[str, str]:
    """What the ring and the dot mean."""
    _ = words.gettext
    return _("As a unit"), _("As the whole municipality")


def _view(one: Shift, label: str, most: int, formats: Formats) -> MoveView:
    return MoveView(
        key=one.initiative_id,
        label=label,
        move=Move(one.unit, one.whole, most),
        from_to=f"{one.unit} → {one.whole}",
        change=formats.signed(one.change),
    )


def _shift(scene: Scene, moves: tuple[MoveView, ...]) -> ShiftPage:
    words = scene.words
    _ = words.gettext
    line = votes_line(words, scene.voting, voters_of(scene))
    frame = round_frame(scene, _("What happens when we see to the whole?"), None)
    counted = _("How many of {n} say need to have").format(n=moves[0].move.most)
    text = _("Page {page} of {pages} · biggest moves first")
    head = (_("What we weigh"), *ring_words(words), _("Change"))
    told = Told(
        shift_sentence(words, moves),
        (head, *((m.label, str(m.move.first), str(m.move.last), m.change) for m in moves)),
    )
    return ShiftPage(
        frame=replace(frame, kicker=line, page_format=text, foot_right=_foot(frame, moves)),
        rows=tuple(ShiftRow(m.key, m.label, m.move, m.from_to, m.change) for m in moves),
        rings=ring_words(words),
        sides=(words.pgettext("answer", "Nice to have"), words.pgettext("answer", "Need to have")),
        groups=(
            _("Weighs more in the whole"),
            _("Weighs less in the whole"),
            _("Weighs the same"),
        ),
        axis=counted,
        told=told,
    )


def shift_sentence(words: Words, moves: tuple[MoveView, ...]) -> str:
    """How need has moved, in one sentence."""
    _ = words.gettext
    up = sum(m.move.last > m.move.first for m in moves)
    down = sum(m.move.last < m.move.first for m in moves)
    text = _(
        "{up} weigh more in the whole, {down} weigh less. The biggest move: {first}, {change}."
    )
    return text.format(up=up, down=down, first=moves[0].label, change=moves[0].change)


def _foot(frame: StageFrame, moves: tuple[MoveView, ...]) -> str:
    """Where there are pages, their number needs the room."""
    return "" if len(moves) > per_page(frame.canvas) else frame.foot_right
