import struct

import pytest
from PySide6.QtGui import QFontMetricsF
from reportlab.pdfbase import pdfmetrics

from tests.figures.support import FONTS
from workshop_app.figures.ruler import Face, FontError, FontRuler
from workshop_app.figures.shapes import Weight
from workshop_app.report.painting import font_name, register_fonts
from workshop_app.ui.painting import font_for

SAMPLES = (
    "Kultur- och fritidsförvaltningen Åsa Öström",
    "Čáŋŧđšž Ŋ sámegiella",
    "0123456789 1 250 tkr −520",
    "→ ✓ № § · … – —",
    "AVATAR To Wa Ty",
    "il1 fi fl ffi",
)


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("text", SAMPLES)
def test_it_measures_as_reportlab_does(ruler, weight, text):
    register_fonts(FONTS)
    on_paper = pdfmetrics.stringWidth(text, font_name(weight), 31.5)
    assert ruler.width(text, 31.5, weight) == pytest.approx(on_paper, abs=1e-6)


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("size", [13, 28, 62])
def test_it_measures_as_qt_does_without_kerning(qapp, ruler, weight, text, size):
    on_screen = QFontMetricsF(font_for(size, weight)).horizontalAdvance(text)
    assert ruler.width(text, size, weight) == pytest.approx(on_screen, rel=0.005)


def test_figures_are_equally_wide(ruler):
    for weight in Weight:
        assert ruler.width("1111", 30, weight) == pytest.approx(ruler.width("0000", 30, weight))


def test_an_emoji_takes_room_and_an_empty_text_none(ruler):
    assert ruler.width("🙂", 10) > 5
    assert ruler.width("", 10) == 0


def test_it_forgets_when_it_has_seen_too_much(ruler):
    fresh = FontRuler(FONTS)
    for i in range(9000):
        fresh.width(str(i), 10)
    assert fresh.width("42", 10) == ruler.width("42", 10)


def test_a_missing_font_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        FontRuler(tmp_path).width("a", 10)


def test_a_file_that_is_no_font_is_told(tmp_path):
    (tmp_path / "MilstolpeSans-Regular.ttf").write_bytes(b"not a font at all, only words")
    with pytest.raises(FontError):
        FontRuler(tmp_path).width("a", 10)


def font_bytes(cmap: bytes) -> bytes:
    """A font with three glyphs 100, 200 and 300 wide in a square of 1000."""
    tables = {
        b"cmap": cmap,
        b"head": bytes(18) + struct.pack(">H", 1000) + bytes(34),
        b"hhea": bytes(34) + struct.pack(">H", 3),
        b"hmtx": struct.pack(">6H", 100, 0, 200, 0, 300, 0),
    }
    head = struct.pack(">LHHHH", 0x10000, len(tables), 0, 0, 0)
    offset = len(head) + 16 * len(tables)
    entries, body = b"", b""
    for tag, data in tables.items():
        entries += struct.pack(">4sLLL", tag, 0, offset + len(body), len(data))
        body += data
    return head + entries + body


def subtable(platform: int, data: bytes) -> bytes:
    return struct.pack(">HHHHL", 0, 1, platform, 1, 12) + data


def segments(*parts: tuple[int, int, int, int], glyphs: tuple[int, ...] = ()) -> bytes:
    """A format 4 table from (start, end, delta, range offset)."""
    many = len(parts)
    columns = [struct.pack(f">{many}H", *(part[i] for part in parts)) for i in range(4)]
    starts, ends, deltas, shifts = columns
    body = ends + bytes(2) + starts + deltas + shifts + struct.pack(f">{len(glyphs)}H", *glyphs)
    return struct.pack(">HHHHHHH", 4, 14 + len(body), 0, 2 * many, 0, 0, 0) + body


def test_a_segment_may_point_into_a_list_of_glyphs():
    face = Face(font_bytes(subtable(3, segments((65, 67, 1, 2), glyphs=(0, 1, 0)))))
    assert face.ems("B") == pytest.approx(0.3)
    assert not face.has("A")
    assert face.ems("A") == pytest.approx(0.1)


def test_glyphs_beyond_the_last_width_share_it():
    face = Face(font_bytes(subtable(0, segments((65, 70, 0xFFFF - 64 + 1, 0)))))
    assert face.ems("AB") == pytest.approx(0.2 + 0.3)
    assert face.ems("F") == pytest.approx(0.3)


def test_groups_reach_beyond_the_first_plane():
    groups = struct.pack(">HHLLLLLL", 12, 0, 28, 0, 1, 0x1F600, 0x1F601, 1)
    face = Face(font_bytes(subtable(3, groups)))
    assert face.ems("\U0001f600\U0001f601") == pytest.approx(0.5)


def test_a_font_without_unicode_is_refused():
    with pytest.raises(FontError):
        Face(font_bytes(subtable(1, segments((65, 67, 0, 0)))))
    with pytest.raises(FontError):
        Face(font_bytes(subtable(3, struct.pack(">HHH", 0, 6, 0))))
