"""Signing a PDF: the fields first, then the person's signature; nothing already there is ever touched.

What the person is shown before signing is what `prepare` returns, and the signed file begins with exactly
those bytes. No asyncio and no network: all of it runs on any thread.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from candour.documents.cms import Signer, room, signed_data

if TYPE_CHECKING:
    from datetime import datetime

PERSON = "Person"
SCHOOL = "School"
"""The names of our two fields, in the order in which they are signed."""

LOCK = FieldMDPSpec(FieldMDPAction.ALL)
"""The last signature locks every field, and says that no further change is permitted."""

_APPEND_ONLY: Any = generic.NumberObject(3)  # type: ignore[no-untyped-call]
"""SigFlags: signatures exist, and the file may only be appended to (ISO 32000-1, table 219)."""


class Revision(IncrementalPdfFileWriter):
    """A revision appended to a PDF that says nothing new of the document's title, dates or producer.

    pyHanko would write the time of each revision into Info and XMP, where a reader cannot tell it from a
    change by somebody else.
    """

    def _update_meta(self) -> None:
        pass


def prepare(drawn: bytes, *, two_fields: bool) -> bytes:
    """Return the drawn PDF with its empty signature fields, in an appended revision.

    `two_fields`: the signer's and, for a declaration, the school's; a full copy and a letter have one. The
    field signed last carries the lock. Their widgets are invisible, which keeps PDF/A-3a and PDF/UA-1.
    """
    writer: Any = Revision(BytesIO(drawn))
    names = (PERSON, SCHOOL) if two_fields else (PERSON,)
    for name in names:
        append_signature_field(writer, _field(name, last=name == names[-1]))
    writer.root["/AcroForm"]["/SigFlags"] = _APPEND_ONLY
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def sign(prepared: bytes, signer: Signer, *, when: datetime, name: str, reason: str) -> bytes:
    """Return the prepared PDF with the person's signature in an appended revision.

    A PAdES B-B signature (ETSI EN 319 142-1) over everything before it. `when` is aware and is the claimed
    time of signing; `name` and `reason` are what a PDF reader shows. Raises pyHanko's SigningError when
    there is no empty field of the person.
    """
    return fill(prepared, PERSON, signer, when=when, name=name, reason=reason)


def fill(data: bytes, field: str, signer: Signer, *, when: datetime, name: str, reason: str) -> bytes:
    """Return the PDF with that empty signature field filled, in an appended revision."""
    writer = Revision(BytesIO(data))
    steps = PdfCMSEmbedder().write_cms(field, writer, existing_fields_only=True)
    locked = "/Lock" in next(steps).get_object()
    placeholder = SignatureObject(
        timestamp=when,
        subfilter=SigSeedSubFilter.PADES,
        name=name,
        reason=reason,
        bytes_reserved=2 * room(signer),
    )
    steps.send(SigObjSetup(placeholder, mdp_setup=_LOCKED if locked else None))
    digest, output = steps.send(SigIOSetup("sha256"))
    steps.send(signed_data(digest.document_digest, signer))
    return bytes(output.getvalue())


_LOCKED = SigMDPSetup("sha256", field_lock=LOCK, docmdp_perms=MDPPerm.NO_CHANGES)


def _field(name: str, *, last: bool) -> SigFieldSpec:
    if not last:
        return SigFieldSpec(name)
    return SigFieldSpec(name, field_mdp_spec=LOCK, doc_mdp_update_value=MDPPerm.NO_CHANGES)
