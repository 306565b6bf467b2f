"""Every page there is, made with sample values: the checks of every page and the gallery run over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tests.gui.pages import registry_around as around
from tests.gui.pages import registry_samples as samples

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme

PAGES: Final[dict[str, Callable[[Theme], Page]]] = {
    "accounts": samples.accounts_page,
    "ask": samples.ask_page,
    "before-start": around.before_start_page,
    "changed": around.changed_page,
    "check-and-sign": samples.check_and_sign_page,
    "choose-passphrase": around.choose_passphrase_page,
    "connections": samples.connections_page,
    "held": around.held_page,
    "home": around.home_page,
    "home-quiet": around.home_quiet_page,
    "home-signed": around.home_signed_page,
    "lost": around.lost_page,
    "my-record": around.my_record_page,
    "office-sheet": around.office_sheet_page,
    "pdf-view": samples.pdf_view_page,
    "phone-cover": samples.phone_cover,
    "policy": around.policy_page,
    "question": samples.question_page,
    "reading": around.reading_page,
    "sign-in": around.sign_in_page,
    "sign-in-typed": around.sign_in_typed_page,
    "signed": around.signed_page,
    "stop-card": around.stop_card_page,
    "stop-card-told": around.stop_card_told_page,
    "to-do-done": around.to_do_done_page,
    "welcome": around.welcome_page,
    "your-keys": around.your_keys_page,
}
