"""A picture from outside, decoded in a child process and drawn anew: what comes back has no metadata.

Imports nothing heavy, and decodes nothing itself.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec

from candour.documents.check_batch import child_environment
from candour.documents.picture_child import BROKEN, NO_PICTURE, Answer, kind_of
from candour.errors import Refused, Trouble

if TYPE_CHECKING:
    from candour.domain.speaking import Picture

SECONDS = 20
"""On the parent's clock, the child's start included; its own limit is processor time."""

_NO_CHILD = "The part of the app that reads pictures did not start; install the app again."


def clean_picture(data: bytes, *, seconds: float = SECONDS) -> Picture:
    """Return a picture drawn anew; raises Refused for what is no PNG or JPEG, too large, or breaks its decoder.

    Raises Trouble when no child can be started at all.
    """
    if not kind_of(data):
        raise Refused(NO_PICTURE)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "candour.documents.picture_child"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as reason:
        raise Refused(BROKEN) from reason
    except OSError as reason:
        raise Trouble(_NO_CHILD) from reason
    if not ended.stdout.endswith(b"\n"):
        raise Refused(BROKEN)
    answer = msgspec.json.decode(ended.stdout, type=Answer)
    if answer.picture is None:
        raise Refused(answer.why_not)
    return answer.picture
