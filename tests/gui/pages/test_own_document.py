from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.registry_samples import sample_pdf

from candour.errors import Trouble
from candour.gui.pages.own_document import OwnDocumentPage


def test_the_document_shows_under_its_name_and_can_be_read_as_text(qtbot):
    page = OwnDocumentPage("Policy 2025.pdf", sample_pdf("Social media policy"))
    qtbot.addWidget(page)
    page.show()
    assert page.lead.text() == "Policy 2025.pdf"
    assert page.view.accessibleName() == "Policy 2025.pdf"
    qtbot.mouseClick(page.as_text, Qt.MouseButton.LeftButton)
    assert "Social media policy" in page.text.toPlainText()
    page.begin()
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_what_is_no_pdf_is_refused():
    with pytest.raises(Trouble):
        OwnDocumentPage("Policy.pdf", b"%PDF-nonsense")
