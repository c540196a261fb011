"""The step "Tracks": what was decided before the day, locked until somebody unlocks it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import MilestoneStatus
from workshop_app.domain.material import FieldPlan, ValueKind, read_typed
from workshop_app.domain.noun import Noun
from workshop_app.domain.nouns import Track
from workshop_app.domain.ops import Op
from workshop_app.domain.since_last import since_rows
from workshop_app.domain.tracks import (
    add_track,
    lock_track,
    milestones_of_tracks,
    remove_track,
    set_track,
    unlock_track,
)
from workshop_app.figures.icons import Icon
from workshop_app.figures.marks import track_mark
from workshop_app.report.since import count_words
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.interaction import Question
from workshop_app.ui.keys import key_caption
from workshop_app.ui.material.material_page import MaterialPage
from workshop_app.ui.material.noun_table import NounColumn, NounTableSpec
from workshop_app.ui.material.parts import firm, plain, ticked
from workshop_app.ui.material.side import MaterialSide
from workshop_app.ui.tables.cells import Cell, Column, Edit
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.remarks import Remark
from workshop_app.ui.workplace import Workplace

LOCKED = "locked"


class TracksPage(MaterialPage):
    """The tracks as rows, the chosen one beside."""

    step = "tracks"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        words = workplace.words
        _ = words.gettext
        super().__init__(
            workplace,
            words.pgettext("step", "Tracks"),
            _("Decided before the day. What is locked is not changed by mistake."),
            parent,
        )
        self.lock_button = ActButton(_("Unlock"), "L")
        self.lock_button.set_icon(Icon.LOCK)
        self.lock_button.clicked.connect(self.toggle_lock)
        self.add_button = ActButton(_("Add"), key_caption(words, "Ctrl+N"), "primary")
        self.add_button.clicked.connect(self.table_acts.add)
        self.head.add(self.lock_button)
        self.add_read_in()
        self.head.add(self.add_button)
        self.table = self.make_table(
            NounTableSpec(
                name=words.pgettext("step", "Tracks"),
                collection="tracks",
                rows=_tracks,
                columns=self._columns,
                op=Op.EDIT_TRACK,
                add=add_track,
                remove=remove_track,
                op_for=self._op_for,
                confirm=self._confirm_cell,
                empty=words.gettext("There are no tracks yet. Read in a list or add the first."),
            )
        )
        self.column.addWidget(self.table, 1)

    # --- the table ----------------------------------------------------------------------------

    def _columns(self, day: Day) -> tuple[NounColumn, ...]:
        _ = self.workplace.words.gettext
        counts = milestones_of_tracks(day)
        places = {track.id: place for place, track in enumerate(day.tracks)}

        def name(noun: Noun) -> Cell:
            mark = partial(track_mark, places[noun.id])
            return replace(firm(_track(noun).name, mark=mark), mark_side=19)

        def count(noun: Noun) -> Cell:
            return plain(str(counts.get(noun.id, 0)))

        def locked(noun: Noun) -> Cell:
            return ticked(self.workplace.words, on=_track(noun).locked)

        return (
            NounColumn(
                Column("name", _("Track"), 176, stretch=True), name, _rule("name", required=True)
            ),
            NounColumn(
                Column("question", _("Question"), 180, stretch=True, drop=2),
                partial(_text, "question"),
                _rule("question"),
            ),
            NounColumn(
                Column("decided", _("Decided, by and when"), 160, drop=1),
                partial(_text, "decided"),
                _rule("decided"),
            ),
            NounColumn(
                Column("owner", _("Responsible"), 146),
                partial(_text, "owner_role"),
                _rule("owner_role"),
            ),
            NounColumn(Column("count", _("Milestones"), 82, Edit.NONE, right=True), count),
            NounColumn(Column(LOCKED, _("Locked"), 72, Edit.TICK), locked, _set_locked),
        )

    def _op_for(self, key: str, column: str) -> Op | None:
        if column != LOCKED:
            return None
        track = find(self.workplace.day.tracks, key)
        return Op.UNLOCK_TRACK if track is not None and track.locked else Op.LOCK_TRACK

    def _confirm_cell(self, key: str, column: str, _value: str) -> bool:
        return self._confirm(key, column)

    def _confirm(self, key: str, column: str) -> bool:
        """Unlocking is a step of its own."""
        track = find(self.workplace.day.tracks, key)
        if column != LOCKED or track is None or not track.locked:
            return True
        _ = self.workplace.words.gettext
        return self.workplace.ask.confirm(
            Question(
                title=_("Unlock {track}?").format(track=track.name),
                text=_(
                    "The track was decided before the day: {decided}. "
                    "Unlock it only if you agree to change it."
                ).format(decided=track.decided or _("no note of when")),
                yes=_("Unlock"),
                no=_("Leave it locked"),
            )
        )

    # --- acts ---------------------------------------------------------------------------------

    @override
    def acts(self) -> tuple[Act, ...]:
        lock = Act("tracks.lock", self._lock_text(), ("L",), self.toggle_lock, self._chosen)
        return (*super().acts(), lock)

    def toggle_lock(self) -> None:
        """Lock the chosen track, or unlock it once that is confirmed."""
        track = self._track()
        if track is None or not self._confirm(track.id, LOCKED):
            return
        op, rule = (Op.UNLOCK_TRACK, unlock_track) if track.locked else (Op.LOCK_TRACK, lock_track)
        attempt(self, partial(self.workplace.store.do, op, partial(rule, key=track.id)))

    def _lock_text(self) -> str:
        _ = self.workplace.words.gettext
        track = self._track()
        return _("Lock") if track is not None and not track.locked else _("Unlock")

    def _chosen(self) -> bool:
        return self._track() is not None

    def _track(self) -> Track | None:
        return find(self.workplace.day.tracks, self.table.view.chosen_key())

    # --- around -------------------------------------------------------------------------------

    @override
    def rail_note(self) -> str:
        return str(len(self.workplace.day.tracks) or "")

    @override
    def done(self) -> bool:
        tracks = self.workplace.day.tracks
        return bool(tracks) and all(track.locked for track in tracks)

    @override
    def make_side(self) -> QWidget:
        _ = self.workplace.words.gettext
        return MaterialSide(
            self.workplace.words,
            (
                _("Check that every track has a question and somebody who is responsible."),
                _("Lock the tracks before the day begins."),
            ),
        )

    @override
    def show_day(self) -> None:
        self.lock_button.setText(self._lock_text())
        self.lock_button.setEnabled(self._chosen())

    @override
    def show_side(self) -> None:
        side, track = self._side, self._track()
        self.show_day()
        if not isinstance(side, MaterialSide):
            return
        _ = self.workplace.words.gettext
        day = self.workplace.day
        if track is None:
            side.put_mark(())
            side.put(_("No track is chosen"), "", ())
            return
        side.put_mark(track_mark(day.tracks.index(track), side.mark_room()))
        side.put(track.name, track.question, self._facts(day, track), self._remarks(day))

    def _facts(self, day: Day, track: Track) -> tuple[tuple[str, str], ...]:
        words = self.workplace.words
        _ = words.gettext
        mine = [one for one in day.milestones if one.track_id == track.id]
        dropped = sum(one.status is MilestoneStatus.DROPPED for one in mine)
        on = sum(one.goes_on for one in mine)
        text = words.ngettext("{n} milestone", "{n} milestones", len(mine)).format(n=len(mine))
        if on:
            text = f"{text}, " + words.ngettext("{n} goes on", "{n} go on", on).format(n=on)
        if dropped:
            text = f"{text}, " + words.ngettext("{n} dropped", "{n} dropped", dropped).format(
                n=dropped
            )
        rows = [row for row in since_rows(day) if row.track_id == track.id]
        since = ((_("Since the last forum"), count_words(words, rows)),) if rows else ()
        return (
            (_("Decided, by and when"), track.decided),
            (_("Responsible"), track.owner_role),
            (_("Milestones"), text),
            *since,
            (_("Locked"), _("Yes, decided before the day") if track.locked else _("No")),
        )

    def _remarks(self, day: Day) -> tuple[Remark, ...]:
        words = self.workplace.words
        _ = words.gettext
        found: list[Remark] = []
        opened = [track.name for track in day.tracks if not track.locked]
        if opened:
            text = words.ngettext("{n} track is unlocked", "{n} tracks are unlocked", len(opened))
            names = self.workplace.formats.listed(opened)
            found.append(Remark(Icon.WARN, text.format(n=len(opened)), names))
        bare = [track.name for track in day.tracks if not track.question or not track.owner_role]
        if bare:
            names = self.workplace.formats.listed(bare)
            found.append(Remark(Icon.WARN, _("Question or responsible is missing"), names))
        return tuple(found)


def _tracks(day: Day) -> tuple[Track, ...]:
    return day.tracks


def _track(noun: Noun) -> Track:
    if not isinstance(noun, Track):
        raise TypeError(type(noun).__name__)
    return noun


def _text(field: str, noun: Noun) -> Cell:
    return plain(str(getattr(noun, field)))


def _rule(field: str, *, required: bool = False) -> partial[Day]:
    return partial(_set, FieldPlan("tracks", field, ValueKind.TEXT, required))


def _set(plan: FieldPlan, day: Day, key: str, text: str) -> Day:
    return set_track(day, plan, key, text)


def _set_locked(day: Day, key: str, text: str) -> Day:
    locked = read_typed(ValueKind.YES_NO, text)
    return lock_track(day, key) if locked else unlock_track(day, key)
