"""The window shows before anything heavy is imported: looked at in a process of its own, as it starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"

HEAVY = ("sqlalchemy", "alembic", "keyring", "reportlab", "pyhanko")

LOOK = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from candour.app import Doors, shipped_pack
from candour.gui.settings import WindowSettings
from candour.gui.start import App

folder, own = Path(sys.argv[1]), Path(sys.argv[2])
application = QApplication(sys.argv[:1])
app = App(application, Doors(folder, sample=own / "sample"), shipped_pack, WindowSettings(own / "window.ini"))

class Watch(QObject):
    seen = None
    def eventFilter(self, watched, event):
        if self.seen is None and event.type() == QEvent.Type.Show:
            self.seen = sorted({name.split(".")[0] for name in sys.modules})
        return False

watch = Watch()
app.window.installEventFilter(watch)
before = sorted({name.split(".")[0] for name in sys.modules})
app.show()
shown = app.window.isVisible()
app.close()
print(json.dumps({"before": before, "seen": watch.seen, "shown": shown}))
"""


def started(folder, own):
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(folder), str(own)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen", "HOME": str(own)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("there", [True, False], ids=["sign-in page", "welcome page"])
def test_the_window_shows_before_anything_heavy_is_imported(school, tmp_path, there):
    found = started(school.place.folder if there else tmp_path / "nothing", tmp_path)
    assert found["shown"]
    assert "candour" in found["seen"]
    assert "PySide6" in found["seen"]
    assert set(HEAVY) & set(found["before"]) == set()
    assert set(HEAVY) & set(found["seen"]) == set()
