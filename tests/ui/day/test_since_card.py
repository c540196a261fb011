"""A day that goes on from an earlier one: what is new, changed and dropped stands on its page."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt

from workshop_app.domain.carry_over import carried_over
from workshop_app.domain.day import find, with_noun
from workshop_app.domain.kinds import MilestoneStatus
from workshop_app.domain.nouns import Milestone
from workshop_app.domain.ops import Op
from workshop_app.domain.templates import new_workshop
from workshop_app.storage.dayfile import DayFile
from workshop_app.ui.day.day_page import DayPage
from workshop_app.ui.material.tracks_page import TracksPage
from workshop_app.ui.road_page import RoadPage


@pytest.fixture
def sample_file(sample_day, tmp_path):
    """A day that was made from the sample day."""
    path = tmp_path / "earlier" / "day.milstolpe"
    path.parent.mkdir()
    workshop = new_workshop("n", "Forum 1 2028", dt.date(2028, 2, 10))
    DayFile.create(path, carried_over(sample_day, workshop)).close()
    return path


def put(day, milestone):
    return replace(day, milestones=with_noun(day.milestones, milestone))


def other(day, key, **fields):
    return put(day, find(day.milestones, key).changed(**fields))


@pytest.fixture
def page(qtbot, workplace):
    do = workplace.store.do
    do(Op.EDIT_MILESTONE, partial(other, key="S1-1", year=2028))
    away = {"status": MilestoneStatus.DROPPED, "goes_on": False}
    do(Op.EDIT_MILESTONE, partial(other, key="S2-1", **away))
    new = Milestone(id="X", position=99, track_id="S3", title="One way in")
    do(Op.EDIT_MILESTONE, partial(put, milestone=new))
    made = DayPage(workplace)
    qtbot.addWidget(made)
    made.refresh(None)
    return made


def rows(page):
    return [(one.lead, one.title, one.note) for one in page.since.list.lines.lines]


def test_each_stands_in_a_row_with_its_mark_in_words(page):
    assert rows(page) == [
        ("Changed", "A1 Alla lokaler kartlagda", "year 2027 → 2028"),
        ("Dropped", "B1 Vi vet vilka som inte deltar", ""),
        ("New", "C7 One way in", ""),
    ]
    assert page.since.summary.text() == ("Strategiskt forum 2 2027 · New 1 · Changed 1 · Dropped 1")
    spoken = page.since.list.lines.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Changed, A1 Alla lokaler kartlagda, year 2027 → 2028")


def test_it_is_the_last_section_and_is_empty_when_all_is_as_it_was(page, workplace):
    assert page.sections.button(5).text() == "Since the last forum"
    for _ in range(3):
        workplace.store.undo()
    page.refresh(None)
    assert rows(page) == []
    assert not page.since.empty.isHidden()


def test_the_road_and_the_tracks_tell_it_too(qtbot, page, workplace):
    road = RoadPage(workplace)
    qtbot.addWidget(road)
    road.refresh(None)
    road.view.choose("S1-1")
    assert road.card.accessibleDescription().endswith("Changed: year 2027 → 2028")
    told = [remark.text for remark in road.side().remarks.remarks]
    assert "New 1 · Changed 1 · Dropped 1" in told
    tracks = TracksPage(workplace)
    qtbot.addWidget(tracks)
    tracks.refresh(None)
    tracks.side()
    tracks.show_side()
    assert dict(tracks.side().facts.facts)["Since the last forum"] == "Changed 1"
