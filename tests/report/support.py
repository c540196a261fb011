"""What the tests of paper share: a kit, days, a printed file, and a reader of its tags."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path

import pikepdf
import pypdfium2

from tests.domain.sample_day import counted
from workshop_app.domain.day import Day
from workshop_app.domain.kinds import (
    EvidenceType,
    InitiativeKind,
    Regulation,
    RoundState,
    StanceKind,
)
from workshop_app.domain.nouns import Initiative, Milestone, Portfolio, Stance, Track, Workshop
from workshop_app.domain.summary import day_summary
from workshop_app.domain.votes import OptionResult, RoundResult, Standing
from workshop_app.figures.ruler import FontRuler
from workshop_app.figures.shapes import Align, Clip, Label, Piece, Rect
from workshop_app.report.paper import Part, Sheet
from workshop_app.report.press import Press, numbered
from workshop_app.report.summary import ReportKit, SummaryInfo, compose, write_summary
from workshop_app.system.formats import Formats
from workshop_app.system.language import Language, Words

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"
RULER = FontRuler(FONTS)
ENGLISH = Words(ROOT / "resources" / "locale", Language.ENGLISH)
FORMATS = Formats(Language.ENGLISH)
PRINTED = datetime(2027, 4, 22, 15, 52)  # noqa: DTZ001 - wall clock time, as in the room
LONG = (
    "Alla invånare har en fritidsaktivitet inom femton minuters promenad från hemmet, oavsett "
    "ålder, funktionsförmåga eller plånbok, och minoritetsspråksverksamhetsutvecklingssamordnaren "
    "följer upp det"
)[:200]


def kit(event_head: str = "") -> ReportKit:
    return ReportKit(ENGLISH, FONTS, PRINTED, RULER, event_head)


def press(day: Day) -> Press:
    return Press(day, ENGLISH, FORMATS, RULER, PRINTED)


@dataclass(frozen=True)
class Printed:
    """A finished file."""

    data: bytes
    info: SummaryInfo

    @cached_property
    def texts(self) -> list[str]:
        """The words of each page, spaces and line ends made one space."""
        with pypdfium2.PdfDocument(self.data) as file:
            return [_words(page) for page in file]


def _words(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage().get_text_bounded()
    return " ".join(text.replace("\ufffe", "").split())


def printed(day: Day, event_head: str = "") -> Printed:
    out = io.BytesIO()
    info = write_summary(day, kit(event_head), out)
    return Printed(out.getvalue(), info)


@cache
def sample_paper() -> Printed:
    """The sample day, printed once for all tests."""
    return printed(sample())


@cache
def crowded_paper() -> Printed:
    """The crowded day, printed once for all tests."""
    return printed(crowded_day())


def sheets(day: Day) -> tuple[Sheet, ...]:
    """The pages as plain data."""
    at = press(day)
    return numbered(compose(at, day_summary(day)), at)


def labels(sheet: Sheet) -> list[Label]:
    """Every word on a page."""
    found = [*_labels(sheet.ground), *_labels(sheet.foot)]
    for part in sheet.parts:
        found += _of_part(part)
    return found


def _of_part(part: Part) -> list[Label]:
    return [*_labels(part.pieces), *(label for child in part.parts for label in _of_part(child))]


def _labels(pieces: tuple[Piece, ...]) -> Iterator[Label]:
    for piece in pieces:
        if isinstance(piece, Clip):
            yield from _labels(piece.shapes)
        elif isinstance(piece, Label):
            yield piece


def box(label: Label) -> Rect:
    """What the letters cover, capitals to descenders."""
    text = label.text.rstrip()
    width = RULER.width(text, label.size, label.weight) + label.spacing * len(text)
    left = label.at - {Align.LEFT: 0, Align.CENTRE: width / 2, Align.RIGHT: width}[label.align]
    return Rect(left, label.baseline - 0.73 * label.size, width, 0.93 * label.size)


def empty_day() -> Day:
    return Day(Workshop(id="day", title="A day", date=date(2027, 4, 22)))


def sample(state: RoundState = RoundState.LOCKED) -> Day:
    return counted(state)


def crowded_day() -> Day:
    """Six tracks, 70 milestones, 84 initiatives and 60 voters, every text 200 characters long."""
    base = sample()
    tracks = tuple(Track(id=f"T{i}", position=i, name=LONG[i:]) for i in range(6))
    milestones = tuple(_milestone(i) for i in range(70))
    initiatives = tuple(_initiative(i) for i in range(84))
    chosen = tuple(one.id for one in initiatives if one.position % 3 == 0)
    return replace(
        base,
        tracks=tracks,
        milestones=milestones,
        initiatives=initiatives,
        portfolios=tuple(Portfolio(id=f.id, frame_id=f.id, chosen=chosen) for f in base.frames),
        stances=tuple(_stance(one) for one in initiatives),
        frames=tuple(frame.changed(name=LONG) for frame in base.frames),
        workshop=base.workshop.changed(title=LONG, department=LONG, municipality=LONG),
        votes={**base.votes, "milstolpar": _sixty_voters(milestones)},
    )


def _milestone(i: int) -> Milestone:
    return Milestone(
        id=f"M{i}",
        position=i,
        track_id=f"T{i % 6}",
        title=LONG,
        year=2027 + (i // 7) % 4 if i else None,
        quarter=1 + i % 4 if i % 5 else None,
        owner_role=LONG,
        goes_on=True,
        evidence_strength=1 + i % 3,
        evidence_type=EvidenceType.SURVEY,
    )


def _initiative(i: int) -> Initiative:
    saving = i % 2 == 1
    return Initiative(
        id=f"I{i}",
        position=i,
        title=LONG,
        kind=InitiativeKind.SAVING if saving else InitiativeKind.INVESTMENT,
        effect_tkr=(-1 if saving else 1) * (50 + i * 7),
        regulation=Regulation.MUNICIPAL_LAW,
        level_fixed_by_law=i % 12 == 0,
        co_determination=i % 9 == 0,
        needs=(f"I{(i + 1) % 84}",) if i % 30 == 0 else (),
    )


def _stance(one: Initiative) -> Stance:
    reason = LONG if one.position % 5 else ""
    key = f"A1/{one.id}"
    return Stance(id=key, frame_id="A1", initiative_id=one.id, kind=StanceKind.LATER, reason=reason)


def _sixty_voters(milestones: tuple[Milestone, ...]) -> Standing:
    options = tuple(
        OptionResult(
            one.id, {"dots": 40 - i // 6}, 40 - i // 6, 30, ((2, 10), (1, 20)), rank=1 + i // 6
        )
        for i, one in enumerate(milestones)
    )
    order = tuple(one.id for i in range(6) for one in milestones if one.track_id == f"T{i}")
    result = RoundResult(options, order, voted=60)
    return Standing("milstolpar", RoundState.LOCKED, 60, 60, result=result)


@dataclass(frozen=True)
class Tags:
    """What a checker finds in a tagged file."""

    roles: tuple[str, ...]
    figures_without_alt: int
    untagged: int
    painted: int
    unbalanced: tuple[int, ...]
    without_parents: tuple[int, ...]
    not_embedded: frozenset[str]
    language: str
    outline: tuple[str, ...]


_PAINTS = frozenset(
    ["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"]
)


def tags_of(data: bytes) -> Tags:
    """Read structure, marks and fonts of a file."""
    with pikepdf.open(io.BytesIO(data)) as file:
        pages = [_marks(page) for page in file.pages]
        nodes = list(_nodes(file.Root.StructTreeRoot.K[0]))
        with file.open_outline() as outline:
            titles = tuple(_titles(outline.root))
        return Tags(
            roles=tuple(str(node.S)[1:] for node in nodes),
            figures_without_alt=sum(
                str(node.S) == "/Figure" and not str(node.get("/Alt", "")) for node in nodes
            ),
            untagged=sum(page[0] for page in pages),
            painted=sum(page[1] for page in pages),
            unbalanced=tuple(i for i, page in enumerate(pages) if page[2]),
            without_parents=tuple(
                i
                for i, page in enumerate(file.pages)
                if page.obj.get("/StructParents") != i or page.obj.get("/Tabs") != "/S"
            ),
            not_embedded=frozenset(
                str(font.BaseFont)
                for page in file.pages
                for font in page.Resources.get("/Font", {}).values()
                if not _embedded(font)
            ),
            language=str(file.Root.Lang),
            outline=titles,
        )


def _titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _marks(page: pikepdf.Page) -> tuple[int, int, int]:
    """Painting operators outside any mark, all of them, and marks left open."""
    depth = outside = painted = 0
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        if name in _PAINTS:
            painted += 1
            outside += depth == 0
    return outside, painted, depth


def _nodes(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield node
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _nodes(kid)


def _embedded(font: pikepdf.Object) -> bool:
    descendants = font.get("/DescendantFonts")
    holder = descendants[0] if descendants is not None else font
    descriptor = holder.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
