"""The summary to a printer: the same pages as the PDF, as fine as the printer draws."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from workshop_app.system.errors import KnownError
from workshop_app.ui.summary.paper import Paper, page_image

PRINT_DPI = 300

ChoosePrinter = Callable[[QWidget, Paper, str], QPrinter | None]


def ask_for_printer(parent: QWidget, paper: Paper, title: str) -> QPrinter | None:
    """The system's print dialog; None if the person changed their mind."""
    printer = new_printer(paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def new_printer(paper: Paper) -> QPrinter:
    """A printer set for these pages: A4, the whole sheet, 300 dots per inch, both sides."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFromTo(1, paper.pages)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def print_paper(paper: Paper, printer: QPrinter) -> int:
    """Send the pages the person chose to the printer.

    Returns:
        How many pages were sent.

    Raises:
        KnownError: "printer_silent" if the printer does not answer.
    """
    pages = chosen_pages(paper, printer)
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("printer_silent", printer=printer.printerName())
    try:
        for place, page in enumerate(pages):
            if place:
                printer.newPage()
            _draw(painter, paper, page, printer)
    finally:
        painter.end()
    return len(pages)


def chosen_pages(paper: Paper, printer: QPrinter) -> tuple[int, ...]:
    """The pages (from 0) that the dialog's page range asks for; all where it asks for none."""
    first = printer.fromPage() or 1
    last = printer.toPage() or paper.pages
    return tuple(range(first - 1, min(last, paper.pages)))


def _draw(painter: QPainter, paper: Paper, page: int, printer: QPrinter) -> None:
    image = page_image(paper, page, min(printer.resolution(), PRINT_DPI))
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(sheet.width() / image.width(), sheet.height() / image.height())
    corner = QPointF(
        (sheet.width() - image.width() * scale) / 2, (sheet.height() - image.height() * scale) / 2
    )
    place = QRectF(corner.x(), corner.y(), image.width() * scale, image.height() * scale)
    painter.drawImage(place, image, QRectF(image.rect()))
