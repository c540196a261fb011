"""The printed summary in memory: a PDF, its pages in pixels, and its words."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pypdfium2
from PySide6.QtGui import QImage

from workshop_app.app.exports import write_whole
from workshop_app.domain.day import Day
from workshop_app.report.summary import ReportKit, SummaryInfo, write_summary

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Paper:
    """One finished summary.

    Attributes:
        pdf: The whole file.
        info: What the report says of itself: titles, warnings.
        sizes: Width and height of each page in points.
        texts: The words of each page, for assistive technology.
    """

    pdf: bytes
    info: SummaryInfo
    sizes: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sizes)

    def save(self, target: Path) -> None:
        """Write the file, whole or not at all.

        Raises:
            KnownError: "cannot_write" if the folder cannot be written.
        """
        write_whole(target, self._write)

    def _write(self, out: BinaryIO) -> None:
        out.write(self.pdf)


def make_paper(day: Day, kit: ReportKit) -> Paper:
    """Set the summary of the day as it is now."""
    out = io.BytesIO()
    info = write_summary(day, kit, out)
    pdf = out.getvalue()
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = range(len(document))
        sizes = tuple(document.get_page_size(i) for i in pages)
        texts = tuple(document[i].get_textpage().get_text_bounded() for i in pages)
    finally:
        document.close()
    return Paper(pdf, info, sizes, texts)


def page_image(paper: Paper, page: int, dots_per_inch: float) -> QImage:
    """One page in pixels, on white.

    Args:
        paper: The summary.
        page: Which page, from 0.
        dots_per_inch: How fine; 72 gives one pixel per point.
    """
    document = pypdfium2.PdfDocument(paper.pdf)
    try:
        scale = dots_per_inch / POINTS_PER_INCH
        bitmap = document[page].render(scale=scale, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        # The bytes go with this function; the image keeps its own.
        return image.copy()
    finally:
        document.close()
