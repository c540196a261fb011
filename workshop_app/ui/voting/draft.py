"""A ballot being filled in: lives in memory only and is gone when the sheet is left."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.nouns import VotingRound

UNLIMITED = 10**6


class BallotDraft:
    """Dots and stops of one person before they hand in; never more than the rules allow.

    Each act says in a code why it did nothing, or "" when it did something.
    """

    def __init__(self, voting: VotingRound, tracks: Mapping[str, str]) -> None:
        """An empty ballot.

        Args:
            voting: The rules.
            tracks: Option -> track, for rounds with dots per track.
        """
        self._voting = voting
        self._tracks = tracks
        self._dots: dict[str, int] = dict.fromkeys(voting.options, 0)
        self._stops: set[str] = set()

    def dots(self, option: str) -> int:
        """Dots on an option."""
        return self._dots[option]

    def stopped(self, option: str) -> bool:
        """Whether the option has a stop."""
        return option in self._stops

    @property
    def cap(self) -> int:
        """Most dots on one option."""
        return min(self._voting.cap or UNLIMITED, self._voting.dots or UNLIMITED)

    def budget(self) -> int:
        """Dots for a track, or for the whole sheet."""
        return self._voting.dots or UNLIMITED

    def left(self, track: str = "") -> int:
        """Dots left for a track (rounds with dots per track) or for the whole sheet."""
        used = sum(n for key, n in self._dots.items() if self._budget_of(key) == track)
        return self.budget() - used

    def stops_left(self) -> int:
        """Stops left."""
        return self._voting.stops - len(self._stops)

    def unplaced(self) -> int:
        """Dots left on the whole sheet, all tracks together; 0 where there is no limit."""
        if not self._voting.dots:
            return 0
        return sum(self.left(part) for part in {self._budget_of(key) for key in self._dots})

    def add(self, option: str) -> str:
        """One dot more: "" or why not (has_stop, over_cap, no_dots_left)."""
        if option in self._stops:
            return "has_stop"
        if self._dots[option] >= self.cap:
            return "over_cap"
        if self.left(self._budget_of(option)) < 1:
            return "no_dots_left"
        self._dots[option] += 1
        return ""

    def remove(self, option: str) -> str:
        """One dot, or the stop, less: "" or "nothing_there"."""
        if option in self._stops:
            self._stops.remove(option)
            return ""
        if not self._dots[option]:
            return "nothing_there"
        self._dots[option] -= 1
        return ""

    def toggle_stop(self, option: str) -> str:
        """Set or take away the stop: "" or why not (has_dots, no_stops_left)."""
        if option in self._stops:
            self._stops.remove(option)
            return ""
        if self._dots[option]:
            return "has_dots"
        if self.stops_left() < 1:
            return "no_stops_left"
        self._stops.add(option)
        return ""

    def ballot(self) -> Ballot:
        """What would be handed in now."""
        dots = {key: n for key, n in self._dots.items() if n}
        return Ballot(dots=dots, stops=frozenset(self._stops))

    def _budget_of(self, option: str) -> str:
        return self._tracks.get(option, "") if self._voting.per_track else ""
