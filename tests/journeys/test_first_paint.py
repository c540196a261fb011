"""The first picture after a change is the right one: nothing moves once it has been painted."""

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from tests.journeys.program import desk_of, english_kit, running
from workshop_app.app.ballots import request_key
from workshop_app.domain.kinds import Channel
from workshop_app.domain.ops import Op
from workshop_app.domain.people import Draft, add_person
from workshop_app.domain.rounds import voters, voting_round
from workshop_app.storage.importing import read_source
from workshop_app.system.language import Language
from workshop_app.ui.widgets.laid_out import LaidOutFirst

LAPTOP = QSize(1366, 768)
# Each turn of the queue lays out one level of nesting.
TURNS = 24


class FirstPaint(QObject):
    """Keeps what stands on the screen after the first paint of a window."""

    def __init__(self, window):
        super().__init__(window)
        self.window, self.picture = window, None
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched, event):
        if event.type() is not QEvent.Type.UpdateRequest or self.picture is not None:
            return False
        self.window.removeEventFilter(self)
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))
        self.picture = on_screen(self.window)
        return True


def on_screen(window) -> QImage:
    """What has been painted, without painting anything."""
    return window.screen().grabWindow(window.winId()).toImage()


def settle(qtbot):
    for _ in range(TURNS):
        qtbot.wait(1)


def moved_after(qtbot, window, act) -> bool:
    """Whether anything looks different a while after the first paint that follows an act."""
    settle(qtbot)
    first = FirstPaint(window)
    act()
    qtbot.waitUntil(lambda: first.picture is not None)
    settle(qtbot)
    return first.picture != on_screen(window)


@pytest.fixture
def desk(qtbot):
    with running(qtbot, kit=english_kit()) as program:
        program.open_sample()
        made = desk_of(program)
        made.resize(LAPTOP)
        settle(qtbot)
        yield made


def ballots_of(desk, key):
    """The round's electorate with the sample's own ballots."""
    folder = desk.workplace.fonts.parent / "sample"
    day = desk.workplace.day
    people = voters(day, voting_round(day, key))
    return zip(people, read_source(folder / "day.json").ballots[key], strict=False)


def cast_all(desk, key):
    for person, ballot in ballots_of(desk, key):
        desk.workplace.ballots.cast(key, person.id, Channel.LAPTOP, ballot, request_key())


def test_nothing_moves_after_it_has_been_painted(qtbot, desk):
    def on(step):
        desk.go_to(step)
        return desk.page

    def acts():
        """Each act of the day as it comes, on the page that is open by then."""
        for page in desk.frame.pages[1:]:
            yield f"open {page.step}", partial(desk.go_to, page.step)
        add = partial(add_person, key="new", draft=Draft(role="Kanslichef"))
        on("people")
        yield "a new row", partial(desk.workplace.store.do, Op.ADD_PARTICIPANT, add)
        page = on("initiatives")
        for key in ("I04", "I05"):
            yield f"the card of {key}", partial(page.list.view.choose, key, "year0")
        for part in (1, 0):
            yield f"part {part}", partial(page.show_part, part)
        for step, key in (("follow_up", "ratt_saker"), ("alternatives", "alternativ")):
            page = on(step)
            yield f"choose {key}", partial(page.choose_question, key)
            yield f"open {key}", page.advance
            yield f"cast {key}", partial(cast_all, desk, key)
            yield f"close {key}", page.advance
            yield f"reveal {key}", page.toggle_result
            yield f"sort {key}", page.toggle_order

    assert [name for name, act in acts() if moved_after(qtbot, desk, act)] == []
    (area,) = [a for a in desk.findChildren(QScrollArea) if a.widget() is desk.page]
    assert desk.page.step == "alternatives"
    assert area.verticalScrollBar().value() == 0


def test_another_language_is_right_from_the_first_paint(qtbot):
    with running(qtbot, kit=english_kit()) as program:
        program.open_sample()
        desk = desk_of(program)
        desk.resize(LAPTOP)
        moved = {}
        for step, language in (("initiatives", Language.SWEDISH), ("vote", Language.ENGLISH)):
            desk.go_to(step)
            act = partial(desk.language_asked.emit, "window", language)
            moved[step] = moved_after(qtbot, desk, act)
        assert moved == {"initiatives": False, "vote": False}


class Nested(QWidget):
    """Words in widgets in widgets, over others."""

    def __init__(self):
        super().__init__()
        self.words, self.below = QLabel("words"), QLabel("below")
        inner = self.words
        for _ in range(6):
            box = QWidget()
            QVBoxLayout(box).addWidget(inner)
            inner = box
        column = QVBoxLayout(self)
        column.addWidget(inner)
        column.addWidget(self.below)
        column.addStretch(1)
        self.resize(300, 500)


@pytest.mark.parametrize("watched", [False, True])
def test_a_watched_window_is_laid_out_before_it_is_painted(qtbot, watched):
    window = Nested()
    qtbot.addWidget(window)
    if watched:
        LaidOutFirst(window)
    window.show()
    settle(qtbot)
    before = window.below.y()
    window.words.setMinimumHeight(200)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    painted_at = window.below.y()
    settle(qtbot)

    assert (painted_at == window.below.y()) is watched
    assert window.below.y() > before
