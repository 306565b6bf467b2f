"""The child process in which a stranger's picture is decoded: `python -m candour.documents.picture_child`.

It reads one file from its standard input and answers with one line of JSON: the picture drawn anew, or why not.
Limits as in `check_child`. `pictures` is the other side.
"""

from __future__ import annotations

import io
import os
import sys

import msgspec

from candour.domain.speaking import Picture

MOST_PIXELS = 50_000_000
"""Width times height of what is decoded: 200 MB as it stands in memory."""

LONGEST_SIDE = 2400
"""Pixels to which a larger picture is made smaller: more than any screen shows of a post."""

LARGEST_PNG = 3 * 1024 * 1024
"""Bytes over which a PNG, then a photograph, is kept as a JPEG."""

MAGIC = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}

NO_PICTURE = "That is no picture that can be kept: choose a PNG or a JPEG."
TOO_MANY_PIXELS = "That picture has too many pixels: take a screenshot of the part that matters."
BROKEN = "That picture cannot be read: open it, take a screenshot of it, and add that."


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the child says of a file: the picture drawn anew, or the sentence that says what to do."""

    picture: Picture | None = None
    why_not: str = ""


def main() -> None:
    """Answer one file."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes elsewhere than the answer
    from candour.documents.check_child import limit_all, limit_next  # noqa: PLC0415 - the parent needs them not
    from candour.documents.confinement import confine  # noqa: PLC0415 - nor this

    _load_decoders()
    limit_all()
    confine()
    data = sys.stdin.buffer.read()
    limit_next()
    answers.write(msgspec.json.encode(drawn_anew(data)) + b"\n")
    answers.flush()


def kind_of(data: bytes) -> str:
    """Return "PNG" or "JPEG" by what a file's bytes begin with, "" for anything else."""
    return next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), "")


def drawn_anew(data: bytes) -> Answer:
    """Return a picture upright, of its pixels alone: no place, no time, no device, no profile, no preview."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - only here is it decoded

    kind = kind_of(data)
    if not kind:
        return Answer(why_not=NO_PICTURE)
    try:
        with Image.open(io.BytesIO(data), formats=(kind,)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return Answer(why_not=TOO_MANY_PIXELS)
            upright = ImageOps.exif_transpose(opened)
            seen_through = kind == "PNG" and upright.has_transparency_data
            plain = upright.convert("RGBA" if seen_through else "RGB")
        plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        content = _written(plain, kind)
        if kind == "PNG" and len(content) > LARGEST_PNG:
            kind, content = "JPEG", _written(_on_white(plain), "JPEG")
    except Image.DecompressionBombError:
        return Answer(why_not=TOO_MANY_PIXELS)
    except Exception:  # noqa: BLE001 - the border: hostile bytes break decoders in every way
        return Answer(why_not=BROKEN)
    return Answer(Picture(kind, content, plain.width, plain.height))


def _written(picture: object, kind: str) -> bytes:
    from PIL import Image  # noqa: PLC0415 - only here is it decoded

    assert isinstance(picture, Image.Image)  # noqa: S101 - the type, where the module is not imported at the top
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.save(out, kind, **({"quality": 88} if kind == "JPEG" else {"optimize": True}))
    return out.getvalue()


def _on_white(picture: object) -> object:
    from PIL import Image  # noqa: PLC0415 - only here is it decoded

    assert isinstance(picture, Image.Image)  # noqa: S101 - see above
    if picture.mode == "RGB":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _load_decoders() -> None:
    """Import what decodes before the limits stand, so that they measure the file alone."""
    from PIL import JpegImagePlugin, PngImagePlugin  # noqa: PLC0415

    del JpegImagePlugin, PngImagePlugin


if __name__ == "__main__":
    main()
