"""The need and the frames side by side, always over the list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.domain.day import Day
from workshop_app.figures.icons import Icon
from workshop_app.figures.shapes import Role, Weight
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.painting import font_for
from workshop_app.ui.widgets.drawing import draw_icon, draw_line, role_color, text_width

_HIGH = 88
_SIDE = 16
_MOST = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """One field: a heading, an amount, and a line whose first words are strong."""

    heading: str
    amount: str
    strong: str = ""
    text: str = ""
    remark: bool = False
    ground: bool = False


def figures(day: Day, words: Words, formats: Formats) -> tuple[Figure, ...]:
    """The need, then the frames; a frame that misses the target has a mark, and that is a fact."""
    _ = words.gettext
    workshop = day.workshop
    need = workshop.need_tkr
    prices = _prices(day, formats, words)
    unknown = _("not known")
    first = Figure(
        heading=_("Need {year}, unchanged").format(year=workshop.budget_year),
        amount=formats.number(need) if need is not None else unknown,
        text=prices,
        ground=True,
    )
    found = [first]
    for number, frame in enumerate(day.frames, start=1):
        gap = None if need is None or frame.frame_tkr is None else need - frame.frame_tkr
        result = ""
        if frame.result_permille is not None:
            percent = formats.percent(frame.result_permille)
            result = _("result {percent}").format(percent=percent)
        lower = _("lower {tkr}").format(tkr=formats.number(gap)) if gap is not None else ""
        known = frame.frame_tkr is not None
        found.append(
            Figure(
                heading=_("Frame, alternative {n}").format(n=number),
                amount=formats.number(frame.frame_tkr or 0) if known else _("Give a frame"),
                strong=lower,
                text=result,
                remark=not frame.reaches_target,
            )
        )
    return tuple(found)


def _prices(day: Day, formats: Formats, words: Words) -> str:
    """The largest part of the need beside last year's budget, or the budget itself."""
    _ = words.gettext
    parts = [part for part in day.need_parts if part.amount_tkr != day.workshop.budget_tkr]
    if not parts:
        return ""
    largest = max(parts, key=_size)
    return _("of which {part} {tkr}").format(
        part=largest.name[:1].lower() + largest.name[1:], tkr=formats.number(largest.amount_tkr)
    )


def _size(part: object) -> int:
    return abs(int(getattr(part, "amount_tkr", 0)))


class FrameStrip(QWidget):
    """The figures, at most four of them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._figures: tuple[Figure, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What is shown."""
        return self._figures

    def put(self, shown: tuple[Figure, ...]) -> None:
        """Show these."""
        self._figures = shown[: _MOST + 1]
        told = (f"{one.heading}: {one.amount} {one.strong} {one.text}" for one in self._figures)
        whole = ". ".join(" ".join(line.split()) for line in told)
        self.setAccessibleDescription(whole)
        self.setToolTip(whole)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._figures:
            return
        wide = self.width() / len(self._figures)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(role_color(Role.LINE), 1))
            painter.setBrush(role_color(Role.SURFACE))
            painter.drawRoundedRect(whole, 10, 10)
            for place, one in enumerate(self._figures):
                self._paint_figure(painter, one, QRectF(place * wide, 0, wide, self.height()))

    def _paint_figure(self, painter: QPainter, one: Figure, rect: QRectF) -> None:
        if one.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(role_color(Role.SUNKEN))
            painter.drawRoundedRect(rect.adjusted(1, 1, -9, -1), 9, 9)
            painter.drawRect(rect.adjusted(12, 1, 0, -1))
        else:
            painter.setPen(QPen(role_color(Role.LINE), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        inner = rect.adjusted(_SIDE, 0, -_SIDE / 2, 0)
        heading = QRectF(inner.left(), 10, inner.width() - (20 if one.remark else 0), 20)
        _line(painter, one.heading, heading, Role.INK3)
        painter.setFont(font_for(23, Weight.BOLD))
        painter.setPen(role_color(Role.INK))
        draw_line(painter, one.amount, QRectF(inner.left(), 29, inner.width(), 28))
        self._paint_foot(painter, one, QRectF(inner.left(), 58, inner.width(), 20))
        if one.remark:
            draw_icon(painter, Icon.INFO, QRectF(rect.right() - 28, 11, 15, 15), Role.WARN)

    def _paint_foot(self, painter: QPainter, one: Figure, foot: QRectF) -> None:
        """The strong words and the rest, a little smaller where they do not fit."""
        text = f"\u00b7 {one.text}" if one.strong and one.text else one.text
        size = 13
        if _foot_width(one.strong, text, size) > foot.width():
            size = 12
        # An amount that ended in dots would be another amount; the tip and the table have it.
        if one.strong and _foot_width(one.strong, text, size) > foot.width():
            text = ""
        if one.strong:
            strong = font_for(size, Weight.SEMIBOLD)
            wide = min(text_width(one.strong, strong) + 1, foot.width())
            painter.setFont(strong)
            painter.setPen(role_color(Role.INK))
            draw_line(painter, one.strong, QRectF(foot.left(), foot.top(), wide, foot.height()))
            foot.setLeft(foot.left() + wide + 4)
        _line(painter, text, foot, Role.INK3, size)


def _foot_width(strong: str, text: str, size: int) -> float:
    bold = font_for(size, Weight.SEMIBOLD)
    return text_width(strong, bold) + text_width(text, font_for(size)) + 6


def _line(painter: QPainter, text: str, rect: QRectF, role: Role, size: int = 13) -> None:
    painter.setFont(font_for(size))
    painter.setPen(role_color(role))
    draw_line(painter, text, rect)
