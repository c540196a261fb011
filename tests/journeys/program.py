"""The running program for the journeys: real windows, real files, a person who answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from workshop_app.bootstrap import Program, make_application
from workshop_app.system.kit import Kit, make_kit
from workshop_app.system.language import Language
from workshop_app.ui.desk import Desk
from workshop_app.ui.interaction import Question

NOON = datetime(2027, 4, 22, 11, 38, tzinfo=UTC)


def noon() -> datetime:
    return NOON


@dataclass
class Person:
    """Answers what the program asks; remembers what it was told."""

    says_yes: bool = True
    save_to: Path | None = None
    opens: Path | None = None
    asked: list[Question] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def confirm(self, question: Question) -> bool:
        self.asked.append(question)
        return self.says_yes

    def run(self, dialog: QDialog) -> bool:
        return True

    def tell(self, title: str, text: str) -> None:
        self.told.append(text)

    def open_file(self, title: str, pattern: str) -> Path | None:
        return self.opens

    def open_folder(self, title: str) -> Path | None:
        return self.opens

    def save_file(self, title: str, proposed: Path, pattern: str) -> Path | None:
        return self.save_to


def english_kit() -> Kit:
    kit = make_kit(noon)
    for words in (kit.words, kit.stage_words, kit.report_words):
        words.use(Language.ENGLISH)
    return kit


@contextmanager
def running(qtbot, person: Person | None = None, kit: Kit | None = None) -> Iterator[Program]:
    """The program from its first window to the end."""
    used = kit or english_kit()
    program = Program(used, make_application(used), person or Person())
    program.start()
    qtbot.waitUntil(lambda: not program.start_page._loading, timeout=20_000)
    try:
        yield program
    finally:
        program.end()
        program.start_page.deleteLater()


def desk_of(program: Program) -> Desk:
    assert program.open_day is not None
    return program.open_day.desk


def keyboard(qtbot, *keys, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is now."""
    for key in keys:
        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None, f"nothing has the keyboard for {key}"
        qtbot.keyClick(target, key, modifier)


def click(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
