"""The settings of a round, changed from the card until the first ballot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workshop_app.domain.day import Day
from workshop_app.domain.ops import Op
from workshop_app.ui.attempt import attempt
from workshop_app.ui.page import Page
from workshop_app.ui.voting.round_rules import with_flag, with_hands, with_setting, with_split
from workshop_app.ui.voting.settings_card import SettingsCard


class PageSettings:
    """Hands what the person sets to the store, for the round the page shows."""

    def __init__(self, page: Page, card: SettingsCard) -> None:
        self._page = page
        self._round_id = ""
        card.edited.connect(self._edit)
        card.hands.connect(self._count_hands)
        card.abstaining.connect(self._abstain)
        card.split.connect(self._split)

    def show_round(self, round_id: str) -> None:
        """The round the page shows."""
        self._round_id = round_id

    def _edit(self, field: str, value: int) -> None:
        self._do(partial(with_setting, round_id=self._round_id, field=field, value=value))

    def _count_hands(self, counted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._do(partial(with_hands, round_id=self._round_id, counted=counted))

    def _abstain(self, may: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._do(partial(with_flag, round_id=self._round_id, field="may_abstain", on=may))

    def _split(self, split_by: str) -> None:
        self._do(partial(with_split, round_id=self._round_id, split_by=split_by))

    def _do(self, rule: Callable[[Day], Day]) -> None:
        store = self._page.workplace.store
        if self._round_id and not attempt(self._page, partial(store.do, Op.EDIT_ROUND, rule)):
            self._page.refresh(None)
