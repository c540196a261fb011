"""The command line: the same rules without a window, for tests, archives and IT departments.

Exit status: 0 done, 1 refused or failed with one plain sentence on standard error, 2 wrong usage.
No command imports Qt, save the window itself, `shots` and the headless day.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from workshop_app import __version__
from workshop_app.system.kit import Kit, make_kit
from workshop_app.system.language import Language

DONE = 0
FAILED = 1

Command = Callable[[Kit, argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or the window when there is none.

    Returns:
        The exit status.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    commands: dict[str, Command] = {
        "import": _import,
        "export": _export,
        "results": _results,
        "summary": _summary,
        "shots": _shots,
        "check": _check,
        "rehearse": _rehearse,
        "selftest": _selftest,
    }
    if not arguments or arguments[0] not in commands:
        return _window(make_kit(), _window_parser().parse_args(arguments))
    parsed = _command_parser().parse_args(arguments)
    kit = make_kit()
    if getattr(parsed, "language", None):
        for words in (kit.words, kit.stage_words, kit.report_words):
            words.use(Language(parsed.language))
    return _plainly(kit, commands[parsed.command], parsed)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="milstolpe",
        description="Run a workshop day. "
        "Commands: import, export, results, summary, shots, check, rehearse.",
    )
    parser.add_argument("file", nargs="?", type=Path, help="a day to open")
    parser.add_argument("--sample", action="store_true", help="open a fresh copy of the sample day")
    parser.add_argument("--version", action="version", version=f"Milstolpe {__version__}")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="milstolpe")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    imported = commands.add_parser("import", help="make a day file of a day.json or a folder")
    imported.add_argument("source", type=Path)
    imported.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE")
    exported = commands.add_parser("export", help="the lists of a day as CSV, XLSX and JSON")
    exported.add_argument("file", type=Path)
    exported.add_argument("-o", dest="out", type=Path, required=True, metavar="FOLDER")
    receivers = ("archive", "planning", "union", "board")
    exported.add_argument("--for", dest="receiver", choices=receivers, default="plain")
    results = commands.add_parser("results", help="every round, outcome, frame and portfolio")
    results.add_argument("file", type=Path)
    results.add_argument("--json", action="store_true", required=True)
    summary = commands.add_parser("summary", help="the printed record as PDF")
    summary.add_argument("file", type=Path)
    summary.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.pdf")
    _language(summary)
    shots = commands.add_parser("shots", help="pictures of every screen of the sample day")
    shots.add_argument("folder", type=Path)
    shots.add_argument("--scale", type=float, default=1.0)
    _language(shots)
    check = commands.add_parser("check", help="verify a day file")
    check.add_argument("file", type=Path)
    check.add_argument("--json", action="store_true")
    rehearse = commands.add_parser("rehearse", help="simulated voters in a copy of the day")
    rehearse.add_argument("file", type=Path)
    rehearse.add_argument("--voters", type=_at_least_one, required=True, metavar="N")
    rehearse.add_argument("--seed", type=int, required=True, metavar="S")
    _language(rehearse)
    _selftest_parser(commands.add_parser("selftest"))  # hidden: no help
    return parser


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _selftest_parser(selftest: argparse.ArgumentParser) -> None:
    acts = selftest.add_subparsers(dest="act", required=True)
    hammer = acts.add_parser("hammer")
    hammer.add_argument("file", type=Path)
    for name in ("--threads", "--votes", "--seed"):
        hammer.add_argument(name, type=int, required=True)
    hammer.add_argument("--leave-open", action="store_true")
    dump = acts.add_parser("dump")
    dump.add_argument("file", type=Path)


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=[language.value for language in Language])


def _plainly(kit: Kit, command: Command, parsed: argparse.Namespace) -> int:
    # The data layer costs 0.7 s to import; --version and --help do without it.
    from workshop_app.ui.problems import TOLD, told

    try:
        return command(kit, parsed)
    except TOLD as error:
        print(told(kit.words, error), file=sys.stderr)
        return FAILED


def _window(kit: Kit, parsed: argparse.Namespace) -> int:
    # Qt costs 0.2 s to import; the commands do without it.
    from workshop_app.bootstrap import has_screen, run_headless, run_window

    if has_screen():
        return run_window(kit, parsed.file, sample=parsed.sample)
    return run_headless(kit, parsed.file)


def _import(kit: Kit, parsed: argparse.Namespace) -> int:
    # The data layer costs 0.7 s to import; --version and --help do without it.
    from workshop_app.app.library import store_imported
    from workshop_app.storage.importing import read_source
    from workshop_app.ui.problems import import_problem

    imported = read_source(parsed.source, today=kit.clock().date())
    store_imported(imported, parsed.out)
    for left_out in imported.unread:
        print(import_problem(kit.words, left_out), file=sys.stderr)
    return DONE


def _export(kit: Kit, parsed: argparse.Namespace) -> int:  # noqa: ARG001 - all commands are alike
    # The data layer costs 0.7 s to import; --version and --help do without it.
    from workshop_app.app.list_files import Receiver, save_lists
    from workshop_app.storage.dayfile import DayFile

    file = DayFile.open(parsed.file, read_only=True)
    try:
        save_lists(file, parsed.out, Receiver(parsed.receiver))
    finally:
        file.close()
    return DONE


def _results(kit: Kit, parsed: argparse.Namespace) -> int:  # noqa: ARG001 - all commands are alike
    # The data layer costs 0.7 s to import; --version and --help do without it.
    from workshop_app.app.results import results
    from workshop_app.storage.dayfile import DayFile

    file = DayFile.open(parsed.file, read_only=True)
    try:
        answer = results(file.load(), file.head())
    finally:
        file.close()
    print(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
    return DONE


def _summary(kit: Kit, parsed: argparse.Namespace) -> int:
    # The data layer and reportlab cost 0.9 s to import; --version and --help do without them.
    from workshop_app.app.record import write_record
    from workshop_app.storage.dayfile import DayFile

    file = DayFile.open(parsed.file, read_only=True)
    try:
        write_record(kit, file, parsed.out)
    finally:
        file.close()
    return DONE


def _shots(kit: Kit, parsed: argparse.Namespace) -> int:
    os.environ["QT_SCALE_FACTOR"] = str(parsed.scale)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt reads those two when it is imported, and costs 0.2 s; the other commands do without it.
    from workshop_app.bootstrap import run_shots

    for path in run_shots(kit, parsed.folder):
        print(path)
    return DONE


def _check(kit: Kit, parsed: argparse.Namespace) -> int:
    # The data layer costs 0.7 s to import; --version and --help do without it.
    from workshop_app.app.checking import check_file
    from workshop_app.ui.problems import file_problem

    verdict = check_file(parsed.file)
    if parsed.json:
        print(json.dumps(verdict.as_json(), ensure_ascii=False, separators=(",", ":")))
    for found in verdict.problems:
        print(file_problem(kit.words, found), file=sys.stderr)
    return DONE if verdict.ok else FAILED


def _rehearse(kit: Kit, parsed: argparse.Namespace) -> int:
    # The data layer costs 0.7 s to import; --version and --help do without it.
    from workshop_app.app.rehearsal import Wish, rehearse
    from workshop_app.storage.dayfile import DayFile

    file = DayFile.open(parsed.file, read_only=True)
    try:
        day = file.load()
    finally:
        file.close()
    wish = Wish(parsed.voters, parsed.seed)
    done = rehearse(day, parsed.file.resolve().parent, wish, kit.words)
    print(done.path)
    print(done.results)
    return DONE


def _selftest(kit: Kit, parsed: argparse.Namespace) -> int:  # noqa: ARG001 - all commands are alike
    # The data layer costs 0.7 s to import; --version and --help do without it.
    from workshop_app.app.selftest import Load, dump, hammer

    if parsed.act == "dump":
        dump(parsed.file)
        return DONE
    load = Load(parsed.threads, parsed.votes, parsed.seed, leave_open=parsed.leave_open)
    return DONE if hammer(parsed.file, load) else FAILED
