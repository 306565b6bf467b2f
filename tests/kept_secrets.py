"""A child process for `test_markers`: it does everything that is confidential, with a marker in every field."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from tests.offices import DEPUTY, HEAD, TEACHER, stand_in
from tests.schools import TODAY, School, TestClock, answer_all, person_of, some_request

from candour.domain.checklist import Given
from candour.domain.opening import OpeningReason
from candour.domain.people import Office
from candour.sample import people as cast
from candour.services.place import Place

MARKERS = {
    "who": "marker-WHO-Zebediah",
    "connection": "marker-CONNECTION-cousin",
    "where": "marker-WHERE-Friendster",
    "safeguards": "marker-SAFEGUARD-curtain",
    "line": "marker-LINE-because",
    "ends": "marker-ENDS-someday",
    "told": "marker-TOLD-Yolanda",
}
ANSWERS = (
    Given("accounts", ("snapchat", "games")),
    Given("parents", ("removed",)),
    Given("pupils", ("still-there",), until=TODAY + timedelta(days=3)),
    Given("pupils-reached-out", ("not-yet",)),
    Given("child-messages", ("own-family",)),
    Given("worrying", ("reported",), told=MARKERS["told"]),
    Given("posts", ("took-down",)),
)
ANSWER_WORDS = ("still-there", "not-yet", "own-family", "took-down", "snapchat")
"""Answer ids as they stand in drafts and full copies; the packs name them too, and only there may they stand."""


def keep_secrets(folder: Path) -> None:
    """Save, ask, sign, seal, let an office change hands, and save the own copies' bytes nowhere."""
    school = School(Place(folder), "", TestClock())
    theirs = school.desk(cast.CLASS_TEACHER.number)
    asked = some_request(
        connection=MARKERS["connection"],
        who=MARKERS["who"],
        where=(MARKERS["where"],),
        safeguards=(MARKERS["safeguards"],),
        line=MARKERS["line"],
        ends=MARKERS["ends"],
    )
    reference = theirs.requests().ask(asked)
    answer_all(theirs, (*ANSWERS, Given("family", ("some",), requests=(reference,))))
    declaring = theirs.declaring()
    declaring.prepare()
    declaring.sign("")
    theirs.copies().full_copy("D-2026-0004")
    school.office().sealing().seal_new()
    _change_offices(school)
    # The register stays open: the WAL and what else lies about is looked at as the app would leave it when killed.
    sys.stdout.write("done\n")
    sys.stdout.flush()
    sys.stdin.read()


def _change_offices(school: School) -> None:
    """Hand the Headteacher's office over, make it a new key, and open the answers."""
    deputy = stand_in(school, DEPUTY)
    heads = school.desk(HEAD)
    heads.offices().hand_over(Office.HEADTEACHER, deputy)
    heads.offices().renew(Office.HEADTEACHER)
    deputys = school.desk(DEPUTY)
    deputys.answers_of_one().open(person_of(deputys, TEACHER).person, OpeningReason.DUTY)


if __name__ == "__main__":
    keep_secrets(Path(sys.argv[1]))
