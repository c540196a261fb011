"""The lists of a day as files, from the program and from the command line."""

import pytest

from workshop_app.app.library import store_imported
from workshop_app.app.list_files import JSON_FILE, WORKBOOK, Receiver, save_lists, save_one_list
from workshop_app.cli import main
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import read_source
from workshop_app.storage.intake.kinds_of_table import kind_named
from workshop_app.system.errors import KnownError
from workshop_app.system.paths import find_paths

SAMPLE = find_paths().sample


@pytest.fixture(scope="module")
def imported():
    return read_source(SAMPLE / "day.json")


@pytest.fixture
def path(tmp_path, imported):
    """The sample day with its ballots, in a file."""
    target = tmp_path / "day.milstolpe"
    store_imported(imported, target)
    return target


@pytest.fixture
def file(path):
    opened = DayFile.open(path)
    yield opened
    opened.close()


def names(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_the_archive_gets_the_whole_day_with_its_counted_ballots(tmp_path, path, imported):
    out = tmp_path / "out"
    assert main(["export", str(path), "-o", str(out), "--for", "archive"]) == 0
    for source in (out, out / JSON_FILE, out / WORKBOOK):
        found = read_source(source)
        assert found == imported
    assert main(["import", str(out), "-o", str(tmp_path / "again.milstolpe")]) == 0


@pytest.mark.parametrize(
    "more", [[], ["--for", "planning"], ["--for", "union"], ["--for", "board"]]
)
def test_everybody_else_gets_the_content_without_ballots(tmp_path, path, imported, more):
    out = tmp_path / "out"
    assert main(["export", str(path), "-o", str(out), *more]) == 0
    assert not [name for name in names(out) if name.startswith(("roster", "hander"))]
    found = read_source(out)
    assert found.day == imported.day
    assert not found.ballots
    assert not found.hands


def test_a_round_that_is_closed_and_not_shown_keeps_its_ballots(tmp_path, imported):
    empty = DayFile.create(tmp_path / "fresh.milstolpe", imported.day)
    empty.open_round("behov", 3)
    empty.close_round("behov")
    save_lists(empty, tmp_path / "out", Receiver.ARCHIVE)
    assert "roster_behov.csv" not in names(tmp_path / "out")
    empty.show_round("behov")
    save_lists(empty, tmp_path / "out", Receiver.ARCHIVE)
    assert "roster_behov.csv" in names(tmp_path / "out")
    empty.close()


def test_a_folder_that_cannot_be_written_is_told(tmp_path, file):
    (tmp_path / "out").touch()
    with pytest.raises(KnownError) as error:
        save_lists(file, tmp_path / "out")
    assert error.value.code == "cannot_write"


def test_one_list_is_saved_to_be_filled_in(tmp_path, imported):
    path = save_one_list(imported.day, kind_named("utmaningar"), tmp_path / "utmaningar.csv")
    headings = "id;typ;text;enhet;sparomrade;lyft_av;utfall;sammanslagen_med"
    assert path.read_text("utf-8-sig") == f"{headings}\n"
