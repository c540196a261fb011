"""All settings under each other, in parts. Each choice holds at once, or says when it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.system.language import Words
from workshop_app.system.motion import less_motion_wanted
from workshop_app.system.settings import STAGE_ZOOMS, TEXT_SIZES, WINDOW_SCALES, Motion
from workshop_app.ui.interaction import Interaction
from workshop_app.ui.screens import screen_key, screen_number
from workshop_app.ui.settings.code_row import CodeRow
from workshop_app.ui.settings.folder_row import FolderRow
from workshop_app.ui.settings.live import FIELD_OF, LiveSettings
from workshop_app.ui.settings.rows import SettingRow, ValueBox, ValueChoice, switch
from workshop_app.ui.settings.texts import language_choices, percents, screen_words
from workshop_app.ui.widgets.labels import divider, section_label

LEAST = QSize(900, 560)
"""The least window a day can be led in."""
_WHOLE = 100


@dataclass(frozen=True)
class FormParts:
    """What the form shows and asks.

    Attributes:
        live: The settings.
        ask: Asks for a folder.
        home: The screen of the facilitator's window.
    """

    live: LiveSettings
    ask: Interaction
    home: QScreen


class SettingsForm(QWidget):
    """The rows. Made anew in another language.

    Signals:
        wished: A setting is to have another value; carries its name and the value.

    Attributes:
        rows: The rows by the names of their settings.
    """

    wished: ClassVar[Signal] = Signal(str, object)

    def __init__(self, words: Words, parts: FormParts) -> None:
        super().__init__()
        self._words = words
        self._parts = parts
        self._now = parts.live.now
        self.rows: dict[str, SettingRow] = {}
        self.setProperty("scrolled", "true")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 16, 4)
        self._column.setSpacing(12)
        self._add_languages()
        self._add_window()
        self._add_stage()
        self._add_safety()
        self._column.addStretch(1)

    def stack(self, *, narrow: bool) -> None:
        """Names over their controls where there is no room beside them."""
        for row in self.rows.values():
            row.stack(narrow=narrow)

    def _head(self, title: str) -> None:
        if self.rows:
            self._column.addSpacing(4)
            self._column.addWidget(divider())
        self._column.addWidget(section_label(title))

    def _put(self, name: str, row: SettingRow) -> None:
        self.rows[name] = row
        self._column.addWidget(row)

    def _choice(
        self, name: str, called: str, choices: Sequence[tuple[object, str]], note: str = ""
    ) -> ValueChoice:
        control = ValueChoice(called, choices, getattr(self._now, name))
        control.picked.connect(partial(self.wished.emit, name))
        self._put(name, SettingRow(called, control, note).left())
        return control

    def _add_languages(self) -> None:
        _ = self._words.gettext
        self._head(_("Language"))
        names = {"window": _("This window"), "screen": _("Shared screen"), "report": _("Printed")}
        for place, called in names.items():
            self._choice(FIELD_OF[place], called, language_choices())

    def _add_window(self) -> None:
        _ = self._words.gettext
        self._head(_("The window"))
        later = _("Holds the next time Milstolpe is started.")
        scale = self._choice(
            "window_scale", _("Size of everything"), percents(WINDOW_SCALES), later
        )
        both = _("Comes on top of the size of everything, so that no text is cut off.")
        text = self._choice(
            "text_size", _("Size of the text"), percents(TEXT_SIZES), f"{later} {both}"
        )
        self._shut_too_large(scale, text)
        self._add_motion()

    def _shut_too_large(self, scale: ValueChoice, text: ValueChoice) -> None:
        """What leaves no room for the desk on this screen cannot be chosen."""
        now, room = self._now, self._room()
        why = self._words.gettext("There is no room for that on this screen.")
        scale.shut([s for s in WINDOW_SCALES if not _fits(room, s * now.text_size)], why)
        text.shut([t for t in TEXT_SIZES if not _fits(room, t * now.window_scale)], why)
        if not _fits(room, max(WINDOW_SCALES) * now.text_size):
            row = self.rows["window_scale"]
            grey = self._words.gettext("What there is no room for on this screen is grey.")
            row.say(f"{row.note.text()} {grey}")

    def _room(self) -> QSize:
        """The screen in whole pixels of a hundred percent."""
        started = self._parts.live.started_with
        factor = started.window_scale * started.text_size / (_WHOLE * _WHOLE)
        size = self._parts.home.availableGeometry().size()
        return QSize(round(size.width() * factor), round(size.height() * factor))

    def _add_motion(self) -> None:
        _ = self._words.gettext
        asked = less_motion_wanted()
        choices: list[tuple[object, str]] = [
            (Motion.FULL, _("Usual")),
            (Motion.REDUCED, _("None")),
        ]
        said = _("The fade on the shared screen is the only motion there is.")
        if asked is None:
            now = Motion.REDUCED if self._now.motion is Motion.REDUCED else Motion.FULL
        else:
            now = self._now.motion
            choices.insert(0, (Motion.SYSTEM, _("As the computer")))
            less, usual = _("The computer asks for no motion."), _("The computer lets it move.")
            said = f"{less if asked else usual} {said}"
        control = ValueChoice(_("Motion"), choices, now)
        control.picked.connect(partial(self.wished.emit, "motion"))
        self._put("motion", SettingRow(_("Motion"), control, said).left())

    def _add_stage(self) -> None:
        _ = self._words.gettext
        self._head(_("Shared screen"))
        now = self._now
        choices = [("", _("The one that is not the computer's own")), *self._screens()]
        if now.stage_screen not in [key for key, _text in choices]:
            name = now.stage_screen.split("|")[0]
            choices.append((now.stage_screen, _("{name}, not plugged in").format(name=name)))
        box = ValueBox(_("Screen for the room"), choices, now.stage_screen)
        box.picked.connect(partial(self.wished.emit, "stage_screen"))
        self._put("stage_screen", SettingRow(_("Screen for the room"), box))
        zoom = _("Pages get more pages, never smaller text.")
        self._choice("stage_zoom", _("Zoom"), percents(STAGE_ZOOMS), zoom)
        dark = switch(_("Dark shared screen"), on=now.dark_stage)
        dark.toggled.connect(partial(self.wished.emit, "dark_stage"))
        note = _("For dark rooms only. What a day begins with; each day can have its own choice.")
        self._put("dark_stage", SettingRow(_("Dark shared screen"), dark, note).left())

    def _screens(self) -> list[tuple[str, str]]:
        screens = QGuiApplication.screens()
        home = self._parts.home
        return [
            (
                screen_key(screen),
                screen_words(
                    self._words, screen, screen_number(screens, screen), own=screen is home
                ),
            )
            for screen in screens
        ]

    def _add_safety(self) -> None:
        _ = self._words.gettext
        live = self._parts.live
        self._head(_("Safety"))
        code = CodeRow(self._words, self._now.facilitator_code)
        code.kept.connect(partial(self.wished.emit, "facilitator_code"))
        self._put("facilitator_code", code)
        chosen = self._now.copy_folder
        folder = FolderRow(self._words, self._parts.ask, chosen, live.usual_copy_folder)
        folder.kept.connect(partial(self.wished.emit, "copy_folder"))
        self._put("copy_folder", folder)


def _fits(room: QSize, percents_of_both: int) -> bool:
    if percents_of_both <= _WHOLE * _WHOLE:
        return True
    least = LEAST * (percents_of_both / (_WHOLE * _WHOLE))
    return room.width() >= least.width() and room.height() >= least.height()
