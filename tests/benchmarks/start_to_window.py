"""How long from the start of Python to the first painted window, against bare PySide6.

The bare program imports what ours has imported from PySide6 by then, and shows an empty window.
Both are started in turn, so that a slow moment hits both. Run it with
`python tests/benchmarks/start_to_window.py`; it prints the medians and the ratio (target: at most
1.6), and when the list of days is there.
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
ROUNDS = 9

WATCH = """
class Watch(QObject):
    done = False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.done:
            self.done = True
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print("painted", flush=True)
        QTimer.singleShot(0, app.quit)
"""

BARE = f"""
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
{WATCH}
app = QApplication([])
window = QWidget()
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
from PySide6.QtCore import QEvent, QObject, QTimer
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
watch = Watch()
# Asked before the program's own filter, so it tells before the days are read.
program.start_page.installEventFilter(watch)
program.start()
app.exec()
print("listed", flush=True)
"""


def started(code: str, environment: Mapping[str, str]) -> list[float]:
    """Milliseconds from the start of a fresh Python to each line it prints."""
    begin = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        return [(time.perf_counter() - begin) * 1000 for _ in process.stdout or ()]


def imports() -> str:
    """The lines that import what the program has from PySide6 when its window opens."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "MILSTOLPE_DATA_DIR": folder,
            "MILSTOLPE_CONFIG_DIR": folder,
        }
        bare_code = imports() + BARE
        pairs = [
            (started(bare_code, environment), started(OURS, environment)) for _ in range(ROUNDS)
        ]
    bare = statistics.median(times[0] for times, _ in pairs[1:])
    ours = statistics.median(times[0] for _, times in pairs[1:])
    listed = statistics.median(times[-1] for _, times in pairs[1:])
    print(f"bare window {bare:.0f} ms, start page {ours:.0f} ms, ratio {ours / bare:.2f}")
    print(f"list of days after {listed:.0f} ms")


if __name__ == "__main__":
    main()
