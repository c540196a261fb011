"""The round of a step as it stands now, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import REVEALED
from workshop_app.domain.votes import Standing
from workshop_app.ui.stage_pages.round_view import round_for, rounds_for
from workshop_app.ui.stage_pages.voting import Focus, vote_pages
from workshop_app.ui.texts import step_name
from workshop_app.ui.voting.views import left_lines, next_in_turn, talk_points, turnout_view
from workshop_app.ui.voting.vote_side import SideView
from workshop_app.ui.workplace import Workplace

NEXT_STEP = {
    "follow_up": "vote",
    "vote": "roadmap",
    "need": "prioritise",
    "prioritise": "frame",
    "alternatives": "questions",
    "questions": "summary",
}
BEFORE_SHOWN = frozenset({RoundState.READY, RoundState.OPEN, RoundState.CLOSED})


@dataclass(frozen=True)
class RoundNow:
    """Reads the day and the stage afresh at every question; holds nothing itself."""

    workplace: Workplace
    step: str
    series: str = ""

    @property
    def rounds(self) -> tuple[VotingRound, ...]:
        """The questions of the step, each with its newest round."""
        return rounds_for(self.workplace.day, self.step)

    @property
    def next_question(self) -> VotingRound | None:
        """The first question after this one, asked alike, that is not shown yet."""
        voting, rounds = self.voting, self.rounds
        if voting not in rounds:
            return None
        after = [r for r in rounds[rounds.index(voting) + 1 :] if r.method is voting.method]
        day = self.workplace.day
        return next((r for r in after if day.standing(r.id).state in BEFORE_SHOWN), None)

    @property
    def voting(self) -> VotingRound | None:
        """The round the step works on."""
        return round_for(self.workplace.day, self.step, self.series)

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        voting = self.voting
        return self.workplace.day.standing(voting.id if voting else "")

    @property
    def state(self) -> RoundState:
        """Its state; ready where there is no round."""
        return self.standing.state

    def exists(self) -> bool:
        """Whether there is a round to work on."""
        return self.voting is not None

    def is_revealed(self) -> bool:
        """Whether the room has had the result."""
        return self.state in REVEALED

    def room_sees_result(self) -> bool:
        """Whether the shared screen shows it now."""
        showing, voting = self.workplace.stage.showing, self.voting
        if voting is None or showing.step != self.step or showing.blank or showing.covered:
            return False
        focus = Focus.parse(showing.focus)
        same = focus.round_id in {"", voting.id}
        return self.is_revealed() and same and not focus.hidden

    def is_left(self, person: str) -> bool:
        """Whether that person has not voted."""
        voting = self.voting
        if voting is None or not person:
            return False
        rows = turnout_view(self.workplace.day, voting).rows
        return any(row.id == person and not row.done for row in rows)

    def can_advance(self) -> bool:
        """V has something to do."""
        return self.voting is not None and self.state in {RoundState.READY, RoundState.OPEN}

    def can_reveal(self) -> bool:
        """R has something to do."""
        return self.state is RoundState.CLOSED or self.is_revealed()

    def can_vote(self) -> bool:
        """Somebody is left to vote at the laptop."""
        voting = self.voting
        if voting is None or self.state is not RoundState.OPEN:
            return False
        return next_in_turn(turnout_view(self.workplace.day, voting)) is not None

    def can_hand(self) -> bool:
        """Hands can be counted."""
        voting = self.voting
        return voting is not None and voting.counts_hands and self.state is RoundState.OPEN

    def can_reopen(self) -> bool:
        """The vote can be opened again."""
        return self.state is RoundState.CLOSED

    def pages(self) -> int:
        """Pages the room can turn, when it looks at this step; else 0."""
        showing = self.workplace.stage.showing
        if showing.step != self.step:
            return 0
        return len(vote_pages(self.workplace, showing))

    def has_pages(self) -> bool:
        """Whether the room's page can be turned."""
        return self.pages() > 1

    def reveal_text(self) -> str:
        """What R does now."""
        _ = self.workplace.words.gettext
        return _("Hide the result") if self.room_sees_result() else _("Show the result")

    def side_view(self, voting: VotingRound, chosen: str) -> SideView:
        """What the right column says.

        Args:
            voting: The round.
            chosen: The person chosen in the list, or "".
        """
        words, state, day = self.workplace.words, self.state, self.workplace.day
        _ = words.gettext
        shown = self.is_revealed()
        hint = _("The result can be shown when the vote is closed.")
        lines = left_lines(words, turnout_view(day, voting), state)
        return SideView(
            state=state,
            primary=self._primary(),
            reveal="" if state is RoundState.CLOSED else self.reveal_text(),
            reveal_on=shown,
            hint=hint if state in {RoundState.READY, RoundState.OPEN} else "",
            left=("", "") if shown else lines,
            abstain_on=state is RoundState.OPEN and self.is_left(chosen),
            reopen_on=self.can_reopen(),
            talk=talk_points(day, voting),
        )

    def _primary(self) -> tuple[str, str]:
        words, state = self.workplace.words, self.state
        _ = words.gettext
        if state is RoundState.READY:
            return _("Open the vote"), "V"
        if state is RoundState.OPEN:
            return _("Close the vote"), "V"
        if state is RoundState.CLOSED:
            return _("Show the result"), "R"
        if state is RoundState.CANCELLED:
            return "", ""
        question = self.next_question
        following = question.name if question else step_name(words, NEXT_STEP[self.step])
        return _("Next: {step}").format(step=following), ""
