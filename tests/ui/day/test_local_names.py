"""Local names as they are written, and a whole day that speaks with them."""

import io

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.journeys.program import desk_of, english_kit, running
from workshop_app.domain.day_rules import edit_text
from workshop_app.domain.ops import Op
from workshop_app.figures.shapes import Label
from workshop_app.report.summary import ReportKit, write_summary
from workshop_app.system.language import Language

NAMES = {
    "milestone_name": "etappmål",
    "track_name": "strategisk inriktning",
    "track_short_name": "inriktning",
    "initiative_name": "satsning",
    "plan_name": "verksamhetsplan",
    "forum_name": "Framtidsforum",
    "process_name": "budgetarbete",
}


def write(page, key, text):
    field = page.names.fields[key]
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)


def swedish_kit():
    kit = english_kit()
    for words in (kit.words, kit.stage_words, kit.report_words):
        words.use(Language.SWEDISH)
    return kit


def all_named(day):
    """A rule that gives a day all the names at once."""
    for key, text in NAMES.items():
        day = edit_text(day, key, text)
    return day


def said(desk):
    """Every word in the window."""
    shown = (*desk.findChildren(QLabel), *desk.findChildren(QPushButton))
    return " | ".join(each.text() for each in shown if each.isVisible())


def rail(desk):
    model = desk.frame.rail.model
    rows = range(model.rowCount())
    return [model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) for row in rows]


def on_stage(desk):
    pieces = desk.picture.figure.pieces
    return " ".join(piece.text for piece in pieces if isinstance(piece, Label))


def printed(desk, words=None):
    place, out = desk.workplace, io.BytesIO()
    kit = ReportKit(words or place.report_words, place.fonts, place.clock(), place.ruler)
    write_summary(place.day, kit, out)
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.fixture
def program(qtbot):
    with running(qtbot, kit=swedish_kit()) as made:
        made.open_sample()
        desk_of(made).go_to("day")
        yield made


def test_the_line_under_a_name_shows_its_forms_while_it_is_written(desk):
    field = desk.page.names.fields["milestone_name"]
    assert field.note.isHidden()
    field.editor.setText("goal")
    assert field.note.text() == (
        "It will read: Choose a goal. The goal goes on. Two goals are left. Vote on the goals."
    )
    field.editor.setText("milestone")
    assert field.note.isHidden()
    assert desk.page.names.fields["process_name"].note.isHidden()


def test_a_name_is_in_the_rail_at_once_and_everywhere_when_another_step_opens(qtbot, program):
    desk = desk_of(program)
    frame = desk.frame
    write(desk.page, "track_short_name", "inriktning")
    assert "Inriktningar" in rail(desk)
    assert desk.frame is frame
    assert desk.page.names.fields["milestone_name"].editor.hasFocus()
    desk.go_to("tracks")
    qtbot.waitUntil(lambda: desk.frame is not frame)
    assert "Lås inriktningarna innan dagen börjar." in said(desk)
    frame = desk.frame
    desk.undo()
    qtbot.waitUntil(lambda: desk.frame is not frame)
    assert "Lås spåren innan dagen börjar." in said(desk)
    desk.redo()
    assert desk.workplace.words.gettext("All tracks") == "Alla inriktningar"


def test_the_whole_day_says_its_names_and_the_next_day_does_not(qtbot, program):
    desk = desk_of(program)
    own = desk.workplace.report_words.calling(None)
    desk.workplace.store.do(Op.EDIT_WORKSHOP, all_named)
    field = desk.page.names.fields["milestone_name"]
    assert (field.name, field.editor.placeholderText()) == ("En milstolpe", "milstolpe")
    assert "Välj ett etappmål. Etappmålet går vidare." in field.note.text()
    frame = desk.frame
    desk.go_to("people")
    qtbot.waitUntil(lambda: desk.frame is not frame)
    for page in tuple(desk.frame.pages)[2:]:
        desk.go_to(page.step)
        desk.show_on_stage()
        everything = said(desk) + on_stage(desk)
        for ours in ("Milstolpar per", "Alla spår", "varje spår", "Ändra initiativ", "per spår"):
            assert ours not in everything, (page.step, ours)
    desk.go_to("roadmap")
    desk.show_on_stage()
    assert "19 av 24 etappmål går vidare" in said(desk)
    assert "Verksamhetsplan · Förslag till etappmål" in on_stage(desk)
    desk.workplace.stage.show_step("welcome")
    assert "Framtidsforum" in on_stage(desk)
    for paper in (printed(desk), printed(desk, own)):
        assert "19 etappmål i 4 inriktningar · Verksamhetsplan 2028–2030" in paper
        assert "Framtidsforum · Strategiskt forum 2 2027" in paper
        assert "Budgetarbete" in paper
        assert "milstolp" not in paper.lower()
    words = desk.workplace.words
    desk.close_day()
    qtbot.waitUntil(lambda: program.open_day is None)
    assert words.gettext("Milestones") == "Milstolpar"
    program.open_sample()
    assert words.gettext("Milestones") == "Milstolpar"
