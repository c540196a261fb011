"""The summary as a file: tagged, with its fonts, the same each time, written whole or not."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.report.support import (
    crowded_paper,
    empty_day,
    kit,
    printed,
    sample,
    sample_paper,
    tags_of,
)
from workshop_app.report.summary import write_summary


def test_the_file_is_tagged_through_and_through():
    tags = tags_of(sample_paper().data)
    assert tags.untagged == 0
    assert tags.painted > 500
    assert tags.unbalanced == ()
    assert tags.without_parents == ()
    assert tags.figures_without_alt == 0
    assert tags.language == "en-GB"


def test_the_structure_has_headings_tables_and_figures():
    roles = tags_of(sample_paper().data).roles
    assert roles[0] == "Document"
    assert roles.count("H1") == 3
    assert roles.count("Table") == 11
    assert roles.count("TR") == 13 + 4 + 4 + 4 + 4 + 5 + 10 + 6
    assert roles.count("Figure") == 13 + 1 + 1 + 1
    assert {"H2", "H3", "P", "TH", "TD"} <= set(roles)


def test_the_outline_leads_to_every_heading():
    outline = tags_of(sample_paper().data).outline
    assert outline[0] == "Summary"
    assert "Road map to 2030" in outline
    assert "Does not continue as today" in outline


def test_every_font_is_embedded_and_helvetica_is_not_used():
    data = sample_paper().data
    assert tags_of(data).not_embedded == frozenset()
    assert b"Helvetica" not in data


def test_the_file_names_itself():
    with pikepdf.open(io.BytesIO(sample_paper().data)) as file:
        assert str(file.docinfo.Title) == "Summary of Strategiskt forum 2 2027"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(file.Root.MarkInfo.Marked)
        xmp = file.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<rdf:li>en-GB</rdf:li>" in xmp
    assert "2027-04-22T15:52:00" in xmp


def test_the_figures_speak():
    with pikepdf.open(io.BytesIO(sample_paper().data)) as file:
        alts = _alts(file.Root.StructTreeRoot.K[0])
    assert "8 dots from 6 people" in alts
    assert "Above the surface 4,150\xa0tkr, below it 6,690\xa0tkr. Fits, margin 160\xa0tkr." in alts
    road = next(alt for alt in alts if alt.startswith("Road map"))
    assert "Q4 2030 En insats avslutas för varje ny, Förvaltningschef" in road


def _alts(node: pikepdf.Object) -> list[str]:
    found = [str(node.Alt)] if "/Alt" in node else []
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += _alts(kid)
    return found


def test_the_same_day_and_time_give_the_same_bytes(monkeypatch):
    first = sample_paper().data
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    again = printed(sample()).data
    assert first == again


def test_a_file_is_replaced_in_one_step_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"old")
    info = write_summary(sample(), kit(), path)
    assert info.pages == 3
    assert path.read_bytes() == sample_paper().data
    assert [one.name for one in tmp_path.iterdir()] == ["summary.pdf"]


def test_a_folder_that_cannot_be_written_leaves_an_error_and_no_file(tmp_path):
    with pytest.raises(OSError, match="missing"):
        write_summary(empty_day(), kit(), tmp_path / "missing" / "summary.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_crowded_day_is_tagged_too():
    tags = tags_of(crowded_paper().data)
    assert tags.untagged == 0
    assert tags.unbalanced == ()
    assert tags.roles.count("Table") == 6 + 1 + 1 + 3 + 2
