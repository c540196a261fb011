"""Acts that are written together in one transaction: rows and events of each, or neither."""

import threading

from workshop_app.storage import content, log
from workshop_app.storage.patch import RowChange, values_of


def test_content_that_is_written_together_with_other_acts_keeps_its_rows(file):
    # GIVEN a writer that is busy, so that what comes meanwhile is written as one group
    go = threading.Event()
    busy = file._writer.submit(lambda _connection: go.wait(10))
    before = values_of(file._day.workshop)
    change = RowChange("workshop", "day", before, {**before, "title": "Together"})
    group = [
        file._writer.submit(log.head),
        file._writer.submit(lambda connection: content.write(connection, (change,))),
        file._writer.submit(log.head),
    ]
    # WHEN it goes on
    go.set()
    for done in (busy, *group):
        done.result(10)
    # THEN the rows are in the file
    assert file.load().workshop.title == "Together"
