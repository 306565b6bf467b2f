"""The pages around the check, made with sample values for the registry."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.around import (
    CONTACTS,
    FRAME,
    HELD_OF,
    KEYS,
    LAST_YEAR,
    PACK,
    RECORD_OF,
    SIGN_IN,
    THIS_YEAR,
    TO_DO,
    TODAY,
    WORDS,
    check,
    home,
    nothing_home,
    signed,
    signed_home,
)
from tests.gui.pages.registry_samples import SIGNED_ANSWERS, sample_check, sample_to_sign

from candour.gui.pages.before_start import BeforeStartPage
from candour.gui.pages.changed import ChangedPage
from candour.gui.pages.choose_passphrase import ChoosePassphrasePage
from candour.gui.pages.held import HeldPage
from candour.gui.pages.home import HomePage
from candour.gui.pages.looks import LooksPage
from candour.gui.pages.lost import LostPage
from candour.gui.pages.my_record import MyRecordPage
from candour.gui.pages.office_sheet import OfficeSheetPage
from candour.gui.pages.policy import PolicyPage
from candour.gui.pages.reading import ReadingPage, reading
from candour.gui.pages.sign_in import SignInPage
from candour.gui.pages.signed import SignedPage
from candour.gui.pages.stop_card import StopCardPage
from candour.gui.pages.to_do_done import ToDoDonePage
from candour.gui.pages.welcome import WelcomePage
from candour.gui.pages.your_keys import YourKeysPage

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme


def before_start_page(_theme: Theme) -> Page:
    return BeforeStartPage(check())


def choose_passphrase_page(_theme: Theme) -> Page:
    return ChoosePassphrasePage("Hetty", "acorn velvet harbour mitten")


def looks_page(_theme: Theme) -> Page:
    return LooksPage()


def home_page(_theme: Theme) -> Page:
    return HomePage(FRAME, home(telling=True), TODAY)


def home_signed_page(_theme: Theme) -> Page:
    return HomePage(FRAME, signed_home(), TODAY)


def home_quiet_page(_theme: Theme) -> Page:
    return HomePage(FRAME, nothing_home(requests=(), next_opens=date(2027, 9, 1)), TODAY)


def changed_page(_theme: Theme) -> Page:
    return ChangedPage(FRAME, sample_check(SIGNED_ANSWERS))


def to_do_done_page(_theme: Theme) -> Page:
    return ToDoDonePage(TO_DO, sample_to_sign())


def my_record_page(_theme: Theme) -> Page:
    return MyRecordPage(FRAME, RECORD_OF)


def held_page(_theme: Theme) -> Page:
    return HeldPage(FRAME, HELD_OF, (THIS_YEAR, LAST_YEAR), "Harriet Resource")


def lost_page(_theme: Theme) -> Page:
    return LostPage("Harriet Resource")


def office_sheet_page(_theme: Theme) -> Page:
    return OfficeSheetPage(("headteacher",), WORDS)


def policy_page(_theme: Theme) -> Page:
    return PolicyPage(PACK)


def reading_page(_theme: Theme) -> Page:
    return ReadingPage(reading("who sees", PACK))


def sign_in_page(_theme: Theme) -> Page:
    page = SignInPage()
    page.show_list(SIGN_IN)
    return page


def sign_in_typed_page(_theme: Theme) -> Page:
    page = SignInPage()
    page.show_list(dataclasses.replace(SIGN_IN, can_list=False, names=()))
    return page


def signed_page(_theme: Theme) -> Page:
    return SignedPage(signed(offer_passphrase=True))


def stop_card_page(_theme: Theme) -> Page:
    return StopCardPage(CONTACTS)


def stop_card_told_page(_theme: Theme) -> Page:
    page = StopCardPage(CONTACTS, ("Lena Lead, designated lead", "The police"), notes=True)
    page.show_told()
    return page


def welcome_page(_theme: Theme) -> Page:
    return WelcomePage()


def your_keys_page(_theme: Theme) -> Page:
    return YourKeysPage(KEYS, "Harriet Resource")
