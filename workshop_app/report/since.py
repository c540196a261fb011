"""What is new, changed and dropped since the last forum: in words, and as a page of the report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from workshop_app.domain.carry_over import SinceLast
from workshop_app.domain.day import find
from workshop_app.domain.road import codes
from workshop_app.domain.since_last import (
    FieldChange,
    SinceRow,
    earlier_name,
    has_earlier,
    since_rows,
)
from workshop_app.report.galley import (
    BODY,
    LEFT,
    RIGHT,
    STRONG,
    TOP,
    Block,
    Cell,
    Place,
    heading,
    paragraph,
    pour,
    row,
)
from workshop_app.report.paper import Part, Sheet
from workshop_app.report.press import Head, Press, page_head
from workshop_app.report.tagged import Scope, Tag
from workshop_app.system.formats import EN_DASH
from workshop_app.system.language import Words

_MARK, _CODE = 84.0, 34.0
_MOST_LINES = 6


def mark_word(words: Words, mark: SinceLast) -> str:
    """The mark in a word."""
    names = {
        SinceLast.SAME: words.pgettext("since last", "As before"),
        SinceLast.NEW: words.pgettext("since last", "New"),
        SinceLast.CHANGED: words.pgettext("since last", "Changed"),
        SinceLast.DROPPED: words.pgettext("since last", "Dropped"),
    }
    return names[mark]


def change_words(words: Words, change: FieldChange) -> str:
    """A change in words: "year 2027 → 2028"."""
    pgettext = words.pgettext
    names = {
        "title": pgettext("change", "title"),
        "short_name": pgettext("change", "short name"),
        "year": pgettext("change", "year"),
        "quarter": pgettext("change", "quarter"),
        "owner_role": pgettext("change", "responsible"),
        "measure": pgettext("change", "measure"),
        "track_id": pgettext("change", "track"),
    }
    name = names[change.field]
    colon = "" if change.field in {"year", "quarter"} else ":"
    before, after = change.before or EN_DASH, change.after or EN_DASH
    return f"{name}{colon} {before} → {after}"


def since_words(words: Words, found: SinceRow) -> str:
    """A milestone's mark as one line: "Changed: year 2027 → 2028"."""
    _ = words.gettext
    if found.changes:
        changes = "; ".join(change_words(words, change) for change in found.changes)
        return f"{mark_word(words, found.mark)}: {changes}"
    sentences = {
        SinceLast.NEW: _("New since the last forum"),
        SinceLast.CHANGED: _("Changed since the last forum"),
        SinceLast.DROPPED: _("Dropped since the last forum"),
    }
    return sentences.get(found.mark, "")


def count_words(words: Words, found: Sequence[SinceRow]) -> str:
    """How many there are of each: "New 2 · Changed 1 · Dropped 1"; empty for none."""
    marks = [one.mark for one in found]
    counts = ((mark, marks.count(mark)) for mark in SinceLast)
    return " · ".join(f"{mark_word(words, mark)} {n}" for mark, n in counts if n)


def since_sheets(press: Press) -> list[tuple[Sheet, Head]]:
    """A page, or more, for a day that goes on from an earlier one and is not as that was."""
    found = since_rows(press.day)
    if not found or not has_earlier(press.day):
        return []
    title = press.words.gettext("Since the last forum")
    kicker = " · ".join(
        part for part in (earlier_name(press.day), count_words(press.words, found)) if part
    )
    sheets: list[tuple[Sheet, Head]] = []
    for i, parts in enumerate(pour(_blocks(press, found), TOP)):
        head = Head(kicker, title, first=i == 0)
        sheets.append((Sheet((*page_head(head, press), *parts)), head))
    return sheets


def _blocks(press: Press, found: Sequence[SinceRow]) -> list[Block]:
    intro = press.words.gettext("The milestones that are not as they were when the last day ended.")
    place = Place(LEFT, 0, RIGHT - LEFT)
    blocks = [paragraph(intro, BODY, place, press.ruler)]
    for track_id, rows in groupby(found, key=_track_of):
        track = find(press.day.tracks, track_id)
        name = track.name if track is not None else EN_DASH
        blocks.append(heading(Tag.H2, name, place, press.ruler))
        blocks += [_row(press, one) for one in rows]
    return blocks


def _row(press: Press, one: SinceRow) -> Block:
    changes = "; ".join(change_words(press.words, change) for change in one.changes)
    text = f"{one.label} ({changes})" if changes else one.label
    at = LEFT + _MARK + _CODE
    cells = (
        Cell(mark_word(press.words, one.mark), LEFT, _MARK, STRONG, tag=Tag.TH, scope=Scope.ROW),
        Cell(codes(press.day).get(one.key, EN_DASH), LEFT + _MARK, _CODE),
        Cell(text, at, RIGHT - at, most=_MOST_LINES),
    )
    part, height = row(cells, press.ruler)
    return Block(height, (Part(Tag.TABLE, parts=(part,), key=f"since-{one.track_id}"),), 4.0)


def _track_of(one: SinceRow) -> str:
    return one.track_id
