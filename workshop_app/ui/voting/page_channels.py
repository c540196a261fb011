"""What a voting page does besides the laptop: before opening, the shared screen, people, time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workshop_app.app.presence import settle_bases
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import Channel
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ops import Op
from workshop_app.domain.ways import (
    ballot_screen,
    with_ballot_screen,
    with_closing_on_time,
    with_minutes,
)
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.channels.before_opening import may_open
from workshop_app.ui.channels.channel_bar import ChannelBar
from workshop_app.ui.channels.round_clock import RoundClock
from workshop_app.ui.channels.ways_box import WaysBox
from workshop_app.ui.page import Page
from workshop_app.ui.voting.screen_ballot import ScreenBallot, shared_screen


class PageChannels:
    """The channels of one voting page; the page calls it, and shows what comes of it.

    Attributes:
        screen: The shared screen while people vote on it.
        clock: The round's own time, for the right column.
    """

    def __init__(self, page: Page, bar: ChannelBar, ways: WaysBox) -> None:
        """Look after the channels of a page.

        Args:
            page: The voting page.
            bar: Its row of other ways in.
            ways: Its choice of the screen and the time.
        """
        self._page = page
        self._bar = bar
        self._round_id = ""
        self.screen: ScreenBallot | None = None
        self.clock = RoundClock(page.workplace)
        ways.screen_chosen.connect(self._use_screen)
        ways.minutes_set.connect(self._use_minutes)
        ways.closing_set.connect(self._close_on_time)

    def show_round(self, voting: VotingRound) -> None:
        """The round the page shows."""
        self._round_id = voting.id
        self.clock.show_round(voting.id)

    def acts(self) -> tuple[Act, ...]:
        """P and T."""
        _, bar = self._page.workplace.words.gettext, self._bar
        here, paper = _("Who is here"), _("Type in paper ballots")
        return (
            Act("vote.here", here, ("P",), bar.open_here, bar.can_see_people, hint=False),
            Act("vote.paper", paper, ("T",), bar.open_paper, bar.can_type, hint=False),
        )

    def may_open(self, voting: VotingRound) -> bool:
        """Before you open: whether to."""
        return may_open(self._page.workplace, voting, self._page.window())

    def settle(self) -> None:
        """The base follows who is here, also after an undo."""
        place = self._page.workplace
        if not place.store.file.read_only:
            attempt(self._page, partial(settle_bases, place.store, place.ballots))

    def at_screen(self, voting: VotingRound) -> bool:
        """Begin at the shared screen, if the round is held there; whether it is."""
        if ballot_screen(voting) is not Channel.SCREEN:
            return False
        place = self._page.workplace
        stage = shared_screen(self._page.window())
        if stage is None:
            self._page.message.emit(place.words.gettext("Turn on the shared screen first, F5."))
            return True
        self.screen = ScreenBallot(place, voting.id, stage)
        self.screen.finished.connect(self._screen_done)
        self.screen.begin()
        self._page.acts_changed.emit()
        return True

    def _screen_done(self) -> None:
        if self.screen is not None:
            self.screen.deleteLater()
            self.screen = None
        self._page.window().activateWindow()
        self._page.acts_changed.emit()

    def _use_screen(self, channel: Channel) -> None:
        self._edit(partial(with_ballot_screen, round_id=self._round_id, screen=channel))

    def _use_minutes(self, minutes: int) -> None:
        self._edit(partial(with_minutes, round_id=self._round_id, minutes=minutes))

    def _close_on_time(self, closes: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._edit(partial(with_closing_on_time, round_id=self._round_id, closes=closes))

    def _edit(self, rule: Callable[[Day], Day]) -> None:
        store = self._page.workplace.store
        if not attempt(self._page, partial(store.do, Op.EDIT_ROUND, rule)):
            self._page.refresh(None)
