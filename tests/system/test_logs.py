"""The log never has a name or anything somebody wrote: what is said in it is said in the code."""

import ast
import logging
from pathlib import Path

from workshop_app.system.logs import LOG, start_logging, stop_logging

PACKAGE = Path(__file__).resolve().parents[2] / "workshop_app"
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
# The kind of an error and the places in our own code; never its words.
KNOWN = {("system/crash.py", "Unexpected %s\n%s")}


def logged(text):
    """What each call to a logger says, and with how many facts."""
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in LEVELS
            and getattr(node.func.value, "id", "") == "logger"
        ):
            message = node.args[0] if node.args else None
            said = message.value if isinstance(message, ast.Constant) else None
            yield said, len(node.args) - 1


def loose(place, text):
    return [
        (place, said)
        for said, facts in logged(text)
        if (said is None or facts) and (place, said) not in KNOWN
    ]


def test_nothing_but_fixed_sentences_is_logged():
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        found += loose(path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8"))
    assert found == []


def test_the_rule_sees_a_name_in_a_line():
    assert loose("x.py", 'logger.info("Opened by %s", person.name)')
    assert loose("x.py", 'logger.info(f"Opened by {person.name}")')
    assert not loose("x.py", 'logger.info("Opened")')


def test_lines_are_in_the_file_and_in_memory_and_other_libraries_are_not(tmp_path):
    recent = start_logging(tmp_path)
    logging.getLogger("workshop_app.x").info("Opened")
    logging.getLogger("another").info("not ours")
    stop_logging()
    text = (tmp_path / LOG).read_text("utf-8")
    assert "Opened" in text
    assert "not ours" not in text
    assert recent.lines()[-1].endswith("Opened")


def test_without_a_folder_to_write_in_the_lines_are_in_memory(tmp_path):
    (tmp_path / "logs").write_text("in the way", "utf-8")
    recent = start_logging(tmp_path / "logs")
    stop_logging()
    assert any("cannot be written" in line for line in recent.lines())
