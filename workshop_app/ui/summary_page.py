"""The step "Summary": see the printed summary, print it, save it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_app.app.store import Change
from workshop_app.report.summary import ReportKit
from workshop_app.ui.act import Act
from workshop_app.ui.attempt import attempt
from workshop_app.ui.page import Page
from workshop_app.ui.summary.paper import Paper, make_paper
from workshop_app.ui.summary.preview import Field, PageList, Preview
from workshop_app.ui.summary.printing import ChoosePrinter, ask_for_printer, print_paper
from workshop_app.ui.summary.side import SummarySide
from workshop_app.ui.summary.summary_sheet import (
    contents_heading,
    draft_warning,
    page_names,
    page_sentence,
    proposed_file,
)
from workshop_app.ui.widgets.buttons import ActButton
from workshop_app.ui.widgets.labels import Card, caption, label, lead_label, strong, title_label
from workshop_app.ui.workplace import Workplace

_EDGE = 28
_CONTENTS_WIDE = 216
_THUMBS_WIDE = 112


@dataclass(frozen=True)
class SummaryPlaces:
    """What the summary needs beside the day.

    Attributes:
        fonts: Folder of the bundled fonts.
        documents: Where the PDF is offered to be saved.
        choose_printer: Asks for a printer.
    """

    fonts: Path
    documents: Path
    choose_printer: ChoosePrinter = ask_for_printer


class SummaryPage(Page):
    """The pages as they will be printed. They are set anew when the day has changed."""

    step = "summary"

    def __init__(
        self, workplace: Workplace, places: SummaryPlaces, parent: QWidget | None = None
    ) -> None:
        super().__init__(workplace, parent)
        _ = workplace.words.gettext
        self._places = places
        self._paper: Paper | None = None
        self._side: SummarySide | None = None
        self._contents_heading = caption("")
        self.contents = PageList(_("Contents"), pictures=False)
        self.thumbs = PageList(_("Pages"), pictures=True)
        self.preview = Preview()
        self.warning = Card()
        self.warning.setProperty("card", "warn")
        self._warning_text = label("", "warn")
        self.reasons_button = ActButton(_("Fill in the reasons"))
        self._page_text = caption("")
        self.back_button = ActButton("↑", "")
        self.on_button = ActButton("↓", "")
        self.smaller_button = ActButton("−")
        self.larger_button = ActButton("+")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        _ = self.workplace.words.gettext
        self.warning.body.setContentsMargins(14, 12, 14, 12)
        self.warning.body.addWidget(strong(_("Draft")))
        self.warning.body.addWidget(self._warning_text)
        self.warning.body.addWidget(self.reasons_button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._contents_heading)
        left.addWidget(self.contents)
        left.addSpacing(8)
        left.addWidget(self.warning)
        left.addStretch(1)
        work = QHBoxLayout()
        work.setSpacing(20)
        work.addLayout(left)
        work.addWidget(self._desk(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 24, _EDGE, 16)
        column.setSpacing(4)
        column.addWidget(title_label(_("Summary")))
        lead = _("Everything you have come up with, in order. Check it and print it.")
        column.addWidget(lead_label(lead))
        column.addSpacing(12)
        column.addLayout(work, 1)
        for widget in (self.contents, self.warning, self._contents_heading):
            widget.setFixedWidth(_CONTENTS_WIDE)

    def _desk(self) -> QWidget:
        """The sunken field with the pages."""
        _ = self.workplace.words.gettext
        field = Field()
        self.thumbs.setFixedWidth(_THUMBS_WIDE)
        for button, name in (
            (self.back_button, _("Previous page")),
            (self.on_button, _("Next page")),
            (self.smaller_button, _("Smaller")),
            (self.larger_button, _("Larger")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.back_button)
        below.addWidget(self.on_button)
        self._page_text.setWordWrap(False)
        below.addWidget(self._page_text)
        below.addStretch(1)
        below.addWidget(self.smaller_button)
        below.addWidget(self.larger_button)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.preview, 1)
        right.addLayout(below)
        row = QHBoxLayout(field)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(8)
        row.addWidget(self.thumbs)
        row.addLayout(right, 1)
        return field

    def _connect(self) -> None:
        self.contents.page_chosen.connect(self.turn_to)
        self.thumbs.page_chosen.connect(self.turn_to)
        self.reasons_button.clicked.connect(partial(self.wants_step.emit, "frame"))
        self.back_button.clicked.connect(partial(self._turn, -1))
        self.on_button.clicked.connect(partial(self._turn, 1))
        self.smaller_button.clicked.connect(partial(self._zoom, -1))
        self.larger_button.clicked.connect(partial(self._zoom, 1))

    # --- the desk asks ------------------------------------------------------------------------

    @override
    def first(self) -> QWidget:
        return self.contents

    @override
    def acts(self) -> tuple[Act, ...]:
        _ = self.workplace.words.gettext
        on, back = partial(self._turn, 1), partial(self._turn, -1)
        can_on, can_back = partial(self._can_turn, 1), partial(self._can_turn, -1)
        grow, shrink = partial(self._zoom, 1), partial(self._zoom, -1)
        can_grow = partial(self.preview.can_zoom, 1)
        can_shrink = partial(self.preview.can_zoom, -1)
        zoom_in = ("Ctrl++", "Ctrl+=")
        return (
            Act("summary.print", _("Print"), ("Ctrl+P",), self.print_out, writes=False),
            Act("summary.save", _("Save as PDF"), ("Ctrl+Shift+S",), self.save_pdf, writes=False),
            Act(
                "summary.back",
                _("Previous page"),
                ("PgUp",),
                back,
                can_back,
                hint=False,
                writes=False,
            ),
            Act("summary.on", _("Next page"), ("PgDown",), on, can_on, writes=False),
            Act(
                "summary.larger",
                _("Larger"),
                zoom_in,
                grow,
                can_grow,
                key_text="Ctrl +",
                writes=False,
            ),
            Act(
                "summary.smaller",
                _("Smaller"),
                ("Ctrl+-",),
                shrink,
                can_shrink,
                hint=False,
                writes=False,
            ),
        )

    @override
    def side(self) -> QWidget | None:
        if self._side is None:
            self._side = SummarySide(self.workplace.words)
            self._side.print_button.clicked.connect(self.print_out)
            self._side.save_button.clicked.connect(self.save_pdf)
            self._side.say_language(self.workplace.report_words.language)
        return self._side

    @override
    def refresh(self, change: Change | None) -> None:
        """Set the pages as the day is now."""
        self._make()

    # --- the paper ----------------------------------------------------------------------------

    @property
    def paper(self) -> Paper | None:
        """The pages shown; None before the first time."""
        return self._paper

    def _make(self) -> Paper:
        """Set the pages and show them; the page that is read stays."""
        place = self.workplace
        kit = ReportKit(
            words=place.report_words,
            fonts=self._places.fonts,
            printed=place.clock(),
            ruler=place.ruler,
            event_head=place.store.file.head()[1],
        )
        paper = make_paper(place.day, kit)
        self._paper = paper
        names = page_names(paper.info)
        self._contents_heading.setText(contents_heading(place.words, paper.pages))
        self.contents.put(paper, names)
        self.thumbs.put(paper, names)
        warning = draft_warning(paper.info, place.words)
        self._warning_text.setText(warning)
        self.warning.setVisible(bool(warning))
        self.reasons_button.setVisible(paper.info.missing_reasons > 0)
        if self._side is not None:
            self._side.say_language(place.report_words.language)
        self.turn_to(min(self.preview.page, paper.pages - 1))
        return paper

    def turn_to(self, page: int) -> None:
        """Show a page."""
        paper = self._paper
        if paper is None:
            return
        sentence = page_sentence(self.workplace.words, page, paper.pages)
        self.preview.put(paper, page, f"{sentence}. {page_names(paper.info)[page]}")
        self._page_text.setText(sentence)
        for pages in (self.contents, self.thumbs):
            if pages.currentIndex().row() != page:
                pages.choose(page)
        self._show_can()

    def _can_turn(self, way: int) -> bool:
        return self._paper is not None and 0 <= self.preview.page + way < self._paper.pages

    def _turn(self, way: int) -> None:
        if self._can_turn(way):
            self.turn_to(self.preview.page + way)

    def _zoom(self, way: int) -> None:
        self.preview.step_zoom(way)
        self._show_can()

    def _show_can(self) -> None:
        self.back_button.setEnabled(self._can_turn(-1))
        self.on_button.setEnabled(self._can_turn(1))
        self.smaller_button.setEnabled(self.preview.can_zoom(-1))
        self.larger_button.setEnabled(self.preview.can_zoom(1))
        self.acts_changed.emit()

    # --- out of the program -------------------------------------------------------------------

    def print_out(self) -> None:
        """Print the pages as they are now, after the system's own dialog."""
        paper = self._make()
        printer = self._places.choose_printer(self, paper, self.workplace.words.gettext("Print"))
        if printer is None:
            return
        if attempt(self, partial(print_paper, paper, printer)):
            self.message.emit(self.workplace.words.gettext("Sent to the printer."))

    def save_pdf(self) -> None:
        """Save the pages as they are now."""
        place = self.workplace
        _ = place.words.gettext
        proposed = proposed_file(self._places.documents, place.day, place.report_words)
        target = place.ask.save_file(_("Save the summary"), proposed, "PDF (*.pdf)")
        if target is None:
            return
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        paper = self._make()
        if attempt(self, partial(paper.save, target)):
            self.message.emit(_("Saved: {path}").format(path=target))
