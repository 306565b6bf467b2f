from __future__ import annotations

import pytest
from tests.documents.pictures_taken import photograph
from tests.schools import dump, proved

from candour.domain.people import Office
from candour.domain.speaking import LONGEST_NOTE, MOST_PICTURES, Step
from candour.errors import Refused, Trouble
from candour.sample import people as cast

TEACHER, HEAD = cast.CLASS_TEACHER.number, cast.HEADTEACHER.number
NOTE = "An open group says untrue things about our school trip."


def test_what_is_brought_reaches_the_headteacher_alone_with_its_pictures(school):
    theirs = school.desk(TEACHER).bringing()
    picture = theirs.picture(photograph())
    theirs.bring(f"  {NOTE} ", (picture, picture), about_headteacher=False)
    (line,) = school.desk(HEAD).speaking().brought()
    assert (line.name, line.note, line.pictures) == (cast.CLASS_TEACHER.name, NOTE, (picture, picture))
    assert school.desk(cast.DEPUTY.number).brought().all() == ()
    assert school.office().brought().all() == ()
    assert NOTE not in str(dump(school.register()))
    assert proved(school).ok


def test_the_person_sees_how_far_it_is(school):
    theirs, heads = school.desk(TEACHER), school.desk(HEAD)
    theirs.bringing().bring(NOTE, (), about_headteacher=False)
    assert theirs.bringing().mine()[0].step is Step.NEW
    about = heads.brought().all()[0].about
    for step in (Step.SEEN, Step.DEALT_WITH, Step.CLOSED):
        school.clock.go_on(hours=1)
        heads.brought().move(about, step)
        assert (theirs.bringing().mine()[0].step, theirs.bringing().mine()[0].moved_at) == (step, school.clock())
    assert heads.speaking().brought() == ()
    assert "How far" not in str(theirs.held().mine().lines)
    assert NOTE in theirs.held().mine().json.decode()


def test_what_was_brought_before_the_office_had_a_new_key_is_read_and_dealt_with_after(school):
    theirs, heads = school.desk(TEACHER), school.desk(HEAD)
    theirs.bringing().bring(NOTE, (), about_headteacher=False)
    heads.brought().move(heads.brought().all()[0].about, Step.SEEN)
    heads.offices().renew(Office.HEADTEACHER)
    (line,) = heads.brought().all()
    assert (line.note, line.step) == (NOTE, Step.SEEN)
    heads.brought().move(line.about, Step.DEALT_WITH)
    assert theirs.bringing().mine()[0].step is Step.DEALT_WITH


def test_nothing_about_the_headteacher_goes_to_the_headteacher(school):
    with pytest.raises(Refused, match="chair of governors does not read here yet"):
        school.desk(TEACHER).bringing().bring(NOTE, (), about_headteacher=True)
    with pytest.raises(Refused, match="chair of governors"):
        school.desk(HEAD).bringing().bring(NOTE, (), about_headteacher=False)
    assert dump(school.register())["brought"] == []


def test_who_holds_no_office_moves_nothing(school):
    theirs = school.desk(TEACHER)
    theirs.bringing().bring(NOTE, (), about_headteacher=False)
    about = theirs.bringing().mine()[0].about
    with pytest.raises(Refused, match="not for you to read"):
        school.office().brought().move(about, Step.SEEN)


@pytest.mark.parametrize(
    ("note", "pictures", "sentence"),
    [
        ("", 0, "short note, or add"),
        ("x" * (LONGEST_NOTE + 2), 0, "2 fewer"),
        ("x", MOST_PICTURES + 1, "up to 6"),
    ],
)
def test_too_little_and_too_much_are_refused(school, note, pictures, sentence):
    theirs = school.desk(TEACHER).bringing()
    kept = theirs.picture(photograph())
    with pytest.raises(Refused, match=sentence):
        theirs.bring(note, (kept,) * pictures, about_headteacher=False)


def test_a_file_is_read_up_to_its_largest_size(school, tmp_path):
    theirs = school.desk(TEACHER).bringing()
    (tmp_path / "post.jpg").write_bytes(photograph())
    assert theirs.picture_in(tmp_path / "post.jpg").kind == "JPEG"
    with (tmp_path / "film.jpg").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(Refused, match="larger than 20 MB"):
        theirs.picture_in(tmp_path / "film.jpg")
    with pytest.raises(Trouble, match="cannot be opened"):
        theirs.picture_in(tmp_path / "none.jpg")
