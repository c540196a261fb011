"""The dialog in which a list is read in: choose or paste, see what changes, then read in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from workshop_app.app.exchange import (
    Loaded,
    Preview,
    fits,
    kind_for,
    kinds,
    load_file,
    load_paste,
    preview,
    read_in,
    recognised,
)
from workshop_app.app.list_files import save_one_list
from workshop_app.app.list_preview import shown_list
from workshop_app.domain.merge_import import MergePlan, RowStatus
from workshop_app.storage.importing import ImportProblem
from workshop_app.system.language import Words
from workshop_app.ui.dialogs import StyledDialog
from workshop_app.ui.exchange.names import list_name
from workshop_app.ui.exchange.preview_table import PreviewTable
from workshop_app.ui.problems import TOLD, import_problem, told
from workshop_app.ui.widgets.buttons import SMALL, ActButton
from workshop_app.ui.widgets.labels import EmptyState, Notice, caption, label
from workshop_app.ui.workplace import Workplace

_WIDE, _HIGH = 1040, 640
_LOWEST, _FRAME = 90, 40
_FEW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_FEWEST, _WIDEST_CHOICE = 9, 260


class ImportDialog(StyledDialog):
    """Reads one list into the day that is open; accepted once it is read in."""

    def __init__(
        self, workplace: Workplace, collection: str = "", parent: QWidget | None = None
    ) -> None:
        """Ask for a list.

        Args:
            workplace: The open day.
            collection: Which list is expected, such as "milestones"; empty = whichever comes.
            parent: The window.
        """
        _ = workplace.words.gettext
        super().__init__(_("Read in a list"), parent)
        self._place = workplace
        self._expected = collection
        self._loaded: Loaded | None = None
        self._preview: Preview | None = None
        self._fault = -1
        self._make()
        self._lay_out()
        self._connect()
        room = self.screen().availableSize() - QSize(_FRAME, _FRAME)
        self.resize(QSize(_WIDE, _HIGH).boundedTo(room))
        self._show()

    # --- making ------------------------------------------------------------------------------

    def _make(self) -> None:
        _ = self._place.words.gettext
        self.file_button = ActButton(_("Choose file…"), parent=self, height=SMALL)
        self.paste_button = ActButton(_("Paste"), "Ctrl V", parent=self, height=SMALL)
        self.empty_button = ActButton(_("Save as CSV…"), parent=self, height=SMALL)
        self.source = caption("")
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sheet_box = self._choice(_("Sheet"))
        self.kind_box = self._choice(_("List"))
        self.kind_box.setPlaceholderText(_("Choose which list it is"))
        for kind in kinds():
            name = list_name(self._place.words, kind.collection)
            self.kind_box.addItem(name, kind.collection)
        expected = self.kind_box.findData(self._expected) if self._expected else -1
        self.kind_box.setCurrentIndex(expected)
        self.table = PreviewTable(self._place.words, self)
        self.empty = EmptyState(
            _("Nothing chosen yet"),
            _(
                "Choose a file (CSV or XLSX), or copy the rows in the spreadsheet and paste them "
                "here. You see what changes before anything is read in."
            ),
        )
        self.summary = label("", "strong", self)
        self.left_out = caption("")
        self.fault = Notice("", "warn", self)
        self.next_button = ActButton(_("Next fault"), "F8", parent=self, height=SMALL)
        self.cancel_button = ActButton(_("Cancel"), "Esc", parent=self)
        self.read_button = ActButton(_("Read in"), "Enter", "primary", self)

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(_FEW)
        box.setMinimumContentsLength(_FEWEST)
        box.setMaximumWidth(_WIDEST_CHOICE)
        return box

    def _lay_out(self) -> None:
        _ = self._place.words.gettext
        sources = QHBoxLayout()
        sources.setSpacing(8)
        for button in (self.file_button, self.paste_button):
            sources.addWidget(button)
        sources.addWidget(self.source, 1)
        self._sheet_label = label(_("Sheet"), "group")
        for heading, box in (
            (self._sheet_label, self.sheet_box),
            (label(_("List"), "group"), self.kind_box),
        ):
            heading.setBuddy(box)
            sources.addWidget(heading)
            sources.addWidget(box, 1)
        sources.addWidget(self.empty_button)
        self.body.addLayout(sources)
        self.stack = QStackedWidget(self)
        self.stack.setMinimumHeight(_LOWEST)
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.left_out)
        faults = QHBoxLayout()
        faults.setSpacing(12)
        faults.addWidget(self.fault, 1, Qt.AlignmentFlag.AlignVCenter)
        faults.addWidget(self.next_button)
        self.body.addLayout(faults)
        self.read_button.setDefault(True)
        self.add_buttons((self.cancel_button, self.read_button))
        self.file_button.setFocus()

    def _connect(self) -> None:
        self.file_button.clicked.connect(self.choose_file)
        self.paste_button.clicked.connect(self.paste)
        self.empty_button.clicked.connect(self.save_list)
        self.next_button.clicked.connect(self.next_fault)
        self.cancel_button.clicked.connect(self.reject)
        self.read_button.clicked.connect(self.read_in)
        self.kind_box.activated.connect(self._kind_chosen)
        self.sheet_box.activated.connect(self._sheet_chosen)
        for keys, act in ((QKeySequence("Ctrl+V"), self.paste), (QKeySequence("F8"), self._next)):
            QShortcut(keys, self).activated.connect(act)

    # --- what is read ------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file and show its rows."""
        _ = self._place.words.gettext
        path = self._place.ask.open_file(_("Read in a list"), _("Lists (*.csv *.tsv *.txt *.xlsx)"))
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Show the rows of a file."""
        self._load(partial(load_file, path), path.name)

    def paste(self) -> None:
        """Show the rows of the clipboard."""
        self.load_text(QGuiApplication.clipboard().text())

    def load_text(self, text: str) -> None:
        """Show rows that were copied from a spreadsheet."""
        self._load(partial(load_paste, text), self._place.words.gettext("Pasted rows"))

    def _load(self, take: Callable[[], Loaded], name: str) -> None:
        self.source.setText(name)
        self._preview = None
        try:
            self._loaded = take()
        except TOLD as error:
            self._loaded = None
            self._show()
            self.stack.hide()  # something was chosen; what is wrong with it takes the room
            self._say(told(self._place.words, error))
            return
        self.sheet_box.clear()
        self.sheet_box.addItems(list(self._loaded.tables))
        self.sheet_box.setCurrentIndex(self._first_sheet(self._loaded))
        self._sheet_chosen()

    def _first_sheet(self, loaded: Loaded) -> int:
        """The sheet with the list that is expected, or else the first that is one of ours."""
        names = list(loaded.tables)
        found = [recognised(self._place.day, name, loaded.tables[name]) for name in names]
        expected = kind_for(self._expected)
        if expected in found:
            return found.index(expected)
        return next((n for n, kind in enumerate(found) if kind is not None), 0)

    def _sheet_chosen(self) -> None:
        """Another sheet of the file: which list it is may be told by its name or headings."""
        loaded, name = self._loaded, self.sheet_box.currentText()
        if loaded is None:
            return
        table = loaded.tables[name]
        expected = kind_for(self._expected)
        found = recognised(self._place.day, name, table)
        if expected is not None and (found is None or fits(self._place.day, expected, table)):
            found = expected
        wanted = found.collection if found else ""
        self.kind_box.setCurrentIndex(self.kind_box.findData(wanted) if wanted else -1)
        self._read()

    def _kind_chosen(self) -> None:
        self._expected = str(self.kind_box.currentData())
        self._read()

    def _read(self) -> None:
        kind = kind_for(str(self.kind_box.currentData()))
        self._preview, self._fault = None, -1
        if self._loaded is not None and kind is not None:
            table = self._loaded.tables[self.sheet_box.currentText()]
            self._preview = preview(self._place.day, kind, table)
            self.table.put(shown_list(self._place.day, self._preview))
        self._show()

    # --- what is shown -----------------------------------------------------------------------

    def _show(self) -> None:
        """Bring everything around the rows up to date."""
        words, shown = self._place.words, self._preview
        several = self._loaded is not None and len(self._loaded.tables) > 1
        self.sheet_box.setVisible(several)
        self._sheet_label.setVisible(several)
        self.empty_button.setEnabled(self.kind_box.currentIndex() >= 0)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        self.stack.show()
        plan = shown.plan if shown else None
        self.read_button.setEnabled(plan is not None and plan.changes_anything)
        self.summary.setText(plan_sentence(words, plan) if plan else self._fault_count())
        self.summary.setVisible(bool(self.summary.text()))
        self.left_out.setText(
            left_out_sentence(words, [p.column for p in shown.unread] if shown else [])
        )
        self.left_out.setVisible(bool(self.left_out.text()))
        self._say("")
        self.next_button.setVisible(bool(shown and shown.problems))
        if shown and shown.problems:
            self.next_fault()
        elif self._loaded is not None and shown is None:
            self._say(words.gettext("The program cannot tell which list it is. Choose it above."))
        elif plan is not None and plan.changes_anything:
            self.read_button.setFocus()

    def _say(self, sentence: str) -> None:
        self.fault.say(sentence, "warn")
        self.fault.setVisible(bool(sentence))

    def _fault_count(self) -> str:
        if self._preview is None:
            return ""
        n = len(self._preview.problems)
        sentence = self._place.words.ngettext(
            "{n} fault. Mend it in the spreadsheet and read it in again. Nothing has been read in.",
            "{n} faults. Mend them in the spreadsheet and read it in again. "
            "Nothing has been read in.",
            n,
        )
        return sentence.format(n=n)

    def _next(self) -> None:
        if self.next_button.isVisible():
            self.next_fault()

    def next_fault(self) -> None:
        """Go to the next thing that is wrong and say what to do."""
        problems: tuple[ImportProblem, ...] = self._preview.problems if self._preview else ()
        if not problems:
            return
        self._fault = (self._fault + 1) % len(problems)
        problem = problems[self._fault]
        self.table.go_to(problem.row, problem.column)
        self._say(import_problem(self._place.words, problem))

    # --- acts --------------------------------------------------------------------------------

    def read_in(self) -> None:
        """Read it in as one act; what stops it is said and nothing is changed."""
        if self._preview is None:
            return
        try:
            read_in(self._place.store, self._preview)
        except TOLD as error:
            self._say(told(self._place.words, error))
            return
        self.accept()

    def save_list(self) -> None:
        """Save the chosen list as it is in the day, to fill in or change in a spreadsheet."""
        kind = kind_for(str(self.kind_box.currentData()))
        if kind is None:
            return
        _ = self._place.words.gettext
        path = self._place.ask.save_file(
            _("Save the list"), Path(f"{kind.sv}.csv"), _("Lists (*.csv)")
        )
        if path is None:
            return
        try:
            save_one_list(self._place.day, kind, path)
        except TOLD as error:
            self._say(told(self._place.words, error))
            return
        self.source.setText(_("Saved: {file}").format(file=path.name))


def left_out_sentence(words: Words, columns: Sequence[str]) -> str:
    """Which columns of the list are not read in; empty if all are."""
    if not columns:
        return ""
    sentence = words.ngettext(
        "The column {names} is not read in. The program has no such column.",
        "The columns {names} are not read in. The program has no such columns.",
        len(columns),
    )
    return sentence.format(names=", ".join(columns))


def plan_sentence(words: Words, plan: MergePlan) -> str:
    """What reading in does, in numbers."""
    new, changed, same = (
        plan.count(status) for status in (RowStatus.NEW, RowStatus.CHANGED, RowStatus.SAME)
    )
    kept = len(plan.kept)
    parts = [
        words.ngettext("{n} new", "{n} new", new).format(n=new),
        words.ngettext("{n} changed", "{n} changed", changed).format(n=changed),
        words.ngettext("{n} unchanged", "{n} unchanged", same).format(n=same),
        words.ngettext(
            "{n} that is not in the list is kept", "{n} that are not in the list are kept", kept
        ).format(n=kept),
    ]
    told_of = [part for part, n in zip(parts, (new, changed, same, kept), strict=True) if n]
    return " · ".join(told_of)
