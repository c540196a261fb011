"""Pictures of every screen of the sample day, desk and shared screen, named as in the design."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from workshop_app.app.ballots import request_key
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import Day, with_noun
from workshop_app.domain.kinds import Channel, DayStatus
from workshop_app.domain.nouns import Participant
from workshop_app.domain.ops import Op
from workshop_app.domain.people import edit_text, set_right
from workshop_app.domain.rounds import voters, voting_round
from workshop_app.storage.library import DayEntry
from workshop_app.system.kit import Kit
from workshop_app.system.language import Words
from workshop_app.system.settings import Motion
from workshop_app.ui.channels.before_opening import BeforeOpening
from workshop_app.ui.channels.code_page import CodeDialog
from workshop_app.ui.channels.paper_dialog import PaperDialog
from workshop_app.ui.channels.safety_acts import RehearsalDialog
from workshop_app.ui.channels.who_is_here import WhoIsHere
from workshop_app.ui.day.day_page import DayPage
from workshop_app.ui.desk import Desk
from workshop_app.ui.material.initiatives_page import InitiativesPage
from workshop_app.ui.material.units_page import UnitsPage
from workshop_app.ui.people.people_page import PeoplePage
from workshop_app.ui.program_acts import ProgramActs
from workshop_app.ui.recent_days import RecentDay
from workshop_app.ui.recent_list import recent_days
from workshop_app.ui.shots_camera import Camera, press
from workshop_app.ui.shots_more import (
    library_dialogs,
    looks,
    program_dialogs,
    room_pictures,
    tool_dialogs,
)
from workshop_app.ui.start_page import StartPage
from workshop_app.ui.summary.paper import page_image
from workshop_app.ui.summary_page import SummaryPage
from workshop_app.ui.voting.vote_page import VotePage
from workshop_app.ui.workplace import Workplace

BY_HAND = 2
LATE = 4
AT_LAPTOP = 7
PRINT_DPI = 150.0
EARLIER = (
    ("Strategiskt forum 1 2027", date(2027, 2, 11), DayStatus.FINALISED),
    ("Budgetdialog, bibliotek", date(2026, 12, 3), DayStatus.DRAFT),
    ("Strategiskt forum 4 2026", date(2026, 10, 8), DayStatus.FINALISED),
)

Ballots = Mapping[str, Sequence[Ballot]]


def earlier_days(words: Words, folder: Path, now: datetime) -> tuple[RecentDay, ...]:
    """A library as it looks after a year, for the picture of the start page."""
    today = DayEntry(
        folder / "strategiskt-forum-2-2027.milstolpe",
        "Strategiskt forum 2 2027",
        now.date(),
        DayStatus.DRAFT,
        now,
        participants=17,
        milestones=24,
        initiatives=30,
        plan_ends=now.year + 3,
    )
    entries = [today]
    for title, day, status in EARLIER:
        path = folder / f"{title.lower().replace(',', '').replace(' ', '-')}.milstolpe"
        moment = datetime(day.year, day.month, day.day, 16, tzinfo=now.tzinfo) + timedelta(days=1)
        entries.append(DayEntry(path, title, day, status, moment))
    return recent_days(words, entries, now)


def still_kit(kit: Kit, folder: Path, moment: datetime) -> Kit:
    """The kit with folders of its own, where the time stands still and nothing moves."""
    return replace(
        kit,
        paths=replace(kit.paths, data=folder, config=folder, documents=folder),
        settings=replace(kit.settings, motion=Motion.REDUCED, copy_folder=""),
        clock=partial(_still, moment),
    )


def _still(moment: datetime) -> datetime:
    return moment


class Photographer:
    """Walks through the sample day and takes the pictures."""

    def __init__(
        self, desk: Desk, ballots: Ballots, folder: Path, program: ProgramActs | None = None
    ) -> None:
        """Photograph.

        Args:
            desk: The desk with a fresh sample day.
            ballots: The sample's own ballots by round, cast through the real door.
            folder: Where the pictures go; made if it is missing.
            program: Opens the program's own dialogs; None = they are left out.
        """
        self._camera = Camera(desk, folder)
        self._program = program
        self._desk = desk
        self._place = desk.workplace
        self._ballots = ballots

    def all(self, start: StartPage) -> Iterator[Path]:
        """Every picture, in the order of the day."""
        yield self._camera.window("01_start", start)
        yield self._camera.stage("20_stage_valkommen")
        yield from room_pictures(self._camera, self._place)
        yield from tool_dialogs(self._camera, self._place)
        yield from library_dialogs(self._camera, self._place)
        if self._program is not None:
            yield from program_dialogs(self._camera, self._program)
        yield from self._material()
        yield from self._people_and_day()
        yield from self._answered("follow_up", "ratt_saker", ("12_folj_upp", "21b_stage_folj_upp"))
        yield from self._voting()
        yield from self._answered("vote", "samsyn", ("12b_samsyn", "24b_stage_samsyn"))
        self._desk.go_to("roadmap")
        self._desk.show_on_stage()
        yield self._camera.window("06_fardplan")
        yield self._camera.stage("25_stage_fardplan")
        yield from self._needs()
        yield from self._priorities()
        yield from self._frames()
        yield from self._alternatives()
        yield from self._answered(
            "questions", "utvardering", ("11b_utvardering", "29b_stage_utvardering")
        )
        yield from self._summary()

    # --- steps -------------------------------------------------------------------------------

    def _people_and_day(self) -> Iterator[Path]:
        """The participants before one of them has come, and the day; all is as before after."""
        self._desk.go_to("people")
        late = self._place.day.participants[LATE].id
        self._place.store.do(Op.EDIT_PARTICIPANT, partial(comes_later, late))
        page = self._desk.page
        if isinstance(page, PeoplePage):
            page.table.choose(late)
        yield self._camera.window("02_deltagare")
        self._place.store.undo()
        self._desk.go_to("day")
        yield self._camera.window("dagen")
        day = self._desk.page
        if isinstance(day, DayPage):
            day.show_section(2)
            yield self._camera.window("dagen_agenda")

    def _material(self) -> Iterator[Path]:
        for step, name in (("tracks", "07_spar"), ("units", "07_enheter")):
            self._desk.go_to(step)
            yield self._camera.window(name)
        page = self._desk.page
        if isinstance(page, UnitsPage):
            page.show_part(1)
            yield self._camera.window("07_styrdokument")
        self._desk.go_to("situation")
        self._desk.show_on_stage()
        yield self._camera.window("07_lagesbild")
        yield self._camera.stage("20b_stage_lagesbild")
        self._desk.go_to("initiatives")
        page = self._desk.page
        if isinstance(page, InitiativesPage):
            page.list.view.choose("I04", "year0")
            page.list.setFocus()
            yield self._camera.window("07_initiativ_ramar")
            page.show_part(1)
            yield self._camera.window("07_ramar")

    def _voting(self) -> Iterator[Path]:
        key = "milstolpar"
        self._desk.go_to("vote")
        self._desk.show_on_stage()
        yield self._camera.window("05_rosta_redo")
        yield from self._camera.dialogs(before_dialogs(self._place, key, self._desk))
        self._place.store.do(Op.EDIT_ROUND, partial(with_hands, key))
        self._place.ballots.open(key)
        people = list(self._people(key))
        self._cast(key, people[:AT_LAPTOP])
        hands = {"S1-1": {"dots": 1}, "S1-3": {"dots": 2}, "S1-4": {"dots": 1}}
        raised = frozenset(p.id for p in people[AT_LAPTOP : AT_LAPTOP + BY_HAND])
        self._place.ballots.count_hands(key, HandCount(BY_HAND, hands, raised))
        yield self._camera.window("05_rosta")
        yield from self._camera.dialogs(
            {"dialog_papperssedlar": PaperDialog(self._place, key, self._desk)}
        )
        yield from self._kiosk()
        self._place.ballots.count_hands(key, HandCount())
        self._cast(key, [p for p in people if p.id not in self._done(key)])
        self._page().advance()
        yield self._camera.window("05_rosta_stangd")
        self._page().toggle_result()
        yield self._camera.window("05_rosta_visad")
        yield self._camera.stage("24_stage_resultat")
        yield from looks(self._camera, self._place, "24_stage_resultat", "52_stage_resultat_mork")

    def _answered(self, step: str, key: str, names: tuple[str, str]) -> Iterator[Path]:
        """A round of answers from ready to shown, with its ballot and its page in the room."""
        desk, stage = names
        self._desk.go_to(step)
        self._page().choose_question(key)
        self._desk.show_on_stage()
        self._place.ballots.open(key)
        yield from self._sheet(f"{desk}_sedel")
        self._cast(key, list(self._people(key)))
        self._page().advance()
        self._page().toggle_result()
        self._page().toggle_order()
        yield self._camera.window(desk)
        yield self._camera.stage(stage)

    def _sheet(self, name: str) -> Iterator[Path]:
        page = self._page()
        page.open_ballot()
        if page.kiosk is None:
            return
        page.kiosk.hand_over.start.click()
        for digit in "121":
            press(QApplication.focusWidget() or page.kiosk, digit)
        yield self._camera.window(name)
        page.kiosk.stop()

    def _needs(self) -> Iterator[Path]:
        names = ("08_behov_enheten", "26_stage_behov_enheten")
        yield from self._answered("need", "behov_enhet", names)
        names = ("08_behov", "26_stage_behov_skifte")
        yield from self._answered("need", "behov", names)

    def _alternatives(self) -> Iterator[Path]:
        self._desk.go_to("alternatives")
        self._desk.show_on_stage()
        yield self._camera.window("10_alternativ_redo")
        yield self._camera.stage("28_stage_alternativ_rosta")
        names = ("10_alternativ", "28b_stage_alternativ_resultat")
        yield from self._answered("alternatives", "alternativ", names)

    def _kiosk(self) -> Iterator[Path]:
        page = self._page()
        page.open_ballot()
        if page.kiosk is None:
            return
        yield self._camera.window("05b_lamna_over")
        page.kiosk.hand_over.start.click()
        yield self._camera.window("05b_rosta_anonym_dator_tom")
        sheet = page.kiosk.sheet
        if sheet is not None:
            press(sheet, "2")
            press(sheet, "3")
        yield self._camera.window("05b_rosta_anonym_dator")
        yield self._camera.stage("23_stage_rostning_pagar")
        page.kiosk.stop()

    def _priorities(self) -> Iterator[Path]:
        key = "prioritering"
        self._desk.go_to("prioritise")
        self._place.ballots.open(key)
        self._desk.show_on_stage()
        yield self._camera.window("13_prioritera_oppen")
        yield from self._points_sheet()
        self._cast(key, list(self._people(key)))
        self._page().advance()
        self._page().toggle_result()
        self._page().toggle_order()
        yield self._camera.window("13_prioritera")
        yield self._camera.stage("26b_stage_prioritera")

    def _points_sheet(self) -> Iterator[Path]:
        page = self._page()
        page.open_ballot()
        if page.kiosk is None:
            return
        page.kiosk.hand_over.start.click()
        yield self._camera.window("05b_prickar_och_stopp")
        page.kiosk.stop()

    def _frames(self) -> Iterator[Path]:
        self._desk.go_to("frame")
        self._desk.show_on_stage()
        yield self._camera.window("09_ram_vattenlinje")
        name = "27_stage_vattenlinje"
        yield self._camera.stage(name)
        yield from looks(self._camera, self._place, name, "52b_stage_vattenlinje_mork")

    def _summary(self) -> Iterator[Path]:
        self._desk.go_to("summary")
        yield self._camera.window("11_sammanfattning")
        page = self._desk.page
        if not isinstance(page, SummaryPage) or page.paper is None:
            return
        names = ("30_print_sammanfattning", "31_print_fardplan", "32_print_gor_gor_inte")
        for number in range(page.paper.pages):
            name = names[number] if number < len(names) else f"33_print_sida_{number + 1}"
            yield self._camera.saved(name, page_image(page.paper, number, PRINT_DPI))

    # --- parts -------------------------------------------------------------------------------

    def _page(self) -> VotePage:
        page = self._desk.page
        if not isinstance(page, VotePage):
            raise TypeError(type(page).__name__)
        return page

    def _people(self, key: str) -> tuple[Participant, ...]:
        day = self._place.day
        return voters(day, voting_round(day, key))

    def _done(self, key: str) -> frozenset[str]:
        return frozenset(self._place.day.standing(key).done)

    def _cast(self, key: str, people: Sequence[Participant]) -> None:
        order = {person.id: i for i, person in enumerate(self._people(key))}
        for person in people:
            ballot = self._ballots[key][order[person.id]]
            self._place.ballots.cast(key, person.id, Channel.LAPTOP, ballot, request_key())


def before_dialogs(place: Workplace, key: str, desk: QWidget) -> dict[str, QDialog]:
    """The dialogs there are before a vote is opened, by the name of their picture."""
    return {
        "dialog_vilka_som_ar_har": WhoIsHere(place, key, desk),
        "dialog_innan_ni_oppnar": BeforeOpening(place, key, desk),
        "dialog_processledarens_kod": CodeDialog(place.words, place.code, desk),
        "dialog_repetera": RehearsalDialog(place, desk),
    }


def comes_later(person_id: str, day: Day) -> Day:
    """Somebody who is not here yet, with a note of when they come."""
    away = set_right(day, (person_id,), "present", value=False)
    return edit_text(away, person_id, "task", "Kommer 10.00")


def with_hands(key: str, day: Day) -> Day:
    """The round also counts hands."""
    voting = voting_round(day, key)
    return replace(day, rounds=with_noun(day.rounds, voting.changed(counts_hands=True)))
