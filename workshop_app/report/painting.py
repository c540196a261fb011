"""Draws figures on a reportlab canvas: the same shapes as the screen, without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

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
    Point,
    Rect,
    Role,
    Shape,
    Step,
    Weight,
    bounds_of,
    hatch_lines,
)
from workshop_app.figures.shapes import (
    Path as Outline,
)

Palette = Mapping[Role, str]

FAMILY = "MilstolpeSans"
_BUTT, _ROUND = 0, 1


def font_name(weight: Weight) -> str:
    """What reportlab calls the face, for example `MilstolpeSans-Bold`."""
    return f"{FAMILY}-{weight.value}"


def register_fonts(folder: Path) -> None:
    """Make the bundled fonts known to reportlab; harmless when done twice.

    Raises:
        reportlab.pdfbase.ttfonts.TTFError: A font file is missing or broken.
    """
    known = set(pdfmetrics.getRegisteredFontNames())
    for weight in Weight:
        name = font_name(weight)
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def paint(canvas: Canvas, figure: Figure, x: float, y_top: float, palette: Palette) -> None:
    """Draw a figure with its upper left corner at (x, y_top), one point per unit.

    `y_top` is counted as reportlab does, from the bottom of the sheet. The fonts must be
    registered.
    """
    easel = _Easel(canvas, x, y_top, palette)
    for piece in figure.pieces:
        canvas.saveState()
        if isinstance(piece, Clip):
            easel.clip(piece.rect)
            easel.draw(piece.shapes)
        else:
            easel.draw((piece,))
        canvas.restoreState()


class _Easel:
    """A canvas with a palette and its origin in the figure's upper left corner."""

    def __init__(self, canvas: Canvas, x: float, y_top: float, palette: Palette) -> None:
        self._canvas = canvas
        self._x = x
        self._top = y_top
        self._palette = palette

    def draw(self, shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            if isinstance(shape, Label):
                self._label(shape)
            elif isinstance(shape, Line):
                steps = (Step("M", shape.points[:1]), *(Step("L", (p,)) for p in shape.points[1:]))
                self._path(self._outline(steps), shape.ink, bounds_of(steps))
            elif isinstance(shape, Outline):
                self._path(self._outline(shape.steps), shape.ink, bounds_of(shape.steps))
            else:
                self._path(self._closed(shape), shape.ink, shape.rect)

    def clip(self, rect: Rect) -> None:
        self._canvas.clipPath(self._closed(Box(rect, Ink())), stroke=0, fill=0)

    def _at(self, point: Point) -> tuple[float, float]:
        return self._x + point.x, self._top - point.y

    def _closed(self, shape: Box | Oval) -> PDFPathObject:
        path = self._canvas.beginPath()
        rect = shape.rect
        left, bottom = self._at(Point(rect.x, rect.bottom))
        if isinstance(shape, Oval):
            path.ellipse(left, bottom, rect.width, rect.height)
        elif shape.radius:
            radius = min(shape.radius, rect.width / 2, rect.height / 2)
            path.roundRect(left, bottom, rect.width, rect.height, radius)
        else:
            path.rect(left, bottom, rect.width, rect.height)
        return path

    def _outline(self, steps: Sequence[Step]) -> PDFPathObject:
        path = self._canvas.beginPath()
        last = Point(0, 0)
        for step in steps:
            ends = step.points
            match step.kind:
                case "M":
                    path.moveTo(*self._at(ends[0]))
                case "L":
                    path.lineTo(*self._at(ends[0]))
                case "Q":
                    first, second = _cubic(last, ends[0], ends[1])
                    path.curveTo(*self._at(first), *self._at(second), *self._at(ends[1]))
                case "C":
                    path.curveTo(*self._at(ends[0]), *self._at(ends[1]), *self._at(ends[2]))
                case _:
                    path.close()
            last = ends[-1] if ends else last
        return path

    def _path(self, path: PDFPathObject, ink: Ink, bounds: Rect) -> None:
        canvas = self._canvas
        canvas.saveState()
        fill = ink.fill
        if fill is not None and ink.fade_to is not None:
            self._fade(path, ink, bounds)
            fill = None
        stroke = ink.stroke if not ink.hatch else None
        if fill is not None:
            canvas.setFillColor(HexColor(self._palette[fill]))
        if stroke is not None:
            self._pen(ink, stroke)
        # After the colours: setting a colour makes it opaque again.
        self._opacity(ink.opacity)
        if fill is not None or stroke is not None:
            canvas.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))
        if ink.hatch:
            self._hatch(path, ink, bounds)
        canvas.restoreState()

    def _opacity(self, opacity: float) -> None:
        if opacity < 1:
            self._canvas.setFillAlpha(opacity)
            self._canvas.setStrokeAlpha(opacity)

    def _pen(self, ink: Ink, stroke: Role) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(HexColor(self._palette[stroke]))
        canvas.setLineWidth(ink.width)
        canvas.setLineCap(_ROUND if ink.round_ends else _BUTT)
        canvas.setLineJoin(_ROUND if ink.round_ends else _BUTT)
        if ink.dash:
            canvas.setDash([length * ink.width for length in ink.dash])

    def _fade(self, path: PDFPathObject, ink: Ink, bounds: Rect) -> None:
        canvas = self._canvas
        canvas.saveState()
        self._opacity(ink.opacity)
        canvas.clipPath(path, stroke=0, fill=0)
        colors = [HexColor(self._palette[role]) for role in (ink.fill, ink.fade_to) if role]
        x, top = self._at(Point(bounds.x, bounds.y))
        canvas.linearGradient(x, top, x, top - bounds.height, colors, extend=True)
        canvas.restoreState()

    def _hatch(self, path: PDFPathObject, ink: Ink, bounds: Rect) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor(HexColor(self._palette[ink.stroke or Role.ON_FILL]))
        canvas.setStrokeAlpha(ink.opacity * HATCH_OPACITY)
        canvas.setLineWidth(ink.width)
        for start, end in hatch_lines(bounds, ink.width):
            canvas.line(*self._at(start), *self._at(end))
        canvas.restoreState()

    def _label(self, label: Label) -> None:
        canvas = self._canvas
        name = font_name(label.weight)
        width = pdfmetrics.stringWidth(label.text, name, label.size)
        width += label.spacing * len(label.text)
        x, y = self._at(Point(label.at, label.baseline))
        if label.align is not Align.LEFT:
            x -= width / 2 if label.align is Align.CENTRE else width
        canvas.setFillColor(HexColor(self._palette[label.role]))
        canvas.setFont(name, label.size)
        canvas.drawString(x, y, label.text, charSpace=label.spacing)


def _cubic(start: Point, control: Point, end: Point) -> tuple[Point, Point]:
    """The two control points of the cubic curve that equals a quadratic one."""

    def towards(point: Point) -> Point:
        return Point(
            point.x + 2 / 3 * (control.x - point.x), point.y + 2 / 3 * (control.y - point.y)
        )

    return towards(start), towards(end)
