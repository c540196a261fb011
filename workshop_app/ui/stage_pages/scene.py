"""What every page of a vote starts from: which round, and what the room sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workshop_app.app.stage import HIDDEN, Showing
from workshop_app.domain.clock import Run
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import RoundState
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import REVEALED
from workshop_app.figures.icons import Icon
from workshop_app.figures.marks import Pill
from workshop_app.figures.stage.frame import WHOLE, Canvas, StageFrame, zoomed
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.agenda_now import run_of
from workshop_app.ui.countdown import clock_text
from workshop_app.ui.stage_pages.day_foot import with_foot
from workshop_app.ui.stage_pages.round_view import NO_TRACK, TrackView, round_for, tracks_of
from workshop_app.ui.workplace import Workplace

_SORTED = "sorted"


@dataclass(frozen=True, slots=True)
class Focus:
    """What the room looks at in a vote: `Showing.focus` in parts.

    Its text is "<round>" or "<round>/<track>", followed by "#hidden" and "#sorted" where they hold.

    Attributes:
        round_id: The round; empty = the step's newest.
        track_id: One track only; empty = all.
        hidden: The result is shown to nobody for now, though it has been revealed.
        best_first: Sorted by result; else in the order of the ballot.
    """

    round_id: str = ""
    track_id: str = ""
    hidden: bool = False
    best_first: bool = False

    @classmethod
    def parse(cls, text: str) -> Focus:
        """The parts of a `Showing.focus`."""
        subject, *flags = text.split("#")
        round_id, _, track_id = subject.partition("/")
        return cls(round_id, track_id, HIDDEN in flags, _SORTED in flags)

    def text(self) -> str:
        """As it stands in `Showing.focus`."""
        subject = f"{self.round_id}/{self.track_id}" if self.track_id else self.round_id
        flags = [HIDDEN] * self.hidden + [_SORTED] * self.best_first
        return "#".join([subject, *flags])


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the pages need; `left` is the round's own time in seconds, where it runs.

    `run` is the block that runs by hand, if any; `canvas` is how large the page is; `turn` is
    the participant whose turn it is at the laptop, if any.
    """

    day: Day
    voting: VotingRound
    focus: Focus
    words: Words
    now: datetime
    step: str
    left: int | None = None
    run: Run | None = None
    canvas: Canvas = WHOLE
    turn: str = ""

    @property
    def state(self) -> RoundState:
        """Where the round stands."""
        return self.day.standing(self.voting.id).state

    @property
    def reveals(self) -> bool:
        """Whether the room sees the result now."""
        return self.state in REVEALED and not self.focus.hidden

    @property
    def closed(self) -> bool:
        """Whether no more votes come in."""
        return self.state not in {RoundState.READY, RoundState.OPEN}

    @property
    def formats(self) -> Formats:
        """How the room's language writes numbers."""
        return Formats(self.words.language)

    def tracks(self) -> tuple[TrackView, ...]:
        """The tracks to show: the chosen one, or all."""
        found = tracks_of(self.day, self.voting)
        return tuple(t for t in found if t.id == self.focus.track_id) or found


def scene_of(workplace: Workplace, showing: Showing) -> Scene | None:
    """The round the room looks at; None where there is nothing to vote on."""
    day = workplace.day
    focus = Focus.parse(showing.focus)
    voting = find(day.rounds, focus.round_id) or round_for(day, showing.step)
    if voting is None:
        return None
    words, now = workplace.stage_words, workplace.clock()
    left = workplace.timer.left(voting.id) if workplace.timer is not None else None
    if left is None and workplace.day_clock is not None:
        left = workplace.day_clock.room_seconds()
    run, canvas = run_of(workplace), zoomed(workplace.look.zoom)
    round_id, person = showing.turn
    turn = person if round_id == voting.id else ""
    return Scene(day, voting, focus, words, now, showing.step, left, run, canvas, turn)


def voters_of(scene: Scene) -> int:
    """How many have voted."""
    return scene.day.standing(scene.voting.id).voted


def voted_pill(scene: Scene) -> Pill:
    """How many have voted, of how many, in the corner."""
    _ = scene.words.gettext
    standing = scene.day.standing(scene.voting.id)
    text = _("{voted} of {base} have voted")
    return Pill(text.format(voted=standing.voted, base=standing.electorate), Icon.PEOPLE)


def progress_pill(scene: Scene) -> Pill | None:
    """Before the result: that the vote is closed, or whose turn it is at the laptop."""
    _ = scene.words.gettext
    if scene.closed:
        return Pill(_("The vote is closed"), Icon.LOCK)
    person = find(scene.day.participants, scene.turn)
    if person is None or scene.state is not RoundState.OPEN:
        return None
    return Pill(_("Voting now: {role}").format(role=person.role))


def only_track(scene: Scene) -> TrackView | None:
    """The one track that is shown; None where there are several or none."""
    tracks = scene.tracks()
    return tracks[0] if len(tracks) == 1 else None


def round_frame(scene: Scene, title: str, track: TrackView | None) -> StageFrame:
    """What stands round a page about the round."""
    _ = scene.words.gettext
    kicker = scene.voting.name
    if track is not None:
        text = _("{round} · track {letter} {name}")
        kicker = text.format(round=kicker, letter=track.letter, name=track.name)
    frame = StageFrame(
        title=title,
        kicker=kicker,
        track=track.index if track is not None and track.index != NO_TRACK else None,
        clock=clock_text(scene.left) if scene.left is not None else "",
        page_format=_("Page {page} of {pages}"),
        canvas=scene.canvas,
    )
    return with_foot(frame, scene.day, scene.words, scene.now, scene.step, scene.run)
