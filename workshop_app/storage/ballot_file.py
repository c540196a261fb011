"""Ballots of one round from a CSV file or a spreadsheet, with the columns of `roster_*.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workshop_app.domain.ballots import Ballot
from workshop_app.domain.nouns import VotingRound
from workshop_app.storage.intake.problems import ImportProblem, ImportRefused
from workshop_app.storage.intake.reading import Reading
from workshop_app.storage.intake.sheets import file_source
from workshop_app.storage.intake.slips import is_hands, read_ballots
from workshop_app.storage.intake.tables import Table


def read_ballot_file(
    path: Path, voting: VotingRound, tracks: Mapping[str, str]
) -> tuple[Ballot, ...]:
    """The ballots of a file, each valid, without their slip numbers and in no order of theirs.

    Args:
        path: A CSV, TSV or XLSX file.
        voting: The round they belong to.
        tracks: Option -> track, for rounds with dots per track.

    Raises:
        ImportRefused: with every row that is wrong; then no ballot is taken.
    """
    source = file_source(path)
    reading = Reading(source, budget_year=0, problems=list(source.problems))
    table = _table(reading, path.name)
    ballots = read_ballots(reading, voting, table, tracks) if table else ()
    if not ballots and not reading.problems:
        reading.problems.append(ImportProblem(path.name, 0, "", "", "no_ballots"))
    if reading.problems:
        raise ImportRefused(sorted(reading.problems, key=_by_row))
    return ballots


def _by_row(problem: ImportProblem) -> int:
    return problem.row


def _table(reading: Reading, file: str) -> Table | None:
    tables = list(reading.source.tables.values())
    if not tables:
        return None
    if len(tables) > 1 or is_hands(tables[0]):
        reading.problems.append(ImportProblem(file, 0, "", "", "not_ballots"))
        return None
    return tables[0]
