"""The steps "Vote" and "Prioritise": one page for dots, and for dots and stops."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.stage import Showing
from workshop_app.app.store import Change
from workshop_app.domain.ballot_rules import uses_dots
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ops import Op
from workshop_app.domain.rounds import REVEALED, new_round
from workshop_app.figures.shapes import Figure
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.channels.before_opening import fill_empty
from workshop_app.ui.interaction import Question
from workshop_app.ui.page import Page
from workshop_app.ui.stage_pages.answers import rule_line, votes_line
from workshop_app.ui.stage_pages.voting import Focus, vote_figure
from workshop_app.ui.table_dialog import table_act
from workshop_app.ui.texts import step_name
from workshop_app.ui.voting.after_vote import AfterVote
from workshop_app.ui.voting.announcer import Announcer
from workshop_app.ui.voting.kiosk import Kiosk
from workshop_app.ui.voting.page_channels import PageChannels
from workshop_app.ui.voting.page_settings import PageSettings
from workshop_app.ui.voting.round_chooser import questions_of
from workshop_app.ui.voting.round_now import BEFORE_SHOWN, NEXT_STEP, RoundNow
from workshop_app.ui.voting.views import (
    close_question,
    hands_of,
    hands_view,
    turnout_view,
    with_mark,
    with_person,
)
from workshop_app.ui.voting.vote_centre import VoteCentre
from workshop_app.ui.voting.vote_side import VoteSide
from workshop_app.ui.workplace import Workplace


class VotePage(Page):
    """One voting round: ready, open, closed, shown. The step decides which round."""

    def __init__(
        self, workplace: Workplace, step: str = "vote", parent: QWidget | None = None
    ) -> None:
        """The page of a step.

        Args:
            workplace: The open day and its tools.
            step: "vote" (dots, morning) or "prioritise" (dots and stops, afternoon).
            parent: The widget it belongs to.
        """
        super().__init__(workplace, parent)
        self.step = step
        self.now = RoundNow(workplace, step)
        self.centre = VoteCentre(workplace)
        self.panel = VoteSide(workplace.words)
        self.channels = PageChannels(self, self.centre.channels, self.centre.settings.ways)
        self.panel.put_clock(self.channels.clock)
        self.kiosk: Kiosk | None = None
        self._track = ""
        self._best_first = False
        self._hidden = False
        self._at_laptop = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.centre)
        self.settings = PageSettings(self, self.centre.settings)
        self.after = AfterVote(self, self.centre)
        self.after.new_series = self.choose_question
        self.panel.put_after(self.after.card)
        self._announcer = Announcer(workplace.words, self)
        self._connect()
        self.refresh(None)

    def _connect(self) -> None:
        centre, panel = self.centre, self.panel
        centre.new_round.clicked.connect(self.start_new_round)
        centre.sort.clicked.connect(self.toggle_order)
        centre.track_chosen.connect(self._look_at)
        centre.chooser.chosen.connect(self.choose_question)
        centre.turnout.next.clicked.connect(self.open_ballot)
        centre.turnout.list.selectionModel().currentChanged.connect(self._chose)
        centre.turnout.list.voters.modelReset.connect(self._chose)
        centre.hands.counted.connect(self._count)
        panel.primary.clicked.connect(self._primary)
        panel.reveal.clicked.connect(self.toggle_result)
        panel.abstain.clicked.connect(self.abstain)
        panel.reopen.clicked.connect(self.reopen)

    # --- what the desk asks -------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        _, now = self.workplace.words.gettext, self.now
        opens = now.state is RoundState.READY
        advance = _("Open the vote") if opens else _("Close the vote")
        back, onward = partial(self._turn_page, -1), partial(self._turn_page, 1)
        keys = ("Return", "Enter")
        return (
            Act("vote.advance", advance, ("V",), self.advance, now.can_advance),
            Act("vote.reveal", now.reveal_text(), ("R",), self.toggle_result, now.can_reveal),
            Act("vote.next", _("Next in turn"), keys, self.open_ballot, self._can_next),
            Act("vote.hand", _("Count by hand"), ("H",), self.count_by_hand, now.can_hand),
            Act("vote.abstain", _("Abstains"), ("A",), self.abstain, self._can_abstain),
            Act("vote.sort", _("Sort"), ("S",), self.toggle_order, now.is_revealed, writes=False),
            *self.channels.acts(),
            *self.after.acts(),
            *self._question_acts(),
            table_act(self, self._picture, self.now.exists),
            Act("vote.reopen", _("Open again"), ("Shift+V",), self.reopen, now.can_reopen),
            Act("vote.page", _("Turn the page"), ("PgDown",), onward, now.has_pages, writes=False),
            Act(
                "vote.back",
                _("Page back"),
                ("PgUp",),
                back,
                now.has_pages,
                hint=False,
                writes=False,
            ),
        )

    def _question_acts(self) -> tuple[Act, ...]:
        """1, 2, 3: the questions of the step, where there are several."""
        rounds = self.now.rounds
        if len(rounds) < 2:  # noqa: PLR2004 - nothing to choose from
            return ()
        return tuple(
            Act(
                f"vote.question{i + 1}",
                voting.name,
                (str(i + 1),),
                partial(self.choose_question, voting.series),
                hint=False,
                writes=False,
            )
            for i, voting in enumerate(rounds[:9])
        )

    @override
    def side(self) -> QWidget | None:
        return self.panel

    @override
    def entered(self) -> None:
        # A result that was revealed before this visit has had its first, unsorted look.
        self._best_first = self._best_first or self.now.is_revealed()
        self.now = replace(self.now, series=self.now.voting.series if self.now.voting else "")
        self.channels.settle()
        for voting in self.now.rounds:
            fill_empty(self.workplace, voting)
        self.refresh(None)

    @override
    def refresh(self, change: Change | None) -> None:
        day, voting = self.workplace.day, self.now.voting
        if voting is None:
            self.centre.title.setText(step_name(self.workplace.words, self.step))
            self.centre.show_nothing()
            self.panel.show_nothing()
            return
        if self._track and self._track not in {m.track_id for m in day.milestones}:
            self._track = ""
        self.settings.show_round(voting.id)
        self._announcer.tell(voting.id, self.now.state)
        self.centre.title.setText(step_name(self.workplace.words, self.step))
        self.centre.lead.setText(self._lead(voting))
        self._show_questions(voting)
        self.centre.show_round(day, voting, self._track, self._at_laptop)
        self.centre.show_result(day, voting, self._track, best=self._best_first)
        self.after.show_round(voting)
        self._show_side()
        self.acts_changed.emit()

    def _show_questions(self, voting: VotingRound) -> None:
        items = questions_of(self.workplace.words, self.workplace.day, self.now.rounds)
        self.centre.show_questions(items, voting.series, listed=self.step == "questions")

    def choose_question(self, series: str) -> None:
        """Work on another question of the step; the room's picture stays as it is."""
        self.now = replace(self.now, series=series)
        self._track, self._hidden = "", False
        self._best_first = self.now.is_revealed()
        self.refresh(None)

    @override
    def stage_focus(self) -> str:
        voting = self.now.voting
        if voting is None:
            return ""
        return Focus(voting.id, self._track, self._hidden, self._best_first).text()

    @override
    def rail_note(self) -> str:
        voting = self.now.voting
        return str(len(voting.options)) if voting else ""

    @override
    def done(self) -> bool:
        rounds, day = self.now.rounds, self.workplace.day
        return bool(rounds) and all(day.standing(r.id).state in REVEALED for r in rounds)

    # --- acts ---------------------------------------------------------------------------------

    def advance(self) -> None:
        """V: open the vote, or close it; asks once when somebody has not voted."""
        voting, door = self.now.voting, self.workplace.ballots
        if voting is None:
            return
        if self.now.state is RoundState.READY:
            ready = self.channels.may_open(voting)
            if ready and attempt(self, partial(door.open, voting.id)):
                self._tell_stage()
            return
        if self.now.state is RoundState.OPEN and self._may_close(voting):
            attempt(self, partial(door.close, voting.id))

    def _may_close(self, voting: VotingRound) -> bool:
        self.channels.settle()
        words, day = self.workplace.words, self.workplace.day
        _ = words.gettext
        text = close_question(words, turnout_view(day, voting), hands_view(day, voting))
        if not text:
            return True
        question = Question(_("Close the vote?"), text, _("Close the vote"), _("Keep it open"))
        return self.workplace.ask.confirm(question)

    def toggle_result(self) -> None:
        """R: reveal the result once; then hide it from the room and show it again."""
        voting = self.now.voting
        if voting is None:
            return
        stage = self.workplace.stage
        if self.now.state is RoundState.CLOSED:
            self._hidden, self._best_first = False, False
            if attempt(self, partial(self.workplace.ballots.show, voting.id)):
                stage.show_step(self.step, self.stage_focus())
                self.centre.go_to_result()
        elif self.now.is_revealed():
            self._hidden = self.now.room_sees_result()
            stage.show_step(self.step, self.stage_focus())
        self.refresh(None)

    def reopen(self) -> None:
        """Open the vote again; it is logged."""
        voting = self.now.voting
        if voting is not None and self.now.can_reopen():
            attempt(self, partial(self.workplace.ballots.reopen, voting.id))

    def toggle_order(self) -> None:
        """S: sorted by result, or as on the ballot, at the desk and in the room."""
        if self.now.is_revealed():
            self._best_first = not self._best_first
            self._tell_stage()
            self.refresh(None)

    def open_ballot(self) -> None:
        """Enter: hand the laptop over to the chosen person, or to the next in turn."""
        voting = self.now.voting
        if voting is None or not self._can_next() or self.channels.at_screen(voting):
            return
        self.kiosk = Kiosk(self.workplace, (self.step, voting.id), self.window())
        self.kiosk.turn_changed.connect(self._turn)
        self.kiosk.finished.connect(self._kiosk_done)
        self.kiosk.begin(self._chosen())

    def count_by_hand(self) -> None:
        """H: the chosen person votes by hand, or no longer does; counting begins."""
        voting, person = self.now.voting, self._chosen()
        if voting is None or not self.now.can_hand():
            return
        if person:
            hands = with_person(hands_of(self.now.standing), person)
            attempt(self, partial(self.workplace.ballots.count_hands, voting.id, hands))
        self.centre.go_to_hands()

    def abstain(self) -> None:
        """A: the chosen person is done with a blank ballot."""
        voting = self.now.voting
        if voting is not None and self._can_abstain():
            person = self._chosen()
            attempt(self, partial(self.workplace.ballots.mark_done, voting.id, person))

    def start_new_round(self) -> None:
        """A fresh round of the same question; the old one stays, asks first."""
        voting = self.now.voting
        _ = self.workplace.words.gettext
        if voting is None:
            return
        text = _("The round so far is kept and stands in the report as an earlier round.")
        if self.now.state in BEFORE_SHOWN:
            text = _("The round so far is kept but marked as cancelled. Its votes do not count.")
        question = Question(_("New round?"), text, _("Start a new round"), _("Cancel"))
        if self.workplace.ask.confirm(question):
            attempt(self, partial(self._make_round, voting))

    def _make_round(self, voting: VotingRound) -> None:
        rule = partial(new_round, round_id=voting.id)
        self._hidden, self._best_first = False, False
        cancels = self.now.state in BEFORE_SHOWN
        self.workplace.store.do(Op.NEW_ROUND, rule)
        if cancels:
            self.workplace.ballots.cancel(voting.id)
        self._tell_stage()

    def _primary(self) -> None:
        state = self.now.state
        if state is RoundState.CLOSED:
            self.toggle_result()
        elif self.now.is_revealed():
            self._go_on()
        else:
            self.advance()

    def _go_on(self) -> None:
        """The next step begins: the round is history."""
        voting = self.now.voting
        if voting is not None and self.now.state is RoundState.SHOWN:
            attempt(self, partial(self.workplace.ballots.lock, voting.id))
        question = self.now.next_question
        if question is not None:
            self.choose_question(question.series)
            return
        self.wants_step.emit(NEXT_STEP[self.step])

    # --- small things -------------------------------------------------------------------------

    def _count(self, option: str, key: str, number: int) -> None:
        voting = self.now.voting
        if voting is None:
            return
        hands = with_mark(hands_of(self.now.standing), option, key, number)
        if not attempt(self, partial(self.workplace.ballots.count_hands, voting.id, hands)):
            self.refresh(None)

    def _look_at(self, track_id: str) -> None:
        self._track = track_id
        self._tell_stage()
        self.refresh(None)

    def _tell_stage(self) -> None:
        """The room's picture follows, if it shows this step."""
        self.workplace.stage.refocus(self.step, self.stage_focus())

    def _picture(self) -> Figure:
        showing = Showing(step=self.step, focus=self.stage_focus())
        return vote_figure(self.workplace, showing)

    def _turn_page(self, way: int) -> None:
        stage = self.workplace.stage
        stage.turn_page(max(0, min(stage.showing.page + way, self.now.pages() - 1)))

    def _turn(self, voter: str) -> None:
        self._at_laptop = voter
        self.refresh(None)

    def _kiosk_done(self) -> None:
        if self.kiosk is not None:
            self.kiosk.deleteLater()
            self.kiosk = None
        self._turn("")
        self.centre.turnout.list.setFocus()

    def _chose(self, *_news: object) -> None:
        self._show_side()
        self.acts_changed.emit()

    def _lead(self, voting: VotingRound) -> str:
        words, day = self.workplace.words, self.workplace.day
        rule = rule_line(words, day, voting)
        if self.now.is_revealed() and not uses_dots(voting):
            rule = votes_line(words, voting, day.standing(voting.id).voted) + "."
        asked = voting.question or voting.name
        return f"{asked} {rule}" if asked.endswith("?") else f"{asked}. {rule}"

    def _show_side(self) -> None:
        voting = self.now.voting
        if voting is not None:
            self.panel.show_view(self.now.side_view(voting, self._chosen()))
            self.channels.show_round(voting)

    def _chosen(self) -> str:
        return self.centre.turnout.list.chosen()

    def _can_next(self) -> bool:
        free = self.kiosk is None and self.channels.screen is None
        return free and self.now.can_vote()

    def _can_abstain(self) -> bool:
        return self.now.state is RoundState.OPEN and self.now.is_left(self._chosen())
