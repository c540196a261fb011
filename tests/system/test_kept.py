"""What this machine keeps of a day beside it."""

from __future__ import annotations

import pytest

from workshop_app.system.kept import Kept


def test_what_was_kept_is_there_after_a_restart(tmp_path):
    path = tmp_path / "beside" / "D1.json"
    Kept(path).put({"dark": True, "block": "A2"})
    Kept(path).put({"block": "A3"})
    again = Kept(path)
    assert (again.get("dark"), again.get("block"), again.get("never")) == (True, "A3", None)


@pytest.mark.parametrize("text", ["", "[1]", '"x"', "{", "\x00"])
def test_what_cannot_be_read_is_as_if_never_kept(tmp_path, text):
    path = tmp_path / "D1.json"
    path.write_text(text, encoding="utf-8")
    assert Kept(path).get("dark") is None


def test_a_value_that_is_not_plain_is_left_out(tmp_path):
    path = tmp_path / "D1.json"
    path.write_text('{"dark": {"a": 1}, "zoom": 115}', encoding="utf-8")
    assert (Kept(path).get("dark"), Kept(path).get("zoom")) == (None, 115)


def test_a_folder_that_cannot_be_written_costs_nothing_now(tmp_path, logged_warnings):
    (tmp_path / "beside").write_text("a file where the folder should be", encoding="utf-8")
    kept = Kept(tmp_path / "beside" / "D1.json")
    kept.put({"dark": True})
    assert kept.get("dark") is True
    assert ["could not be saved" in record.getMessage() for record in logged_warnings] == [True]
    logged_warnings.clear()


def test_without_a_file_it_holds_until_the_end():
    kept = Kept()
    kept.put({"dark": True})
    assert kept.get("dark") is True
