"""The people of the sample school: plainly invented, with names that every part must be able to print.

Their family names say so in many languages: Example, Sample, Specimen, Placeholder, and what those are elsewhere.
"""

from __future__ import annotations

from candour.domain.people import Contact, Office
from candour.services.people import NewPerson

SCHOOL = "Milton Road Primary School (sample)"

PASSPHRASE = "tea biscuits and sample data"  # noqa: S105 - it is shown to everybody
"""Everybody's passphrase in a sample school; the sign-in page shows it."""

FAMILY_NAMES = {
    "Example", "Sample", "Specimen", "Placeholder", "Muster", "Przykład", "Ejemplo", "Exemplo", "Exemple",
    "Esempio", "Eksempel", "Exempel", "Pavyzdys", "Příklad", "Örnek", "Παράδειγμα", "Зразок", "Пример", "Mẫu",
}  # fmt: skip
"""The only family names there are: "sample" or "example" in the languages of the people who bear them."""

BUSINESS_MANAGER = NewPerson("0001", "Bertie Example", "office@sample.example", "School business manager", "Office")
HEADTEACHER = NewPerson("0002", "Hetty Sample", "head@sample.example", "Headteacher", "Leadership")
DEPUTY = NewPerson("0003", "Dara Example", "deputy@sample.example", "Deputy headteacher", "Leadership")
CLASS_TEACHER = NewPerson("0004", "Siân Sample", "sian@sample.example", "Class teacher, Year 2", "Key Stage 1")
ASSISTANT = NewPerson(
    "0038", "Łukasz Example", "lukasz@sample.example", "Teaching assistant, Year 5", "Key Stage 2"
)
SUPERVISOR = NewPerson("0041", "Nguyễn Thị Mẫu", "", "Midday supervisor", "Lunchtime")

OTHERS = (HEADTEACHER, DEPUTY, CLASS_TEACHER, ASSISTANT)
"""Whom the small sample school has beside the business manager, who sets it up, and the newcomer."""


def _staff(number: str, name: str, role: str, phase: str) -> NewPerson:
    return NewPerson(number, name, f"staff{number}@sample.example", role, phase)


TEACHING = (
    _staff("0005", "Amara Specimen", "Class teacher, Nursery", "Early Years"),
    _staff("0006", "Mateusz Przykład", "Class teacher, Reception", "Early Years"),
    _staff("0007", "Zoë Placeholder", "Class teacher, Reception", "Early Years"),
    _staff("0008", "Oluwaseun Example", "Class teacher, Year 1", "Key Stage 1"),
    _staff("0009", "Priya Sample", "Class teacher, Year 1", "Key Stage 1"),
    _staff("0010", "Niamh Specimen", "Class teacher, Year 2", "Key Stage 1"),
    _staff("0011", "José Ejemplo", "Class teacher, Year 3", "Key Stage 2"),
    _staff("0012", "Aylin Örnek", "Class teacher, Year 3", "Key Stage 2"),
    _staff("0013", "Rhys Placeholder", "Class teacher, Year 4", "Key Stage 2"),
    _staff("0014", "Mei-Ling Sample", "Class teacher, Year 4", "Key Stage 2"),
    _staff("0015", "Ελένη Παράδειγμα", "Class teacher, Year 5", "Key Stage 2"),
    _staff("0016", "Kwame Example", "Class teacher, Year 5", "Key Stage 2"),
    _staff("0017", "Freya Muster", "Class teacher, Year 6", "Key Stage 2"),
    _staff("0018", "Олена Зразок", "Class teacher, Year 6", "Key Stage 2"),
    _staff("0019", "Yusuf Specimen", "Special needs coordinator (SENCO)", "Inclusion"),
    _staff("0044", "Rosa Placeholder", "School secretary", "Office"),
    _staff("0051", "Clementine Specimen", "Class teacher, Year 6", "Key Stage 2"),
)
"""Who was on the list two years ago: in the first year the check was for teachers and the office."""

SUPPORT = (
    _staff("0020", "Beatriz Exemplo", "Emotional literacy support assistant", "Inclusion"),
    _staff("0021", "Ingrid Eksempel", "Music teacher", "Across the school"),
    _staff("0022", "Tomos Placeholder", "Sports coach", "Across the school"),
    _staff("0023", "Chloé Exemple", "French teacher", "Across the school"),
    _staff("0024", "Fatima Sample", "Teaching assistant, Nursery", "Early Years"),
    _staff("0026", "Ngozi Placeholder", "Teaching assistant, Reception", "Early Years"),
    _staff("0027", "Jūratė Pavyzdys", "Teaching assistant, Year 1", "Key Stage 1"),
    _staff("0028", "Rajesh Specimen", "Teaching assistant, Year 1", "Key Stage 1"),
    _staff("0029", "Åsa Exempel", "Teaching assistant, Year 2", "Key Stage 1"),
    _staff("0030", "Димитър Пример", "Teaching assistant, Year 2", "Key Stage 1"),
    _staff("0031", "Leilani Sample", "Teaching assistant, Year 3", "Key Stage 2"),
    _staff("0032", "Hamish Placeholder", "Teaching assistant, Year 3", "Key Stage 2"),
    _staff("0033", "Noor Example", "Teaching assistant, Year 4", "Key Stage 2"),
    _staff("0034", "Giulia Esempio", "Teaching assistant, Year 4", "Key Stage 2"),
    _staff("0035", "Tadeo Specimen", "Teaching assistant, Year 6", "Key Stage 2"),
    _staff("0039", "Marta Specimen", "Senior midday supervisor", "Lunchtime"),
    _staff("0043", "Winston Sample", "Midday supervisor", "Lunchtime"),
    _staff("0045", "Anil Example", "Admissions officer", "Office"),
    _staff("0046", "Desmond Specimen", "Caretaker", "Site"),
    _staff("0047", "Halina Sample", "Cleaner", "Site"),
    _staff("0052", "Otis Placeholder", "Midday supervisor", "Lunchtime"),
)
"""Who came to the list last year, when the check was for everybody."""

JOINERS = (
    _staff("0036", "Sunita Placeholder", "Teaching assistant, Year 6", "Key Stage 2"),
    _staff("0042", "Kateřina Příklad", "Midday supervisor", "Lunchtime"),
    _staff("0048", "Tariq Placeholder", "Cleaner", "Site"),
    _staff("0049", "Eilidh Example", "Supply teacher", "Across the school"),
)
"""Who is new this year, beside the newcomer."""

LEFT_LAST_YEAR = ("0051",)
"""The numbers of those who left after the first round."""

LEFT_THIS_YEAR = ("0052",)
"""The numbers of those who left after the second."""

POSTING_LAST_YEAR, POSTING_THIS_YEAR = ("0044",), ("0013", "0017")
"""Who posts for the school: the secretary from last year on, two teachers from this year on."""

AWAY = "0036"
"""Who is away just now."""

CONTACTS = (
    Contact(Office.DESIGNATED_LEAD, HEADTEACHER.name, "Room 1, by the front door", "01632 960 001"),
    Contact(Office.DEPUTY_LEAD, DEPUTY.name, "Room 7, upstairs", "01632 960 002"),
    Contact(Office.CHAIR, "Govind Specimen", "", "01632 960 003"),
    Contact("local authority", "Local authority designated officer (sample)", "", "01632 960 004"),
)
"""Numbers from the range that Ofcom keeps for drama, so that nobody is ever rung."""
