"""How long the shared screen takes to paint at 1920 × 1080, against the bare painter.

The bare painter draws the same texts in the same fonts and places, and a plain box for every other
shape, on the same picture. Run it with `python tests/benchmarks/stage_paint.py`; it prints the
milliseconds of each page (target: under 8) and the ratio.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from workshop_app.app.headless import run_sample_day
from workshop_app.app.stage import Showing
from workshop_app.app.store import DayStore
from workshop_app.bootstrap import make_application
from workshop_app.figures.palette import palette
from workshop_app.figures.shapes import Clip, Figure, Label, Role, Shape
from workshop_app.storage.dayfile import DayFile
from workshop_app.system.kit import Kit, make_kit
from workshop_app.ui.desk_parts import make_workplace
from workshop_app.ui.dialogs import QtInteraction
from workshop_app.ui.painting import font_for, paint
from workshop_app.ui.stage_pages.registry import stage_figure

ROUNDS = 60
STEPS = ("welcome", "vote", "roadmap", "prioritise", "frame", "summary")
COLORS = palette(dark=False)


def figures(kit: Kit, folder: Path) -> dict[str, Figure]:
    """The page of every step, for the sample day with its votes."""
    path, _ = run_sample_day(kit, folder)
    store = DayStore(DayFile.open(path))
    place = make_workplace(kit, store, QtInteraction(kit.words, QWidget))
    pages = {step: stage_figure(place, Showing(step)) for step in STEPS}
    store.close()
    return pages


def shapes_of(figure: Figure) -> list[Shape]:
    """All shapes, also those in clips."""
    found: list[Shape] = []
    for piece in figure.pieces:
        found += piece.shapes if isinstance(piece, Clip) else (piece,)
    return found


def bare(painter: QPainter, shapes: list[Shape]) -> None:
    """The same texts, and a box for everything else."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    ink = QColor(COLORS[Role.INK])
    fonts = {}
    for shape in shapes:
        if isinstance(shape, Label):
            look = (round(shape.size), shape.weight, shape.spacing)
            font = fonts.get(look) or fonts.setdefault(look, font_for(*look))
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QPointF(shape.at, shape.baseline), shape.text)
        else:
            painter.fillRect(QRectF(400, 400, 60, 60), ink)


def timed(image: QImage, draw: Callable[[QPainter], None]) -> float:
    """Milliseconds for one picture."""
    begin = time.perf_counter()
    image.fill(QColor(COLORS[Role.STAGE]))
    with QPainter(image) as painter:
        draw(painter)
    return (time.perf_counter() - begin) * 1000


def ours(figure: Figure, painter: QPainter) -> None:
    """The page as the room sees it."""
    paint(painter, figure, COLORS)


def main() -> None:
    """Measure and print."""
    kit = make_kit()
    app = make_application(kit)
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    with tempfile.TemporaryDirectory() as folder:
        pages = figures(kit, Path(folder))
    for step, figure in pages.items():
        draw, plain = partial(ours, figure), partial(bare, shapes=shapes_of(figure))
        pairs = [(timed(image, plain), timed(image, draw)) for _ in range(ROUNDS)]
        low, high = (statistics.median(times) for times in zip(*pairs[5:], strict=True))
        print(f"{step:10} bare {low:5.2f} ms, page {high:5.2f} ms, ratio {high / low:.2f}")
    app.quit()


if __name__ == "__main__":
    main()
