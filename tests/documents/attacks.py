"""Ways to change a signed file, for the tests: what is appended, and bytes put in place of others."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils import generic
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from tests.documents import signed_files as files

from candour.documents.checking import check
from candour.documents.signing import Revision
from candour.documents.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

Name = generic.NameObject


def verdict(data: bytes, root: bytes | None = None) -> Verdict:
    return check(data, root or files.root()).verdict


def appended(data: bytes, change: Callable[[Any], None], writer: type = Revision) -> bytes:
    """Return the file with a further revision in which something was changed."""
    revision: Any = writer(BytesIO(data))
    change(revision)
    output = BytesIO()
    revision.write(output)
    return output.getvalue()


def stream(content: bytes, **entries: Any) -> Any:
    return generic.StreamObject({Name(f"/{key}"): value for key, value in entries.items()}, stream_data=content)


def overlay(w: Any) -> None:
    w.add_stream_to_page(0, w.add_object(stream(b"BT /F1 40 Tf 50 400 Td (Confirmed) Tj ET")))


def replaced_content(w: Any) -> None:
    page = w.root["/Pages"]["/Kids"][0]
    page["/Contents"] = w.add_object(stream(b"BT ET"))
    w.update_container(page)


def overwritten_content(w: Any) -> None:
    reference = w.root["/Pages"]["/Kids"][0].raw_get("/Contents").reference
    w.objects[(0, reference.idnum)] = stream(b"BT ET")


def replaced_attachment(w: Any) -> None:
    specification = w.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
    reference = specification["/EF"].raw_get("/F").reference
    w.objects[(0, reference.idnum)] = stream(b'{"all":"confirmed"}')


def second_attachment(w: Any) -> None:
    names = w.root["/Names"]["/EmbeddedFiles"]["/Names"]
    names.append(generic.pdf_string("other.json"))
    names.append(w.add_object(generic.DictionaryObject({Name("/Type"): Name("/Filespec")})))
    w.update_container(names)
    w.update_root()


def text_field(w: Any) -> None:
    field = generic.DictionaryObject({Name("/FT"): Name("/Tx"), Name("/T"): generic.pdf_string("Text")})
    w.root["/AcroForm"]["/Fields"].append(w.add_object(field))
    w.update_container(w.root["/AcroForm"])


def signature_field(w: Any) -> None:
    append_signature_field(w, SigFieldSpec("Third"))


def note(w: Any) -> None:
    page = w.root["/Pages"]["/Kids"].raw_get(0)
    annotation = generic.DictionaryObject(
        {
            Name("/Type"): Name("/Annot"),
            Name("/Subtype"): Name("/FreeText"),
            Name("/Contents"): generic.pdf_string("Confirmed"),
            Name("/Rect"): generic.ArrayObject([generic.NumberObject(at) for at in (50, 50, 300, 300)]),
        }
    )
    w.register_annotation(page.reference, w.add_object(annotation))


def open_action(w: Any) -> None:
    w.root["/OpenAction"] = generic.DictionaryObject(
        {Name("/S"): Name("/JavaScript"), Name("/JS"): generic.pdf_string("app.alert(1)")}
    )
    w.update_root()


def moved_widget(w: Any) -> None:
    field = w.root["/AcroForm"]["/Fields"][0]
    field["/Rect"] = generic.ArrayObject([generic.NumberObject(at) for at in (50, 50, 300, 300)])
    w.update_container(field)


def title_in_info(w: Any) -> None:
    w.trailer["/Info"]["/Title"] = generic.pdf_string("Another title")
    w.update_container(w.trailer["/Info"])


def title_in_xmp(w: Any) -> None:
    reference = w.root.raw_get("/Metadata").reference
    w.objects[(0, reference.idnum)] = stream(b"<x/>", Type=Name("/Metadata"), Subtype=Name("/XML"))


def new_info(w: Any) -> None:
    w.set_info(generic.DictionaryObject({Name("/Title"): generic.pdf_string("Another title")}))


def nothing_new(w: Any) -> None:
    w.update_root()


def unused_object(w: Any) -> None:
    w.add_object(generic.pdf_string("nobody refers to this"))


def signature_taken_out(w: Any) -> None:
    del w.root["/AcroForm"]
    w.update_root()


def school_field_emptied(w: Any) -> None:
    field = w.root["/AcroForm"]["/Fields"][1]
    del field["/V"]
    w.update_container(field)


REVISIONS = [
    overlay, replaced_content, overwritten_content, replaced_attachment, second_attachment, text_field,
    signature_field, note, open_action, moved_widget, title_in_info, title_in_xmp, new_info, nothing_new,
    unused_object, signature_taken_out,
]  # fmt: skip


def gap(data: bytes, *, last: bool = True) -> tuple[int, int]:
    """Return where the last (or first) signature's hexadecimal digits begin and end."""
    found = list(re.finditer(rb"/Contents <([0-9A-F]+)>", data))[-1 if last else 0]
    return found.span(1)


def put(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]
