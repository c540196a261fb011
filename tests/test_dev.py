"""The set-up and the checks: quick when nothing has changed, plain when something is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.checks import checks, coverage_gate
from tests.checks.checks import Check

ROOT = Path(__file__).resolve().parent.parent


def no_apt(*_arguments, **_settings):
    """Stands in for the system's package programs, which a test must not start."""
    return subprocess.CompletedProcess([], 1, b"", b"")


# --- the virtual environment -----------------------------------------------------------------


@pytest.fixture
def environment(tmp_path: Path) -> dev.Environment:
    """A project with a lock file and an environment that looks finished."""
    (tmp_path / dev.LOCK).write_text("a==1\n", "utf-8")
    made = dev.Environment(tmp_path)
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    made.stamp.write_text(made.wanted(), "utf-8")
    return made


def test_a_finished_environment_is_ready(environment):
    assert environment.is_ready()


def test_a_changed_lock_is_installed_anew(environment):
    (environment.root / dev.LOCK).write_text("a==2\n", "utf-8")
    assert not environment.is_ready()


def test_a_half_made_environment_is_made_anew(environment):
    environment.stamp.unlink()
    assert not environment.is_ready()


def test_an_environment_without_its_python_is_made_anew(environment):
    environment.python.unlink()
    assert not environment.is_ready()


def test_a_moved_environment_is_made_anew(environment, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "moved"
    environment.root.rename(elsewhere)
    assert not dev.Environment(elsewhere).is_ready()


def test_an_environment_of_another_python_is_made_anew(environment, monkeypatch):
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert not environment.is_ready()


def test_programs_are_started_with_byte_code_on(environment, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    variables = environment.variables(QT_QPA_PLATFORM="offscreen")
    assert "PYTHONDONTWRITEBYTECODE" not in variables
    assert variables["QT_QPA_PLATFORM"] == "offscreen"


def test_a_failed_installation_leaves_no_stamp(environment, monkeypatch):
    environment.stamp.unlink()
    monkeypatch.setattr(dev.subprocess, "run", no_apt)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _name: True)
    with pytest.raises(dev.StopError, match="This failed"):
        environment.make()
    assert not environment.stamp.exists()


def test_preparing_a_ready_environment_starts_nothing(environment, monkeypatch):
    monkeypatch.setattr(dev, "can_load", lambda _library: True)
    monkeypatch.setattr(dev.Environment, "make", lambda _self: pytest.fail("made again"))
    monkeypatch.setattr(dev, "missing_libraries", lambda _wanted: [])
    dev.prepare(environment)


# --- system libraries ------------------------------------------------------------------------


def test_a_library_that_is_not_there_is_missed():
    assert not dev.can_load("libthere-is-no-such-thing.so.9")
    assert dev.missing_libraries(["a", "b"], present=lambda library: library == "a") == ["b"]


def test_the_newer_package_name_is_taken_where_it_is_known():
    glib = dev.ALWAYS_NEEDED["libglib-2.0.so.0"]
    assert dev.choose(glib, known=lambda _name: True) == "libglib2.0-0t64"
    assert dev.choose(glib, known=lambda name: not name.endswith("t64")) == "libglib2.0-0"
    assert dev.choose(glib, known=lambda _name: False) == "libglib2.0-0"


def programs(monkeypatch, *present: str) -> None:
    """Only these programs are found on the path."""
    monkeypatch.setattr(dev.shutil, "which", lambda name: name if name in present else None)


def someone(monkeypatch, user: int) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: user, raising=False)


def test_root_installs_directly(monkeypatch):
    someone(monkeypatch, 0)
    assert dev.as_root() == ["env", "DEBIAN_FRONTEND=noninteractive"]


def test_others_install_through_sudo(monkeypatch):
    someone(monkeypatch, 1000)
    programs(monkeypatch, "sudo")
    assert dev.as_root()[0] == "sudo"


def test_without_sudo_the_exact_command_is_given(monkeypatch):
    someone(monkeypatch, 1000)
    programs(monkeypatch, "apt-get")
    monkeypatch.setattr(dev, "known_to_apt", lambda _name: True)
    with pytest.raises(dev.StopError) as stop:
        dev.apt_install([("libgl1",), ("libglib2.0-0t64", "libglib2.0-0")], "Something is missing.")
    command = "sudo apt-get install -y --no-install-recommends libgl1 libglib2.0-0t64"
    assert "Something is missing." in str(stop.value)
    assert command in str(stop.value)


def test_a_system_without_apt_is_told_what_is_missing(monkeypatch):
    programs(monkeypatch)
    with pytest.raises(dev.StopError, match="libgl1"):
        dev.apt_install([("libgl1",)], "Something is missing.")


def test_a_failed_installation_gives_the_command_too(monkeypatch):
    someone(monkeypatch, 0)
    programs(monkeypatch, "apt-get")
    monkeypatch.setattr(dev.subprocess, "run", no_apt)
    with pytest.raises(dev.StopError, match="sudo apt-get install"):
        dev.apt_install([("libgl1",)], "Something is missing.")


def lacking(monkeypatch, *libraries: str) -> None:
    """A Linux without these libraries, where nothing can be installed."""
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "missing_libraries", lambda _wanted: list(libraries))
    programs(monkeypatch)
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)


def test_what_only_windows_need_is_not_needed_without_a_screen(monkeypatch, capsys):
    lacking(monkeypatch, "libxcb-cursor.so.0")
    dev.ensure_libraries()
    assert "there is no screen here" in capsys.readouterr().out


def test_what_windows_need_is_needed_with_a_screen(monkeypatch):
    lacking(monkeypatch, "libxcb-cursor.so.0")
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(dev.StopError, match="libxcb-cursor"):
        dev.ensure_libraries()


def test_what_qt_itself_needs_is_always_needed(monkeypatch):
    lacking(monkeypatch, "libGL.so.1", "libxcb-cursor.so.0")
    with pytest.raises(dev.StopError, match="libgl1"):
        dev.ensure_libraries()


def test_other_systems_need_no_libraries(monkeypatch):
    lacking(monkeypatch, "libGL.so.1")
    monkeypatch.setattr(dev.sys, "platform", "win32")
    dev.ensure_libraries()


# --- the commands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extra", "started_with"),
    [
        ([], ["--sample"]),
        (["--language", "en"], ["--sample", "--language", "en"]),
        (["my.milstolpe"], ["my.milstolpe"]),
        (["results", "my.milstolpe", "--json"], ["results", "my.milstolpe", "--json"]),
    ],
)
def test_the_program_starts_on_the_sample_day_unless_something_is_named(extra, started_with):
    assert dev.program_arguments(extra) == started_with


def test_the_tests_run_on_two_screens_that_are_described(tmp_path):
    assert dev.two_screens(ROOT).startswith("offscreen:configfile=")
    assert dev.two_screens(Path("C:/x")).count(":") == 1
    assert (ROOT / dev.two_screens(ROOT).split("configfile=")[1]).is_file()


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_wrong_usage_is_answered_with_the_commands(arguments, status, capsys):
    assert dev.main(arguments) == status
    shown = capsys.readouterr().out
    assert all(f"dev.py {command}" in shown for command in dev.COMMANDS)


def test_an_old_python_is_refused_with_a_sentence(monkeypatch):
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    programs(monkeypatch)
    with pytest.raises(dev.StopError, match=r"Python 3\.11 or newer is needed"):
        dev.main(["setup"])


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch):
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    programs(monkeypatch, "python3.13", "python3.12")
    monkeypatch.setattr(dev, "starts", lambda python: python == "python3.12")
    handed: list[list[str]] = []
    monkeypatch.setattr(dev.subprocess, "call", lambda command: handed.append(command) or 7)
    assert dev.main(["setup"]) == 7
    assert handed[0][0] == "python3.12"
    assert handed[0][-1] == "setup"


def test_a_python_that_does_not_start_is_passed_over(tmp_path):
    assert dev.starts(sys.executable)
    assert not dev.starts(str(tmp_path / "python3.13"))


def test_the_set_up_works_with_the_standard_library_alone():
    code = "import sys; sys.path.insert(0, '.'); import dev; print(dev.ROOT)"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-I", "-S", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_ci_runs_the_command_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "\npython3 dev.py test\n" in script
    assert "    python3 dev.py test" in (ROOT / "README.md").read_text("utf-8")


# --- the checks ------------------------------------------------------------------------------

TWO = (Check("first", (("a",), ("b",))), Check("second", (("c",),)))


def test_all_checks_passing_is_success(capsys):
    assert checks.run_checks(TWO, lambda _command: 0) == 0
    assert capsys.readouterr().out.count("ok    ") == 2


def test_one_failing_check_fails_the_run_and_the_others_still_run(capsys):
    started: list[str] = []

    def start(command):
        started.append(command[0])
        return int(command[0] == "a")

    assert checks.run_checks(TWO, start) == 1
    assert started == ["a", "c"]
    shown = capsys.readouterr().out
    assert "FAILED  first" in shown
    assert "ok      second" in shown


def test_every_check_starts_something_that_exists():
    for check in (*checks.STATIC, *checks.with_tests(2)):
        for command in check.commands:
            assert command[0] == "-m" or (ROOT / command[0]).is_file()


def measured(**changes) -> dict:
    """A coverage report of one fully covered file of the domain and little else."""
    whole = {"missing_lines": [], "missing_branches": []}
    files = {"workshop_app/domain/tally.py": {**whole, **changes}, "workshop_app/ui/desk.py": whole}
    return {"files": files, "totals": {"percent_covered": changes.get("share", 95.0)}}


def gate(report: dict) -> list[str]:
    return coverage_gate.complaints(report, complete=["workshop_app/domain/*.py"], whole=90.0)


def test_full_coverage_passes_the_gate():
    assert gate(measured()) == []


def test_the_gate_names_the_uncovered_line_and_branch():
    report = measured(missing_lines=[7, 8], missing_branches=[[3, 5]])
    assert gate(report) == ["workshop_app/domain/tally.py: lines 7, 8; branches 3->5"]


def test_a_long_list_of_gaps_is_cut_short():
    (said,) = gate(measured(missing_lines=list(range(1, 21))))
    assert said.endswith("11, 12 and 8 more")


def test_the_gate_asks_for_the_whole_package_too():
    assert gate(measured(share=89.9)) == ["the whole package: 89.9 %, must be 90 %"]


def test_a_gated_file_that_has_moved_is_missed():
    report = measured()
    report["files"] = {"workshop_app\\ui\\desk.py": {}}
    assert gate(report) == ["workshop_app/domain/*.py: no such file was measured; has it moved?"]
