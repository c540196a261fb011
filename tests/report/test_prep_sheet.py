"""The prep sheet: a page for each unit, tagged, with room to write."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.domain.sample_day import imported
from tests.report.support import ENGLISH, FONTS, PRINTED, RULER
from workshop_app.domain.kinds import ChallengeKind
from workshop_app.domain.nouns import Challenge
from workshop_app.report.prep_sheet import PrepKit, write_prep_sheets


@pytest.fixture
def kit():
    return PrepKit(ENGLISH, FONTS, PRINTED, RULER)


def written(day, kit):
    out = BytesIO()
    return write_prep_sheets(day, kit, out), out.getvalue()


def test_there_is_a_tagged_page_for_each_unit(kit):
    day = imported().day
    pages, data = written(day, kit)
    assert pages == len(day.units)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == pages
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root


def test_a_long_list_goes_on_to_another_page(kit):
    day = imported().day
    unit = day.units[0].id
    many = tuple(
        Challenge(
            id=str(i), kind=ChallengeKind.CHALLENGE, text=f"Challenge {i} " * 12, unit_id=unit
        )
        for i in range(30)
    )
    pages, _data = written(replace(day, challenges=many), kit)
    assert pages > len(day.units)


def test_the_same_day_gives_the_same_bytes(kit):
    assert written(imported().day, kit) == written(imported().day, kit)
