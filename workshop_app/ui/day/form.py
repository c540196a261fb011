"""The cards with the facts of the day and its local names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_app.domain.day import Day
from workshop_app.domain.local_names import LocalNames, default_names, renaming_of
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.day.field import Field, line_field, text_field
from workshop_app.ui.widgets.labels import Card, caption

_GAP = 14


def name_example(words: Words, name: str) -> str:
    """What the program says with a name in all its forms; empty for one that has no forms."""
    _ = words.gettext
    examples = {
        "forum_name": _("It will read: New since the last forum."),
        "plan_name": _("It will read: The plan has a last year."),
        "track_name": _(
            "It will read: a strategic track, the strategic track, "
            "two strategic tracks, the strategic tracks."
        ),
        "track_short_name": _(
            "It will read: Choose a track. The track is locked. Two tracks. Lock the tracks."
        ),
        "milestone_name": _(
            "It will read: Choose a milestone. The milestone goes on. "
            "Two milestones are left. Vote on the milestones."
        ),
        "initiative_name": _(
            "It will read: Choose an initiative. The initiative is voted on. "
            "Two initiatives are left. Rank the initiatives."
        ),
    }
    return examples.get(name, "")


class FieldsCard(Card):
    """Fields in a grid.

    Signals:
        committed: The key of a field and what was written in it.
    """

    committed = Signal(str, str)

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.fields: dict[str, Field] = {}
        if lead:
            self.body.addWidget(caption(lead))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP - 2)
        self.body.addLayout(self._grid)

    def add_fields(self, rows: Sequence[Sequence[tuple[str, Field, int]]]) -> None:
        """Rows of (key, field, columns it spans)."""
        for row, fields in enumerate(rows):
            column = 0
            for key, field, span in fields:
                self.fields[key] = field
                holder = QVBoxLayout()
                holder.addWidget(field)
                holder.addStretch(1)
                self._grid.addLayout(holder, row, column, 1, span)
                column += span
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1)
        for key, field in self.fields.items():
            field.committed.connect(partial(self.committed.emit, key))


class FactsCard(FieldsCard):
    """Title, date, place, owner, purpose, expected result, ground rules, contact."""

    def __init__(self, words: Words, day: Day, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(words.pgettext("step", "The day"), parent=parent)
        self._words = words
        roles = sorted({person.role for person in day.participants})
        self.add_fields(
            (
                (
                    ("title", line_field(_("What the day is called")), 3),
                    ("date", line_field(_("Date")), 2),
                    ("start", line_field(_("Begins")), 1),
                ),
                (
                    ("department", line_field(_("Department")), 3),
                    ("municipality", line_field(_("Municipality")), 3),
                ),
                (
                    ("venue", line_field(_("Venue")), 2),
                    ("owner_role", line_field(_("Owner of the day"), roles), 2),
                    ("contact", line_field(_("Contact, a function address")), 2),
                ),
                (
                    ("purpose", text_field(_("Purpose")), 3),
                    ("expected_result", text_field(_("Expected result")), 3),
                ),
                (("ground_rules", text_field(_("Ground rules")), 6),),
            )
        )

    def put(self, day: Day, formats: Formats, start: str) -> None:
        """Show the day."""
        shop = day.workshop
        for key, field in self.fields.items():
            if key not in {"date", "start"}:
                field.put(str(getattr(shop, key)))
        self.fields["date"].put(formats.date_table(shop.date))
        self.fields["start"].put(formats.clock(start))
        self.fields["date"].say(date_note(self._words, formats, day))


def date_note(words: Words, formats: Formats, day: Day) -> str:
    """The weekday and the week of the date."""
    date = day.workshop.date
    weekday = formats.date_full(date).split(" ", maxsplit=1)[0].rstrip(",")
    text = words.gettext("{weekday}, week {n}")
    return text.format(weekday=weekday[:1].upper() + weekday[1:], n=formats.week(date))


class NamesCard(FieldsCard):
    """What things are called here; an empty field has our own word, shown in grey."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        # What a name stands for is said in our own words, or nobody could tell what to write.
        self._ours = words.calling(None)
        _ = self._ours.gettext
        lead = _(
            "They show on the desk, on the shared screen and on paper. If a form comes out wrong, "
            "write the singular and the plural: entity, entities."
        )
        super().__init__(_("Local names"), lead, parent)
        self.add_fields(
            (
                (
                    ("forum_name", line_field(_("The forum")), 1),
                    ("process_name", line_field(_("The process")), 1),
                ),
                (
                    ("plan_name", line_field(_("The plan")), 1),
                    ("plan_former_name", line_field(_("What the plan was called before")), 1),
                ),
                (
                    ("track_name", line_field(_("A track")), 1),
                    ("track_short_name", line_field(_("A track, in short")), 1),
                ),
                (
                    ("milestone_name", line_field(_("A milestone")), 1),
                    ("initiative_name", line_field(_("An initiative")), 1),
                ),
            )
        )
        self._show_defaults(default_names(self._ours))
        for key, field in self.fields.items():
            if isinstance(field.editor, QLineEdit):
                field.editor.textChanged.connect(partial(self._show_example, key))

    def _show_defaults(self, names: LocalNames) -> None:
        ours = {
            "forum_name": names.forum,
            "process_name": names.process,
            "plan_name": names.plan,
            "track_name": names.track,
            "track_short_name": names.track_short,
            "milestone_name": names.milestone,
            "initiative_name": names.initiative,
        }
        for key, name in ours.items():
            editor = self.fields[key].editor
            if isinstance(editor, QLineEdit):
                editor.setPlaceholderText(name)

    def _show_example(self, key: str, written: str) -> None:
        """How the program will speak with the name; nothing where it speaks so already."""
        names = renaming_of(key, written)
        text = name_example(self._ours.calling(names), key) if names is not None else ""
        self.fields[key].say(text)

    def put(self, day: Day) -> None:
        """Show the day's own names."""
        for key, field in self.fields.items():
            field.put(str(getattr(day.workshop, key)))
