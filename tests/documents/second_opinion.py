"""What other programs say of a signed file: poppler's pdfsig with the root in its own NSS store, and pyHanko."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

if TYPE_CHECKING:
    from pathlib import Path


def store_with(root: bytes, folder: Path) -> Path:
    """Make a fresh NSS store that trusts this root, and return its folder."""
    store = folder / "nss"
    store.mkdir()
    certificate = folder / "root.cer"
    certificate.write_bytes(root)
    subprocess.run(["certutil", "-N", "-d", f"sql:{store}", "--empty-password"], check=True)
    trusted = ["-t", "C,C,C", "-n", "root", "-i", str(certificate)]
    subprocess.run(["certutil", "-A", "-d", f"sql:{store}", *trusted], check=True)
    return store


def pdfsig(data: bytes, store: Path) -> list[str]:
    """Return what pdfsig says of each signature, in order."""
    path = store.parent / "asked.pdf"
    path.write_bytes(data)
    answer = subprocess.run(
        ["pdfsig", "-nssdir", str(store), str(path)], capture_output=True, text=True, check=False
    )
    return answer.stdout.split("Signature #")[1:]


def pyhanko_agrees(data: bytes, root: bytes) -> list[bool]:
    """Return pyHanko's own bottom line for each signature, with its difference analysis."""
    reader = PdfFileReader(BytesIO(data), strict=True)
    context = ValidationContext(trust_roots=[Certificate.load(root)], allow_fetching=False)
    return [validate_pdf_signature(each, context).bottom_line for each in reader.embedded_signatures]
