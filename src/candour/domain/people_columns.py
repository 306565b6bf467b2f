"""Which column of a school's own staff file is which: proposed by the words of its headings, and remembered."""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum
from typing import TYPE_CHECKING

import rfc8785

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Field(StrEnum):
    """What a column can be matched to; the value is how a fault calls it."""

    NUMBER = "staff code"
    SURNAME = "surname"
    FORENAME = "forename"
    NAME = "name"
    EMAIL = "e-mail"
    ROLE = "role"
    PHASE = "phase"
    POSTS = "posts for the school"


Matched = dict[Field, str]
"""From our field to the heading of their column; what is not matched is not in it."""

_WORDS: dict[Field, tuple[str, ...]] = {
    Field.NUMBER: (
        "staffcode", "staffnumber", "staffno", "staffid", "payrollnumber", "payrollno", "employeenumber",
        "employeeno", "employeeid", "personnelnumber", "code", "number", "id",
    ),
    Field.SURNAME: ("preferredsurname", "surname", "legalsurname", "lastname", "familyname", "preferredlastname"),
    Field.FORENAME: (
        "preferredforename", "preferredfirstname", "knownas", "forename", "firstname", "givenname", "legalforename",
        "legalfirstname",
    ),
    Field.NAME: ("preferredname", "fullname", "name", "staffname", "displayname", "legalname"),
    Field.EMAIL: (
        "workemail", "schoolemail", "email", "emailaddress", "workemailaddress", "schoolemailaddress",
        "primaryemail",
    ),
    Field.ROLE: ("jobtitle", "role", "post", "position", "posttitle", "jobrole", "staffrole"),
    Field.PHASE: ("phase", "keystage", "department", "team", "faculty", "yeargroup"),
    Field.POSTS: ("postsfortheschool", "postsforschool"),
}  # fmt: skip
"""The words of headings, without blanks, marks and capitals; of two that stand there the first here is taken."""


def proposed(headings: Sequence[str]) -> Matched:
    """Return which column is which as far as the headings say; surname and forename go before a whole name."""
    plain = {_plain(heading): heading for heading in reversed(headings)}
    found = {field: next((plain[word] for word in words if word in plain), "") for field, words in _WORDS.items()}
    if found[Field.SURNAME] and found[Field.FORENAME]:
        found[Field.NAME] = ""
    elif found[Field.NAME]:
        found[Field.SURNAME] = found[Field.FORENAME] = ""
    return {field: heading for field, heading in found.items() if heading}


def lacking_columns(matched: Mapping[Field, str]) -> tuple[str, ...]:
    """Return which of the columns that everybody needs are not matched, in words."""
    lacks = [field.value for field in (Field.NUMBER, Field.ROLE) if field not in matched]
    if Field.NAME not in matched:
        lacks += [field.value for field in (Field.SURNAME, Field.FORENAME) if field not in matched]
    return tuple(lacks)


def header_hash(headings: Sequence[str]) -> str:
    """Return the SHA-256 (hex) of the header, under which its matches are remembered."""
    return hashlib.sha256(rfc8785.dumps(list(headings))).hexdigest()


def written(matched: Mapping[Field, str]) -> str:
    """Return the matches as canonical JSON."""
    return rfc8785.dumps({field.name.lower(): heading for field, heading in matched.items()}).decode()


def remembered(said: Mapping[str, str], headings: Sequence[str]) -> Matched:
    """Return matches from what JSON said, without fields and columns that are not known here."""
    fields = {field.name.lower(): field for field in Field}
    return {fields[name]: heading for name, heading in said.items() if name in fields and heading in headings}


def _plain(heading: str) -> str:
    return re.sub(r"[\W_]", "", heading).casefold()
