"""The card with what is new, changed and dropped since the earlier day; it is only read."""

from __future__ import annotations

from workshop_app.domain.day import Day
from workshop_app.domain.road import codes
from workshop_app.domain.since_last import earlier_name, since_rows
from workshop_app.report.since import change_words, count_words, mark_word
from workshop_app.system.language import Words
from workshop_app.ui.day.line_list import Line, LineList
from workshop_app.ui.widgets.labels import Card, caption


class SinceCard(Card):
    """Track by track, a row for each milestone that is not as it was."""

    def __init__(self, words: Words) -> None:
        _ = words.gettext
        title = _("Since the last forum")
        super().__init__(title)
        self._words = words
        self.summary = caption("")
        self.summary.setWordWrap(False)
        if self.header is not None:
            self.header.addWidget(self.summary)
        self.list = LineList(title)
        self.empty = caption(_("All milestones are as they were."))
        self.list.setAccessibleDescription(self.empty.text())
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)

    def put(self, day: Day) -> None:
        """Show the day."""
        lines = since_lines(day, self._words)
        counts = count_words(self._words, since_rows(day))
        self.summary.setText(" · ".join(part for part in (earlier_name(day), counts) if part))
        self.list.put(lines)
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)


def since_lines(day: Day, words: Words) -> list[Line]:
    """One row for each milestone that is new, changed or dropped."""
    names, lines = codes(day), []
    for row in since_rows(day):
        code = names.get(row.key, "")
        lines.append(
            Line(
                key=row.key,
                lead=mark_word(words, row.mark),
                title=f"{code} {row.label}".strip(),
                note="; ".join(change_words(words, change) for change in row.changes),
            )
        )
    return lines
