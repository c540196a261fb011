"""The steps of the day as the rail shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workshop_app.ui.page import Page
from workshop_app.ui.workplace import Workplace

PageFactory = Callable[[Workplace], Page]


@dataclass(frozen=True)
class StepPlan:
    """One step of the day.

    Attributes:
        group: Where it stands in the rail: "prepare", "morning", "afternoon" or "finish".
        step: Its name, such as "vote"; `ui.texts.step_name` has the words.
        factory: Makes its page.
    """

    group: str
    step: str
    factory: PageFactory
