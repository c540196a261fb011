"""How long from the start of Python to a window that answers, against bare PySide6.

The bare program imports what ours has imported from PySide6 by then, and shows an empty window.
A window is usable when it is painted and a key pressed then has been dealt with. Both are started
in turn, so that a slow moment hits both, and with byte code, as dev.py starts the program. Run it
with `python tests/benchmarks/start_to_window.py`; it prints the medians and the ratio (target: at
most 1.6), when the list of days is there, and the longest the window kept a key waiting until then.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 16

WATCH = """
class Watch(QObject):
    painted = pressed = False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            # The second turn of the event loop: behind whatever the program does after its paint.
            QTimer.singleShot(0, self.press_soon)
        if event.type() == QEvent.Type.KeyPress and not self.pressed:
            self.pressed = True
            QTimer.singleShot(0, self.tell)
        return False

    def press_soon(self):
        print("painted", flush=True)
        QTimer.singleShot(0, self.press)

    def press(self):
        none = Qt.KeyboardModifier.NoModifier
        app.postEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, none))

    def tell(self):
        print("answered", flush=True)
        go_on()
"""

BARE = f"""
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
{WATCH}
app = QApplication([])
window = QWidget()
go_on = app.quit
watch = Watch()
window.installEventFilter(watch)
window.resize(1440, 900)
window.show()
app.exec()
"""

IMPORTS = """
import sys
import workshop_app.bootstrap
found = {
    (thing.__module__, thing.__name__)
    for name, module in tuple(sys.modules.items())
    if name.startswith("workshop_app")
    for thing in vars(module).values()
    if isinstance(thing, type) and thing.__module__.startswith("PySide6.")
}
for module, name in sorted(found):
    print(f"from {module} import {name}")
"""

OURS = f"""
import time
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from workshop_app.bootstrap import Program, make_application
from workshop_app.system.crash import CrashWatch
from workshop_app.system.kit import make_kit
from workshop_app.system.logs import start_logging
{WATCH}
kit = make_kit()
start_logging(kit.paths.logs)
crashes = CrashWatch(kit.paths.logs)
crashes.start()
app = make_application(kit)
program = Program(kit, app)
window = program.start_page
beats = []
heart = QTimer(interval=1)

def beat():
    beats.append(time.perf_counter())
    # "Looking for days" gives way to the list, or to what is said when there is none.
    if not window.findChild(QObject, "calm").isVisible():
        app.quit()

def go_on():
    assert window.focusWidget() is window.new_card, "the key was lost"
    beats.append(time.perf_counter())
    heart.timeout.connect(beat)
    heart.start()

watch = Watch()
window.installEventFilter(watch)
program.start()
app.exec()
print("listed", flush=True)
print(max(after - before for before, after in zip(beats, beats[1:])) * 1000)
program.end()
"""


def started(code: str, environment: Mapping[str, str]) -> tuple[list[float], str]:
    """Milliseconds from the start of a fresh Python to each line it prints, and the last one."""
    begin = time.perf_counter()
    times, said = [], ""
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        for line in process.stdout or ():
            times.append((time.perf_counter() - begin) * 1000)
            said = line
    if process.returncode != 0:
        raise SystemExit("a window could not be measured: see above")
    return times, said


def imports(environment: Mapping[str, str]) -> str:
    """The lines that import what the program has from PySide6 when its window opens."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", IMPORTS],
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def middle(rounds: list[list[float]], place: int) -> float:
    """The median of one of the lines; the first round is there to write byte code."""
    return statistics.median(times[place] for times in rounds[1:])


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "MILSTOLPE_DATA_DIR": folder,
            "MILSTOLPE_CONFIG_DIR": folder,
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        bare_code = imports(environment) + BARE
        pairs = [
            (started(bare_code, environment), started(OURS, environment)) for _ in range(ROUNDS)
        ]
    bare = [times for (times, _), _ in pairs]
    ours = [times for _, (times, _) in pairs]
    waits = sorted(float(said) for _, (_, said) in pairs[1:])
    for place, name in enumerate(("painted", "usable")):
        one, other = middle(bare, place), middle(ours, place)
        print(f"{name}: bare window {one:.0f} ms, start page {other:.0f} ms, {other / one:.2f}")
    each = sorted(theirs[1] / its[1] for its, theirs in zip(bare[1:], ours[1:], strict=True))
    print(f"usable, round by round: {each[0]:.2f} to {each[-1]:.2f}")
    print(f"list of days after {middle(ours, 2):.0f} ms; until then a key waited at most")
    print(f"{statistics.median(waits):.0f} ms (median of the rounds), {waits[-1]:.0f} ms (worst)")


if __name__ == "__main__":
    main()
