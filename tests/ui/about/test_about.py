"""About: every package with its licence, the folders, and a report that can be handed on."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from workshop_app.system.paths import find_paths
from workshop_app.ui.about.dialog import AboutDialog, AboutParts
from workshop_app.ui.about.licences import LONGEST, PACKAGES, own_texts, packages

ROOT = Path(__file__).resolve().parents[3]


class Shower:
    """Shows folders, or cannot."""

    def __init__(self, can=True):
        self.can, self.shown = can, []

    def __call__(self, folder):
        self.shown.append(folder)
        return self.can


@pytest.fixture
def make(qtbot, look, english, answers):
    def made(shower=None):
        parent = QWidget()
        parent.resize(900, 700)
        qtbot.addWidget(parent)
        parts = AboutParts(find_paths(), answers, lambda: "the report\n", shower or Shower())
        dialog = AboutDialog(english, parts, parent)
        dialog.over = parent  # else Python lets go of it
        dialog.open()
        return dialog

    return made


def test_every_package_of_the_requirements_is_told_of():
    pinned = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert sorted(PACKAGES) == sorted(pinned)


def test_each_has_the_version_that_is_installed_and_a_licence_by_name():
    found = packages()
    assert len(found) == len(PACKAGES)
    assert [one for one in found if not one.version or not one.licence] == []
    assert [one for one in found if len(one.licence) > LONGEST or "\n" in one.licence] == []


def test_a_package_that_says_its_licence_says_what_we_say():
    said = {one.name.lower().replace("_", "-"): one.licence for one in packages()}
    different = {
        name: (usual, said[name])
        for name, usual in PACKAGES.items()
        if not said[name].startswith(usual)
    }
    assert different == {}


def test_our_own_texts_are_whole_and_the_same_as_in_the_repository():
    texts = dict(own_texts(ROOT / "resources"))
    assert texts["Milstolpe, MIT"] == (ROOT / "LICENSE").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in texts["Inter, SIL OFL 1.1"]


def test_it_tells_licences_and_folders(make):
    dialog = make()
    text = dialog.licences.toPlainText()
    assert all(f"{one.name} {one.version} – {one.licence}" in text for one in packages())
    assert "Permission is hereby granted" in text
    places = {field.accessibleName(): field.text() for field in dialog.findChildren(QLineEdit)}
    paths = find_paths()
    assert places == {
        "Days": str(paths.days),
        "Settings": str(paths.settings),
        "Log": str(paths.logs),
    }


def test_the_report_is_copied_and_saved_and_that_is_said(make, answers, tmp_path):
    dialog = make()
    dialog.copy_report.click()
    assert QGuiApplication.clipboard().text() == "the report\n"
    assert dialog.said.text.startswith("The error report has been copied")
    answers.path = tmp_path / "report.txt"
    dialog.save_report.click()
    assert answers.path.read_text("utf-8") == "the report\n"
    assert str(answers.path) in dialog.said.text


def test_a_report_that_cannot_be_saved_is_said_and_nobody_who_changes_their_mind_is_told(
    make, answers, tmp_path
):
    dialog = make()
    dialog.save_report.click()
    assert dialog.said.isHidden()
    answers.path = tmp_path / "none" / "report.txt"
    dialog.save_report.click()
    assert "cannot be saved" in dialog.said.text


def test_the_log_folder_is_shown_or_its_place_is_said(make):
    shower = Shower()
    dialog = make(shower)
    dialog.show_logs.click()
    assert "cannot be opened" in dialog.said.text
    assert shower.shown == []
    find_paths().logs.mkdir(parents=True)
    dialog = make(shower)
    dialog.show_logs.click()
    assert shower.shown == [find_paths().logs]
    assert dialog.said.isHidden()
    dialog = make(Shower(can=False))
    dialog.show_logs.click()
    assert str(find_paths().logs) in dialog.said.text


def test_everything_in_it_has_a_name(make):
    dialog = make()
    widgets = [*dialog.findChildren(QPushButton), dialog.licences]
    names = [
        QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in widgets
    ]
    assert all(names)
    dialog.close_button.click()
    assert not dialog.isVisible()
