"""The words of the program while a day is open: they follow its names, and are given back."""

from functools import partial
from pathlib import Path

import pytest

from workshop_app.app.day_names import DayNames
from workshop_app.app.list_files import save_lists
from workshop_app.app.store import DayStore
from workshop_app.domain.day_rules import edit_text
from workshop_app.domain.ops import Op
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import read_source
from workshop_app.system.language import Language, Words

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def words():
    return Words(RESOURCES / "locale", Language.SWEDISH)


@pytest.fixture(scope="module")
def sample():
    return read_source(RESOURCES / "sample" / "day.json").day


@pytest.fixture
def store(tmp_path, sample):
    path = tmp_path / "day.milstolpe"
    DayFile.create(path, sample).close()
    return DayStore(DayFile.open(path))


def name(store, text, field="milestone_name"):
    store.do(Op.EDIT_WORKSHOP, partial(edit_text, field=field, value=text))


def test_whoever_is_told_of_a_new_name_finds_the_new_words(store, words):
    DayNames(store, (words,))
    heard = []
    store.changed.connect(lambda change: heard.append(words.gettext("Milestones")))
    name(store, "etappmål")
    name(store, "vägmärke")
    store.undo()
    store.redo()
    assert heard == ["Etappmål", "Vägmärken", "Etappmål", "Vägmärken"]
    store.close()


def test_the_names_are_there_when_the_day_opens_and_gone_when_it_is_closed(store, words):
    name(store, "etappmål")
    DayNames(store, (words,))
    assert words.gettext("Milestones") == "Etappmål"
    store.close()
    assert words.gettext("Milestones") == "Milstolpar"


def test_what_has_nothing_to_do_with_names_changes_no_words(store, words):
    DayNames(store, (words,))
    name(store, "Stadshuset", "venue")
    assert words.gettext("Milestones") == "Milstolpar"
    store.close()


@pytest.mark.parametrize("text", ["{n}", "{", "a, b, c, d, e", " , ", "<b>x</b> & y", "%s"])
def test_a_name_with_signs_in_it_breaks_no_sentence(store, words, text):
    DayNames(store, (words,))
    name(store, text)
    said = words.ngettext("{n} milestone", "{n} milestones", 2).format(n=24)
    assert said.startswith("24 ")
    assert "{" not in said
    store.close()


def test_lists_keep_our_headings_so_that_they_can_be_read_in_again(store, words, tmp_path):
    DayNames(store, (words,))
    save_lists(store.file, tmp_path / "before")
    name(store, "kliv, klivet, kliv, kliven")
    save_lists(store.file, tmp_path / "after")
    for path in sorted((tmp_path / "before").glob("*.csv")):
        after = (tmp_path / "after" / path.name).read_text("utf-8-sig").splitlines()
        assert after[0] == path.read_text("utf-8-sig").splitlines()[0], path.name
    again = read_source(tmp_path / "after" / "day.json").day
    assert again.workshop.milestone_name == "kliv, klivet, kliv, kliven"
    store.close()
