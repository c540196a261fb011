"""The house rules that import-linter and ruff cannot say, each seen to catch a planted fault."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "workshop_app"
MOST_LINES = 400
TRANSLATING = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
QT_ANYWHERE_IN_UI = {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtNetwork"}
QT_ALLOWED = {
    "ui": QT_ANYWHERE_IN_UI,
    "bootstrap": QT_ANYWHERE_IN_UI,
    "cli": {"QtCore"},
    "app": {"QtCore"},
    "system": {"QtCore"},
}
UNSTEADY = {
    "io", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile",
    "threading", "time", "uuid",
}  # fmt: skip
# The ruler reads the program's own fonts, which never change, from a folder it is handed.
STEADY = {("figures/ruler.py", "pathlib")}
DOMAIN_LIBRARIES = {"sqlmodel", "pydantic", "typing_extensions", "workshop_app"}
VAGUE = ("Manager", "Helper", "Util", "Controller", "Service")
MEASURED = re.compile(r"#.*\d+(?:[.,]\d+)?\s?m?s\b")
CHANGING = {
    "add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem",
    "remove", "reverse", "setdefault", "sort", "update",
}  # fmt: skip


@dataclass(frozen=True)
class Module:
    """One source file: where it stands below the package, its text and its tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """The part of the house it belongs to."""
        return self.place.split("/")[0].removesuffix(".py")


def module(place: str, text: str) -> Module:
    return Module(place, text, ast.parse(text))


def modules() -> list[Module]:
    return [
        module(path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def imported(tree: ast.AST) -> Iterator[tuple[ast.Import | ast.ImportFrom, str]]:
    """Every imported name in full: ``from a import b`` gives ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def called(node: ast.AST) -> str:
    """The last name of what is called: ``a.b.c()`` gives ``c``."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


# --- the rules: each gives the lines where a module breaks it ---------------------------------


def foreign_qt(source: Module) -> Iterator[int]:
    """Only ui and bootstrap know windows; app, system and cli know QtCore; the others no Qt."""
    allowed = QT_ALLOWED.get(source.layer, set())
    for node, name in imported(source.tree):
        parts = name.split(".")
        if parts[0] == "PySide6" and (len(parts) == 1 or parts[1] not in allowed):
            yield node.lineno


def hidden_imports(source: Module) -> Iterator[int]:
    """An import inside a function stands there only for a measured start-up cost."""
    lines = source.text.splitlines()
    for function in ast.walk(source.tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node, _name in imported(function):
            block_start = node.lineno - 1
            while block_start and lines[block_start - 1].strip().startswith(("import ", "from ")):
                block_start -= 1
            near = [lines[node.lineno - 1], lines[block_start - 1]]
            if not any(MEASURED.search(line) for line in near):
                yield node.lineno


def lambda_slots(source: Module) -> Iterator[int]:
    """A lambda in connect keeps its widget alive and cannot be disconnected."""
    for node in ast.walk(source.tree):
        if called(node) == "connect" and any(
            isinstance(argument, ast.Lambda) for argument in [*node.args, *_values(node)]
        ):
            yield node.lineno


def _values(call: ast.Call) -> list[ast.expr]:
    return [keyword.value for keyword in call.keywords]


def unfindable_messages(source: Module) -> Iterator[int]:
    """What is translated is a literal: nothing else can be found and put into the catalogue."""
    if source.place == "system/language.py":  # hands the message on to gettext
        return
    counts = {"ngettext": 2, "pgettext": 2, "npgettext": 3}
    for node in ast.walk(source.tree):
        if called(node) not in TRANSLATING:
            continue
        texts = node.args[: counts.get(called(node), 1)]
        if not texts or not all(
            isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
        ):
            yield node.lineno


def messages_in_f_strings(source: Module) -> Iterator[int]:
    """Babel does not look inside an f-string on every Python: what is translated stands outside."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FormattedValue):
            inside = (called(part) for part in ast.walk(node.value))
            if any(name in TRANSLATING for name in inside):
                yield node.lineno


def long_modules(source: Module) -> Iterator[int]:
    """A module that fits in the head."""
    if len(source.text.splitlines()) > MOST_LINES:
        yield MOST_LINES + 1


def module_state(source: Module) -> Iterator[int]:
    """No state in modules: constants are in capitals and nobody changes them; no ``global``."""
    constants = set()
    for node in source.tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if _is_mutable(node.value) and any(name != name.upper() for name in names - {"__all__"}):
            yield node.lineno
        constants |= names
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Global) or _changes(node) & constants:
            yield node.lineno


def _is_mutable(value: ast.expr | None) -> bool:
    makers = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
    literals = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    return isinstance(value, literals) or called(value) in makers


def _changes(node: ast.AST) -> set[str]:
    """The module-level names in capitals that this node changes in place."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        changed = node.func.value if node.func.attr in CHANGING else None
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        changed = node.value
    else:
        changed = None
    is_constant = isinstance(changed, ast.Name) and changed.id == changed.id.upper()
    return {changed.id} if is_constant else set()


def vague_classes(source: Module) -> Iterator[int]:
    """A class is named for what it is."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and any(word in node.name for word in VAGUE):
            yield node.lineno


def unexplained_ignores(source: Module) -> Iterator[int]:
    """``type: ignore`` names its code and gives a reason; ``noqa`` names its code."""
    explained = re.compile(r"#\s*type:\s*ignore\[[\w, -]+\]\s*#?\s*\S+")
    coded = re.compile(r"#\s*noqa:\s*[A-Z]+\d+")
    for number, line in enumerate(source.text.splitlines(), start=1):
        if re.search(r"#\s*type:\s*ignore", line) and not explained.search(line):
            yield number
        if re.search(r"#\s*noqa", line) and not coded.search(line):
            yield number


def blocking_calls(source: Module) -> Iterator[int]:
    """Nobody sleeps and nobody turns the event loop by hand."""
    for node in ast.walk(source.tree):
        if called(node) in {"processEvents", "sleep"}:
            yield node.lineno


def swallowed_errors(source: Module) -> Iterator[int]:
    """``suppress`` names what it expects; a bare Exception hides our own faults."""
    for node in ast.walk(source.tree):
        if called(node) == "suppress" and any(
            isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"}
            for kind in node.args
        ):
            yield node.lineno


def sql_in_the_domain(source: Module) -> Iterator[int]:
    """The nouns are SQLModel data models; sessions, engines and select stay in storage."""
    if source.layer != "domain":
        return
    allowed = {"sqlmodel.SQLModel", "sqlmodel.Field"}
    for node, name in imported(source.tree):
        if name.split(".")[0] == "sqlmodel" and name not in allowed:
            yield node.lineno


def foreign_libraries(source: Module) -> Iterator[int]:
    """Figures stand on the standard library and domain; domain on SQLModel besides."""
    if source.layer not in {"domain", "figures"}:
        return
    libraries = DOMAIN_LIBRARIES if source.layer == "domain" else {"workshop_app"}
    for node, name in imported(source.tree):
        if name.split(".")[0] not in libraries | sys.stdlib_module_names:
            yield node.lineno


def unsteady_core(source: Module) -> Iterator[int]:
    """Domain and figures know no files, no clock, no chance: same call, same answer."""
    if source.layer not in {"domain", "figures"}:
        return
    for node, name in imported(source.tree):
        library = name.split(".")[0]
        if library in UNSTEADY and (source.place, library) not in STEADY:
            yield node.lineno
    for node in ast.walk(source.tree):
        if called(node) in {"now", "today", "utcnow", "open"}:
            yield node.lineno


def full_package_files(source: Module) -> Iterator[int]:
    """``__init__.py`` holds a docstring; the package's own holds the version besides."""
    if not source.place.endswith("__init__.py"):
        return
    for node in source.tree.body[1:]:
        is_version = (
            source.place == "__init__.py"
            and isinstance(node, ast.Assign)
            and [target.id for target in node.targets] == ["__version__"]
        )
        if not is_version:
            yield node.lineno


def second_file_systems(source: Module) -> Iterator[int]:
    """Only system/paths.py knows where the user's folders are."""
    if source.place == "system/paths.py":
        return
    for node, name in imported(source.tree):
        if name.split(".")[0] in {"appdirs", "platformdirs"} or "QStandardPaths" in name:
            yield node.lineno


def mocks_below_the_windows(source: Module) -> Iterator[int]:
    """Tests use the real thing (a rule for tests)."""
    for node, name in imported(source.tree):
        if name.startswith(("unittest.mock", "mock.")) or name == "unittest.mock":
            yield node.lineno


Rule = Callable[[Module], Iterator[int]]

# rule → where a planted fault stands, the fault, and something close to it that is allowed
CANARIES: dict[Rule, tuple[str, str, str]] = {
    foreign_qt: (
        "app/x.py",
        "from PySide6.QtWidgets import QWidget",
        "from PySide6.QtCore import QObject",
    ),
    hidden_imports: (
        "ui/x.py",
        "def f():\n    # because\n    import json",
        "def f():\n    # costs 310 ms at start\n    import json\n    import csv",
    ),
    lambda_slots: ("ui/x.py", "a.connect(lambda: b())", "a.connect(b)"),
    unfindable_messages: ("ui/x.py", "_(f'{n} dots')", "words.ngettext('{n} dot', '{n} dots', n)"),
    messages_in_f_strings: ("ui/x.py", "f\"{_('a')} b\"", "a = _('a')\nf'{a} b'"),
    long_modules: ("ui/x.py", "x = 1\n" * 401, "x = 1\n" * 400),
    module_state: (
        "app/x.py",
        "SEEN = {}\ndef f(k):\n    SEEN[k] = 1",
        "SEEN = {}\ndef f(k):\n    return SEEN[k]",
    ),
    vague_classes: ("app/x.py", "class DayManager: ...", "class DayStore: ..."),
    unexplained_ignores: (
        "ui/x.py",
        "x = f()  # type: ignore[misc]",
        "x = f()  # type: ignore[misc]  # the stub lacks it",
    ),
    blocking_calls: ("ui/x.py", "app.processEvents()", "app.exec()"),
    swallowed_errors: ("ui/x.py", "suppress(Exception)", "suppress(OSError)"),
    sql_in_the_domain: (
        "domain/x.py",
        "from sqlmodel import Session",
        "from sqlmodel import Field",
    ),
    foreign_libraries: ("figures/x.py", "import sqlmodel", "import math"),
    unsteady_core: ("domain/x.py", "import datetime as dt\ndt.date.today()", "import datetime"),
    full_package_files: ("ui/__init__.py", '"""Doc."""\nimport json', '"""Doc."""'),
    second_file_systems: ("ui/x.py", "import appdirs", "import json"),
    mocks_below_the_windows: ("x.py", "from unittest.mock import Mock", "import json"),
}
RULES = [rule for rule in CANARIES if rule is not mocks_below_the_windows]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_the_rule(rule):
    broken = [f"{source.place}:{line}" for source in modules() for line in rule(source)]
    assert not broken, rule.__doc__


@pytest.mark.parametrize("rule", CANARIES, ids=lambda rule: rule.__name__)
def test_the_rule_catches_a_planted_fault_and_lets_the_near_miss_pass(rule):
    place, fault, allowed = CANARIES[rule]
    assert list(rule(module(place, fault)))
    assert not list(rule(module(place, allowed)))


@pytest.mark.parametrize(
    ("text", "is_state"),
    [
        ("seen = []", True),
        ("seen: dict[str, int] = dict()", True),
        ("seen = {n for n in range(3)}", True),
        ("def f():\n    global n\n    n = 1", True),
        ("NAMES = ['a']\nNAMES.append('b')", True),
        ("NAMES = ['a']\ndef f():\n    del NAMES[0]", True),
        ("NAMES = ('a',)", False),
        ("__all__ = ['a']", False),
        ("def f():\n    seen = []\n    seen.append(1)", False),
    ],
)
def test_state_in_a_module_is_told_from_constants(text, is_state):
    assert bool(list(module_state(module("app/x.py", text)))) is is_state


def test_tests_below_the_windows_use_no_mocks():
    below = [path for path in (ROOT / "tests").rglob("*.py") if "ui" not in path.parts]
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in below
        for line in mocks_below_the_windows(module(path.name, path.read_text("utf-8")))
    ]
    assert not found


def test_no_test_sleeps():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in (ROOT / "tests").rglob("*.py")
        for line in blocking_calls(module(path.name, path.read_text("utf-8")))
    ]
    assert not found
