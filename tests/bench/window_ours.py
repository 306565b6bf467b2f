"""Run as a whole process by `window`: the app as `candour --folder` opens it, and the moments that a person sees.

It says what `candour.app.open_window` says, which itself gives no chance to look at the window.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import candour.cli  # noqa: F401 - what the command imports before anything else
from candour.app import Doors, shipped_pack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from candour.gui.pages.sign_in import SignInPage


def main() -> None:
    """Open the app on a folder, with settings of the measurement's own, say the two moments, and end."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - in the order of open_window

    from candour.gui.pages.sign_in import SignInPage  # noqa: PLC0415
    from candour.gui.settings import WindowSettings  # noqa: PLC0415
    from candour.gui.start import App  # noqa: PLC0415

    folder = Path(sys.argv[1])
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Candour")
    app = App(application, Doors(folder), shipped_pack, WindowSettings(folder.parent / "window.ini"))
    app.show()
    page = app.window.page
    if not isinstance(page, SignInPage):
        raise TypeError("the app did not begin with signing in")
    sys.stdout.write(_moments(application, page))
    sys.stdout.flush()
    os._exit(0)  # the worker is importing the rest meanwhile, which is no part of the figure


def _moments(application: QApplication, page: SignInPage) -> str:
    from tests.bench.moments import Moment  # noqa: PLC0415 - Qt, which the app imports when it needs it

    window = Moment(page.heading)
    names = Moment(page.picker.field, when=page.picker.field.model().modelReset)
    names.come.connect(lambda: application.exit(0))
    application.exec()
    return f"window {window.at}\nnames {names.at}\n"


if __name__ == "__main__":
    main()
