"""What this computer account remembers of the window: the look, the text size, the register last opened."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings

from candour.gui.theme import Scheme, Theme


class WindowSettings:
    """A small settings file of this computer account; it names no person."""

    def __init__(self, file: Path | None = None) -> None:
        path = file or platformdirs.user_config_path("candour", appauthor=False) / "window.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def theme(self) -> Theme:
        """Return the theme as it was left, the system's at 100 per cent at first."""
        chosen = str(self._settings.value("scheme", Scheme.SYSTEM.value))
        known = {scheme.value: scheme for scheme in Scheme}
        size = str(self._settings.value("text size", "100"))
        return Theme(known.get(chosen, Scheme.SYSTEM), int(size) if size.isdigit() else 100)

    def keep_theme(self, theme: Theme) -> None:
        """Remember the theme."""
        self._settings.setValue("scheme", theme.scheme.value)
        self._settings.setValue("text size", str(theme.text_size))

    def folder(self) -> Path | None:
        """Return the folder of the register last opened, or None."""
        kept = str(self._settings.value("folder", ""))
        return Path(kept) if kept else None

    def keep_folder(self, folder: Path) -> None:
        """Remember the folder of the register."""
        self._settings.setValue("folder", str(folder))
        self._settings.sync()
