"""Takes the pictures: of a window, of a dialog over it, and of what the room sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from workshop_app.figures.shapes import Role
from workshop_app.ui.desk import Desk
from workshop_app.ui.painting import paint
from workshop_app.ui.widgets.laid_out import lay_out


class Camera:
    """Saves pictures of a desk in a folder."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        """Photograph a desk.

        Args:
            desk: The desk.
            folder: Where the pictures go; made if it is missing.
        """
        self.desk = desk
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def window(self, name: str, widget: QWidget | None = None) -> Path:
        """The desk, or another window."""
        settle()
        return self.saved(name, (widget or self.desk).grab().toImage())

    def dialogs(self, dialogs: Mapping[str, QDialog]) -> Iterator[Path]:
        """Each dialog as it opens over the desk."""
        for name, dialog in dialogs.items():
            dialog.open()
            yield self.window(name, dialog)
            dialog.close()
            dialog.deleteLater()

    def stage(self, name: str) -> Path:
        """What the room sees."""
        settle()
        picture = self.desk.picture
        image = QImage(
            int(picture.figure.width), int(picture.figure.height), QImage.Format.Format_RGB32
        )
        image.fill(QColor(picture.colors[Role.STAGE]))
        with QPainter(image) as painter:
            paint(painter, picture.figure, picture.colors)
        return self.saved(name, image)

    def saved(self, name: str, image: QImage) -> Path:
        """A picture that is there already.

        Raises:
            OSError: if it cannot be written.
        """
        path = self._folder / f"{name}.png"
        if not image.save(str(path)):
            raise OSError(path)
        return path


def press(widget: QWidget, key: str) -> None:
    """Press one key, as a person would."""
    code = Qt.Key(ord(key.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key))


def settle() -> None:
    """One turn of the queue, as before the first paint after a change; all has its place."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    lay_out()
