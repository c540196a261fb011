"""What is wrong with an import or a day file: where, what stands there, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.domain.refused import Refused
from workshop_app.storage.checking import Problem
from workshop_app.storage.importing import ImportProblem, ImportRefused
from workshop_app.system.errors import KnownError
from workshop_app.system.language import Words
from workshop_app.ui.refusals import refusal_sentences
from workshop_app.ui.texts import filled, known, refusal

TOLD = (Refused, KnownError)
SHOWN_PROBLEMS = 10


def told(words: Words, error: Refused | KnownError) -> str:
    """Any error of the world or of a rule, in words that say what to do."""
    if isinstance(error, ImportRefused):
        return import_refused(words, error)
    if isinstance(error, Refused):
        return refusal(words, error)
    return known(words, error)


def import_refused(words: Words, error: ImportRefused) -> str:
    """All that has to be mended, a line each, the first ten; then that nothing was read in."""
    shown = [import_problem(words, one) for one in error.problems[:SHOWN_PROBLEMS]]
    more = len(error.problems) - len(shown)
    if more:
        sentence = words.ngettext("And {n} more.", "And {n} more.", more)
        shown.append(sentence.format(n=more))
    _ = words.gettext
    return "\n".join([*shown, _("Mend this and read it in again. Nothing has been read in.")])


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
    if not _CURES.isdisjoint(problem.facts):
        said = f"{said} {_cure(words, problem)}"
    what = filled(said, _plain(problem.facts))
    if not place:
        return what
    if problem.value and problem.value != problem.column:
        return _("{place}: “{value}”. {what}").format(place=place, value=problem.value, what=what)
    return _("{place}: {what}").format(place=place, what=what)


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
    return _("The first row must hold the headings, such as {headings}.")


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
        "not_valid": _("This does not fit here."),
        "duplicate_id": _("The id already stands in row {first}. Each row needs its own."),
        "unknown_reference": _("There is no such id. Add it, or change it to one that exists."),
        "unknown_option": _("{id} is not an option of the round."),
        "option_twice": _("{id} stands twice."),
    }


def _tables(words: Words) -> dict[str, str]:
    """What can be wrong with a file or a whole table."""
    _ = words.gettext
    return {
        "missing_file": _("The file or folder is not there."),
        "folder_unreadable": _("The folder cannot be read."),
        "file_unreadable": _("The file cannot be read."),
        "csv_unreadable": _(
            "The row cannot be read. Look for a quotation mark that is not closed."
        ),
        "file_empty": _("The file is empty."),
        "no_rows": _("There are headings but no rows. Add a row under them."),
        "letters_lost": _(
            "Letters have been lost here. Save the file again as CSV UTF-8 in the spreadsheet "
            "program, and read it in again."
        ),
        "nothing_to_import": _("There is nothing here that the program can read in."),
        "table_twice": _("The same table comes in two files. Keep one of them."),
        "unknown_table": _("The program has no such table. Remove it or rename it."),
        "unknown_column": _("The program has no such column. Remove it or rename it."),
        "column_twice": _("The column stands twice. Keep one of them."),
        "missing_column": _("The column is missing. Add it."),
        "no_heading": _("The column has no heading."),
        "no_ballots": _("There are no ballots in the file."),
        "not_ballots": _("The file does not list ballots. Each row needs a ballot and an option."),
        "not_json": _("This is not a JSON file."),
        "not_an_object": _("Here must stand an object with names and values."),
        "not_a_list": _("Here must stand a list."),
    }


def _facts(words: Words) -> dict[str, str]:
    """What can be wrong between tables."""
    _ = words.gettext
    return {
        "number_twice": _("The same number stands twice."),
        "lottery_differs": _("The drawing of lots does not hold the same options as the round."),
        "chosen_and_not": _("These stand both as chosen and as not chosen: {ids}."),
        "differs_from_proposal": _("This is not what the proposal says."),
        "week_differs": _("The date is in week {week}."),
        "not_in_tkr": _("Amounts must be in tkr."),
        "sum_differs": _("The parts add up to {found}."),
        "gap_differs": _("Need minus frame is {gap}."),
        "handed_in_differs": _(
            "The round says {stated} ballots were handed in, but {found} were found."
        ),
    }
