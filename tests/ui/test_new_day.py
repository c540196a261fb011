"""What a new day begins with, as the dialog asks it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workshop_app.app.beginnings import Beginnings, EarlierDay
from workshop_app.app.templates import Templates
from workshop_app.ui.new_day import NewDayDialog

TEMPLATES = Templates(Path(__file__).resolve().parents[2] / "resources" / "templates")
EARLIER = (
    EarlierDay(Path("/days/one"), "Forum 1", date(2027, 2, 11)),
    EarlierDay(Path("/days/two"), "Forum 4", date(2026, 10, 8)),
)


@pytest.fixture
def ask(qtbot, look, english, answers):
    def made(earlier=()):
        choices = Beginnings(TEMPLATES.days(), TEMPLATES.calendars(), earlier)
        dialog = NewDayDialog(english, answers, date(2027, 9, 2), choices=choices)
        qtbot.addWidget(dialog)
        dialog.show()
        QTest.keyClicks(dialog.title_field, "Forum 3")
        return dialog

    return made


def test_a_first_day_begins_with_a_template_and_its_budget_year(ask):
    dialog = ask()
    assert dialog.from_template.isChecked()
    assert not dialog.from_earlier.isVisible()
    assert dialog.template_about.text().startswith("A whole day")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    beginning = dialog.answer.beginning
    assert (beginning.template.key, beginning.calendar.key) == ("strategic_planning", "june")
    assert (beginning.earlier, beginning.language) == (None, "en")


def test_another_template_tells_what_it_is_for(ask):
    dialog = ask()
    dialog.template_box.setCurrentIndex(dialog.template_box.findData("milestone_half_day"))
    assert dialog.template_about.text().startswith("Only the morning")
    assert dialog.answer.beginning.calendar is None


def test_with_earlier_days_one_goes_on_from_the_latest(ask):
    dialog = ask(EARLIER)
    assert dialog.from_earlier.isChecked()
    assert dialog.earlier_box.currentText() == "Forum 1 · 2027-02-11"
    assert dialog.answer.beginning.earlier == Path("/days/one")
    assert dialog.answer.beginning.template is None
    dialog.earlier_box.setCurrentIndex(1)
    dialog.agenda_box.setCurrentIndex(dialog.agenda_box.findData("strategic_followup"))
    beginning = dialog.answer.beginning
    assert (beginning.earlier, beginning.template.key) == (
        Path("/days/two"),
        "strategic_followup",
    )


def test_only_what_belongs_to_the_chosen_beginning_is_shown(ask):
    dialog = ask(EARLIER)
    assert dialog.earlier_box.isVisible()
    assert not dialog.template_box.isVisible()
    dialog.empty.setChecked(True)
    assert not dialog.earlier_box.isVisible()
    beginning = dialog.answer.beginning
    assert beginning.template is None
    assert beginning.earlier is None


@pytest.mark.parametrize("goes_on", [True, False])
def test_columns_that_are_not_read_in_are_asked_about_before_the_day_is_made(
    ask, answers, tmp_path, goes_on
):
    (tmp_path / "enheter.csv").write_text("namn;telefon\nBibliotek;0550-12 34\n", "utf-8")
    answers.yes = goes_on
    dialog = ask()
    dialog.from_source.setChecked(True)
    dialog._take(tmp_path)
    dialog.accept()
    (question,) = answers.asked
    assert "telefon" in question.text
    assert dialog.isVisible() is not goes_on
