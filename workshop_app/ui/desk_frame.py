"""The parts of the desk put together: bar, rail, centre, right column, status row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workshop_app.system.language import Words
from workshop_app.ui.act import Act
from workshop_app.ui.keys import key_caption
from workshop_app.ui.notice_bar import NoticeBar
from workshop_app.ui.page import Page
from workshop_app.ui.rail import NARROW as RAIL_NARROW
from workshop_app.ui.rail import WIDE as RAIL_WIDE
from workshop_app.ui.rail import Rail, RailEntry
from workshop_app.ui.safety.reading import acts_for
from workshop_app.ui.side_column import NARROW as SIDE_NARROW
from workshop_app.ui.side_column import WIDE as SIDE_WIDE
from workshop_app.ui.side_column import SideColumn
from workshop_app.ui.stage_picture import StagePicture
from workshop_app.ui.status_row import StatusRow
from workshop_app.ui.steps import StepPlan
from workshop_app.ui.texts import group_name, step_name
from workshop_app.ui.top_bar import TopBar
from workshop_app.ui.widgets.laid_out import LaidOutFirst
from workshop_app.ui.workplace import Workplace

SIDE_FOLDS_UNDER, RAIL_FOLDS_UNDER = 1280, 1100


class PageScroll(QScrollArea):
    """Holds a page; scroll bars come only where the page's least size does not fit."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        page.setProperty("scrolled", "true")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


class DeskFrame(QWidget):
    """Everything in the window. Made anew when the language changes."""

    def __init__(
        self,
        workplace: Workplace,
        plans: Sequence[StepPlan],
        picture: StagePicture,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        LaidOutFirst(parent.window(), self)
        words = workplace.words
        self._read_only = workplace.store.file.read_only
        # The keyboard begins here: nothing is chosen, Tab leads to the first control.
        self.setProperty("ring", "none")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(words.gettext("The desk"))
        # Made in the order in which Tab goes: bar, rail, the page, its right column, status row.
        self.top_bar = TopBar(words, self)
        self.rail = Rail(words, key_caption(words, "Ctrl+Right"), self)
        self.centre = QStackedWidget(self)
        self.pages: tuple[Page, ...] = tuple(plan.factory(workplace) for plan in plans)
        for page in self.pages:
            self.centre.addWidget(PageScroll(page))
        self.side = SideColumn(words, picture.colors, self)
        for page in self.pages:
            self.side.add_side(page.side())
        self.status = StatusRow(words, self)
        self.notice = NoticeBar(words.gettext("Close"), self.centre, self)
        self._choice: bool | None = None
        self._was_tight = False
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.centre, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def page(self, step: str) -> Page | None:
        """The page of a step."""
        return next((page for page in self.pages if page.step == step), None)

    def acts(self, page: Page) -> tuple[Act, ...]:
        """The acts of a page, those that write off in a day that can only be read."""
        return acts_for(page.acts(), read_only=self._read_only)

    def open_page(self, page: Page) -> None:
        """Bring a page and its right column to the front."""
        place = self.pages.index(page)
        self.centre.setCurrentIndex(place)
        self.side.pages.setCurrentIndex(place)

    def toggle_side(self) -> None:
        """Fold or unfold the right column by hand."""
        self._choice = not self.side.narrow
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Fold what there is no room for; a choice by hand holds until the room changes."""
        tight = width < SIDE_FOLDS_UNDER
        if tight != self._was_tight:
            self._was_tight, self._choice = tight, None
        narrow_side = tight if self._choice is None else self._choice
        narrow_rail = width < RAIL_FOLDS_UNDER
        self.side.fold(narrow=narrow_side)
        self.rail.fold(narrow=narrow_rail)
        self.top_bar.set_widths(
            RAIL_NARROW if narrow_rail else RAIL_WIDE, SIDE_NARROW if narrow_side else SIDE_WIDE
        )


def rail_entries(
    words: Words, plans: Sequence[StepPlan], pages: Sequence[Page], open_page: Page
) -> list[RailEntry]:
    """The lines of the rail: a heading for each group, then its steps as they stand."""
    entries: list[RailEntry] = []
    group = ""
    for plan, page in zip(plans, pages, strict=True):
        if plan.group != group:
            group = plan.group
            entries.append(RailEntry(group_name(words, group)))
        name, now = step_name(words, plan.step), page is open_page
        entries.append(RailEntry(name, plan.step, page.rail_note(), page.done(), now))
    return entries
