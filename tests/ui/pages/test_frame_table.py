"""The waterline and the road as tables (Ctrl T)."""

from workshop_app.domain.frames import frame_view
from workshop_app.ui.frame.frame_page import FramePage
from workshop_app.ui.road_page import RoadPage
from workshop_app.ui.table_dialog import TableDialog


def table_of(page, qtbot):
    act = next(one for one in page.acts() if one.name == "figure.table")
    assert act.keys == ("Ctrl+T",)
    act.run()
    dialog = page.window().findChild(TableDialog)
    qtbot.addWidget(dialog)
    return dialog


def test_every_row_of_the_waterline_is_in_its_table(place, show, qtbot):
    page = show(FramePage(place))
    view = frame_view(place.day, "A1")
    dialog = table_of(page, qtbot)
    assert dialog.table.rowCount() == len(view.above) + len(view.below)
    assert "160" in dialog.sentence.text()
    dialog.accept()


def test_every_stone_of_the_road_is_in_its_table(place, show, qtbot):
    page = show(RoadPage(place))
    dialog = table_of(page, qtbot)
    assert dialog.table.rowCount() == 19
    dialog.accept()
