"""What the person signs against their own facts, or hides beside them, is found."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec
import pikepdf
import pytest
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from tests.documents import signed_files as files
from tests.documents.second_opinion import pyhanko_agrees

from candour.documents.declaration import draw
from candour.documents.letter import draw_letter
from candour.documents.signing import PERSON, SCHOOL, fill, prepare
from candour.documents.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

from tests.documents.attacks import (
    appended,
    nothing_new,
    open_action,
    overwritten_content,
    title_in_info,
    unused_object,
    verdict,
)


@pytest.mark.parametrize("change", [overwritten_content, open_action, unused_object, title_in_info])
def test_what_the_person_hides_in_the_revision_of_the_fields_is_found(change):
    def fields_and_more(w: Any) -> None:
        change(w)
        for name in (PERSON, SCHOOL):
            append_signature_field(w, SigFieldSpec(name))

    prepared = appended(files.drawn(), fields_and_more)
    data = fill(prepared, PERSON, files.school().person, when=files.WHEN, name="N", reason="R")
    assert verdict(data) is Verdict.CHANGED


def changed_drawing(change: Callable[[pikepdf.Pdf], None], drawn: bytes) -> bytes:
    output = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        change(pdf)
        pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return output.getvalue()


def drawn_overlay(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"BT ET"))


def drawn_link(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org")
    outline = pdf.Root.Outlines.First
    outline.A = action


def drawn_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AA = pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1"))


def drawn_second_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["other.json"] = b"{}"


def drawn_file_of_another_kind(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].AF = pikepdf.Array([pdf.Root.AF[0]])


def drawn_external_stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents.F = "elsewhere.txt"


@pytest.mark.parametrize(
    "change",
    [
        drawn_overlay,
        drawn_link,
        drawn_script,
        drawn_second_attachment,
        drawn_file_of_another_kind,
        drawn_external_stream,
    ],
)
def test_a_page_that_the_person_drew_otherwise_than_its_facts_is_found(change):
    for drawn, two_fields in ((files.drawn(), True), (files.drawn_letter(), False)):
        data = files.signed_by(files.school(), changed_drawing(change, drawn), two_fields=two_fields)
        assert pyhanko_agrees(data, files.root()) == [True]
        assert verdict(data) is Verdict.CHANGED


def test_the_fields_must_be_those_of_the_kind():
    one = files.signed_by(files.school(), files.drawn(), two_fields=False)
    copy = draw(files.facts_of(files.school(), kind="full copy"))
    two = files.signed_by(files.school(), copy, two_fields=True)
    letter = files.signed_by(files.school(), files.drawn_letter(), two_fields=True)
    assert [verdict(one), verdict(two), verdict(letter)] == [Verdict.CHANGED] * 3


@pytest.mark.parametrize("change", [overwritten_content, open_action, unused_object, title_in_info])
def test_what_the_decider_hides_in_the_revision_of_a_letters_field_is_found(change):
    def field_and_more(w: Any) -> None:
        change(w)
        append_signature_field(w, SigFieldSpec(PERSON))

    prepared = appended(files.drawn_letter(), field_and_more)
    data = fill(prepared, PERSON, files.school().person, when=files.WHEN, name="N", reason="R")
    assert verdict(data) is Verdict.CHANGED


@pytest.mark.parametrize("part", [{"name": "Hedda Head"}, {"key": "02" + "0" * 64}])
def test_a_letter_that_names_another_decider_than_its_signer_is_not_signed(part):
    facts = files.letter_facts(files.school())
    other = msgspec.structs.replace(facts, decided_by=msgspec.structs.replace(facts.decided_by, **part))
    data = files.signed_by(files.school(), draw_letter(other), two_fields=False)
    assert verdict(data) is Verdict.NOT_SIGNED


def test_a_letter_does_not_pass_under_the_name_of_a_declarations_record():
    def renamed(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names.EmbeddedFiles.Names[0] = pikepdf.String("declaration.json")

    drawn = changed_drawing(renamed, files.drawn_letter())
    assert verdict(files.signed_by(files.school(), drawn, two_fields=False)) is Verdict.CHANGED


def test_a_declaration_prepared_twice_is_not_ours():
    again = prepare(appended(files.drawn(), nothing_new), two_fields=True)
    data = fill(again, PERSON, files.school().person, when=files.WHEN, name="N", reason="R")
    assert verdict(data) is Verdict.CHANGED
