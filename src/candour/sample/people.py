"""The people of the sample school: six, plainly invented, with names that every part must be able to print."""

from __future__ import annotations

from candour.domain.people import Contact, Office
from candour.services.people import NewPerson

SCHOOL = "Milton Road Primary School (sample)"

PASSPHRASE = "tea biscuits and sample data"  # noqa: S105 - it is shown to everybody
"""Everybody's passphrase in a sample school; the sign-in page shows it."""

BUSINESS_MANAGER = NewPerson(
    "0001", "Bertie Example", "office@sample.example", "School business manager", "Office"
)
HEADTEACHER = NewPerson("0002", "Hetty Sample", "head@sample.example", "Headteacher", "Leadership")
DEPUTY = NewPerson("0003", "Dara Example", "deputy@sample.example", "Deputy headteacher", "Leadership")
CLASS_TEACHER = NewPerson(
    "0004", "Siân Sample", "sian@sample.example", "Class teacher, Year 2", "Key Stage 1", posts_for_school=True
)
ASSISTANT = NewPerson(
    "0038", "Łukasz Example", "lukasz@sample.example", "Teaching assistant, Year 5", "Key Stage 2"
)
SUPERVISOR = NewPerson("0041", "Nguyễn Thị Mẫu", "", "Midday supervisor", "Lunchtime")

OTHERS = (HEADTEACHER, DEPUTY, CLASS_TEACHER, ASSISTANT, SUPERVISOR)
"""Everybody but the business manager, who sets the school up."""

CONTACTS = (
    Contact(Office.DESIGNATED_LEAD, HEADTEACHER.name, "Room 1, by the front door", "01632 960 001"),
    Contact(Office.DEPUTY_LEAD, DEPUTY.name, "Room 7, upstairs", "01632 960 002"),
    Contact(Office.CHAIR, "Govind Specimen", "", "01632 960 003"),
    Contact("local authority", "Local authority designated officer (sample)", "", "01632 960 004"),
)
"""Numbers from the range that Ofcom keeps for drama, so that nobody is ever rung."""
