"""The card "Count hands": a number for each option, and whether they add up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.ballots import HandCount
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.figures.icons import Icon
from workshop_app.figures.marks import code_mark
from workshop_app.figures.shapes import Rect, Role, Weight
from workshop_app.system.language import Words
from workshop_app.ui.painting import font_for
from workshop_app.ui.stage_pages.answers import answers_of, is_list
from workshop_app.ui.stage_pages.round_view import OptionView, options_of
from workshop_app.ui.voting.views import hands_line, hands_of, hands_view
from workshop_app.ui.widgets.drawing import IconMark, draw_line, draw_shapes, role_color
from workshop_app.ui.widgets.labels import Card, caption, strong
from workshop_app.ui.widgets.stepper import Stepper

_MARK = 28
_ROW = 44


@dataclass(frozen=True, slots=True)
class HandCell:
    """One number: option and key, the heading over it and what a screen reader calls it."""

    option: str
    key: str
    heading: str
    name: str


@dataclass(frozen=True, slots=True)
class HandRow:
    """One line of the card."""

    option: OptionView
    cells: tuple[HandCell, ...]


class OptionName(QLabel):
    """Code and name of an option on one line; the whole name is in the tooltip."""

    def __init__(self, option: OptionView, parent: QWidget | None = None) -> None:
        super().__init__(option.label, parent)
        self._option = option
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(option.label)
        self.setMinimumSize(80, _ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        left = 0.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._option.code:
                place = Rect(0, (self.height() - _MARK) / 2, _MARK, _MARK)
                draw_shapes(
                    painter, code_mark(max(0, self._option.track), self._option.code, place)
                )
                left = _MARK + 11.0
            painter.setFont(font_for(14, Weight.REGULAR))
            painter.setPen(role_color(Role.INK if self.isEnabled() else Role.INK3))
            room = QRectF(left, 0, self.width() - left - 8, self.height())
            draw_line(painter, self._option.label, room)


class HandsCard(Card):
    """The show of hands.

    Signals:
        counted: An option (id) has a new number under a key ("dots", "stops" or an answer).
    """

    counted = Signal(str, str, int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Count hands"), parent)
        self._words = words
        self._mark = IconMark(Icon.CHECK, Role.ACCENT, 16)
        self._balance = strong("")
        if self.header is not None:
            self.header.addWidget(self._mark)
            self.header.addWidget(self._balance)
        self._how = caption(_("Choose who votes by hand in the list with H, then count the dots."))
        self.body.addWidget(self._how)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(30)
        self._grid.setVerticalSpacing(0)
        self.body.addLayout(self._grid)
        self._shown: tuple[HandRow, ...] = ()
        self._parts: list[QWidget] = []
        self._steppers: dict[tuple[str, str], Stepper] = {}

    @property
    def steppers(self) -> dict[tuple[str, str], Stepper]:
        """(option, key) -> its number."""
        return dict(self._steppers)

    @property
    def balance(self) -> str:
        """How it adds up, in words."""
        return self._balance.text()

    def first(self) -> Stepper | None:
        """Where counting begins."""
        return next(iter(self._steppers.values()), None)

    def show_round(self, day: Day, voting: VotingRound, track_id: str) -> None:
        """Show the numbers of the options in view."""
        _ = self._words.gettext
        rows = hand_rows(self._words, day, voting, track_id)
        if rows != self._shown:
            self._build(rows)
        standing = day.standing(voting.id)
        hands, sums = hands_of(standing), hands_view(day, voting)
        active = standing.state is RoundState.OPEN and hands.people > 0
        for (option, key), stepper in self._steppers.items():
            self._show_number(stepper, hands, (option, key), voting)
            stepper.setEnabled(active)
        how = _("Choose who votes by hand in the list with H, then count the dots.")
        if not uses_dots(voting):
            how = _("Choose who votes by hand in the list with H, then count the hands.")
        self._how.setText(how)
        self._how.setVisible(not hands.people)
        self._mark.setVisible(hands.people > 0)
        self._balance.setVisible(hands.people > 0)
        icon, role = (Icon.CHECK, Role.ACCENT) if sums.balanced else (Icon.WARN, Role.WARN)
        self._mark.show_icon(icon, role)
        self._balance.setText(hands_line(self._words, sums))

    def _show_number(
        self, stepper: Stepper, hands: HandCount, place: tuple[str, str], voting: VotingRound
    ) -> None:
        option, key = place
        each = (voting.cap or voting.dots) if key == "dots" else 1
        with QSignalBlocker(stepper):
            stepper.setRange(0, max(1, hands.people * each))
            stepper.setValue(hands.counts.get(option, {}).get(key, 0))

    def _build(self, rows: tuple[HandRow, ...]) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self._steppers = [], {}
        self._shown = rows
        many = max((len(row.cells) for row in rows), default=1)
        columns = 1 if many > 1 else 2
        for i, row in enumerate(rows):
            self._add(row, i // columns + 1, i % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        if many > 1:
            self._add_headings(rows[0])

    def _add(self, row: HandRow, line: int, column: int) -> None:
        cell = QWidget(self)
        box = QHBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(OptionName(row.option), 1)
        for part in row.cells:
            stepper = Stepper(part.name, 0, 1)
            stepper.valueChanged.connect(partial(self.counted.emit, part.option, part.key))
            box.addWidget(stepper)
            self._steppers[part.option, part.key] = stepper
        self._grid.addWidget(cell, line, column)
        self._parts.append(cell)

    def _add_headings(self, row: HandRow) -> None:
        cell = QWidget(self)
        line = QHBoxLayout(cell)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addStretch(1)
        for part in row.cells:
            heading = caption(part.heading)
            heading.setFixedWidth(100)
            heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.addWidget(heading)
        self._grid.addWidget(cell, 0, 0)
        self._parts.append(cell)


def hand_rows(
    words: Words, day: Day, voting: VotingRound, track_id: str = ""
) -> tuple[HandRow, ...]:
    """What is counted: a number for each option, and for each answer where there are answers."""
    _ = words.gettext
    options = options_of(day, voting, track_id)
    if uses_dots(voting):
        return tuple(HandRow(one, _dots_cells(words, voting, one)) for one in options)
    kinds = answers_of(words, day, voting)
    text = _("{option}: {answer}, hands")
    if is_list(voting):
        asked = voting.options[0]
        return tuple(
            HandRow(
                OptionView(kind.code, kind.word),
                (HandCell(asked, kind.code, kind.word, kind.word),),
            )
            for kind in kinds
        )
    return tuple(
        HandRow(
            one,
            tuple(
                HandCell(
                    one.id, kind.code, kind.word, text.format(option=one.label, answer=kind.word)
                )
                for kind in kinds
            ),
        )
        for one in options
    )


def _dots_cells(words: Words, voting: VotingRound, option: OptionView) -> tuple[HandCell, ...]:
    _ = words.gettext
    dots = _("{option}, dots by hand").format(option=option.label)
    stops = _("{option}, stops by hand").format(option=option.label)
    cells = (
        HandCell(option.id, "dots", _("Dots"), dots),
        HandCell(option.id, "stops", _("Stops"), stops),
    )
    return cells if voting.stops else cells[:1]
