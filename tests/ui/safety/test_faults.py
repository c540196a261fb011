"""What stops the day from being saved is told in a banner, which goes away with its cause."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from workshop_app.app.store import DayStore
from workshop_app.domain.kinds import RoundState
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.faults import STOPPING
from workshop_app.storage.refusal import FileRefused
from workshop_app.system.errors import KnownError
from workshop_app.ui.refusals import world_sentences
from workshop_app.ui.safety import fault_watch
from workshop_app.ui.safety.desk_safety import DeskSafety
from workshop_app.ui.safety.fault_texts import ballot_line, banner_text, cause

ENTER = Qt.Key.Key_Return
ROUND = "milstolpar"
CODES = [
    "missing",
    "exists",
    "empty",
    "not_a_day",
    "foreign",
    "newer",
    "older",
    "damaged",
    "altered",
    "unreadable",
    "read_only",
    "disk_full",
    "io_error",
    "moved",
    "other_day",
    "busy",
    "closed",
    "ballots_differ",
    "counts_differ",
    "not_backed_up",
    "not_saved",
    "same_file",
    "vote_open",
    "cannot_write",
    "too_large",
    "unfinished",
]


class Copies(QObject):
    """Counts the copies that were asked for."""

    say = Signal(str, str)

    def __init__(self):
        super().__init__()
        self.saved = 0

    def save_copy(self):
        self.saved += 1


@pytest.fixture
def copies(qapp):
    return Copies()


@pytest.fixture
def safety(monkeypatch, desk, place, copies):
    monkeypatch.setattr(fault_watch, "RETRY_MS", 50)
    return DeskSafety(place, desk, copies)


def moved_away(place):
    """The file is renamed while it is open; gives back where it was and where it is."""
    path = place.store.file.path
    other = path.with_name("elsewhere.milstolpe")
    path.rename(other)
    return path, other


def test_every_code_of_the_file_has_words_of_its_own(place):
    said = world_sentences(place.words)
    assert set(CODES) <= set(said)
    assert len({said[code] for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", sorted(STOPPING))
def test_the_banner_says_what_happened_that_voting_waits_what_to_do_and_what_is_kept(place, code):
    text = banner_text(place.words, code, voting=True)
    assert text.startswith(cause(place.words, code))
    assert "Voting is paused." in text
    assert text.endswith("Every vote that was confirmed is still there.")
    assert "Voting is paused." not in banner_text(place.words, code, voting=False)


def test_a_voter_reads_what_happened_and_what_to_do(place):
    line = ballot_line(place.words, KnownError("disk_full"))
    assert line == "Not saved: the disk is full. Press Enter to try again."


def test_without_a_fault_there_is_no_banner(safety):
    assert safety.bar.text == ""
    assert safety.watch.fault is None


def test_a_file_that_is_moved_is_told_and_the_banner_goes_when_it_is_put_back(
    qtbot, safety, page, place
):
    page.advance()
    assert place.day.standing(ROUND).state is RoundState.OPEN
    path, other = moved_away(place)
    page.abstain()
    page.advance()
    qtbot.waitUntil(lambda: "no longer where it was" in safety.bar.text)
    assert "Voting is paused." in safety.bar.text
    assert not safety.bar.find_file.isHidden()
    other.rename(path)
    qtbot.waitUntil(lambda: safety.bar.text == "")
    assert safety.watch.fault is None


def test_the_day_goes_on_where_the_file_is_shown_to_be(qtbot, safety, place, asked, monkeypatch):
    _path, other = moved_away(place)
    safety.watch.probe()
    with pytest.raises(KnownError):
        place.store.set_place("vote")
    qtbot.waitUntil(lambda: safety.watch.fault is not None)
    monkeypatch.setattr(asked, "open_file", lambda *_said: other)
    safety.bar.find_file.click()
    qtbot.waitUntil(lambda: safety.watch.fault is None)
    assert place.store.file.path == other


def test_the_day_is_saved_again_where_it_was(qtbot, safety, place):
    path = place.store.file.path
    path.unlink()
    with pytest.raises(KnownError):
        place.store.set_place("vote")
    qtbot.waitUntil(lambda: safety.watch.fault is not None)
    safety.bar.save_here.click()
    qtbot.waitUntil(lambda: safety.watch.fault is None)
    assert path.exists()
    place.store.set_place("vote")


def test_the_wrong_file_is_refused_in_the_notice_line(safety, place, asked, monkeypatch, copies):
    said = []
    copies.say.connect(lambda text, tone: said.append((text, tone)))
    other = place.store.file.path.with_name("other.milstolpe")
    DayFile.create(other, place.day).close()
    monkeypatch.setattr(asked, "open_file", lambda *_said: other)
    safety.find_file()
    assert said == [
        ("That is another day, or another copy of it. Choose the file that was moved.", "warn")
    ]


def test_the_ballot_waits_under_the_banner_and_enter_tries_again_with_the_same_key(
    qtbot, safety, desk, page, place, press
):
    page.advance()
    page.open_ballot()
    press(ENTER)
    press(Qt.Key.Key_1)
    path, other = moved_away(place)
    for _each in range(5):
        press(ENTER)
    qtbot.waitUntil(lambda: safety.bar.text != "")
    kiosk = page.kiosk
    assert kiosk.sheet is not None
    assert not kiosk.sheet.draft.ballot().blank
    assert "Press Enter to try again" in kiosk.sheet._hint.text()
    qtbot.waitUntil(lambda: kiosk.geometry() == desk.centralWidget().geometry())
    assert kiosk.y() >= safety.bar.height()
    key = kiosk._key
    other.rename(path)
    assert kiosk._key == key
    press(ENTER)
    assert place.day.standing(ROUND).voted == 1
    qtbot.waitUntil(lambda: safety.bar.text == "")


def test_a_fault_of_an_errand_that_is_not_the_disk_makes_no_banner(qtbot, safety, place):
    with pytest.raises(FileRefused):
        place.store.file.save_again(place.store.file.path)
    qtbot.wait(20)
    assert safety.bar.text == ""


def test_a_day_that_can_only_be_read_says_so_calmly_and_offers_a_copy(
    open_place, open_desk, day, copies, tmp_path
):
    place = open_place(day)
    path = place.store.file.path
    place.store.close()
    reading = DayStore(DayFile.open(path, read_only=True))
    held = type(place)(**{**vars(place), "store": reading})
    safety = DeskSafety(held, open_desk(held), copies)
    assert safety.bar.text == "This day can only be read. Save a copy to change it."
    safety.bar.save_copy.click()
    assert copies.saved == 1
    assert reading.undoable() is None
    assert reading.redoable() is None
    reading.close()


def test_in_a_day_that_can_only_be_read_the_acts_that_write_are_off(open_place, open_desk, day):
    place = open_place(day)
    path = place.store.file.path
    place.store.close()
    reading = DayStore(DayFile.open(path, read_only=True))
    desk = open_desk(type(place)(**{**vars(place), "store": reading}))
    acts = desk.frame.acts(desk.page)
    assert {act.name: act.enabled() for act in acts}["vote.advance"] is False
    assert not any(act.writes for act in acts if act.enabled())
    reading.close()
