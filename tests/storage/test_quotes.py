"""Where a quotation mark of a CSV text goes wrong, and letters that are lost."""

import pytest

from workshop_app.storage.intake.decoding import decoded, is_garbled
from workshop_app.storage.intake.quotes import open_quote
from workshop_app.storage.intake.sheets import text_source


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a;b\n1;"x\n2;y\n', (2, 2)),
        ('a;b\r\n"1;x\r\n2;y\r\n', (2, 1)),
        ('a;b\n"two ""words""";"x\ny"\n3;"z\n', (3, 2)),
        ('a;b\n1;"x" y\n', (2, 2)),
        ('a;b\n5" pipe;6" pipe\n"7', (3, 1)),
    ],
)
def test_the_cell_that_is_not_closed_is_found(text, place):
    assert open_quote(text, ";") == place
    (problem,) = text_source(text).problems
    assert (problem.row, problem.column) == (place[0], "ab"[place[1] - 1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_what_spreadsheets_write_is_decoded(encoding):
    text = "roll;namn\nVärd på kafé;Åke – ”Ö”\n"
    assert decoded(text.encode(encoding)) == text
    assert not is_garbled(text)


@pytest.mark.parametrize(
    "data",
    [
        "Värd på kafé".encode().replace("å".encode(), b"\xe5"),
        b"\xef\xbb\xbfV\xe4rd",
        b"\xff\xfeV\x00\xe4\x00r",
        b"Plats \x81\x8d",
        "Värd på".encode().decode("cp1252").encode(),
    ],
)
def test_letters_that_are_lost_are_seen(data):
    assert is_garbled(decoded(data))


def test_what_is_no_text_has_no_letters_to_lose():
    assert not is_garbled(12)
