"""Words in a few lines, and the remarks."""

from pathlib import Path

from workshop_app.figures.icons import Icon
from workshop_app.figures.ruler import FontRuler
from workshop_app.figures.text import Style
from workshop_app.ui.widgets.clamped import Clamped
from workshop_app.ui.widgets.remarks import Remark, RemarkList

RULER = FontRuler(Path(__file__).parents[2] / "resources" / "fonts")
LONG = "Biblioteket och fritidsgården i Sågbyn delar lokal, bemanning, städning och telefon"


def test_words_stay_within_their_lines_and_the_whole_is_still_told(qtbot):
    widget = Clamped(Style(14), RULER, lines=2)
    qtbot.addWidget(widget)
    widget.say(LONG)

    lines = widget.lines(200)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(RULER.width(line, 14) <= 200 for line in lines)
    assert widget.heightForWidth(200) == 2 * widget.heightForWidth(2000)
    assert (widget.accessibleName(), widget.toolTip(), widget.text) == (LONG, LONG, LONG)


def test_short_words_take_one_line_and_are_painted(qtbot):
    widget = Clamped(Style(14), RULER)
    qtbot.addWidget(widget)
    widget.say("Rent")
    widget.resize(200, 40)
    picture = widget.grab().toImage()

    blank = picture.pixelColor(199, 39)
    dark = [x for x in range(60) for y in range(20) if picture.pixelColor(x, y).lightness() < 120]
    assert blank.lightness() > 200
    assert dark


def test_remarks_are_replaced_whole_and_each_is_named(qtbot):
    remarks = RemarkList("To look over")
    qtbot.addWidget(remarks)
    remarks.put(
        [Remark(Icon.WARN, "Over the frame", "Remove something."), Remark(Icon.CHECK, "Fine")]
    )
    first = remarks.layout().itemAt(0).widget()
    assert first.accessibleName() == "Over the frame. Remove something."

    remarks.put([Remark(Icon.CHECK, "Fine")])
    assert remarks.layout().count() == 1
    same = remarks.layout().itemAt(0).widget()
    remarks.put([Remark(Icon.CHECK, "Fine")])
    assert remarks.layout().itemAt(0).widget() is same
    assert remarks.remarks == (Remark(Icon.CHECK, "Fine"),)
