"""The words: everything said in the code is said in Swedish, and the tooling sees what is not."""

import gettext
from pathlib import Path

import pytest

from tests.checks import words
from tests.checks.words import Files

CODE = '''
def f(words, n):
    """Say things."""
    _ = words.gettext
    # Translators: on the button that opens a vote
    _("Open the vote")
    words.ngettext("{n} dot", "{n} dots", n).format(n=n)
    words.pgettext("stage", "Open")
    _("Saved as {name}").format(name=n)
'''
SWEDISH = {
    "Open the vote": "Öppna röstningen",
    ("{n} dot", "{n} dots"): ("En prick", "{n} prickar"),
    "Open": "Öppen",
    "Saved as {name}": "Sparad som {name}",
}


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A package with four messages, extracted and not yet translated."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "page.py").write_text(CODE, "utf-8")
    made = Files(package, tmp_path / "locale")
    words.update(made)
    return made


def translate(files: Files, swedish: dict, **changes) -> None:
    """Write these translations, as a translator would, and compile."""
    catalogue = words.read(files.source("sv"), "sv")
    for message in words.messages(catalogue).values():
        message.string = swedish[words.key(message)[1]]
        if changes.get("fuzzy") == message.id:
            message.flags.add("fuzzy")
    files.source("sv").write_bytes(words.po_bytes(catalogue))
    if changes.get("compiled", True):
        files.compiled("sv").write_bytes(words.mo_bytes(catalogue))


def test_the_program_speaks_swedish_throughout():
    assert words.faults(Files()) == []


def test_a_complete_translation_has_no_faults(files):
    translate(files, SWEDISH)
    assert words.faults(files) == []


def test_the_compiled_words_are_those_the_program_says(files):
    translate(files, SWEDISH)
    said = gettext.translation("milstolpe", files.locale, ["sv"])
    assert said.gettext("Open the vote") == "Öppna röstningen"
    assert said.ngettext("{n} dot", "{n} dots", 2) == "{n} prickar"
    assert said.pgettext("stage", "Open") == "Öppen"


def test_updating_twice_changes_nothing(files):
    translate(files, SWEDISH)
    words.update(files)
    before = [path.read_bytes() for path in sorted(files.locale.rglob("milstolpe.*"))]
    words.update(files)
    assert [path.read_bytes() for path in sorted(files.locale.rglob("milstolpe.*"))] == before


def test_a_new_message_does_not_disturb_the_translated_ones(files):
    translate(files, SWEDISH)
    page = files.package / "page.py"
    page.write_text(CODE + '    _("Close the vote")\n', "utf-8")
    assert "milstolpe.pot is not up to date with the code" in words.faults(files)
    assert "sv: not in the .po file: Close the vote" in words.faults(files)
    words.update(files)
    assert words.faults(files) == ["sv: not translated: Close the vote"]


def test_a_message_that_is_gone_from_the_code_goes_from_the_files(files):
    translate(files, SWEDISH)
    page = files.package / "page.py"
    page.write_text(CODE.replace('words.pgettext("stage", "Open")', "pass"), "utf-8")
    assert "sv: no longer in the code: Open" in words.faults(files)
    words.update(files)
    assert words.faults(files) == []


@pytest.mark.parametrize(
    ("original", "swedish", "fault"),
    [
        ("Open the vote", "", "not translated"),
        ("Saved as {name}", "Sparad som {namn}", "placeholders differ: name, namn"),
        ("Saved as {name}", "Sparad", "placeholders differ: name"),
        ("Saved as {name}", "Sparad som {name", "broken braces"),
        (("{n} dot", "{n} dots"), ("En prick", ""), "not translated"),
        (("{n} dot", "{n} dots"), ("En prick", "prickar"), "placeholders differ: n"),
        (("{n} dot", "{n} dots"), ("{x} prick", "{n} prickar"), "placeholders differ: n, x"),
    ],
)
def test_a_faulty_translation_is_found(files, original, swedish, fault):
    translate(files, {**SWEDISH, original: swedish})
    assert f"sv: {fault}: {original}" in words.faults(files)


def test_a_guessed_translation_is_found(files):
    translate(files, SWEDISH, fuzzy="Open the vote")
    assert "sv: fuzzy: Open the vote" in words.faults(files)


def test_a_stale_compiled_file_is_found(files):
    translate(files, SWEDISH, compiled=False)
    assert words.faults(files) == ["sv: the compiled milstolpe.mo is stale"]


def test_the_placeholder_with_a_format_is_the_one_before_the_colon():
    assert words.placeholders("{n} of {total:d}, {{not this}}") == {"n", "total"}
