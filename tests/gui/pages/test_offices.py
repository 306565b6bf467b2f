from __future__ import annotations

from datetime import date

from tests.gui.pages import registry_offices as samples
from tests.gui.pages.around import cut_sideways

from candour.domain.people import Contact, Office
from candour.domain.setting_up import LOCAL_AUTHORITY
from candour.gui.pages.contacts import ContactsPage
from candour.gui.pages.office_words import days_held, office_words
from candour.gui.pages.offices import OfficesPage
from candour.gui.pages.take_over import TakeOverPage
from candour.gui.places import PEOPLE
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def said(page):
    return [label.text() for label in page.findChildren(BodyLabel)]


def test_each_holder_stands_there_with_days_and_whether_they_read(qtbot):
    page = shown(qtbot, OfficesPage(samples.FRAME, samples.VIEW))
    words = said(page)
    assert "Acting from 1 October 2026 to 18 December 2026" in words
    assert "From 1 November 2026" in words
    chips = [chip.text() for chip in page.findChildren(Chip)]
    assert chips == [
        "Reads here",
        "Has no key of the office yet",
        "Waits to be confirmed",
        "Has no key of the office yet",
        "Has not signed in yet",
    ]


def test_an_office_without_a_holder_or_key_says_what_it_cannot_open(qtbot):
    words = said(shown(qtbot, OfficesPage(samples.FRAME, samples.VIEW)))
    assert "Nobody holds it." in words
    assert any(line.startswith("Nothing is sealed to this office yet.") for line in words)
    assert "Reads what was sealed to it since 1 September 2025. What was sent before, it cannot open." in words


def test_only_what_somebody_can_do_is_offered(qtbot):
    page = shown(qtbot, OfficesPage(samples.FRAME, samples.VIEW))
    assert set(page.buttons) == {
        (Office.HEADTEACHER, "p14"),
        (Office.HEADTEACHER, "renew"),
        (Office.DESIGNATED_LEAD, "sheet"),
    }
    with qtbot.waitSignal(page.handed_over) as handed:
        page.buttons[Office.HEADTEACHER, "p14"].click()
    assert handed.args == [Office.HEADTEACHER, "p14"]
    with qtbot.waitSignal(page.renew_wanted) as renewed:
        page.buttons[Office.HEADTEACHER, "renew"].click()
    assert renewed.args == [Office.HEADTEACHER]
    with qtbot.waitSignal(page.take_over_wanted) as taken:
        page.buttons[Office.DESIGNATED_LEAD, "sheet"].click()
    assert taken.args == [Office.DESIGNATED_LEAD]
    with qtbot.waitSignal(page.contacts_wanted):
        page.contacts.click()


def test_hr_is_led_to_where_offices_are_given_and_nobody_else_is(qtbot):
    page = shown(qtbot, OfficesPage(samples.HR_FRAME, samples.QUIET, writes_contacts=False))
    assert page.buttons == {}
    assert not hasattr(page, "contacts")
    with qtbot.waitSignal(page.went) as went:
        page.give.click()
    assert went.args == [PEOPLE]
    assert not hasattr(shown(qtbot, OfficesPage(samples.FRAME, samples.VIEW)), "give")


def test_the_words_of_a_sheet_are_asked_for(qtbot):
    page = shown(qtbot, TakeOverPage(samples.FRAME, Office.HEADTEACHER))
    page.take.click()
    assert [link.words for link in page.summary.links()] == ["Type the 24 words of the sheet"]
    page.words.field.setPlainText(" able bird ")
    with qtbot.waitSignal(page.taken) as taken:
        page.take.click()
    assert taken.args == ["able bird"]


def test_rooms_and_phones_are_changed_and_who_has_no_name_is_named_no_more(qtbot):
    page = shown(qtbot, ContactsPage(samples.FRAME, samples.CONTACTS))
    page.fields[Office.DEPUTY_LEAD.value][1].setText(" Room 9 ")
    for field in page.fields[LOCAL_AUTHORITY]:
        field.setText("")
    with qtbot.waitSignal(page.saved) as saved:
        page.save.click()
    (contacts,) = saved.args
    assert contacts == (
        Contact("designated lead", "Lena Lead", "Room 1", "01632 960001"),
        Contact("deputy lead", "Dee Puty", "Room 9", "01632 960004"),
        Contact("chair of governors", "Cora Chair", "", "01632 960009"),
        Contact("local authority", "", "", ""),
    )


def test_a_phone_without_a_name_and_a_school_without_a_lead_are_mended_first(qtbot):
    page = shown(qtbot, ContactsPage(samples.FRAME, samples.CONTACTS))
    page.fields[Office.CHAIR.value][0].setText("")
    page.save.click()
    assert [link.words for link in page.summary.links()] == ["Write who is found there"]
    for field in (*page.fields[Office.CHAIR.value], *page.fields[Office.DESIGNATED_LEAD.value]):
        field.setText("")
    page.save.click()
    assert [link.words for link in page.summary.links()] == ["Name the designated lead"]


def test_every_office_has_words_and_a_holding_has_its_days():
    assert [office_words(office) for office in Office] == [
        "Headteacher",
        "Designated lead",
        "Deputy lead",
        "Chair of governors",
        "HR: people and exports",
        "Keeper",
    ]
    assert (
        days_held(samples.holder("p", "Ben", since=date(2026, 9, 1), acting=True)) == "Acting from 1 September 2026"
    )


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot, OfficesPage(samples.FRAME, samples.VIEW))) == []
