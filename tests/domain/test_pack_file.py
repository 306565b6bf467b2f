from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.packs_and_paths import harbour, harbour_text, milton, milton_text

from candour.domain.pack_file import pack_hash, read_pack
from candour.errors import Refused


def refusal(text):
    with pytest.raises(Refused) as refused:
        read_pack(text)
    return str(refused.value)


def planted(text, old, new, mark):
    """The text with its only `old` replaced, and the line in which `mark` then stands."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    changed = text.replace(old, new)
    assert changed.count(mark) >= 1
    return changed, changed[: changed.index(mark)].count("\n") + 1


def lead_in(question):
    return f'[[checklists.questions]]\nid = "{question}"\n'


def answer(answer_id, label):
    return f'id = "{answer_id}"\nlabel = "{label}"\n'


SHAPES = {
    "a missing field": (lead_in("ties") + 'kind = "connections"\n', lead_in("ties"), lead_in("ties"), "kind"),
    "a number for text": ('review_due = "January 2028"', "review_due = 2028", "review_due = 2028", "whole number"),
    "text for a number": ("extension_days = 5", 'extension_days = "5"', 'extension_days = "5"', "whole number"),
    "text for a date": ("= 2026-01-12", '= "2026-01-12"', 'policy_date = "2026-01-12"', "a date such as"),
    "text that is no date": ("= 2026-01-12", '= "soon"', 'policy_date = "soon"', "date"),
    "a time for a date": ("= 2026-01-12", "= 2026-01-12T10:00:00", "policy_date = 2026", "a date"),
    "text for a list": ('safeguards = ["No talk of school"]', 'safeguards = "x"', 'safeguards = "x"', "a list"),
    "a table for text": ('rail = "Ties"', "rail = { a = 1 }", "rail = { a = 1 }", "text in quotation marks"),
    "an unknown key": ('about = "ties"', 'about = "ties"\nabuot = "ties"', "abuot", "abuot"),
    "an unknown key of the whole": ("extension_days = 5", "extension_days = 5\nbonus = 1", "bonus", "bonus"),
    "an unknown outcome": (
        answer("will", "I will from now on") + 'outcome = "open"',
        answer("will", "I will from now on") + 'outcome = "opne"',
        'outcome = "opne"',
        "opne",
    ),
    "a key that stands in the wrong table": ("leaves_at = 16", "leaves_at = 16\nref = 3", "ref = 3", "ref"),
    "a number in a list of text": ('connections = ["My own child"]', "connections = [\n1]", "1]", "text in"),
}


SYNTAX = {
    "an unclosed quotation mark": ('rail = "Filming"', 'rail = "Filming', 'rail = "Filming'),
    "a key without a value": ('rail = "Filming"', "rail =", "rail =\n"),
    "a key that stands twice": ('rail = "Filming"', 'rail = "Filming"\nrail = "Films"', 'rail = "Films"'),
    "a header that is cut": ("[promise]", "[promise", "[promise"),
    "a bad date": ("= 2026-01-12", "= 2026-02-30", "policy_date = 2026-02-30"),
    "no number and no text": ("extension_days = 5", "extension_days = five", "extension_days = five"),
}


RULES = {
    "empty text": ('heading = "Who knows of it?"', 'heading = " "', 'heading = " "', "empty"),
    "empty text in a list": ('ends = ["The student leaves"]', 'ends = ["A",\n""]', '""]', "empty"),
    "an unknown placeholder": ("Was it in the holidays?", "Was it {when}?", "{when}", "{when}"),
    "a lone brace": ("Was it in the holidays?", "Was it } then?", "Was it }", "brace"),
    "a system that is not named": ('["Gullpost", "Harbour Talk"]', "[]", 'statement = "I keep', "approved_systems"),
    "two points alike": ('ref = "C"', 'ref = "A"', '"A", place = "page 3"', "“A” stands twice"),
    "two questions alike": ('id = "film"', 'id = "ties"', 'id = "ties"\nkind = "choice"', "“ties” stands twice"),
    "two answers alike": (answer("once", "Yes"), answer("never", "Yes"), answer("never", "Yes"), "stands twice"),
    "two lines alike": ('id = "told", point', 'id = "apart", point', 'id = "apart", point = "B"', "stands twice"),
    "no such line": ('line = "apart"\nalso', 'line = "aprat"\nalso', 'line = "aprat"', "no line"),
    "no such further line": (
        'also_lines = ["filming"]',
        'also_lines = ["film"]',
        'also_lines = ["film"]',
        "no line",
    ),
    "no such point of a question": ('point = "C"\n', 'point = "D"\n', 'point = "D"\n', "no point"),
    "no such point of a line": ('"filming", point = "C"', '"filming", point = "D"', 'point = "D"', "no point"),
    "no such answer alone": ('alone = "nobody"', 'alone = "nobdoy"', 'alone = "nobdoy"', "no answer"),
    "no such answer beside": ('beside = ["soon"]', 'beside = ["sooon"]', 'beside = ["sooon"]', "other answer"),
    "an answer beside itself": ('beside = ["soon"]', 'beside = ["no-device"]', 'beside = ["no-d', "other answer"),
    "beside what stands alone": (
        'id = "somebody"\n',
        'id = "somebody"\nbeside = ["nobody"]\n',
        'beside = ["nobody"]',
        "stands alone",
    ),
    "a line that nobody speaks to": (
        "lines = [\n",
        'lines = [\n    { id = "lost", point = "A", statement = "x" },\n',
        'id = "lost"',
        "lost",
    ),
    "an open answer without days": (
        'leads_to = "date"\ndays = 0',
        'leads_to = "date"',
        '[[checklists.questions.answers]]\nid = "will"',
        "days",
    ),
    "days of an answer that is not open": (
        answer("ask", "Yes"),
        answer("ask", "Yes") + "days = 1\n",
        "days = 1\n",
        "not open",
    ),
    "too many days": ("days = 0", "days = 61", "days = 61", "0 to 60"),
    "days that HR could tell apart": (
        'leads_to = "talk"\ndays = 7',
        'leads_to = "talk"\ndays = 8',
        "days = 8",
        "look alike",
    ),
    "words that HR could tell apart": (
        'id = "unsure"\n',
        'id = "unsure"\nhr_sees = "Wants a word"\n',
        '[[checklists.questions.answers]]\nid = "unsure"',
        "HR must see the same",
    ),
    "a request that leads nowhere": (
        'id = "somebody"\nlabel = "Yes"\noutcome = "ask"\nleads_to = "request"',
        'id = "somebody"\nlabel = "Yes"\noutcome = "ask"',
        '[[checklists.questions.answers]]\nid = "somebody"',
        "leads to “request”",
    ),
    "a request of no kind": ('request = "prior approval"\n', "", lead_in("tools"), "say which"),
    "a connection that HR could place": (
        'request = "prior approval"',
        'request = "connection"',
        lead_in("ties"),
        "same lines",
    ),
    "a question without a line": ('line = "filming"\n', "", lead_in("film"), "needs a line"),
    "a follow-up of what is not there": (
        'asked_when = { question = "written", answers = ["once"] }\n\n[[checklists.questions.answers]]\nid = "yes"',
        'asked_when = { question = "ritten", answers = ["once"] }\n\n[[checklists.questions.answers]]\nid = "yes"',
        '{ question = "ritten"',
        "right after",
    ),
    "a follow-up of an answer that is not there": (
        'answers = ["once"] }\n\n[[checklists.questions.answers]]\nid = "yes"',
        'answers = ["twice"] }\n\n[[checklists.questions.answers]]\nid = "yes"',
        '["twice"]',
        "“twice”",
    ),
    "a follow-up before its question": (
        'about = "ties"\n',
        'about = "ties"\nasked_when = { question = "written", answers = ["once"] }\n',
        'asked_when = { question = "written"',
        "right after",
    ),
    "accounts that nobody asks for": (
        'about = "filming"\n',
        'about = "filming"\nneeds_accounts = true\n',
        lead_in("film"),
        "about accounts",
    ),
    "ages the wrong way round": ("leaves_at = 16", "leaves_at = 18", "leaves_at = 18", "ages"),
    "days before the first": ("extension_days = 5", "extension_days = -5", "extension_days = -5", "0 up"),
    "a version before the first": ("version = 4", "version = 0", "version = 0", "from 1"),
}


@pytest.mark.parametrize("case", [*SHAPES, *RULES])
def test_a_fault_is_named_with_its_line(case):
    old, new, mark, words = (SHAPES | RULES)[case]
    text, line = planted(harbour_text(), old, new, mark)
    message = refusal(text)
    assert f"Line {line}: " in message, message
    named = next(part for part in message.splitlines() if part.startswith(f"Line {line}: "))
    assert words in named
    assert named.endswith(".")


@pytest.mark.parametrize("case", SYNTAX)
def test_broken_toml_is_named_with_its_line(case):
    text, line = planted(harbour_text(), *SYNTAX[case])
    assert refusal(text).startswith((f"Line {line}: this is not TOML", f"Line {line + 1}: this is not TOML"))


def test_a_number_of_thousands_of_digits_is_named_with_its_line():
    text, line = planted(harbour_text(), "extension_days = 5", "extension_days = " + "9" * 5000, "extension_days")
    assert refusal(text) == f"Line {line}: this number is too long; correct it."


def test_a_text_cut_off_at_its_end_names_the_last_line():
    text = 'title = "x"\nlist = [\n'
    assert refusal(text).startswith("Line 3: this is not TOML")


def test_lists_without_end_are_refused():
    assert "without end" in refusal("a = " + "[" * 100_000)


MILTON_RULES = {
    "a platform that there is not": (
        'id = "tiktok"\nlabel',
        'id = "tiktak"\nlabel',
        'id = "tiktak"',
        "no platform",
    ),
    "accounts asked for twice": (
        'id = "reputation"\nkind = "choice"',
        'id = "reputation"\nkind = "accounts"',
        'kind = "accounts"\nrail = "The school’s reputation"',
        "once",
    ),
    "a question under no heading": (
        'questions = ["posts", "reputation"]',
        'questions = ["posts"]',
        'id = "reputation"\nkind',
        "no heading",
    ),
    "a question under two headings": (
        'questions = ["posts", "reputation"]',
        'questions = ["posts", "reputation", "family"]',
        'questions = ["family"]',
        "two headings",
    ),
    "a heading over what is not there": (
        'questions = ["posts", "reputation"]',
        'questions = ["posts", "reputation", "pupils-reached-out"]',
        'questions = ["posts", "reputation", "pupils-reached-out"]',
        "no question with a number",
    ),
    "a report that HR could infer": (
        'id = "own-family"\nlabel = "Only my own child or family"\noutcome = "confirmed"',
        'id = "own-family"\nlabel = "Only my own child or family"\noutcome = "open"\ndays = 1',
        'id = "child-messages"\nkind',
        "infer a report",
    ),
    "a connection that reaches other lines": (
        'also_lines = ["in-touch", "pupils", "ex-pupils"]',
        'also_lines = ["in-touch", "pupils"]',
        'id = "parents"\nkind',
        "same lines",
    ),
}


@pytest.mark.parametrize("case", MILTON_RULES)
def test_a_fault_of_the_long_pack_is_named_with_its_line(case):
    old, new, mark, words = MILTON_RULES[case]
    text, line = planted(milton_text(), old, new, mark)
    # a fault of a whole question has the line of its header
    named = [
        part for part in refusal(text).splitlines() if part.startswith((f"Line {line}: ", f"Line {line - 1}: "))
    ]
    assert any(words in part for part in named), refusal(text)


def test_all_faults_are_named_in_the_order_of_their_lines():
    text = harbour_text().replace('line = "filming"', 'line = "x"').replace('ref = "C"', 'ref = "A"')
    lines = [int(part.split()[1].rstrip(":")) for part in refusal(text).splitlines()]
    assert len(lines) > 2
    assert lines == sorted(lines)


def test_comments_change_the_hash_and_not_what_is_read():
    commented = harbour_text() + "\n# the end"
    assert read_pack(commented) == harbour()
    assert pack_hash(commented) != pack_hash(harbour_text())


def test_a_pack_from_windows_is_the_same_pack():
    windows = "\ufeff" + milton_text().replace("\n", "\r\n")
    assert read_pack(windows) == milton()
    assert pack_hash(windows) == pack_hash(milton_text())


def test_the_line_of_a_fault_is_the_same_with_windows_line_endings():
    text, line = planted(harbour_text(), "days = 0", "days = 61", "days = 61")
    assert refusal("\ufeff" + text.replace("\n", "\r\n")).startswith(f"Line {line}: ")


def test_the_hash_is_that_of_the_text_and_any_change_makes_another():
    assert pack_hash("a = 1\n") == hashlib.sha256(b"a = 1\n").hexdigest()
    assert pack_hash("a = 1\n") != pack_hash("a = 1 \n")


@given(st.integers(0, 10**6), st.characters(codec="utf-8"))
def test_no_slip_of_the_pen_makes_more_than_a_refusal(place, character):
    text = harbour_text()
    place %= len(text)
    message = refused_with(text[:place] + character + text[place + 1 :])
    assert message is None or message.startswith("Line ")


def refused_with(text):
    try:
        read_pack(text)
    except Refused as refused:
        return str(refused)
    return None
