"""What we stand on: the Qt binding, the lock files, the fonts, and what a start may load."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
FACES = ("Regular", "Italic", "SemiBold", "Bold", "Black")
HEAVY = ("sqlalchemy", "sqlmodel", "pydantic", "reportlab", "babel", "openpyxl", "pypdfium2")
BEFORE_FIRST_PAINT = (
    "workshop_app.figures.shapes",
    "workshop_app.figures.palette",
    "workshop_app.ui.theme",
    "workshop_app.ui.painting",
    "workshop_app.ui.start_page",
    "workshop_app.bootstrap",
    "workshop_app.cli",
    "main",
)
WATCH = """
import importlib, sys
heavy = set(sys.argv[1].split(","))
for name in sys.argv[2:]:
    before = heavy & sys.modules.keys()
    importlib.import_module(name)
    for library in sorted(heavy & sys.modules.keys() - before):
        print(name, "loads", library)
"""


def loaded_by(*names: str, folder: Path = ROOT) -> list[str]:
    """The heavy libraries these modules load, one sentence each, in a fresh interpreter."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", WATCH, ",".join(HEAVY), *names],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there: nothing to count")
def test_calls_into_qt_do_not_eat_none():
    # PySide6 6.12.0 does on Python 3.11, and aborts after some thousand calls.
    thing, before = QObject(), sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_nothing_heavy_is_loaded_before_the_first_paint():
    assert loaded_by(*BEFORE_FIRST_PAINT) == []


def test_a_heavy_import_would_be_seen(tmp_path):
    (tmp_path / "planted.py").write_text("import reportlab\n", "utf-8")
    assert loaded_by("planted", folder=tmp_path) == ["planted loads reportlab"]


def pins(name: str) -> dict[str, str]:
    """Library → its locked version and markers."""
    found = re.findall(r"^([\w.-]+)==([^\\\n]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return {library.lower().replace("_", "-"): version.strip() for library, version in found}


def requirement_names(requirements: list[str]) -> set[str]:
    return {
        re.split(r"[\[<>=!;\s]", text, maxsplit=1)[0].lower().replace("_", "-")
        for text in requirements
    }


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_no_address_and_no_place(name):
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"://|--(?:extra-)?index|--find-links|file:|\s/\w", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name):
    for entry in re.split(r"^(?=\S)", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE):
        if "==" in entry:
            assert "--hash=sha256:" in entry, entry


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = requirement_names(project["dependencies"])
    assert wanted <= pins("requirements.txt").keys()
    assert requirement_names(project["optional-dependencies"]["dev"]) <= pins(LOCKS[1]).keys()


def test_users_and_developers_get_the_same_versions():
    users, developers = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {library: developers.get(library) for library in users} == users


def test_the_qt_that_loses_none_is_not_locked():
    assert not pins("requirements.txt")["pyside6-essentials"].startswith("6.12.0")


@pytest.mark.parametrize("face", FACES)
def test_our_fonts_travel_with_the_program(face):
    data = (ROOT / "resources" / "fonts" / f"MilstolpeSans-{face}.ttf").read_bytes()
    assert data.startswith(b"\0\1\0\0")


def test_the_fonts_come_with_their_licence():
    assert "SIL OPEN FONT LICENSE" in (ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")


def test_the_version_is_written_once():
    said = subprocess.run(
        [sys.executable, "-c", "import workshop_app; print(workshop_app.__version__)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"## [{said.stdout.strip()}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
