"""The start page: the ways in, the days, keys, and what it says when there is nothing yet."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from workshop_app.system.language import Language
from workshop_app.ui.recent_days import RecentDay
from workshop_app.ui.start_page import StartPage
from workshop_app.ui.start_road import road_years, start_road

CTRL = Qt.KeyboardModifier.ControlModifier
DAYS = (
    RecentDay(Path("Strategy/forum-2.milstolpe"), "Forum 2", "22 April 2027", "Today", "Draft"),
    RecentDay(
        Path("Strategy/forum-1.milstolpe"),
        "Forum 1",
        "11 February 2027",
        "12 February",
        "Finalised",
        finalised=True,
    ),
)


@pytest.fixture
def page(qtbot, look, english):
    made = StartPage(english)
    qtbot.addWidget(made)
    made.resize(QSize(1440, 900))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def heard(signal):
    told = []
    signal.connect(lambda *facts: told.append(facts))
    return told


def test_nothing_heavy_is_imported_for_it():
    code = (
        "import sys, workshop_app.ui.start_page, workshop_app.ui.theme\n"
        "print({'sqlmodel','sqlalchemy','pydantic','babel','reportlab'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_until_it_knows_the_days_it_says_that_it_looks(page):
    assert page.findChild(QWidget, "calm").text() == "Looking for days…"
    assert not page.list.isVisible()
    page.set_days(DAYS)
    assert page.list.isVisible()


def test_without_days_it_says_what_to_do(page):
    page.set_days(())
    told = heard(page.sample)
    assert page.empty_button.isVisible()
    QTest.mouseClick(page.empty_button, Qt.MouseButton.LeftButton)
    assert len(told) == 1


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_N, "new_day"), (Qt.Key.Key_O, "open_file")]
)
def test_the_cards_have_keys(page, key, signal):
    told = heard(getattr(page, signal))
    QTest.keyClick(page, key, CTRL)
    assert len(told) == 1


@pytest.mark.parametrize(
    ("card", "signal"),
    [("new_card", "new_day"), ("open_card", "open_file"), ("sample_card", "sample")],
)
def test_the_cards_answer_to_click_and_to_enter(page, card, signal):
    told = heard(getattr(page, signal))
    button = getattr(page, card)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(told) == 2
    assert button.accessibleName()
    assert button.accessibleDescription()


def test_arrows_and_enter_open_a_day_from_anywhere_on_the_page(page):
    page.set_days(DAYS)
    told = heard(page.open_day)
    QTest.keyClick(page, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert told == [(DAYS[1].path,)]


def test_a_click_opens_a_day(page):
    page.set_days(DAYS)
    told = heard(page.open_day)
    place = page.list.visualRect(page.model.index(0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [(DAYS[0].path,)]


def test_search_finds_days_by_their_words(page, qtbot):
    page.set_days(DAYS)
    QTest.keyClick(page, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(page.search.hasFocus)
    QTest.keyClicks(page.search, "february finalised")
    assert page.model.shown == (DAYS[1],)
    QTest.keyClicks(page.search, " nothing")
    assert page.findChild(QWidget, "calm").text() == "No day matches."
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.model.shown == DAYS


def test_a_day_is_said_whole_to_screen_readers(page):
    page.set_days(DAYS)
    spoken = page.model.data(page.model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Forum 1, 11 February 2027, Finalised, 12 February"
    tip = page.model.data(page.model.index(1), Qt.ItemDataRole.ToolTipRole)
    assert tip == str(DAYS[1].path)


def test_another_language_is_asked_for_and_put_in(page, english):
    told = heard(page.language_changed)
    QTest.mouseClick(page.languages.button(0), Qt.MouseButton.LeftButton)
    assert told == [("sv",)]
    page.retranslate()
    assert page.languages.current() == list(Language).index(Language.ENGLISH)


def test_what_did_not_work_is_said_and_taken_away(page):
    page.tell("The file is damaged.")
    assert page.notice.isVisible()
    assert page.notice.accessibleName() == "The file is damaged."
    page.tell("")
    assert not page.notice.isVisible()


def test_while_a_day_opens_the_ways_in_are_shut(page):
    page.set_busy(busy=True)
    told = heard(page.new_day)
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    assert told == []
    page.set_busy(busy=False)
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    assert len(told) == 1


def test_every_control_has_a_name_and_tab_goes_through_them_in_order(page):
    page.set_days(DAYS)
    order = []
    for _turn in range(6):
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        order.append(page.focusWidget())
    assert order[:5] == [
        page.new_card,
        page.open_card,
        page.sample_card,
        page.search,
        page.list,
    ]
    assert all(widget.accessibleName() for widget in order)


def test_the_road_has_a_stone_for_each_year_and_says_so():
    figure = start_road((2027, 2028, 2029, 2030), 480.0)
    assert figure.sentence == "2027, 2028, 2029, 2030"
    assert figure.width == 480.0


def test_it_paints_at_its_least_size_and_wide(page, qtbot):
    page.set_days(DAYS)
    for size in (page.minimumSizeHint(), QSize(1920, 1080)):
        page.resize(size)
        assert not page.grab().isNull()


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2027, 2030, (2027, 2028, 2029, 2030)),
        (2027, 2028, (2027, 2028)),
        (2027, 2026, (2027,)),
        (2027, 2036, (2027, 2030, 2033, 2036)),
    ],
)
def test_the_road_has_at_most_four_stones_and_ends_where_the_plan_does(first, last, years):
    assert road_years(first, last) == years


def test_the_road_shows_the_plan_that_was_worked_on_last(page):
    plan = replace(DAYS[0], years=(2031, 2032, 2033))
    page.set_days((DAYS[1], plan))
    assert "2033" in page._left.road.figure.sentence
    page.set_days((replace(DAYS[1], years=(2020, 2021)),), in_archive=True)
    assert "2033" in page._left.road.figure.sentence
    page.set_days(())
    assert "2030" in page._left.road.figure.sentence
