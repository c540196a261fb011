"""A look into a file: what is in it, how the votes stand, and whether it is sound."""

import sqlite3
from contextlib import closing

from workshop_app.domain.kinds import RoundState
from workshop_app.storage.preview import RoundTold, preview


def test_it_tells_what_is_in_a_file(file, ballot):
    file.open_round("secret", 3)
    file.cast(ballot("secret"))
    found = preview(file.path)
    assert (found.title, found.events, found.head) == ("The day", *file.head())
    assert found.rounds == (RoundTold("Round secret", RoundState.OPEN, 1, 3),)
    assert found.changed.tzinfo is not None
    assert found.sound


def test_it_tells_that_something_is_wrong(file):
    file.close()
    with closing(sqlite3.connect(file.path, isolation_level=None)) as raw:
        raw.execute("UPDATE workshop SET title = 'Another'")
    found = preview(file.path)
    assert not found.sound
    assert found.problems[0].code == "content"
