"""Run as a whole process by `window`: a bare PySide6 window with one label, and the moment when it was painted."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from tests.bench.moments import Moment


def main() -> None:
    """Show the window, say when it was painted, and end."""
    application = QApplication(sys.argv[:1])
    window, label = QMainWindow(), QLabel("A bare window")
    window.setCentralWidget(label)
    window.resize(1280, 832)
    shown = Moment(label)
    shown.come.connect(lambda: application.exit(0))
    window.show()
    application.exec()
    sys.stdout.write(f"window {shown.at}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
