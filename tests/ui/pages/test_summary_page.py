"""The summary page: set, preview, print and save, with a real file and a real printer to a PDF."""

from dataclasses import replace
from functools import partial

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.pages.conftest import FONTS
from workshop_app.domain.kinds import StanceKind
from workshop_app.domain.ops import Op
from workshop_app.domain.proposals import set_reason, set_stance
from workshop_app.ui.summary.printing import chosen_pages, new_printer
from workshop_app.ui.summary_page import SummaryPage, SummaryPlaces


class ToFile:
    """Instead of the system's dialog: a printer that writes a PDF, or a person who says no."""

    def __init__(self, path=None):
        self.path = path
        self.first, self.last = 1, 3

    def __call__(self, parent, paper, title):
        if self.path is None:
            return None
        printer = new_printer(paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        printer.setFromTo(self.first, self.last)
        printer.setResolution(72)
        return printer


@pytest.fixture
def make_page(make_place, answers, show, tmp_path):
    def make(printer=None):
        places = SummaryPlaces(FONTS, tmp_path, printer or ToFile())
        return show(SummaryPage(make_place(answers), places))

    return make


def act(page, name):
    return {one.name: one for one in page.acts()}[name]


def test_the_three_pages_are_listed_and_shown(make_page):
    page = make_page()

    assert page.paper.pages == 3
    assert page._contents_heading.text() == "Contents, 3 pages"
    assert page.contents.model().rowCount() == page.thumbs.model().rowCount() == 3
    assert page._page_text.text() == "Page 1 of 3"
    assert page.preview.accessibleName().startswith("Page 1 of 3.")
    assert "Alla lokaler kartlagda" in page.preview.accessibleDescription()


def test_pages_are_turned_by_key_and_in_the_lists(make_page):
    page = make_page()
    assert not act(page, "summary.back").enabled()
    act(page, "summary.on").run()
    assert page.preview.page == 1
    assert page.contents.currentIndex().row() == page.thumbs.currentIndex().row() == 1

    page.thumbs.setFocus()
    QTest.keyClick(page.thumbs, Qt.Key.Key_Down)
    assert page.preview.page == 2
    assert not act(page, "summary.on").enabled()
    page.back_button.click()
    assert page._page_text.text() == "Page 2 of 3"


def test_the_page_is_made_larger_and_smaller(make_page):
    page = make_page()
    small = page.preview.widget().width()
    assert not act(page, "summary.smaller").enabled()
    page.larger_button.click()
    assert page.preview.widget().width() > small
    act(page, "summary.smaller").run()
    assert page.preview.widget().width() == small


def test_what_lacks_a_reason_is_warned_of_until_it_has_one(make_page, qtbot):
    page = make_page()
    assert page.warning.isVisible()
    assert page._warning_text.text().startswith("2 proposals lack a reason.")
    with qtbot.waitSignal(page.wants_step) as step:
        page.reasons_button.click()
    assert step.args == ["frame"]

    store = page.workplace.store
    for key in ("I19", "I29"):
        store.do(Op.SET_STANCE, partial(later, key=key))
    assert not page.warning.isVisible()


def later(day, key):
    waits = set_reason(day, "A1", key, "Waits")
    return set_stance(waits, "A1", key, StanceKind.LATER)


def test_the_pdf_is_saved_where_the_person_says_and_holds_the_summary(
    make_page, answers, tmp_path, qtbot
):
    answers.file = tmp_path / "out" / "Summary"
    page = make_page()
    with qtbot.waitSignal(page.message) as told:
        act(page, "summary.save").run()

    saved = tmp_path / "out" / "Summary.pdf"
    assert told.args == [f"Saved: {saved}"]
    assert answers.proposed[0].parent == tmp_path
    assert answers.proposed[0].name.endswith("summary 2027-04-22.pdf")
    assert saved.read_bytes().startswith(b"%PDF-")
    document = pypdfium2.PdfDocument(saved)
    texts = [document[i].get_textpage().get_text_bounded() for i in range(len(document))]
    document.close()
    assert len(texts) == 3
    assert "102,900" in texts[0]
    assert "Sommarscenen i full omfattning" in texts[2]
    assert [one.name for one in saved.parent.iterdir()] == ["Summary.pdf"]


def test_who_changes_their_mind_saves_nothing(make_page, answers, tmp_path):
    page = make_page()
    page.save_pdf()

    assert len(answers.proposed) == 1
    assert not list(tmp_path.glob("*.pdf"))


def test_a_folder_that_cannot_be_written_is_told_kindly(make_page, answers, tmp_path, qtbot):
    (tmp_path / "file").write_text("not a folder")
    answers.file = tmp_path / "file" / "Summary.pdf"
    page = make_page()
    with qtbot.waitSignal(page.message) as told:
        page.save_pdf()

    assert not told.args[0].startswith("Saved")


def test_the_pages_go_to_the_printer(make_page, tmp_path, qtbot):
    page = make_page(ToFile(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(page.message) as told:
        act(page, "summary.print").run()

    assert told.args == ["Sent to the printer."]
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    sizes = [tuple(round(n) for n in document.get_page_size(i)) for i in range(len(document))]
    document.close()
    assert sizes == [(595, 842)] * 3


def test_only_the_pages_asked_for_are_printed(make_page, tmp_path):
    printer = ToFile(tmp_path / "printed.pdf")
    printer.first = printer.last = 2
    page = make_page(printer)
    assert chosen_pages(page.paper, printer(page, page.paper, "")) == (1,)
    page.print_out()

    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 1
    document.close()


def test_who_cancels_the_print_dialog_prints_nothing(make_page, qtbot):
    page = make_page()
    with qtbot.assertNotEmitted(page.message):
        page.print_out()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_told_kindly(make_page, tmp_path, qtbot):
    page = make_page(ToFile(tmp_path / "missing" / "folder" / "printed.pdf"))
    with qtbot.waitSignal(page.message) as told:
        page.print_out()

    assert "printer" in told.args[0].lower()


def test_a_new_printer_is_set_for_the_paper(make_page):
    printer = new_printer(make_page().paper)

    assert (printer.fromPage(), printer.toPage()) == (1, 3)
    assert printer.resolution() == 300
    assert printer.fullPage()


def test_the_pages_are_set_anew_when_the_day_changes(make_page):
    page = make_page()
    before = page.paper.pdf
    page.turn_to(2)
    rule_day = page.workplace.store
    rule_day.do(Op.EDIT_WORKSHOP, renamed)

    assert page.paper.pdf != before
    assert "Forum three" in page.paper.texts[0]
    assert page.preview.page == 2


def renamed(day):
    named = day.workshop.changed(title="Forum three", forum_name="Forum three")
    return replace(day, workshop=named)


def test_the_column_says_which_language_the_report_speaks(make_page):
    assert make_page().side()._language.text() == "English"


def test_everything_that_takes_the_focus_has_a_name(make_page):
    page = make_page()
    for widget in (*page.findChildren(QWidget), *page.side().findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name, widget
