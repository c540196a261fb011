"""What the desk is made of for one open day: the workplace its pages share, and its steps."""

from __future__ import annotations

from functools import partial

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.clock import DayClock
from workshop_app.app.constellations import Constellations
from workshop_app.app.countdown import Countdown
from workshop_app.app.day_names import DayNames
from workshop_app.app.leave_code import LeaveCode
from workshop_app.app.round_timer import RoundTimer
from workshop_app.app.stage import Stage
from workshop_app.app.stage_look import StageLook
from workshop_app.app.store import DayStore
from workshop_app.app.templates import Templates
from workshop_app.figures.ruler import FontRuler
from workshop_app.system.kept import Kept
from workshop_app.system.kit import Kit
from workshop_app.system.settings import KeptSettings
from workshop_app.ui.clock.desk_clock import desk_clock
from workshop_app.ui.day.day_page import DayPage
from workshop_app.ui.day.naming import NamesOnDesk
from workshop_app.ui.desk_extra import MakeExtra
from workshop_app.ui.exchange.opening import open_import
from workshop_app.ui.frame.frame_page import FramePage
from workshop_app.ui.interaction import Interaction
from workshop_app.ui.material.initiatives_page import InitiativesPage
from workshop_app.ui.material.situation_page import SituationPage
from workshop_app.ui.material.tracks_page import TracksPage
from workshop_app.ui.material.units_page import UnitsPage
from workshop_app.ui.people.people_page import PeoplePage, PeopleTools
from workshop_app.ui.program_acts import ProgramActs
from workshop_app.ui.program_extra import ProgramExtra
from workshop_app.ui.road_page import RoadPage
from workshop_app.ui.stage_tools.room_tools import RoomTools
from workshop_app.ui.steps import StepPlan
from workshop_app.ui.summary_page import SummaryPage, SummaryPlaces
from workshop_app.ui.voting.alternatives_page import AlternativesPage
from workshop_app.ui.voting.questions_page import QuestionsPage
from workshop_app.ui.voting.vote_page import VotePage
from workshop_app.ui.workplace import Workplace


def make_workplace(
    kit: Kit, store: DayStore, ask: Interaction, settings: KeptSettings | None = None
) -> Workplace:
    """What every page is handed."""
    # First of all that listen to the day: whoever draws a change finds the day's own names.
    DayNames(store, (kit.words, kit.stage_words, kit.report_words))
    door, stage = BallotDoor(store), Stage(store)
    kept = settings or KeptSettings(None, kit.settings)
    beside = Kept(kit.paths.beside / f"{store.file.path.stem}.json")
    return Workplace(
        store=store,
        ballots=door,
        stage=stage,
        words=kit.words,
        stage_words=kit.stage_words,
        report_words=kit.report_words,
        ruler=FontRuler(kit.paths.fonts),
        clock=kit.clock,
        ask=ask,
        look=StageLook(beside, kept, store),
        countdown=Countdown(kit.clock, store),
        code=LeaveCode(kept.now.facilitator_code),
        timer=RoundTimer(store, door, stage, kit.clock),
        fonts=kit.paths.fonts,
        kept=beside,
        day_clock=DayClock(store, kit.clock, beside),
        settings=kept,
    )


def step_plans(kit: Kit) -> tuple[StepPlan, ...]:
    """The steps that are built, in the order of the day."""
    places = SummaryPlaces(fonts=kit.paths.fonts, documents=kit.paths.documents)
    templates = Templates(kit.paths.templates)
    calendars, days = templates.calendars(), templates.days()
    tools = PeopleTools(Constellations(kit.paths.data), open_import)
    return (
        StepPlan("prepare", "day", partial(DayPage, calendars=calendars, templates=days)),
        StepPlan("prepare", "people", partial(PeoplePage, tools=tools)),
        StepPlan("prepare", "tracks", TracksPage),
        StepPlan("prepare", "units", UnitsPage),
        StepPlan("prepare", "situation", partial(SituationPage, places=places)),
        StepPlan("prepare", "initiatives", partial(InitiativesPage, laws=kit.paths.laws)),
        StepPlan("morning", "follow_up", partial(VotePage, step="follow_up")),
        StepPlan("morning", "vote", VotePage),
        StepPlan("morning", "roadmap", RoadPage),
        StepPlan("afternoon", "need", partial(VotePage, step="need")),
        StepPlan("afternoon", "prioritise", partial(VotePage, step="prioritise")),
        StepPlan("afternoon", "frame", FramePage),
        StepPlan("afternoon", "alternatives", AlternativesPage),
        StepPlan("finish", "questions", QuestionsPage),
        StepPlan("finish", "summary", partial(SummaryPage, places=places)),
    )


def desk_extras(program: ProgramActs) -> tuple[MakeExtra, ...]:
    """What every step has besides the desk's own acts, from the top of the column downwards."""
    return (NamesOnDesk, RoomTools, desk_clock, partial(ProgramExtra, program=program))
