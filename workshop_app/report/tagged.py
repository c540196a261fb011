"""Tagged PDF with reportlab alone: structure, marked content, language, title, bookmarks, XMP.

reportlab writes no structure of its own, but its catalogue takes one. Everything painted is either
content of a structure element or an artifact; a reader can then be told what is a heading, a table
cell or a figure. Two runs with the same input give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

_VERSION = (1, 7)
_TREE, _PARENTS, _XMP = "StructTreeRoot1", "ParentTree1", "XMP1"


class Tag(StrEnum):
    """The structure types we use (PDF's own names)."""

    DOCUMENT = "Document"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    P = "P"
    TABLE = "Table"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    FIGURE = "Figure"
    ARTIFACT = "Artifact"


class Scope(StrEnum):
    """What a header cell heads."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of painted content: page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(eq=False)
class Node:
    """One structure element; `alt` is the text instead of a figure."""

    tag: Tag
    alt: str = ""
    scope: Scope | None = None
    kids: list[Node | Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself.

    Attributes:
        title: Shown as the window's title by readers.
        language: Such as "sv-SE".
        made: When it was printed; written as the file's date.
        author: Who stands behind it.
        font: Name of a registered font, used until another is set.
    """

    title: str
    language: str
    made: datetime
    author: str
    font: str


class TaggedPdf:
    """A canvas on which everything painted is tagged. Pages are (width, height) points."""

    def __init__(self, about: About, size: tuple[float, float]) -> None:
        self._about = about
        self._out = BytesIO()
        self._height = size[1]
        self.canvas = Canvas(
            self._out,
            pagesize=size,
            pdfVersion=_VERSION,
            invariant=1,
            lang=about.language,
            initialFontName=about.font,  # type: ignore[arg-type]  # the stubs say a number
        )
        # The fingerprint begins with the clock or the environment; ours begins with what we print.
        seed = f"{about.title} {about.made.isoformat()}".encode()
        _document(self.canvas).signature = hashlib.sha256(seed)
        self.root = Node(Tag.DOCUMENT)
        self._pages: list[str] = []
        self._owners: list[list[Node]] = [[]]
        self._bookmarks = 0
        self._level = -1
        self._describe()

    def add(self, parent: Node, tag: Tag, alt: str = "", scope: Scope | None = None) -> Node:
        """A new element, last in its parent."""
        node = Node(tag, alt, scope)
        parent.kids.append(node)
        return node

    @contextmanager
    def content(self, node: Node) -> Iterator[Canvas]:
        """What is painted inside belongs to that element."""
        owners = self._owners[-1]
        number = len(owners)
        owners.append(node)
        node.kids.append(Mark(len(self._pages), number))
        self.canvas.addLiteral(f"/{node.tag} <</MCID {number}>> BDC")
        yield self.canvas
        self.canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self, *, pagination: bool = False) -> Iterator[Canvas]:
        """What is painted inside is decoration, or (`pagination`) a running head or foot."""
        kind = "Pagination" if pagination else "Layout"
        self.canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield self.canvas
        self.canvas.addLiteral("EMC")

    def bookmark(self, title: str, level: int, y: float) -> None:
        """An entry in the reader's outline that leads to a height (points from the top).

        A level that jumps over one is brought nearer, as the outline knows no gaps.
        """
        self._bookmarks += 1
        self._level = min(level, self._level + 1)
        key = f"mark{self._bookmarks}"
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._height - y)
        self.canvas.addOutlineEntry(title, key, self._level)

    def end_page(self) -> None:
        """Finish the page; the next one begins empty."""
        document = _document(self.canvas)
        self._pages.append(document.thisPageName())
        self.canvas.showPage()
        page = document.Pages.pages[-1]
        page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages) - 1
        page.Tabs = PDFName("S")
        self._owners.append([])

    def finish(self) -> bytes:
        """The whole file. Nothing can be painted after this."""
        self._write_structure()
        self._write_metadata()
        self.canvas.save()
        return self._out.getvalue()

    def _describe(self) -> None:
        about, canvas = self._about, self.canvas
        canvas.setTitle(about.title)
        canvas.setAuthor(about.author)
        canvas.setSubject(about.title)
        canvas.setCreator("Milstolpe")
        canvas.setProducer("Milstolpe")
        canvas.setDateFormatter(self._date)
        canvas.setViewerPreference("DisplayDocTitle", "true")

    def _date(self, *_now: int) -> str:
        # reportlab offers the time of the clock; the file carries the time it was given.
        return f"D:{self._about.made:%Y%m%d%H%M%S}"

    def _write_structure(self) -> None:
        document = _document(self.canvas)
        names: dict[Node, str] = {}
        self._write_node(self.root, PDFObjectReference(_TREE), names)
        numbers: list[Any] = []
        for page, owners in enumerate(self._owners[: len(self._pages)]):
            numbers += [page, PDFArray([PDFObjectReference(names[node]) for node in owners])]
        document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}), _PARENTS)
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([PDFObjectReference(names[self.root])]),
            "ParentTree": PDFObjectReference(_PARENTS),
            "ParentTreeNextKey": len(self._pages),
        }
        document.Reference(PDFDictionary(tree), _TREE)
        catalog = document.Catalog
        catalog.StructTreeRoot = PDFObjectReference(_TREE)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        direct = {"StructTreeRoot", "MarkInfo", "Metadata"}
        catalog.__Refs__ = [name for name in catalog.__Refs__ if name not in direct]

    def _write_node(
        self, node: Node, parent: PDFObjectReference, names: dict[Node, str]
    ) -> PDFObjectReference:
        names[node] = f"SE{len(names) + 1}"
        own = PDFObjectReference(names[node])
        entry: dict[str, Any] = {
            "Type": PDFName("StructElem"),
            "S": PDFName(node.tag.value),
            "P": parent,
            "K": PDFArray([self._kid(kid, own, names) for kid in node.kids]),
        }
        if node.alt:
            entry["Alt"] = PDFString(node.alt)
        if node.scope is not None:
            entry["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(node.scope.value)})
        _document(self.canvas).Reference(PDFDictionary(entry), names[node])
        return own

    def _kid(self, kid: Node | Mark, parent: PDFObjectReference, names: dict[Node, str]) -> Any:  # noqa: ANN401 - reportlab's objects have no common type
        if isinstance(kid, Node):
            return self._write_node(kid, parent, names)
        return PDFDictionary(
            {
                "Type": PDFName("MCR"),
                "Pg": PDFObjectReference(self._pages[kid.page]),
                "MCID": kid.number,
            }
        )

    def _write_metadata(self) -> None:
        document = _document(self.canvas)
        stream = PDFStream()
        stream.content = _xmp(self._about).encode()
        stream.dictionary = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        stream.filters = []
        document.Reference(stream, _XMP)
        document.Catalog.Metadata = PDFObjectReference(_XMP)


def _document(canvas: Canvas) -> Any:  # noqa: ANN401 - reportlab's document has attributes its stubs lack
    return vars(canvas)["_doc"]


def _xmp(about: About) -> str:
    title, author = escape(about.title), escape(about.author)
    made = f"{about.made:%Y-%m-%dT%H:%M:%S}"
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>"
        "<xmp:CreatorTool>Milstolpe</xmp:CreatorTool>"
        "<pdfuaid:part>1</pdfuaid:part>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )
