"""What the program is made of: every package it runs on, with its version and its licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from types import MappingProxyType

LONGEST = 60
"""Some packages put a whole licence where its name belongs."""

PACKAGES: Mapping[str, str] = MappingProxyType(
    {
        "annotated-types": "MIT",
        "appdirs": "MIT",
        "babel": "BSD-3-Clause",
        "charset-normalizer": "MIT",
        "et-xmlfile": "MIT",
        "openpyxl": "MIT",
        "pillow": "MIT-CMU",
        "pydantic": "MIT",
        "pydantic-core": "MIT",
        "pypdfium2": "BSD-3-Clause, Apache-2.0",
        "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "reportlab": "BSD-3-Clause",
        "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "sqlalchemy": "MIT",
        "sqlmodel": "MIT",
        "typing-extensions": "PSF-2.0",
        "typing-inspection": "MIT",
    }
)
"""Those of requirements.txt, and their licences for where a package does not say so itself."""


@dataclass(frozen=True)
class Package:
    """A package the program runs on.

    Attributes:
        name: As it calls itself.
        version: The one that is installed; empty where that cannot be told.
        licence: The name of its licence.
    """

    name: str
    version: str
    licence: str


def packages() -> tuple[Package, ...]:
    """All of them, by name."""
    return tuple(_package(name, usual) for name, usual in sorted(PACKAGES.items()))


def _package(name: str, usual: str) -> Package:
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return Package(name, "", usual)
    named = [said[key] for key in ("License-Expression", "License") if key in said]
    licence = named[0] if named else ""
    plain = licence if 0 < len(licence) <= LONGEST and "see " not in licence else usual
    return Package(said["Name"], said["Version"], plain)


def own_texts(resources: Path) -> tuple[tuple[str, str], ...]:
    """The full texts of what is ours to hand on: the program's and the fonts', each with a name."""
    files = (
        ("Milstolpe, MIT", resources / "LICENSE.txt"),
        ("Inter, SIL OFL 1.1", resources / "fonts" / "OFL.txt"),
    )
    return tuple((name, file.read_text(encoding="utf-8")) for name, file in files)
