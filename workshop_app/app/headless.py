"""The sample day without a window: simulated ballots through the real doors, to the summary."""

from __future__ import annotations

from pathlib import Path

from workshop_app.app.ballots import BallotDoor
from workshop_app.app.library import fresh, store_imported
from workshop_app.app.record import write_record
from workshop_app.app.rehearsal import hold_round
from workshop_app.app.store import DayStore
from workshop_app.domain.kinds import RoundMethod
from workshop_app.storage.dayfile import DayFile
from workshop_app.storage.importing import read_source
from workshop_app.storage.library import fresh_path
from workshop_app.system.kit import Kit

HELD = (RoundMethod.DOTS, RoundMethod.POINTS)


def run_sample_day(kit: Kit, folder: Path) -> tuple[Path, Path]:
    """Run the day: a new file, the two votes of this version, the summary.

    Returns:
        The day file and the PDF.

    Raises:
        KnownError: if the folder cannot be written.
    """
    imported = read_source(kit.paths.sample / "day.json", today=kit.clock().date())
    folder.mkdir(parents=True, exist_ok=True)
    path = fresh_path(folder, imported.day.workshop.title)
    store_imported(fresh(imported), path)
    store = DayStore(DayFile.open(path))
    try:
        door = BallotDoor(store)
        for voting in store.day.rounds:
            if voting.method in HELD:
                hold_round(store, door, voting.id, imported.ballots.get(voting.id, ()))
        pdf = path.with_suffix(".pdf")
        write_record(kit, store.file, pdf, store.day)
    finally:
        store.close()
    return path, pdf
