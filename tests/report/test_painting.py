"""The same figure on paper and on screen: nearly the same picture."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QColor, QImage, QPainter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from workshop_app.figures.icons import Icon, icon
from workshop_app.figures.marks import evidence, track_mark
from workshop_app.figures.palette import palette
from workshop_app.figures.ruler import FontRuler
from workshop_app.figures.shapes import (
    Align,
    Box,
    Clip,
    Figure,
    Ink,
    Label,
    Line,
    Oval,
    Piece,
    Point,
    Rect,
    Role,
    Step,
    Weight,
)
from workshop_app.figures.shapes import (
    Path as Outline,
)
from workshop_app.figures.stone import StoneLook, stone
from workshop_app.figures.waterline import (
    Block,
    BlockKind,
    Level,
    Pillar,
    PillarPlace,
    pillar_pieces,
    surface_line,
    water,
)
from workshop_app.report.painting import font_name, paint, register_fonts
from workshop_app.ui.painting import paint as paint_on_screen

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SIZE = (480, 300)
INK = Ink(fill=Role.ACCENT)
PLACE = PillarPlace(480, 300, 20, 160, 60, 120, labels=4, text=14, wave=4, period=60, pen=3)
PILLAR = Pillar(
    (Block("a", "A", 400, BlockKind.MUST), Block("b", "B", 500, BlockKind.START)),
    (Block("c", "C", 600, BlockKind.KEEP), Block("d", "D", 300, BlockKind.START)),
    1000,
    "Alt. 1",
    (Level("Alt. 2", 700),),
)


def on_screen(figure: Figure, dark: bool = False) -> Image.Image:
    values = palette(dark=dark)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(values[Role.STAGE]))
    with QPainter(image) as painter:
        paint_on_screen(painter, figure, values)
    raw = bytes(image.constBits())
    return Image.frombytes("RGBA", SIZE, raw, "raw", "BGRA").convert("RGB")


def on_paper(figure: Figure, folder: Path, dark: bool = False) -> Image.Image:
    register_fonts(FONTS)
    values = palette(dark=dark)
    ground = Box(Rect(0, 0, *SIZE), Ink(fill=Role.STAGE))
    sheet = Canvas(str(folder / "figure.pdf"), pagesize=(SIZE[0] + 20, SIZE[1] + 20))
    for part in (Figure(*SIZE, (ground,)), figure):
        paint(sheet, part, 10, SIZE[1] + 10, values)
    sheet.save()
    with pypdfium2.PdfDocument(folder / "figure.pdf") as document:
        page = document[0].render(scale=1).to_pil().convert("RGB")
    return page.crop((10, 10, 10 + SIZE[0], 10 + SIZE[1]))


def difference(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures in parts of 255."""
    return sum(ImageStat.Stat(ImageChops.difference(first, second)).mean) / 3


SUBJECTS: dict[str, tuple[Piece, ...]] = {
    "boxes": (
        Box(Rect(20, 20, 200, 120), INK, 20),
        Box(Rect(250, 20, 200, 120), Ink(stroke=Role.BAD, width=6), 30),
        Box(Rect(20, 160, 200, 120), Ink(fill=Role.START, hatch=True, width=4)),
        Box(Rect(250, 160, 200, 120), Ink(fill=Role.TINT2, stroke=Role.START, width=3)),
        Box(Rect(180, 100, 100, 100), Ink(fill=Role.BAD, opacity=0.4)),
        Box(Rect(300, 200, 60, 60), Ink(stroke=Role.INK, width=3)),
    ),
    "ovals": (Oval(Rect(40, 30, 380, 220), Ink(fill=Role.TINT, stroke=Role.ACCENT, width=8)),),
    "lines": (
        Line((Point(20, 30), Point(200, 250), Point(430, 60)),
             Ink(stroke=Role.ACCENT, width=14, round_ends=True)),
        Line((Point(20, 270), Point(460, 270)), Ink(stroke=Role.INK, width=6, dash=(3, 2))),
    ),
    "paths": (
        Outline(
            (
                Step("M", (Point(40, 200),)),
                Step("Q", (Point(150, 0), Point(260, 200))),
                Step("C", (Point(300, 300), Point(400, 300), Point(440, 60))),
                Step("L", (Point(440, 280),)),
                Step("L", (Point(40, 280),)),
                Step("Z"),
            ),
            Ink(fill=Role.WATER, fade_to=Role.WARN, stroke=Role.ACCENT, width=4),
        ),
    ),
    "clipped": (
        Clip(Rect(100, 50, 120, 200), (Oval(Rect(20, 20, 300, 260), INK),)),
        Oval(Rect(260, 60, 180, 180), Ink(fill=Role.WATER, fade_to=Role.DEEP, opacity=0.5)),
    ),
    "words": (
        Label("Åsa väljer 1 250 tkr", 20, 60, 34, Role.INK, Weight.BOLD),
        Label("mitt på", 240, 120, 28.5, Role.ACCENT, Weight.SEMIBOLD, Align.CENTRE, -0.5),
        Label("till höger", 460, 180, 28, Role.WARN, Weight.ITALIC, Align.RIGHT),
        Label("glest", 20, 240, 40, Role.INK2, Weight.BLACK, spacing=4.0),
    ),
    "marks": (
        *stone(Rect(20, 20, 100, 110), StoneLook(Role.TRACK_A, text="K4", text_size=44)),
        *stone(Rect(140, 20, 100, 110), StoneLook(check=True)),
        *stone(Rect(260, 20, 100, 110), StoneLook(hollow=True)),
        *(s for i in range(6) for s in track_mark(i, Rect(10 + i * 78, 150, 66, 66))),
        *evidence(1, Rect(380, 30, 80, 80)),
        *icon(Icon.PEOPLE, Rect(20, 230, 60, 60), Role.INK2),
        *icon(Icon.EYE_OFF, Rect(100, 230, 60, 60), Role.INK2),
    ),
    "waterline": (*water(PLACE), *pillar_pieces(PILLAR, PLACE), surface_line(PLACE)),
}  # fmt: skip


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_paper_and_screen_show_nearly_the_same_picture(qapp, tmp_path, subject, dark):
    figure = Figure(*SIZE, SUBJECTS[subject])
    screen, paper = on_screen(figure, dark), on_paper(figure, tmp_path, dark)
    empty = on_screen(Figure(*SIZE), dark)
    assert difference(screen, empty) > 2, "something is drawn"
    assert difference(screen, paper) < 2
    assert difference(screen, paper) < difference(screen, empty) / 4


def test_the_comparison_sees_a_shape_that_moved(qapp, tmp_path):
    here = Figure(*SIZE, (Box(Rect(20, 20, 200, 120), INK),))
    there = Figure(*SIZE, (Box(Rect(40, 30, 200, 120), INK),))
    assert difference(on_screen(here), on_paper(there, tmp_path)) > 2


def test_fonts_may_be_registered_twice():
    register_fonts(FONTS)
    register_fonts(FONTS)
    assert {font_name(weight) for weight in Weight} <= set(pdfmetrics.getRegisteredFontNames())


def test_words_on_paper_can_be_searched(tmp_path):
    figure = Figure(*SIZE, (Label("Sågbyn 1 250 tkr", 20, 60, 20),))
    on_paper(figure, tmp_path)
    with pypdfium2.PdfDocument(tmp_path / "figure.pdf") as document:
        assert "Sågbyn 1 250 tkr" in document[0].get_textpage().get_text_bounded()


@settings(max_examples=8)
@given(st.text(alphabet="abcdeåäö ÅÄÖ0123456789,.–−", min_size=1, max_size=24),
       st.sampled_from(Weight))  # fmt: skip
def test_a_word_ends_at_the_same_place_on_paper_as_the_ruler_says(text, weight):
    register_fonts(FONTS)
    width = FontRuler(FONTS).width(text, 12, weight)
    assert pdfmetrics.stringWidth(text, font_name(weight), 12) == pytest.approx(width)
