from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.documents.pictures_taken import PLACE, bomb, photograph, screenshot

from candour.documents.pictures import clean_picture
from candour.errors import Refused


def opened(picture):
    return Image.open(io.BytesIO(picture.content))


@pytest.mark.parametrize(("taken", "kind"), [(photograph(), "JPEG"), (screenshot(), "PNG")])
def test_nothing_but_the_pixels_is_kept(taken, kind):
    assert PLACE.encode() in taken
    kept = clean_picture(taken)
    assert kept.kind == opened(kept).format == kind
    assert PLACE.encode() not in kept.content
    assert b"Exif" not in kept.content
    assert not opened(kept).getexif()


def test_a_picture_on_its_side_is_turned_before_the_note_of_it_goes():
    kept = clean_picture(photograph(60, 40, turned=True))
    assert (kept.width, kept.height) == opened(kept).size == (40, 60)
    red, _green, blue = opened(kept).convert("RGB").getpixel((35, 5))
    assert red > blue  # what was at the top left is at the top right


def test_what_is_seen_through_stays_so():
    assert opened(clean_picture(screenshot(seen_through=True))).mode == "RGBA"


def test_a_large_picture_is_made_smaller():
    kept = clean_picture(photograph(4800, 1200))
    assert (kept.width, kept.height) == (2400, 600)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 no picture", b"GIF89a" + bytes(40), b"<svg/>", b"RIFF....WEBP"])
def test_anything_but_a_png_or_a_jpeg_is_refused(data):
    with pytest.raises(Refused, match="choose a PNG or a JPEG"):
        clean_picture(data)


def test_a_bomb_is_refused_by_its_size_before_it_is_decoded():
    assert len(bomb()) < 20_000
    with pytest.raises(Refused, match="too many pixels"):
        clean_picture(bomb())


@pytest.mark.parametrize("data", [photograph()[:200], screenshot()[:60], b"\xff\xd8\xff" + bytes(5000)])
def test_a_broken_picture_is_refused_with_what_to_do(data):
    with pytest.raises(Refused, match="take a screenshot of it"):
        clean_picture(data)


def test_a_child_that_does_not_answer_in_time_is_ended():
    with pytest.raises(Refused, match="cannot be read"):
        clean_picture(photograph(), seconds=0.001)
