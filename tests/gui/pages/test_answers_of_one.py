from __future__ import annotations

from tests.gui.pages import registry_offices as samples

from candour.domain.opening import OpeningReason
from candour.gui.pages.answers_of_one import AnswersOfOnePage
from candour.gui.pages.answers_pick import AnswersPickPage
from candour.gui.pages.full_copy import FullCopyPage
from candour.gui.widgets.labels import TextLabel


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def test_a_person_and_a_reason_are_chosen_before_anything_opens(qtbot):
    page = shown(qtbot, AnswersPickPage(samples.FRAME, samples.PEOPLE_TO_OPEN))
    page.open.click()
    assert [link.words for link in page.summary.links()] == [
        "Choose one person from the list",
        "Choose why you open them",
    ]
    page.whose.choose("p14")
    assert page.which.text() == "D-2026-0014, signed 30 September 2026"
    page.why.choose(OpeningReason.REQUEST.value)
    with qtbot.waitSignal(page.wanted) as wanted:
        page.open.click()
    assert wanted.args == ["p14", "To decide an exception request"]


def test_where_nobody_has_signed_there_is_nothing_to_press(qtbot):
    page = shown(qtbot, AnswersPickPage(samples.FRAME, ()))
    assert page.main_button is None
    assert not page.open.isVisible()


def test_the_answers_stand_there_with_the_reason_and_their_full_copy(qtbot):
    opened = samples.opened()
    page = shown(qtbot, AnswersOfOnePage(samples.FRAME, opened))
    words = [label.text() for label in page.findChildren(TextLabel)]
    assert "Facebook, Instagram, WhatsApp" in words
    assert "This opening is noted, with the reason: To go through what is still open." in words
    with qtbot.waitSignal(page.copy_wanted) as wanted:
        page.copies["D-2026-0014"].click()
    assert wanted.args == ["D-2026-0014"]
    copy = shown(qtbot, FullCopyPage(opened.name, opened.copies[0]))
    assert copy.heading.text() == "Full copy of D-2026-0014"
