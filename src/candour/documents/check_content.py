"""What the file says: the attached facts, who they name, and whether the page says the same.

The comparison of the drawn revision with a new drawing of its facts settles at once what else could stand in
it: actions, scripts, forms, links, a second attachment. None of them is ours, so any of them is a difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils import generic

from candour.documents.check_certificates import fingerprint
from candour.documents.check_structure import DRAWN, SIGNED, revision_end
from candour.documents.comparing import disagreement
from candour.documents.facts import NotTheFactsError, read_facts, signer_in
from candour.documents.verdicts import PAGE_DISAGREES, Verdict, Wrong, changed, forged

if TYPE_CHECKING:
    from candour.documents.check_signatures import Signers
    from candour.documents.check_structure import Shape
    from candour.documents.facts import Facts


def read_content(data: bytes, shape: Shape, signers: Signers) -> Facts:
    """Return the facts as they were signed; raises Wrong unless everything agrees with them."""
    facts = attached_facts(shape)
    if shape.two_fields != (facts.kind == "declaration"):
        raise changed(f"the fields are not those of a {facts.kind}")
    _check_names(facts, signers)
    place = disagreement(drawn_revision(data, shape), facts)
    if place:
        raise Wrong(Verdict.CHANGED, PAGE_DISAGREES, place)
    return facts


def attached_facts(shape: Shape) -> Facts:
    """Return the facts in the one attachment, read from the first signer's revision and not from a newer one."""
    signed = shape.at(SIGNED)
    names: Any = signed.root["/Names"]["/EmbeddedFiles"]["/Names"]
    if len(names) != 2:  # noqa: PLR2004 - one file: its name and its specification
        raise changed("there is another attachment than the facts")
    stream: Any = names[1]["/EF"]["/F"]
    if not isinstance(stream, generic.StreamObject):
        raise changed("the attachment is not the facts")
    try:
        return read_facts(stream.data, str(names[0]))
    except NotTheFactsError as reason:
        raise changed(str(reason)) from reason


def drawn_revision(data: bytes, shape: Shape) -> bytes:
    """Return the file as it was drawn, before the fields were added."""
    return data[: revision_end(shape.reader, data, DRAWN)]


def _check_names(facts: Facts, signers: Signers) -> None:
    """Check that who signed is who the facts say, with that key, at that school, under that root."""
    said = (*signer_in(facts), facts.school.name, facts.school.root)
    person = signers.person
    if said != (person.name, person.key, person.school, fingerprint(signers.root)):
        raise forged("the facts name another person, key, school or root than the signature")
