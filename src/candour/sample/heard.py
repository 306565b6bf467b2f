"""Who wants to be heard in the sample school: two reports, and a post that was brought to the Headteacher."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

from candour.sample.people import PASSPHRASE
from candour.sample.turns import desk_at

if TYPE_CHECKING:
    from candour.app import Building
    from candour.services.desk import Desk

GOING_TO_TELL: Final = "0010"
HAS_TOLD: Final = "0046"
BROUGHT_BY: Final = "0019"

NOTE = "An open group says that our summer fair was called off. It was not (sample)."


def play_heard(built: Building) -> None:
    """Let one person say that they are going to tell the lead, one that they have, and one bring a post."""
    theirs = _at(built, GOING_TO_TELL)
    theirs.reports().going_to_tell()
    theirs.sign_in.lock()
    theirs = _at(built, HAS_TOLD)
    theirs.reports().told("The deputy lead", built.clock())
    theirs.sign_in.lock()
    theirs = _at(built, BROUGHT_BY)
    bringing = theirs.bringing()
    bringing.bring(NOTE, (bringing.picture(invented_post()),), about_headteacher=False)
    theirs.sign_in.lock()


def invented_post() -> bytes:
    """Return a picture of a post, drawn here: nobody wrote it and no app shows it."""
    picture = Image.new("RGB", (640, 300), "#eef1f4")
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((24, 24, 616, 276), 14, fill="white", outline="#c5ccd2", width=2)
    draw.ellipse((48, 48, 96, 96), fill="#7d8c99")
    draw.text((114, 54), "An invented neighbour", fill="#20303a", font_size=20)
    draw.text((114, 80), "in an invented open group", fill="#667681", font_size=15)
    draw.text((48, 128), "The summer fair is CALLED OFF, I heard.", fill="#20303a", font_size=24)
    draw.text((48, 166), "Tell everybody!", fill="#20303a", font_size=24)
    draw.text((48, 230), "12 people like this (invented)", fill="#667681", font_size=15)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _at(built: Building, number: str) -> Desk:
    theirs = desk_at(built)
    theirs.sign_in.sign_in(number, PASSPHRASE)
    return theirs
