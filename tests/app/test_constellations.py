"""Saved constellations: roles that meet again."""

import pytest

from workshop_app.app.constellations import Constellations
from workshop_app.domain.people import Draft
from workshop_app.domain.refused import Refused
from workshop_app.system.errors import KnownError

ROLES = (
    Draft("Head", "Library", "management"),
    Draft("Clerk", votes_morning=False, votes_afternoon=False, organisation="Town Ltd"),
)


def test_a_constellation_is_kept_in_a_file_and_found_again(tmp_path):
    Constellations(tmp_path / "data").save("  Strategic   forum ", ROLES)
    saved = Constellations(tmp_path / "data")
    assert saved.all() == {"Strategic forum": ROLES}
    saved.save("Group", ROLES[:1])
    saved.save("Strategic forum", ROLES[1:])
    assert list(saved.all()) == ["Strategic forum", "Group"]
    assert saved.all()["Strategic forum"] == ROLES[1:]
    saved.remove("Strategic forum")
    assert list(saved.all()) == ["Group"]


def test_names_of_people_are_never_written(tmp_path):
    saved = Constellations(tmp_path)
    saved.save("Forum", (Draft("Head", name="Alva Öberg"),))
    assert "Alva" not in saved.path.read_text(encoding="utf-8")
    assert saved.all()["Forum"] == (Draft("Head"),)


def test_a_constellation_needs_a_name_and_somebody_in_it(tmp_path):
    saved = Constellations(tmp_path)
    with pytest.raises(Refused, match="constellation_name"):
        saved.save("  ", ROLES)
    with pytest.raises(Refused, match="constellation_empty"):
        saved.save("Forum", ())
    assert not saved.path.exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"Forum": 3}', '{"Forum": [{"role": ""}, 4]}'])
def test_a_file_that_is_not_ours_is_no_constellation(tmp_path, text):
    saved = Constellations(tmp_path)
    saved.path.write_text(text, encoding="utf-8")
    assert not any(saved.all().values())


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises(KnownError, match="cannot_write"):
        Constellations(tmp_path / "data").save("Forum", ROLES)
