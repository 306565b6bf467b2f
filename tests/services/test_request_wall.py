"""The wall around requests: what is asked, answered and decided in words tells HR nothing, in no row or entry."""

from __future__ import annotations

from dataclasses import replace

from tests.deciding import decide, move
from tests.schools import TestClock, dump, person_of, some_request
from tests.services.test_wall import differences, everything, played

from candour.domain.checklist import Given
from candour.domain.request_moves import RequestAct, RequestState
from candour.sample import people as cast
from candour.services.place import Place

MARKER = "Zephyrine Quillfeather"


def lived(school, folder, words, staff=""):
    """Let somebody of a copy draft, ask, be asked, answer, be decided, sign and end it, all in these words."""
    deciding = replace(school, place=Place(folder), clock=TestClock())

    def live(theirs):
        named = person_of(theirs, staff).person if staff else ""
        draft = theirs.request_drafts().save(some_request(who=words))
        reference = theirs.requests().ask(some_request(who=words, line=words, staff=named), draft)
        theirs.request_drafts().save(some_request(who=words, connection="", staff=named))
        move(deciding, reference, RequestAct.QUESTION, words)
        theirs.my_requests().answer(reference, words)
        decide(deciding, reference, RequestState.WITH_CONDITIONS, conditions="No talk of school", line=words)
        theirs.my_requests().still_right(reference)
        theirs.updating().begin(("family",))
        theirs.my_check().save(Given("family", ("some",), requests=(reference,)))
        declaring = theirs.declaring()
        declaring.prepare()
        declaring.sign("")
        theirs.my_requests().end(reference, words)

    return played(school, folder, (), None, live)


def test_two_who_differ_in_what_they_write_and_whom_they_name_are_alike_to_hr(school, tmp_path):
    one = lived(school, tmp_path / "one", "My brother")
    other = lived(school, tmp_path / "other", MARKER * 9, cast.DEPUTY.number)
    assert differences(everything(one), everything(other)) == {}


def test_nothing_that_was_said_about_a_request_can_be_found_with_the_register_s_key(school, tmp_path):
    copy = lived(school, tmp_path / "one", MARKER, cast.DEPUTY.number)
    rows = dump(copy.register())
    deputy = person_of(copy.office(), cast.DEPUTY.number).person
    assert MARKER.split(maxsplit=1)[0] not in repr(rows)
    for table in ("request", "request_draft", "request_words", "decided"):
        assert rows[table]
        assert deputy not in repr(rows[table])
