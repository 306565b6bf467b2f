"""Shows a question page in a window, for a screen reader in another process; ends when its input does."""

from __future__ import annotations

import sys
from threading import Thread

from PySide6.QtWidgets import QApplication
from tests.gui.pages.around import TODAY
from tests.gui.pages.registry_samples import sample_check, sample_question

from candour.gui.main_window import MainWindow
from candour.gui.pages.question import QuestionPage
from candour.gui.theme import Scheme, Theme


def main() -> int:
    app = QApplication(["candour"])
    app.setApplicationName("candour")
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    window = MainWindow(theme)
    page = QuestionPage()
    page.show_question(sample_check(), sample_question("ex-pupils"), None, TODAY, None)
    window.show_page(page)
    window.show()
    Thread(target=lambda: (sys.stdin.read(), app.quit()), daemon=True).start()
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
