"""What is done to days at the start page: listed, put away, taken back, brought in, restored."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from workshop_app.app.library import Library, NewDay
from workshop_app.app.opened import OpenMarks, take_lock
from workshop_app.app.store import DayStore
from workshop_app.domain.day import Day
from workshop_app.domain.ops import Op
from workshop_app.storage.copied import Copied
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.publishing import publish
from workshop_app.system.errors import KnownError
from workshop_app.ui.library.flow import FlowParts, LibraryFlow
from workshop_app.ui.library.same_day import Choice
from workshop_app.ui.start_page import StartPage

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"
NOW = dt.datetime(2027, 4, 22, 15, 5).astimezone()
CTRL = Qt.KeyboardModifier.ControlModifier


def now():
    return NOW


class LargeAnswers:
    """Stands in for the person before the larger dialogs."""

    def __init__(self):
        self.choice = Choice.NEITHER
        self.place = 0
        self.copies = []
        self.rows = []
        self.told = []

    def same_day(self, copies):
        self.copies.append(copies)
        return self.choice

    def backup(self, rows, look):
        self.rows = [row.made for row in rows]
        if self.place is None:
            return None
        self.told.append(look(rows[self.place].path))
        return rows[self.place].path


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "data" / "days", SAMPLE)


@pytest.fixture
def live(library):
    return library.create(NewDay("Forum", NOW.date()))


@pytest.fixture
def large():
    return LargeAnswers()


@pytest.fixture
def page(qtbot, look, english):
    made = StartPage(english)
    qtbot.addWidget(made)
    made.resize(QSize(1440, 900))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def opened():
    return []


@pytest.fixture
def parts(library, english, answers, large):
    marks = OpenMarks(library.folder.parent / "open")
    return FlowParts(library, marks, english, now, answers, large)


@pytest.fixture
def flow(page, parts, opened, live):
    made = LibraryFlow(page, parts, opened.append)
    made.show_days()
    return made


def worked_on(path, title):
    def rule(day: Day) -> Day:
        return Day(day.workshop.changed(title=title))

    store = DayStore(DayFile.open(path))
    store.do(Op.EDIT_WORKSHOP, rule)
    store.close()


def backed_up(library, live):
    (entry,) = [entry for entry in library.entries() if entry.path == live]
    library.backups.make(live, entry.day_id, NOW - dt.timedelta(minutes=10))
    library.record.note(live, Copied(entry.day_id))


def shown(page):
    return [day.title for day in page.model.shown]


def test_a_row_tells_date_week_size_status_and_the_last_copy(flow, page, library, live):
    sample = library.create_sample(NOW.date())
    (entry,) = [entry for entry in library.entries() if entry.path == sample]
    library.record.note(sample, Copied(entry.day_id, NOW - dt.timedelta(minutes=12)))
    flow.show_days()
    (row,) = [day for day in page.model.days if day.path == sample]
    said = [text.replace("\u00a0", " ") for text in (row.date, row.size, row.status, row.copied)]
    assert said == [
        "22 April 2027, w. 16",
        "17 participants · 24 milestones · 30 initiatives",
        "Draft",
        "Copied today 14:53",
    ]
    (row,) = [day for day in page.model.days if day.path == live]
    assert (row.size, row.copied) == ("Empty so far", "Not copied yet")


@pytest.mark.parametrize("words", ["bibliotek", "w. 16 forum", "24 milestones"])
def test_a_day_is_found_by_unit_week_and_size(flow, page, library, words):
    library.create_sample(NOW.date())
    flow.show_days()
    QTest.keyClicks(page.search, words)
    assert "Strategiskt forum 2 2027" in shown(page)


def test_two_days_that_look_the_same_are_told_apart_by_their_files(flow, page, library):
    library.create(NewDay("Forum", NOW.date()))
    flow.show_days()
    assert {day.size.split(" · ")[0] for day in page.model.days} == {
        "forum.milstolpe",
        "forum-2.milstolpe",
    }


def test_delete_removes_a_day_and_undo_takes_it_back(flow, page, live):
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert shown(page) == []
    assert page.notice.text == "Forum has been removed."
    assert page.undo_button.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert shown(page) == ["Forum"]
    assert live.exists()
    assert not page.undo_button.isVisible()


def test_a_puts_a_day_in_the_archive_and_out_of_it(flow, page):
    page.list.setFocus()
    assert not page.archive_button.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_A)
    assert page.notice.text == "Forum has been put in the archive."
    assert shown(page) == []
    QTest.mouseClick(page.archive_button, Qt.MouseButton.LeftButton)
    assert (shown(page), page.list.accessibleName()) == (["Forum"], "Archive")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_A)
    assert page.notice.text == "Forum is among the recent days again."
    assert (shown(page), page.list.accessibleName()) == (["Forum"], "Recent days")


def test_the_button_undoes_too_and_nothing_is_undone_twice(flow, page):
    page.archive_asked.emit(page.model.days[0].path)
    QTest.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    assert shown(page) == ["Forum"]
    flow.undo()
    assert shown(page) == ["Forum"]


def test_a_day_that_is_open_is_not_removed_and_it_is_said_why(flow, page, live):
    lock = take_lock(live)
    page.remove_asked.emit(live)
    assert shown(page) == ["Forum"]
    assert "already open" in page.notice.text
    assert not page.undo_button.isVisible()
    lock.unlock()


def test_the_menu_of_a_day_names_the_acts_and_their_keys(flow, page, live):
    menu = page.day_menu(page.model.days[0])
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [
        "Open\tEnter",
        "Put in the archive\tA",
        "Restore from a backup…",
        "Remove\tDelete",
    ]
    menu.actions()[-1].trigger()
    assert shown(page) == []
    menu.deleteLater()


def test_a_file_from_elsewhere_comes_in_without_a_question(flow, library, tmp_path, large):
    stick = tmp_path / "stick.milstolpe"
    other = Library(tmp_path / "other" / "days", SAMPLE)
    publish(other.create(NewDay("Theirs", NOW.date())), stick)
    path = flow.bring_in(stick)
    assert path.parent == library.folder
    assert large.copies == []


def test_the_same_day_is_opened_where_it_is(flow, live, tmp_path, large):
    stick = tmp_path / "stick.milstolpe"
    publish(live, stick)
    assert flow.bring_in(stick) == flow.bring_in(live) == live
    assert large.copies == []


@pytest.mark.parametrize("choice", list(Choice))
def test_of_two_that_differ_the_person_chooses(flow, library, live, tmp_path, large, choice):
    stick = tmp_path / "stick.milstolpe"
    publish(live, stick)
    worked_on(stick, "There")
    worked_on(live, "Here")
    large.choice = choice
    path = flow.bring_in(stick)
    (copies,) = large.copies
    assert (copies.ours.title, copies.theirs.title) == ("Here", "There")
    assert (copies.relation.common, copies.relation.ours, copies.relation.theirs) == (1, 1, 1)
    if choice is Choice.THEIRS:
        assert sorted(entry.title for entry in library.entries()) == ["Here", "There"]
        assert path not in {live, None}
    else:
        assert path == (live if choice is Choice.OURS else None)
        assert len(library.entries()) == 1
    assert list(library.folder.glob(".*")) == []


def test_a_day_of_the_archive_is_opened_among_the_live_ones(flow, library, live):
    moved = library.put_away(live)
    assert flow.bring_in(moved.now) == live


def test_a_backup_is_chosen_by_its_time_and_content_and_opened(
    flow, page, library, live, large, opened
):
    backed_up(library, live)
    worked_on(live, "Later")
    page.restore_asked.emit(live)
    assert large.rows == ["Today 14:55"]
    assert (large.told[0].title, large.told[0].fault) == ("Forum", "")
    (restored,) = opened
    assert restored != live
    assert sorted(shown(page)) == ["Forum", "Later"]


def test_without_a_backup_it_says_so(flow, page, live, opened):
    flow.restore(live)
    assert page.notice.text == "There is no backup of this day yet."
    assert opened == []


def test_who_chooses_no_backup_gets_none(flow, library, live, large, opened):
    backed_up(library, live)
    large.place = None
    flow.restore(live)
    assert opened == []
    assert len(library.entries()) == 1


def test_a_damaged_day_is_listed_and_its_backup_is_offered(
    flow, page, library, live, answers, large
):
    backed_up(library, live)
    live.write_bytes(b"garbage")
    flow.show_days()
    (row,) = page.model.days
    assert (row.title, row.status, row.unreadable) == ("forum", "Cannot be read", True)
    menu = page.day_menu(row)
    assert "Open\tEnter" not in [action.text() for action in menu.actions()]
    menu.deleteLater()
    restored = flow.offer_backup(live, KnownError("not_a_day"))
    assert answers.asked[-1].text.endswith("The newest backup was made today 14:55.")
    assert restored is not None
    assert [entry.title for entry in library.entries()] == ["Forum"]
    answers.yes = False
    assert flow.offer_backup(live, KnownError("not_a_day")) is None


def test_no_backup_is_offered_against_what_it_does_not_help(flow, library, live, answers):
    backed_up(library, live)
    assert flow.offer_backup(live, KnownError("newer")) is None
    assert answers.asked == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"host": "LAPTOP-2", "since": NOW - dt.timedelta(hours=1)},
            "on LAPTOP-2 since today 14:05",
        ),
        ({"host": "LAPTOP-2", "since": None}, "It is open on LAPTOP-2."),
    ],
)
def test_who_has_the_day_open_is_told_with_host_and_time(flow, answers, facts, said):
    assert flow.only_to_read(KnownError("locked", **facts))
    (question,) = answers.asked
    assert said in question.text
    assert question.yes == "Open only to read"
