"""Each contract of pyproject.toml is seen to fail: a forbidden import is planted in a copy."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]
# contract → the modules planted in the copy, and what import-linter must say of them
PLANTS: dict[str, tuple[dict[str, str], str]] = {
    "layers": (
        {"domain/planted_up.py": "import workshop_app.app.planted_top\n", "app/planted_top.py": ""},
        "workshop_app.domain.planted_up -> workshop_app.app.planted_top",
    ),
    "cycles": (
        {
            "app/planted_a.py": "import workshop_app.app.planted_b\n",
            "app/planted_b.py": "import workshop_app.app.planted_a\n",
        },
        "planted_a",
    ),
    "core": (
        {"domain/planted_sql.py": "import sqlite3\n"},
        "workshop_app.domain.planted_sql -> sqlite3",
    ),
    "figures": (
        {"figures/planted_model.py": "import pydantic\n"},
        "workshop_app.figures.planted_model -> pydantic",
    ),
    "sql": (
        {"ui/planted_query.py": "import sqlalchemy\n"},
        "workshop_app.ui.planted_query -> sqlalchemy",
    ),
    "paper": (
        {"report/planted_window.py": "import PySide6\n"},
        "workshop_app.report.planted_window -> PySide6",
    ),
}
LINT = (
    "import sys; from importlinter.cli import lint_imports;"
    "sys.exit(lint_imports(no_logo=True, no_cache=True))"
)
HIDDEN_LAYER = {"planted_layer/__init__.py": ""}


def lint(folder: Path) -> str:
    """What import-linter says about the package in this folder, on one long line."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", LINT],
        cwd=folder,
        env={**os.environ, "COLUMNS": "400", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return f"exit {done.returncode}\n{done.stdout}{done.stderr}"


def copy_of_the_house(folder: Path) -> Path:
    """The package and its contracts, to plant things in."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(
        ROOT / "workshop_app", folder / "workshop_app", ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder


def plant(folder: Path, files: dict[str, str]) -> None:
    for place, text in files.items():
        path = folder / "workshop_app" / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of a copy with one fault planted for each contract."""
    folder = copy_of_the_house(tmp_path_factory.mktemp("planted"))
    for files, _said in PLANTS.values():
        plant(folder, files)
    return lint(folder)


def test_every_contract_has_a_planted_fault():
    assert [contract["id"] for contract in CONTRACTS] == list(PLANTS)


def test_the_copy_with_the_faults_does_not_pass(verdict):
    assert verdict.startswith("exit 1\n")


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["id"])
def test_the_contract_fails_on_a_planted_import(contract, verdict):
    name, said = contract["name"], PLANTS[contract["id"]][1]
    assert re.search(rf"^{re.escape(name)} BROKEN", verdict, re.MULTILINE), verdict
    details = verdict.split("Broken contracts", 1)[1]
    chapter = details.split(f"\n{name}\n", 1)[1].split("\n---")[0]
    assert said in re.sub(r"\s+", " ", chapter), chapter


def test_a_new_package_must_be_given_a_layer(tmp_path):
    plant(copy_of_the_house(tmp_path), HIDDEN_LAYER)
    said = lint(tmp_path)
    assert said.startswith("exit 1\n")
    assert "planted_layer" in said


def test_the_house_itself_keeps_all_contracts():
    said = lint(ROOT)
    assert said.startswith("exit 0\n"), said
