from __future__ import annotations

import io

import msgspec
import pikepdf
import pytest
from PIL import ImageCms
from tests.documents.reading import opened
from tests.documents.sample_facts import declaration

from candour.documents.declaration import draw
from candour.documents.facts import canonical

TITLE = "Social media declaration 2026–27, D-2026-0038"


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return opened(draw(declaration()))


def test_the_metadata_claims_archive_level_and_access(pdf):
    xmp = pdf.open_metadata()
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
    assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    raw = pdf.Root.Metadata.read_raw_bytes().decode()
    assert "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" in raw
    assert "/Filter" not in pdf.Root.Metadata


def test_information_and_metadata_say_the_same(pdf):
    xmp, info = pdf.open_metadata(), pdf.docinfo
    assert xmp["dc:title"] == str(info.Title) == TITLE
    assert xmp["dc:creator"] == [str(info.Author)] == ["Siân Sample"]
    assert xmp["dc:description"] == str(info.Subject)
    assert xmp["pdf:Keywords"] == str(info.Keywords) == "D-2026-0038"
    assert xmp["pdf:Producer"] == str(info.Producer)
    assert xmp["xmp:CreatorTool"] == str(info.Creator)
    assert xmp["pdf:Trapped"] == str(info.Trapped).removeprefix("/")
    assert xmp["dc:language"] == {"en-GB"}


def test_the_only_time_named_is_midnight_of_the_day_of_signing(pdf):
    xmp = pdf.open_metadata()
    assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20261021000000+00'00'"
    assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-10-21T00:00:00+00:00"


def test_markup_in_a_name_does_not_break_the_metadata():
    facts = declaration("Ann <Sample> & Co")
    assert opened(draw(facts)).open_metadata()["dc:creator"] == ["Ann <Sample> & Co"]


def test_the_attachment_is_associated_with_the_document_as_its_source(pdf):
    (filespec,) = pdf.Root.AF
    assert str(filespec.AFRelationship) == "/Source"
    assert str(filespec.F) == str(filespec.UF) == "declaration.json"
    assert filespec.objgen == pdf.Root.Names.EmbeddedFiles.Names[1].objgen
    stream = filespec.EF.F
    assert str(stream.Subtype) == "/application/json"
    assert str(stream.Params.ModDate) == "D:20261021000000+00'00'"
    assert int(stream.Params.Size) == len(canonical(declaration()))


def test_colours_rest_on_an_embedded_srgb_profile(pdf):
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFA1"
    assert int(intent.DestOutputProfile.N) == 3
    profile = ImageCms.ImageCmsProfile(io.BytesIO(intent.DestOutputProfile.read_bytes()))
    assert profile.profile.xcolor_space == "RGB "
    assert "sRGB" in ImageCms.getProfileDescription(profile)


def test_nothing_is_encrypted_scripted_or_transparent(pdf):
    assert "/Encrypt" not in pdf.trailer
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            assert not {"/JS", "/AA", "/SMask", "/Launch", "/XFA"} & set(item.keys())


def test_the_title_follows_the_facts():
    facts = msgspec.structs.replace(declaration(), title="Another title")
    assert str(opened(draw(facts)).docinfo.Title).startswith("Another title, ")
