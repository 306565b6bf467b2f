"""Every page there is, made with sample values: the checks of every page and the gallery run over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tests.gui.pages import registry_samples as samples

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme

PAGES: Final[dict[str, Callable[[Theme], Page]]] = {
    "accounts": samples.accounts_page,
    "ask": samples.ask_page,
    "check-and-sign": samples.check_and_sign_page,
    "connections": samples.connections_page,
    "pdf-view": samples.pdf_view_page,
    "phone-cover": samples.phone_cover,
    "question": samples.question_page,
}
