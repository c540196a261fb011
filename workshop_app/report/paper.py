"""A printed page as plain data: tagged parts made of shapes, in points from the upper left corner.

Pages are composed first and painted afterwards, so the number of pages is known when the foot is
set, and a test can ask where every word stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop_app.figures.shapes import Figure, Label, Piece, Role, moved
from workshop_app.report.painting import paint
from workshop_app.report.tagged import About, Node, Scope, Tag, TaggedPdf

WIDTH, HEIGHT = 595.28, 841.89
"""A4 upright, in points."""


@dataclass(frozen=True, slots=True)
class Part:
    """One structure element with what is painted for it.

    Attributes:
        tag: What it is; an artifact is decoration and read by nobody.
        pieces: Its own shapes.
        parts: Elements inside it, in reading order.
        alt: Text instead of a figure.
        scope: For a header cell.
        bookmark: Words in the reader's outline; headings only.
        key: A part with the same key on a later page goes on in the same element.
    """

    tag: Tag
    pieces: tuple[Piece, ...] = ()
    parts: tuple[Part, ...] = ()
    alt: str = ""
    scope: Scope | None = None
    bookmark: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its parts in reading order, `ground` painted first as decoration."""

    parts: tuple[Part, ...] = ()
    ground: tuple[Piece, ...] = ()
    foot: tuple[Piece, ...] = ()


def shifted(part: Part, dx: float, dy: float) -> Part:
    """The same part somewhere else."""
    return Part(
        part.tag,
        tuple(moved(piece, dx, dy) for piece in part.pieces),
        tuple(shifted(child, dx, dy) for child in part.parts),
        part.alt,
        part.scope,
        part.bookmark,
        part.key,
    )


def bind(sheets: Sequence[Sheet], about: About, palette: Mapping[Role, str]) -> bytes:
    """The pages as a tagged PDF file. The fonts must be registered."""
    pdf = TaggedPdf(about, (WIDTH, HEIGHT))
    binder = _Binder(pdf, palette)
    for sheet in sheets:
        binder.sheet(sheet)
    return pdf.finish()


class _Binder:
    """Paints sheets and remembers the elements that go on from page to page."""

    def __init__(self, pdf: TaggedPdf, palette: Mapping[Role, str]) -> None:
        self._pdf = pdf
        self._palette = palette
        self._kept: dict[str, Node] = {}

    def sheet(self, sheet: Sheet) -> None:
        self._decorate(sheet.ground)
        for part in sheet.parts:
            self._part(part, self._pdf.root)
        self._decorate(sheet.foot, pagination=True)
        self._pdf.end_page()

    def _decorate(self, pieces: tuple[Piece, ...], *, pagination: bool = False) -> None:
        if pieces:
            with self._pdf.artifact(pagination=pagination):
                self._paint(pieces)

    def _part(self, part: Part, parent: Node) -> None:
        if part.tag is Tag.ARTIFACT:
            self._decorate(part.pieces)
            return
        node = self._node(part, parent)
        if part.bookmark:
            self._pdf.bookmark(part.bookmark, _level(part.tag), _top(part))
        if part.pieces:
            with self._pdf.content(node):
                self._paint(part.pieces)
        for child in part.parts:
            self._part(child, node)

    def _node(self, part: Part, parent: Node) -> Node:
        kept = self._kept.get(part.key) if part.key else None
        if kept is not None:
            return kept
        node = self._pdf.add(parent, part.tag, part.alt, part.scope)
        if part.key:
            self._kept[part.key] = node
        return node

    def _paint(self, pieces: tuple[Piece, ...]) -> None:
        figure = Figure(WIDTH, HEIGHT, pieces)
        paint(self._pdf.canvas, figure, 0.0, HEIGHT, self._palette)


def _level(tag: Tag) -> int:
    return {Tag.H1: 0, Tag.H2: 1}.get(tag, 2)


def _top(part: Part) -> float:
    """A little above the first line of a heading."""
    lines = [piece for piece in part.pieces if isinstance(piece, Label)]
    return max(min((line.baseline - 2 * line.size for line in lines), default=0.0), 0.0)
