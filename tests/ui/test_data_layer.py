"""The data layer is read in beside the first window, once."""

import subprocess
import sys

from workshop_app.ui.data_layer import DataLayer

BESIDE = """
import gc
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from workshop_app.ui.data_layer import DataLayer

app = QCoreApplication([])
beats = []
timer = QTimer(interval=1)
timer.timeout.connect(lambda: beats.append("sqlmodel" in sys.modules))
timer.start()
data = DataLayer()
data.ready.connect(app.quit)
data.load()
data.load()
assert "workshop_app.app.library" not in sys.modules or data.isRunning()
during = gc.isenabled()
app.exec()
data.settle()
print(beats.count(False) > 0, "workshop_app.app.library" in sys.modules, during, gc.isenabled())
"""


def test_what_is_there_already_is_told_at_once(qtbot):
    data = DataLayer()
    data.run()
    told = []
    data.ready.connect(lambda: told.append(data.isRunning()))
    data.load()
    assert told == [False]


def test_the_window_goes_on_while_it_is_read_in():
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", BESIDE], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True", "False", "True"]
