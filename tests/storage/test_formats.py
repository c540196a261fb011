"""A stored file of each released format opens, is sound, and tells what it told when made."""

import json
import shutil
from contextlib import closing

import pytest

from tests.files.make_format_1 import HERE, told
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.schema import FORMAT


def backup(path):
    return shutil.copyfile(path, path.with_name("backup.milstolpe"))


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_a_file_of_every_format_tells_what_it_told(tmp_path, number):
    stored = HERE / f"format_{number}.milstolpe"
    path = shutil.copyfile(stored, tmp_path / "day.milstolpe")
    expected = json.loads(stored.with_suffix(".json").read_text("utf-8"))
    with closing(DayFile.open(path, backup=backup)) as file:
        assert file.check() == ()
        assert file.was_open() is None
        found = json.loads(json.dumps(told(file)))
        assert found["results"].pop("day")["chain"] == expected["results"].pop("day")["chain"]
        assert found == expected
        assert file.close_round("left").result.option("Q").counts["yes"] == 3
        assert file.redo() is not None
        assert file.check() == ()
