from __future__ import annotations

import pytest
from tests.schools import School, TestClock

from candour.sample import heard
from candour.sample import people as cast
from candour.sample.school import make_sample
from candour.services.place import Place


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    made = make_sample(Place(tmp_path_factory.mktemp("heard") / "school"), TestClock())
    return School(made.place, made.code, TestClock())


def number_of(name):
    everybody = (*cast.OTHERS, *cast.TEACHING, *cast.SUPPORT, *cast.JOINERS)
    return next(each.number for each in everybody if each.name == name)


def test_the_headteacher_of_the_sample_school_has_something_of_everything(whole):
    speaking = whole.desk(cast.HEADTEACHER.number).speaking()
    assert [number_of(line.name) for line in speaking.wants_to_speak()] == [heard.GOING_TO_TELL]
    assert [number_of(line.name) for line in speaking.rather_talk()] == ["0034"]
    (brought,) = speaking.brought()
    assert (number_of(brought.name), len(brought.pictures)) == (heard.BROUGHT_BY, 1)
    assert [line.told for line in speaking.all() if line.told] == ["The deputy lead"]
