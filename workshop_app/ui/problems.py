"""What is wrong with an import or a day file: where, what stands there, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from workshop_app.domain.refused import Refused
from workshop_app.storage.checking import Problem
from workshop_app.storage.importing import ImportProblem, ImportRefused
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words
from workshop_app.ui.refusals import refusal_sentences
from workshop_app.ui.texts import filled, known, refusal

TOLD = (Refused, KnownError)
SHOWN_PROBLEMS = 10
SHOWN_ROWS = 8
_MOST_LETTERS = 80
_OF_THE_ROW = frozenset({"first", "given"})
_PLACE_IN_LIST = re.compile(r"\[\d+\]")


def told(words: Words, error: Refused | KnownError) -> str:
    """Any error of the world or of a rule, in words that say what to do."""
    if isinstance(error, ImportRefused):
        return import_refused(words, error)
    if isinstance(error, Refused):
        return refusal(words, error)
    return known(words, error)


def import_refused(words: Words, error: ImportRefused) -> str:
    """All that has to be mended, a line each, the first ten; then that nothing was read in."""
    alike = _alike(error.problems)
    shown = [_told_once(words, group) for group in alike[:SHOWN_PROBLEMS]]
    more = len(alike) - len(shown)
    if more:
        sentence = words.ngettext("And {n} more.", "And {n} more.", more)
        shown.append(sentence.format(n=more))
    _ = words.gettext
    return "\n".join([*shown, _("Mend this and read it in again. Nothing has been read in.")])


def _alike(problems: Iterable[ImportProblem]) -> list[list[ImportProblem]]:
    """The problems in their order, with those that differ by their row alone together."""
    groups: dict[tuple[str, ...], list[ImportProblem]] = {}
    for one in problems:
        groups.setdefault(_fault(one), []).append(one)
    return list(groups.values())


def _fault(one: ImportProblem) -> tuple[str, ...]:
    """What makes a problem the same fault as another."""
    if one.code == "unknown_reference":  # an id that is not there, wherever it is named
        return (one.code, one.value)
    if one.code == "letters_lost":  # the file was saved in another way than it says
        return (one.code, one.file)
    facts = {key: fact for key, fact in one.facts.items() if key not in _OF_THE_ROW}
    column = _PLACE_IN_LIST.sub("", one.column)
    return (one.code, one.file, column, one.value, repr(sorted(facts.items())))


def _told_once(words: Words, alike: Sequence[ImportProblem]) -> str:
    """One sentence for a fault, and in which other rows and files it stands."""
    first = alike[0]
    here = _where(first)
    rows = dict.fromkeys(str(one.row) for one in alike if _where(one) == here)
    others = [row for row in rows if row != str(first.row)]
    elsewhere = (_where(one) for one in alike if _where(one) != here)
    files = dict.fromkeys(column if file == first.file else file for file, column in elsewhere)
    told = [import_problem(words, first)]
    if len(others) > SHOWN_ROWS:
        same = words.gettext("The same in row {rows} and {n} more.")
        shown = ", ".join(others[:SHOWN_ROWS])
        told.append(same.format(rows=shown, n=len(others) - SHOWN_ROWS))
    elif others:
        told.append(words.gettext("The same in row {rows}.").format(rows=", ".join(others)))
    if files:
        told.append(words.gettext("The same in {files}.").format(files=", ".join(files)))
    return " ".join(told)


def _where(one: ImportProblem) -> tuple[str, str]:
    """The file and the column; for letters that are lost, the file alone."""
    return one.file, "" if one.code == "letters_lost" else _PLACE_IN_LIST.sub("", one.column)


def import_problem(words: Words, problem: ImportProblem) -> str:
    """One thing to mend: file, row, column, what stands there, and what should."""
    _ = words.gettext
    where = [problem.file] if problem.file else []
    if problem.row:
        where.append(_("row {row}").format(row=problem.row))
    if problem.column:
        where.append(_("column {column}").format(column=problem.column))
    place = ", ".join(where)
    place = place if problem.file else place[:1].upper() + place[1:]
    sentences = {**refusal_sentences(words), **_cells(words), **_tables(words), **_facts(words)}
    said = sentences.get(problem.code, _("This cannot be read."))
    if not _CURES.isdisjoint(problem.facts) or problem.code == "file_empty":
        said = f"{said} {_cure(words, problem)}"
    what = filled(said, _plain(problem.facts))
    if not place:
        return what
    value = shortened(problem.value)
    if value and problem.value != problem.column:
        return _("{place}: “{value}”. {what}").format(place=place, value=value, what=what)
    return _("{place}: {what}").format(place=place, what=what)


def shortened(text: str) -> str:
    """What stands in a cell, on one line and no longer than a sentence bears."""
    line = " ".join(_UNSEEN.sub(" ", text[: 4 * _MOST_LETTERS]).split())
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1]}…"


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What would break a line or turn it around."""
_CURES = frozenset({"near", "headings", "ge", "le"})


def _cure(words: Words, problem: ImportProblem) -> str:
    """What helps in just this case."""
    _ = words.gettext
    if "near" in problem.facts:
        return _("Is it {near} that is meant?")
    if "ge" in problem.facts and "le" in problem.facts:
        return _("Write a number from {ge} to {le}.")
    if "ge" in problem.facts:
        return _("Write a number that is at least {ge}.")
    if "le" in problem.facts:
        return _("Write a number that is at most {le}.")
    if "headings" in problem.facts:
        return _("The first row must hold the headings, such as {headings}.")
    return _("Write the headings in the first row and the list under them.")


def file_problem(words: Words, problem: Problem) -> str:
    """What is wrong with a day file, and where."""
    _ = words.gettext
    sentences = {
        "sqlite": _("SQLite finds damage: {finding}."),
        "schema": _("The file holds something that is not ours: {name}."),
        "chain": _("The log has been changed at event {event}."),
        "content": _("{table}, {id} is not what the log says."),
        "state": _("The state of the round {round} is not what the log says."),
        "hands": _("The show of hands in the round {round} is not what the log says."),
        "ballots": _("The ballots of the round {round} are not what the log says."),
        "erased": _("The text of event {event} has been erased without any event that says so."),
        "content_unreadable": _("What the day holds cannot be read."),
        "settings": _("The settings of the round {round} are not what the log says."),
        "round_unreadable": _("The votes of the round {round} cannot be read."),
        "roll_changed": _(
            "The list of who has voted in the round {round} is not what the log says."
        ),
        "roll": _("The round {round} has {marks} marks on the roll and {ballots} ballots."),
    }
    sentence = sentences.get(problem.code, _("The file is not as it should be."))
    return filled(sentence, problem.facts)


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts with lists written out."""
    return {
        key: ", ".join(map(str, value)) if isinstance(value, tuple | list) else value
        for key, value in facts.items()
    }


def _cells(words: Words) -> dict[str, str]:
    """What can be wrong with one cell."""
    _ = words.gettext
    return {
        "missing": _("Something must stand here."),
        "text_unreadable": _("Write it as text."),
        "number_unreadable": _("Write a whole number with digits."),
        "percent_unreadable": _("Write the percent with digits, such as 2,0."),
        "yes_no_unreadable": _("Write yes or no."),
        "date_unreadable": _("Write the date as year-month-day, such as 2027-04-22."),
        "time_unreadable": _("Write the time as 08:30."),
        "period_unreadable": _("Write the years as 2027–2030."),
        "word_unknown": _("Write one of these: {allowed}."),
        "too_long": _("It is too long. At most {max_length} characters fit."),
        "out_of_range": _("The number is outside what is possible here."),
        "not_valid": _("This does not fit here. Write it as in the other rows."),
        "duplicate_id": _("The id already stands in row {first}. Each row needs its own."),
        "unknown_reference": _("There is no such id. Add it, or change it to one that exists."),
        "no_such_list": _(
            "The list this refers to, {list}, is not there or has no rows. "
            "Read it in first, or together with this one."
        ),
        "unknown_option": _(
            "{id} is not an option of the round. Change it, or add it to the options of the round."
        ),
        "option_twice": _("{id} stands twice. Keep one of them."),
    }


def _tables(words: Words) -> dict[str, str]:
    """What can be wrong with a file or a whole table."""
    _ = words.gettext
    return {
        "missing_file": _("The file or folder is not there. Check its name and where it lies."),
        "folder_unreadable": _("The folder cannot be read. Check that you may open it."),
        "file_unreadable": _(
            "The file cannot be read. Check that it opens in the spreadsheet program, and save "
            "it again."
        ),
        "file_too_big": _("The file is too large. Save the list alone in a file of its own."),
        "file_locked": _(
            "The file is locked with a password. Save it without one, and read it in again."
        ),
        "old_spreadsheet": _(
            "The program does not read this sort of Excel file. Save it as XLSX or as CSV UTF-8."
        ),
        "other_spreadsheet": _(
            "The program does not read this sort of spreadsheet. Save it as XLSX or as CSV UTF-8."
        ),
        "is_a_day": _("This is a day, not a list. Open it in the program instead."),
        "no_list": _(
            "This is not a list. Save the list as XLSX or as CSV UTF-8 in the spreadsheet program."
        ),
        "too_many_rows": _("There are too many rows. Keep the rows of the list alone."),
        "cell_too_big": _("A cell is too long. Look for a quotation mark that is not closed."),
        "csv_unreadable": _(
            "The row cannot be read. Look for a quotation mark that is not closed."
        ),
        "file_empty": _("The file is empty."),
        "no_rows": _("There are headings but no rows. Add a row under them."),
        "formula_failed": _(
            "The spreadsheet shows a fault instead of a value. Mend the formula or widen the "
            "column, and save again."
        ),
        "letters_lost": _(
            "Letters have been lost here. Save the file again as CSV UTF-8 in the spreadsheet "
            "program, and read it in again."
        ),
        "nothing_to_import": _(
            "There is nothing here that the program can read in. "
            "It reads CSV files, XLSX files and day.json."
        ),
        "table_twice": _("The same table comes in two files. Keep one of them."),
        "unknown_table": _("The program has no such table. Remove it or rename it."),
        "unknown_column": _("The program has no such column. Remove it or rename it."),
        "column_not_read": _("The column is not read in. The program has no such column."),
        "column_twice": _("The column stands twice. Keep one of them."),
        "no_headings": _("The headings are missing."),
        "missing_column": _("The column is missing. Add it."),
        "no_heading": _("The column has no heading. Write one in the row of headings."),
        "no_ballots": _("There are no ballots in the file. Add a row for each mark."),
        "not_ballots": _("The file does not list ballots. Each row needs a ballot and an option."),
        "not_json": _(
            "This is not a day that the program can read. "
            "Choose a day.json, a CSV file, a spreadsheet or a folder of them."
        ),
        "json_broken": _(
            "The file cannot be read from here on. "
            "Look for a comma, a quotation mark or a bracket that is missing."
        ),
        "json_ends": _("The file ends before it is complete. Save it or copy it again."),
        "not_an_object": _("Here must stand an object with names and values."),
        "not_a_list": _("Here must stand a list."),
    }


def _facts(words: Words) -> dict[str, str]:
    """What can be wrong between tables."""
    _ = words.gettext
    return {
        "number_twice": _("The same number stands twice. Give each row its own."),
        "lottery_differs": _(
            "The drawing of lots does not hold these as the round does. "
            "List each option of the round once."
        ),
        "chosen_and_not": _(
            "These stand both as chosen and as not chosen: {ids}. Keep each in one of them."
        ),
        "differs_from_proposal": _(
            "This is not what the proposal says. Change it here or in the proposal."
        ),
        "held_by_vote": _(
            "It stands in the round {round}, which has been opened. Leave this as it was."
        ),
        "week_differs": _("The date is in week {week}. Change the week or the date."),
        "not_in_tkr": _("Amounts must be in tkr."),
        "sum_differs": _("The parts add up to {found}. Change the sum or the parts."),
        "gap_differs": _("Need minus frame is {gap}. Change one of the three amounts."),
        "handed_in_differs": _(
            "The round says {stated} ballots were handed in, but {found} were found. "
            "Change the number, or add the ballots that are missing."
        ),
    }
