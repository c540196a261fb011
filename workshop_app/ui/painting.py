"""Draws figures with Qt, and the widget that shows one.

The painter is always used with `with`: PySide6 brings the program down if one is left to the
garbage collector.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar, assert_never

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from workshop_app.figures.shapes import (
    HATCH_OPACITY,
    Align,
    Box,
    Clip,
    Figure,
    Ink,
    Label,
    Line,
    Oval,
    Rect,
    Role,
    Shape,
    Spot,
    Weight,
    bounds_of,
    hatch_lines,
)
from workshop_app.figures.shapes import (
    Path as Outline,
)

Palette = Mapping[Role, str]

_FAMILIES: Mapping[Weight, str] = {
    Weight.REGULAR: "MilstolpeSans",
    Weight.SEMIBOLD: "MilstolpeSans SemiBold",
    Weight.BOLD: "MilstolpeSans",
    Weight.BLACK: "MilstolpeSans Black",
    Weight.ITALIC: "MilstolpeSans",
}
_FEATURES_OFF = ("calt", "liga", "clig")
_FOCUS_GAP = 2.0
_FOCUS_WIDTH = 2.0


def load_fonts(folder: Path) -> bool:
    """Tell Qt about the bundled fonts; False if one of them could not be read."""
    files = sorted(folder.glob("MilstolpeSans-*.ttf"))
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return len(loaded) == len(Weight) and all(number >= 0 for number in loaded)


def font_for(pixels: int, weight: Weight = Weight.REGULAR, spacing: float = 0.0) -> QFont:
    """The bundled face, set as the ruler measures: no kerning, ligatures or hinting."""
    font = QFont(_FAMILIES[weight])
    font.setPixelSize(max(1, pixels))
    font.setBold(weight is Weight.BOLD)
    font.setItalic(weight is Weight.ITALIC)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _FEATURES_OFF:
        font.setFeature(QFont.Tag(feature), 0)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


def paint(painter: QPainter, figure: Figure, palette: Palette, *, scale: float = 1.0) -> None:
    """Draw a figure with its corner at the painter's origin, `scale` device pixels per unit."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    easel = _Easel(painter, palette)
    for piece in figure.pieces:
        if isinstance(piece, Clip):
            painter.save()
            painter.setClipRect(_rect(piece.rect), Qt.ClipOperation.IntersectClip)
            easel.draw(piece.shapes)
            painter.restore()
        else:
            easel.draw((piece,))
    painter.restore()


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)


class _Easel:
    """A painter with a palette; colours are made once per picture."""

    def __init__(self, painter: QPainter, palette: Palette) -> None:
        self._painter = painter
        self._palette = palette
        self._colors: dict[Role, QColor] = {}
        self._fonts: dict[tuple[int, Weight, float], tuple[QFont, QFontMetricsF]] = {}

    def draw(self, shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            match shape:
                case Label():
                    self._label(shape)
                case Box():
                    self._box(shape)
                case Oval():
                    path = QPainterPath()
                    path.addEllipse(_rect(shape.rect))
                    self._path(path, shape.ink, _rect(shape.rect))
                case Line():
                    self._line(shape)
                case Outline():
                    self._path(_outline(shape), shape.ink, _rect(bounds_of(shape.steps)))
                case _:
                    assert_never(shape)

    def _color(self, role: Role) -> QColor:
        color = self._colors.get(role)
        if color is None:
            color = self._colors[role] = QColor(self._palette[role])
        return color

    def _pen(self, ink: Ink) -> QPen:
        if ink.stroke is None or ink.hatch:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self._color(ink.stroke), ink.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if ink.round_ends else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if ink.round_ends else Qt.PenJoinStyle.MiterJoin)
        if ink.dash:
            pen.setDashPattern(ink.dash)
        return pen

    def _brush(self, ink: Ink, bounds: QRectF) -> QBrush:
        if ink.fill is None:
            return QBrush(Qt.BrushStyle.NoBrush)
        if ink.fade_to is None:
            return QBrush(self._color(ink.fill))
        fade = QLinearGradient(0, bounds.top(), 0, bounds.bottom())
        fade.setColorAt(0, self._color(ink.fill))
        fade.setColorAt(1, self._color(ink.fade_to))
        return QBrush(fade)

    def _box(self, box: Box) -> None:
        rect = _rect(box.rect)
        if box.ink.hatch or (not box.radius and box.ink.fill is None):
            path = QPainterPath()
            path.addRoundedRect(rect, box.radius, box.radius)
            self._path(path, box.ink, rect)
            return
        painter = self._painter
        painter.setPen(self._pen(box.ink))
        painter.setBrush(self._brush(box.ink, rect))
        painter.setOpacity(box.ink.opacity)
        if box.radius:
            painter.drawRoundedRect(rect, box.radius, box.radius)
        else:
            painter.drawRect(rect)
        painter.setOpacity(1.0)

    def _path(self, path: QPainterPath, ink: Ink, bounds: QRectF) -> None:
        painter = self._painter
        painter.setOpacity(ink.opacity)
        painter.setPen(self._pen(ink))
        painter.setBrush(self._brush(ink, bounds))
        painter.drawPath(path)
        if ink.hatch:
            self._hatch(path, ink)
        painter.setOpacity(1.0)

    def _hatch(self, path: QPainterPath, ink: Ink) -> None:
        painter = self._painter
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(ink.opacity * HATCH_OPACITY)
        painter.setPen(QPen(self._color(ink.stroke or Role.ON_FILL), ink.width))
        bounds = path.boundingRect()
        area = Rect(bounds.x(), bounds.y(), bounds.width(), bounds.height())
        stripes = hatch_lines(area, ink.width)
        # All in one call: one by one they take most of the time of the pillar.
        painter.drawLines([QLineF(a.x, a.y, b.x, b.y) for a, b in stripes])
        painter.restore()

    def _line(self, line: Line) -> None:
        painter = self._painter
        painter.setOpacity(line.ink.opacity)
        painter.setPen(self._pen(line.ink))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(p.x, p.y) for p in line.points]))
        painter.setOpacity(1.0)

    def _label(self, label: Label) -> None:
        # Qt's pixel sizes are whole; what is left over is done by scaling.
        pixels = max(1, round(label.size))
        stretch = label.size / pixels
        font, metrics = self._font(pixels, label.weight, label.spacing / stretch)
        painter = self._painter
        painter.setFont(font)
        painter.setPen(self._color(label.role))
        x = label.at
        if label.align is not Align.LEFT:
            width = metrics.horizontalAdvance(label.text) * stretch
            x -= width / 2 if label.align is Align.CENTRE else width
        if pixels == label.size:
            painter.drawText(QPointF(x, label.baseline), label.text)
            return
        painter.save()
        painter.translate(x, label.baseline)
        painter.scale(stretch, stretch)
        painter.drawText(QPointF(0, 0), label.text)
        painter.restore()

    def _font(self, pixels: int, weight: Weight, spacing: float) -> tuple[QFont, QFontMetricsF]:
        key = (pixels, weight, spacing)
        if key not in self._fonts:
            font = font_for(pixels, weight, spacing)
            self._fonts[key] = (font, QFontMetricsF(font))
        return self._fonts[key]


def _outline(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    for step in outline.steps:
        points = [QPointF(p.x, p.y) for p in step.points]
        match step.kind:
            case "M":
                path.moveTo(points[0])
            case "L":
                path.lineTo(points[0])
            case "Q":
                path.quadTo(points[0], points[1])
            case "C":
                path.cubicTo(points[0], points[1], points[2])
            case _:
                path.closeSubpath()
    return path


class FigureWidget(QWidget):
    """Shows one figure, scaled to fit, and says which spot the mouse is on.

    The figure keeps its shape and is letterboxed. One that is to fill the widget is made anew for
    its size by the owner, who hears of the size through `resized`.
    """

    spot_clicked: ClassVar[Signal] = Signal(str)
    spot_hovered: ClassVar[Signal] = Signal(str)
    resized: ClassVar[Signal] = Signal(QSize)

    def __init__(self, name: str, palette: Palette, parent: QWidget | None = None) -> None:
        """An empty picture.

        Args:
            name: What assistive technology calls the picture.
            palette: Values for the colour roles.
            parent: The widget it belongs to.
        """
        super().__init__(parent)
        self._figure = Figure(1, 1)
        self._palette = palette
        self._background: Role | None = None
        self._focus_key = ""
        self._hovered = ""
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    @figure.setter
    def figure(self, figure: Figure) -> None:
        if figure == self._figure:
            return
        self._figure = figure
        self.setAccessibleDescription(figure.sentence)
        self.updateGeometry()
        self.update()

    def recolour(self, palette: Palette) -> None:
        """Show the figure in other colour values."""
        self._palette = palette
        self.update()

    @property
    def background(self) -> Role | None:
        """Colour behind and beside the figure; None leaves the parent's."""
        return self._background

    @background.setter
    def background(self, role: Role | None) -> None:
        self._background = role
        self.update()

    @property
    def focus_key(self) -> str:
        """Key of the spot with a focus ring; empty for none."""
        return self._focus_key

    @focus_key.setter
    def focus_key(self, key: str) -> None:
        if key != self._focus_key:
            self._focus_key = key
            self.update()

    def scale_and_corner(self) -> tuple[float, QPointF]:
        """Device-independent pixels per unit, and where the figure's corner is."""
        width, height = max(self._figure.width, 1.0), max(self._figure.height, 1.0)
        scale = min(self.width() / width, self.height() / height)
        return scale, QPointF(
            (self.width() - width * scale) / 2, (self.height() - height * scale) / 2
        )

    def spot_at(self, pos: QPointF) -> Spot | None:
        """The topmost spot under a point in the widget."""
        scale, corner = self.scale_and_corner()
        if scale <= 0:
            return None
        x, y = (pos.x() - corner.x()) / scale, (pos.y() - corner.y()) / scale
        for spot in reversed(self._figure.spots):
            rect = spot.rect
            if rect.x <= x <= rect.right and rect.y <= y <= rect.bottom:
                return spot
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._figure.width), round(self._figure.height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(16, 9)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(event.size())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scale, corner = self.scale_and_corner()
        with QPainter(self) as painter:
            if self._background is not None:
                painter.fillRect(self.rect(), QColor(self._palette[self._background]))
            painter.translate(corner)
            paint(painter, self._figure, self._palette, scale=scale)
            self._paint_focus(painter, scale)

    def _paint_focus(self, painter: QPainter, scale: float) -> None:
        spot = next((s for s in self._figure.spots if s.key == self._focus_key), None)
        if spot is None:
            return
        out = _FOCUS_GAP + _FOCUS_WIDTH / 2
        rect = spot.rect
        ring = QRectF(
            rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale
        ).adjusted(-out, -out, out, out)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._palette[Role.INK]), _FOCUS_WIDTH))
        painter.drawRoundedRect(ring, 6, 6)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        key = spot.key if spot else ""
        if key != self._hovered:
            self._hovered = key
            self.setToolTip(spot.name if spot else "")
            self.spot_hovered.emit(key)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.spot_clicked.emit(spot.key)
        super().mouseReleaseEvent(event)
