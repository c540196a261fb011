"""What the program remembers of its copies, and under which name a copy goes in a folder."""

from datetime import UTC, datetime

from workshop_app.storage.copied import Copied, CopyRecord, copy_place
from workshop_app.storage.publishing import publish

AT = datetime(2027, 4, 22, 11, 38, tzinfo=UTC)


def test_the_last_copy_of_each_file_is_remembered(tmp_path):
    record = CopyRecord(tmp_path / "data" / "copies.json")
    live, other = tmp_path / "a.milstolpe", tmp_path / "b.milstolpe"
    assert record.of(live) is None
    record.note(live, Copied("day", AT, "/stick", "ABCD"))
    record.note(other, Copied("other"))
    again = CopyRecord(record.path)
    assert again.of(live) == Copied("day", AT, "/stick", "ABCD")
    assert again.of(other) == Copied("other", None, "", "")
    again.forget(live)
    assert set(record.all()) == {"b.milstolpe"}


def test_a_record_that_cannot_be_read_says_nothing(tmp_path):
    record = CopyRecord(tmp_path / "copies.json")
    for text in ("", "[]", '{"a": 1, "b": {"day_id": "x"}}', '{"a": {"day_id": 1, "at": "soon"}}'):
        record.path.write_text(text)
        assert record.all() == {}


def test_a_copy_takes_the_place_of_its_own_older_one_and_of_no_other(file, tmp_path):
    folder = tmp_path / "copies"
    assert copy_place(folder, "day.milstolpe", "day") == folder / "day.milstolpe"
    publish(file.path, folder / "day.milstolpe")
    assert copy_place(folder, "day.milstolpe", "day") == folder / "day.milstolpe"
    assert copy_place(folder, "day.milstolpe", "other") == folder / "day-2.milstolpe"
    (folder / "day-2.milstolpe").write_text("a letter")
    assert copy_place(folder, "day.milstolpe", "other") == folder / "day-3.milstolpe"
