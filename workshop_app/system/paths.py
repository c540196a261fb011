"""Where things are: the program's resources and the user's folders. Only this knows appdirs."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import appdirs  # type: ignore[import-untyped]  # has no stubs and will get none

APP = "Milstolpe"


@dataclass(frozen=True)
class Paths:
    """The folders of one installation.

    Attributes:
        resources: Fonts, words, the sample day; comes with the program, never written.
        data: Live day files (`days`), backups and logs of this user.
        config: Settings of this user.
        documents: Where copies and printed summaries are offered to be saved.
    """

    resources: Path
    data: Path
    config: Path
    documents: Path

    @property
    def days(self) -> Path:
        """The library: one live file for each day."""
        return self.data / "days"

    @property
    def open_marks(self) -> Path:
        """A small file for each day that is open; one that is left tells of a crash."""
        return self.data / "open"

    @property
    def beside(self) -> Path:
        """A small file for each day with what this machine keeps of it, such as the clock."""
        return self.data / "beside"

    @property
    def logs(self) -> Path:
        """Log and crash files."""
        return self.data / "logs"

    @property
    def fonts(self) -> Path:
        """Our own fonts."""
        return self.resources / "fonts"

    @property
    def locale(self) -> Path:
        """Translations."""
        return self.resources / "locale"

    @property
    def sample(self) -> Path:
        """The sample day."""
        return self.resources / "sample"

    @property
    def templates(self) -> Path:
        """Templates for days and budget years."""
        return self.resources / "templates"

    @property
    def laws(self) -> Path:
        """The local list of laws to pick a legal reference from."""
        return self.resources / "laws.json"

    @property
    def glossary(self) -> Path:
        """The word list."""
        return self.resources / "glossary.csv"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"


def find_paths() -> Paths:
    """The folders of this user; MILSTOLPE_DATA_DIR and MILSTOLPE_CONFIG_DIR override."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))
    data = os.environ.get("MILSTOLPE_DATA_DIR") or appdirs.user_data_dir(APP, appauthor=False)
    config = os.environ.get("MILSTOLPE_CONFIG_DIR") or appdirs.user_config_dir(APP, appauthor=False)
    documents = Path.home() / "Documents"
    home = documents if documents.is_dir() else Path.home()
    return Paths(root / "resources", Path(data), Path(config), home)
