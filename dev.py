#!/usr/bin/env python3
"""Set up, run and check the program with nothing but Python 3.11 or newer.

    python3 dev.py run      start the program on a fresh copy of the sample day
    python3 dev.py test     run all tests and checks
    python3 dev.py setup    only prepare: virtual environment and system libraries
    python3 dev.py check    the checks without the tests
    python3 dev.py fix      let the style tool put right what it can
    python3 dev.py words    bring the translation files up to date with the code
    python3 dev.py lock     write the requirements files anew (needs ``uv``)

Standard library only, so that it works before anything is installed. The first start takes under
a minute; after that the preparation is a comparison of one checksum.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = "requirements-dev.txt"
OLDEST = (3, 11)

# Shared library → the Debian and Ubuntu packages that hold it, the first one the system knows is
# taken: releases from 2024 on carry the t64 names.
ALWAYS_NEEDED: Mapping[str, tuple[str, ...]] = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
}
FOR_A_WINDOW: Mapping[str, tuple[str, ...]] = {
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
}


class StopError(Exception):
    """Something the user has to do first; the text says what."""


def say(text: str) -> None:
    """Print one line at once, also when the output goes into a file."""
    print(text, flush=True)


# --- system libraries (Linux) ----------------------------------------------------------------


def can_load(library: str) -> bool:
    """Whether the dynamic linker finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(
    wanted: Iterable[str], present: Callable[[str], bool] = can_load
) -> list[str]:
    """The libraries among ``wanted`` that cannot be loaded."""
    return [library for library in wanted if not present(library)]


def known_to_apt(package: str) -> bool:
    """Whether apt can install a package of exactly this name."""
    shown = subprocess.run(
        ["apt-cache", "show", "--no-all-versions", package], capture_output=True, check=False
    )
    return shown.returncode == 0 and bool(shown.stdout.strip())


def choose(candidates: Sequence[str], known: Callable[[str], bool]) -> str:
    """The first candidate the system knows, else the last one (the oldest name)."""
    return next((name for name in candidates if known(name)), candidates[-1])


def install_command(packages: Sequence[str]) -> list[str]:
    """The command that installs these packages, as root."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def as_root() -> list[str] | None:
    """What to put before a command so that it runs as root, or None when there is no way."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if shutil.which("sudo") is None:
        return None
    ask = [] if sys.stdin.isatty() else ["-n"]
    return ["sudo", *ask, "env", "DEBIAN_FRONTEND=noninteractive"]


def apt_install(wanted: Sequence[tuple[str, ...]], why: str) -> None:
    """Install one package of each group of candidate names.

    Raises:
        StopError: there is no apt, no right to use it, or it failed; the text gives the command.
    """
    if shutil.which("apt-get") is None:
        names = " ".join(group[-1] for group in wanted)
        raise StopError(
            f"{why}\nThis system has no apt-get. Install what holds them yourself; "
            f"on Debian the packages are called: {names}"
        )
    root = as_root()
    if root is not None:
        # A fresh container has no package lists. One unreachable source must not stop the rest.
        subprocess.run([*root, "apt-get", "update", "-qq"], check=False)
    command = install_command([choose(group, known_to_apt) for group in wanted])
    by_hand = f"{why}\nRun this, then start again:\n\n    sudo {' '.join(command)}\n"
    if root is None:
        raise StopError(by_hand)
    say(f"{why}\nInstalling, which can take a minute: {' '.join(command[4:])}")
    quiet = [command[0], "-qq", "-o", "Dpkg::Use-Pty=0", *command[1:]]
    done = subprocess.run([*root, *quiet], stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise StopError(by_hand)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a window could be opened here (Linux)."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def ensure_libraries() -> None:
    """On Linux, see to it that the system libraries Qt needs are there.

    Raises:
        StopError: a library is missing and cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    groups = {**ALWAYS_NEEDED, **FOR_A_WINDOW}
    missing = missing_libraries(groups)
    if not missing:
        return
    try:
        apt_install(
            [groups[library] for library in missing],
            "System libraries are missing: " + ", ".join(missing),
        )
    except StopError as stop:
        if has_screen(os.environ) or set(missing) & set(ALWAYS_NEEDED):
            raise
        say(f"{stop}\nGoing on without them: there is no screen here.")


# --- the virtual environment -----------------------------------------------------------------


@dataclass(frozen=True)
class Environment:
    """The virtual environment in ``.venv`` and the stamp that says what it holds."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """Written last, so a set-up that was killed half-way has none."""
        return self.folder / "milstolpe-stamp.txt"

    def wanted(self) -> str:
        """What the stamp says when nothing needs doing: the lock, this Python, this place."""
        digest = hashlib.sha256((self.root / LOCK).read_bytes()).hexdigest()
        return f"{digest}\n{sys.version}\n{self.folder}\n"

    def is_ready(self) -> bool:
        """Whether it holds exactly what the lock file says."""
        try:
            return self.python.exists() and self.stamp.read_text("utf-8") == self.wanted()
        except OSError:
            return False

    def variables(self, **more: str) -> dict[str, str]:
        """The environment variables for programs started in it."""
        variables = {**os.environ, **more}
        variables.pop("PYTHONHOME", None)
        variables.pop("PYTHONPATH", None)
        # Without byte code every start compiles everything anew: 3.5 s instead of 1.1 s.
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        variables["PYTHONUTF8"] = "1"
        return variables

    def make(self) -> None:
        """Make it anew and install the locked packages.

        Raises:
            StopError: the environment cannot be made or the packages cannot be installed.
        """
        if importlib.util.find_spec("ensurepip") is None:
            version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            apt_install([(version, "python3-venv")], "Python's venv module is missing.")
        say(f"Making the virtual environment in {self.folder}")
        self._call(sys.executable, "-m", "venv", "--clear", str(self.folder))
        say(f"Installing the packages of {LOCK} (PySide6 alone is 80 MB)")
        self._call(
            str(self.python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet",
            "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", LOCK,
        )  # fmt: skip
        self.stamp.write_text(self.wanted(), "utf-8")

    def _call(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.root, env=self.variables(), check=False)
        if done.returncode != 0:
            raise StopError(f"This failed: {' '.join(command)}\nMend it and start again.")


def prepare(environment: Environment) -> None:
    """Everything a command needs before it can start; quick when nothing has changed.

    Raises:
        StopError: something is missing that the user has to see to.
    """
    ensure_libraries()
    if not environment.is_ready():
        started = time.monotonic()
        environment.make()
        say(f"Ready after {time.monotonic() - started:.0f} s.")


# --- the commands ----------------------------------------------------------------------------


def two_screens(root: Path) -> str:
    """The Qt platform the tests run on: no display, a laptop and a projector faked."""
    described = str(root / "tests" / "two_screens.json")
    # Qt splits this value at colons, so a drive letter must not be in it.
    if ":" in described:
        described = os.path.relpath(described, root)
    return f"offscreen:configfile={described}"


def starter(environment: Environment, **variables: str) -> Callable[[Sequence[str]], int]:
    """A function that runs one command in the environment and returns its exit status."""
    settings = environment.variables(**variables)

    def start(command: Sequence[str]) -> int:
        done = subprocess.run(
            [str(environment.python), *command], cwd=environment.root, env=settings, check=False
        )
        return done.returncode

    return start


def program_arguments(extra: Sequence[str]) -> list[str]:
    """What the program is started with: the sample day, unless a command or file is named."""
    if extra and not extra[0].startswith("-"):
        return list(extra)
    return ["--sample", *extra]


def run(environment: Environment, extra: Sequence[str]) -> int:
    """Start the program and wait for it to end."""
    command = [str(environment.python), "main.py", *program_arguments(extra)]
    if os.name == "posix":
        # Become the program, so that signals reach it and not us.
        os.chdir(environment.root)
        os.execve(command[0], command, environment.variables())  # noqa: S606  (no shell wanted)
    return starter(environment)(command[1:])


def test(environment: Environment, extra: Sequence[str]) -> int:
    """All checks and tests; with arguments only pytest, with those arguments."""
    start = starter(environment, QT_QPA_PLATFORM=two_screens(environment.root))
    return start(["-m", "pytest", *extra] if extra else ["tests/checks/checks.py", "all"])


def check(environment: Environment, extra: Sequence[str]) -> int:
    """The checks without the tests."""
    return starter(environment)(["tests/checks/checks.py", "static", *extra])


def fix(environment: Environment, extra: Sequence[str]) -> int:
    """Let ruff put right what it can."""
    start, where = starter(environment), extra or ["."]
    status = start(["-m", "ruff", "check", "--fix", *where])
    return status or start(["-m", "ruff", "format", *where])


def words(environment: Environment, extra: Sequence[str]) -> int:
    """Bring the translation files up to date with the code."""
    return starter(environment)(["tests/checks/words.py", "update", *extra])


def setup(environment: Environment, extra: Sequence[str]) -> int:
    """Nothing more: the preparation is all."""
    del extra
    say(f"Everything is in place. Python: {environment.python}")
    return 0


def lock(environment: Environment, extra: Sequence[str]) -> int:
    """Write both requirements files anew, with hashes and without any registry's address."""
    compile_lock = [
        "uv", "--no-config", "pip", "compile", "--quiet", "--universal", "--generate-hashes",
        "--no-emit-index-url", "--no-header", "--python-version", ".".join(map(str, OLDEST)),
        "pyproject.toml", *extra,
    ]  # fmt: skip
    for output in (["-o", "requirements.txt"], ["--extra", "dev", "-o", LOCK]):
        done = subprocess.run([*compile_lock, *output], cwd=environment.root, check=False)
        if done.returncode != 0:
            return done.returncode
    return 0


COMMANDS: Mapping[str, Callable[[Environment, Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "setup": setup,
    "check": check,
    "fix": fix,
    "words": words,
    "lock": lock,
}


def starts(python: str) -> bool:
    """Whether this Python can be started: the name on the path may be an empty shell."""
    try:
        return (
            subprocess.run([python, "--version"], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def newer_python() -> str | None:
    """A Python that is new enough, when this one is not."""
    names = (f"python3.{minor}" for minor in range(14, OLDEST[1] - 1, -1))
    return next(filter(starts, filter(None, map(shutil.which, names))), None)


def main(arguments: Sequence[str]) -> int:
    """Prepare, then run the command named first.

    Returns:
        The exit status: that of the command, or 2 for wrong usage.
    """
    if sys.version_info < OLDEST:
        found = newer_python()
        if found is None:
            raise StopError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        return subprocess.call([found, __file__, *arguments])
    if not arguments or arguments[0] not in COMMANDS:
        say(__doc__ or "")
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    environment = Environment(ROOT)
    if arguments[0] != "lock":
        prepare(environment)
    return COMMANDS[arguments[0]](environment, arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StopError as stop_error:
        sys.exit(f"\n{stop_error}")
    except KeyboardInterrupt:
        sys.exit(130)
