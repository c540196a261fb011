"""The preview of the summary: one page to read, all pages to choose from."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from workshop_app.figures.shapes import Role, Weight
from workshop_app.ui.painting import font_for
from workshop_app.ui.summary.paper import POINTS_PER_INCH, Paper, page_image
from workshop_app.ui.widgets.drawing import draw_line, role_color
from workshop_app.ui.widgets.rows import RowList, draw_row_focus, has_focus, is_selected, row_rect

Index = QModelIndex | QPersistentModelIndex
ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)
_THUMB_WIDE = 86
_THUMB_AIR = 12
_NUMBER = 22
_TITLE_AIR = 14
_TITLE_WIDE = 180
_LIST_MOST = 340


class PageList(RowList):
    """All pages, one row each: small pictures with numbers, or titles.

    Signals:
        page_chosen: A page was chosen (from 0).
    """

    page_chosen: ClassVar[Signal] = Signal(int)

    def __init__(self, name: str, *, pictures: bool, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._pages = PageModel(self)
        self.setModel(self._pages)
        painter = _Thumbs(self._pages, self) if pictures else _Titles(self)
        self._fits = not pictures
        self.setUniformItemSizes(False)
        self.setItemDelegate(painter)

    def put(self, paper: Paper, names: tuple[str, ...]) -> None:
        """Show the pages of another summary; the chosen page stays if it is there."""
        page = max(self.currentIndex().row(), 0)
        self._pages.put(paper, names)
        self.choose(min(page, paper.pages - 1))
        if self._fits:
            tall = sum(self.sizeHintForRow(row) for row in range(paper.pages))
            self.setFixedHeight(min(tall, _LIST_MOST) + 2)

    def choose(self, page: int) -> None:
        """Choose a page."""
        self.setCurrentIndex(self._pages.index(page))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.page_chosen.emit(current.row())


class PageModel(QAbstractListModel):
    """Pages by number, with what they are called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper: Paper | None = None
        self._names: tuple[str, ...] = ()
        self._thumbs: dict[int, QImage] = {}

    def put(self, paper: Paper, names: tuple[str, ...]) -> None:
        """Another summary."""
        self.beginResetModel()
        self.paper, self._names = paper, names
        self._thumbs = {}
        self.endResetModel()

    def thumb(self, page: int, ratio: float) -> QImage:
        """A small picture of a page, made the first time it is asked for."""
        found = self._thumbs.get(page)
        if found is None and self.paper is not None:
            wide = self.paper.sizes[page][0]
            found = page_image(self.paper, page, POINTS_PER_INCH * _THUMB_WIDE * ratio / wide)
            self._thumbs[page] = found
        return found if found is not None else QImage()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return self._names[index.row()]
        return None


class _Thumbs(QStyledItemDelegate):
    """A small picture with the page's number under it."""

    def __init__(self, model: PageModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        paper = self._model.paper
        high = _THUMB_WIDE * 1.414
        if paper is not None:
            wide, tall = paper.sizes[index.row()]
            high = _THUMB_WIDE * tall / wide
        return QSize(_THUMB_WIDE + _THUMB_AIR, round(high) + _NUMBER + _THUMB_AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(row_rect(option))
        tall = rect.height() - _NUMBER - _THUMB_AIR
        place = QRectF(rect.left() + _THUMB_AIR / 2, rect.top() + 4, _THUMB_WIDE, tall)
        ratio = painter.device().devicePixelRatioF()
        chosen = is_selected(option)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.drawImage(place, self._model.thumb(index.row(), ratio))
        ink = Role.INK if has_focus(option) else Role.ACCENT if chosen else Role.LINE2
        painter.setPen(QPen(role_color(ink), 3 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 3, 3)
        painter.setPen(role_color(Role.INK if chosen else Role.INK2))
        painter.setFont(font_for(13, Weight.SEMIBOLD if chosen else Weight.REGULAR))
        under = QRectF(rect.left(), place.bottom() + 4, rect.width(), _NUMBER - 4)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()


class _Titles(QStyledItemDelegate):
    """A page's number and title."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(font_for(14, Weight.SEMIBOLD))
        room = QRect(0, 0, _TITLE_WIDE, 1000)
        tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data())).height()
        return QSize(160, tall + _TITLE_AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(row_rect(option)).adjusted(8, 0, -4, 0)
        chosen = is_selected(option)
        painter.save()
        painter.setFont(font_for(14))
        painter.setPen(role_color(Role.INK3))
        number = QRectF(rect.left(), rect.top(), 22, rect.height())
        draw_line(painter, str(index.row() + 1), number)
        painter.setFont(font_for(14, Weight.SEMIBOLD if chosen else Weight.REGULAR))
        painter.setPen(role_color(Role.INK))
        words = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(24, 0, 0, 0), words, str(index.data()))
        if has_focus(option):
            draw_row_focus(painter, row_rect(option))
        painter.restore()


class Field(QWidget):
    """The sunken field the pages lie on."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(role_color(Role.LINE), 1))
            painter.setBrush(role_color(Role.SUNKEN))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class Sheet(QWidget):
    """One page as large as it is shown; painted as fine as the screen is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self._page = 0
        self._image = QImage()

    def put(self, paper: Paper, page: int) -> None:
        """Another page."""
        self._paper, self._page = paper, page
        self._image = QImage()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._paper is None:
            return
        ratio = self.devicePixelRatioF()
        wanted = round(self.width() * ratio)
        if abs(self._image.width() - wanted) > 1:
            points = self._paper.sizes[self._page][0]
            self._image = page_image(self._paper, self._page, POINTS_PER_INCH * wanted / points)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)
            painter.setPen(QPen(role_color(Role.LINE2), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Preview(QScrollArea):
    """One page, whole or larger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet()
        self._paper: Paper | None = None
        self._page = 0
        self._zoom = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._sheet)

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """How many times larger than the whole page in view."""
        return ZOOMS[self._zoom]

    def put(self, paper: Paper, page: int, name: str) -> None:
        """Show a page; its words go to assistive technology."""
        turned = page != self._page
        self._paper, self._page = paper, page
        self._sheet.put(paper, page)
        self.setAccessibleName(name)
        self.setAccessibleDescription(paper.texts[page])
        self._fit()
        if turned:
            self.verticalScrollBar().setValue(0)

    def step_zoom(self, way: int) -> None:
        """Larger (1) or smaller (-1)."""
        self._zoom = max(0, min(self._zoom + way, len(ZOOMS) - 1))
        self._fit()

    def can_zoom(self, way: int) -> bool:
        """Whether it can be made larger or smaller."""
        return 0 <= self._zoom + way < len(ZOOMS)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._paper is None:
            return
        wide, tall = self._paper.sizes[self._page]
        room = self.maximumViewportSize()
        scale = min((room.width() - 4) / wide, (room.height() - 4) / tall) * self.zoom
        self._sheet.setFixedSize(max(round(wide * scale), 1), max(round(tall * scale), 1))
