from __future__ import annotations

import random

import pytest
from tests.documents import signed_files as files
from tests.documents.attacks import REVISIONS, appended, gap

from candour.documents.declaration import draw
from candour.documents.rechecking import recheck
from candour.documents.sealing import seal


def test_a_sealed_declaration_holds_under_its_root_and_under_no_other():
    assert recheck(files.sealed(), files.root()) == ""
    other = files.school("Another School").root.certificate
    assert recheck(files.sealed(), other) == "it stands under another root"


def test_what_has_no_seal_does_not_hold():
    for data in (files.signed(), files.full_copy(), files.letter()):
        assert recheck(data, files.root()).endswith("(1 signatures)")


@pytest.mark.parametrize("change", REVISIONS)
def test_whatever_is_appended_does_not_hold(change):
    assert recheck(appended(files.sealed(), change), files.root())


def test_whatever_byte_is_turned_it_does_not_hold():
    data, chance = files.sealed(), random.Random(6)
    inside = [at for last in (False, True) for at in range(*gap(data, last=last))]
    for at in [*chance.sample(range(len(data)), 300), *chance.sample(inside, 300)]:
        turned = bytearray(data)
        turned[at] ^= 1 << chance.randrange(8)
        assert recheck(bytes(turned), files.root()), at


def test_a_file_cut_short_or_none_at_all_does_not_hold():
    for data in (files.sealed()[:-1], files.sealed()[:5000], b"", b"%PDF-1.7"):
        assert recheck(data, files.root())


def test_a_seal_of_somebody_else_s_key_does_not_hold():
    twin = files.school(twin=1)
    forged = seal(
        files.signed_by(twin, draw(files.facts_of(twin))),
        twin.seal,
        root=twin.root.certificate,
        when=files.LATER,
        reason=files.REASON,
    )
    assert recheck(forged, twin.root.certificate) == ""
    assert recheck(forged, files.root())
