"""Invented pictures as they come from a telephone or a screen, drawn here."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

PLACE = "marker-PLACE-Nowhere"


def photograph(width: int = 60, height: int = 40, *, turned: bool = False) -> bytes:
    """Return a JPEG with a device, a place and a preview; `turned` says that it is to be shown on its side."""
    picture = Image.new("RGB", (width, height), "navy")
    picture.paste("orange", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[Base.Make] = PLACE
    exif[Base.ImageDescription] = PLACE
    if turned:
        exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSAreaInformation] = PLACE.encode()
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=PLACE.encode(), quality=95)
    return out.getvalue()


def screenshot(*, seen_through: bool = False) -> bytes:
    """Return a PNG with a text inside, and with an alpha channel if wanted."""
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415

    said = PngInfo()
    said.add_text("Comment", PLACE)
    ground = (10, 120, 120, 128) if seen_through else (10, 120, 120)
    out = io.BytesIO()
    Image.new("RGBA" if seen_through else "RGB", (50, 30), ground).save(out, "PNG", pnginfo=said)
    return out.getvalue()


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """Return a small PNG that says it has more pixels than any memory holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(10_000_000), 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in parts
    )
