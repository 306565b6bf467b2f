from __future__ import annotations

import pytest
from tests.domain.faults_in_packs import answer, assert_named, lead_in, refusal
from tests.domain.packs_and_paths import harbour_text, milton_text

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
    "no such answer beside": (
        'beside = ["always", "soon"]',
        'beside = ["always", "sooon"]',
        '"sooon"]',
        "other answer",
    ),
    "an answer beside itself": (
        'beside = ["always", "soon"]',
        'beside = ["no-device"]',
        'beside = ["no-d',
        "other answer",
    ),
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
        'leads_to = "date"\ndays = 0\ndone_as',
        'leads_to = "date"\ndone_as',
        '[[checklists.questions.answers]]\nid = "will"',
        "days",
    ),
    "days of an answer that is not open": (
        answer("ask", "Yes"),
        answer("ask", "Yes") + "days = 1\n",
        "days = 1\n",
        "not open",
    ),
    "an open answer that is never done": (
        'days = 0\ndone_as = "ask"',
        "days = 0",
        '[[checklists.questions.answers]]\nid = "will"',
        "once it is done",
    ),
    "an open answer that is done as no answer": ('done_as = "ask"', 'done_as = "asked"', '"asked"', "Confirmed"),
    "an open answer that is done as an open one": (
        'done_as = "ask"',
        'done_as = "will"',
        'done_as = "will"',
        "Confirmed",
    ),
    "an answer that is not open and yet done": (
        answer("ask", "Yes"),
        answer("ask", "Yes") + 'done_as = "ask"\n',
        'done_as = "ask"\n',
        "not open",
    ),
    "an open answer whose end may not stand beside the others": (
        'beside = ["always", "soon"]',
        'beside = ["soon"]',
        'done_as = "always"\n\n[[checklists.questions.answers]]\nid = "unsure"',
        "beside “no-device”",
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
    "nowhere to look": ('leads_to = "talk"', 'leads_to = "look"', 'leads_to = "look"', "nowhere to look"),
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
        'id = "own-family"\nlabel = "Only my own child or family"\noutcome = "open"\ndays = 1\ndone_as = "no"',
        lead_in("child-messages"),
        "infer a report",
    ),
    "what is done and then asks a new question": (
        'asked_when = { question = "pupils", answers = ["removed", "still-there"] }',
        'asked_when = { question = "pupils", answers = ["removed"] }',
        'asked_when = { question = "pupils"',
        "ask after “still-there” too",
    ),
    "a connection that reaches other lines": (
        'also_lines = ["in-touch", "pupils", "ex-pupils"]',
        'also_lines = ["in-touch", "pupils"]',
        lead_in("parents"),
        "same lines",
    ),
}


@pytest.mark.parametrize("case", RULES)
def test_a_pack_that_contradicts_itself_is_refused_with_the_line(case):
    assert_named(harbour_text(), *RULES[case])


@pytest.mark.parametrize("case", MILTON_RULES)
def test_a_contradiction_in_the_long_pack_is_refused_with_the_line(case):
    assert_named(milton_text(), *MILTON_RULES[case])


def test_all_faults_are_named_in_the_order_of_their_lines():
    # empty texts are looked for before points that stand twice
    text = harbour_text().replace("Was it in the holidays?", "").replace('ref = "C"', 'ref = "A"')
    lines = [int(part.split()[1].rstrip(":")) for part in refusal(text).splitlines()]
    assert len(lines) > 1
    assert lines == sorted(lines)


def test_a_pack_without_checklists_is_refused():
    nothing = "checklists = []\n" + harbour_text()[: harbour_text().index("[[checklists]]")]
    assert refusal(nothing) == "Line 1: a pack needs at least one checklist; add it."


def test_a_checklist_without_lines_is_refused():
    text = harbour_text()
    start, end = text.index("lines = [\n"), text.index("]\n\n[[checklists.questions]]")
    header = text[: text.index("[[checklists]]")].count("\n") + 1
    refused = refusal(f"{text[:start]}lines = [{text[end:]}").splitlines()
    assert f"Line {header}: a checklist needs questions and lines; add them." in refused


def test_a_question_without_answers_is_refused():
    text = harbour_text()
    film = text.index(lead_in("film"))
    end = text.index("\n\n[[checklists.questions.answers]]", film)
    header = text[:film].count("\n") + 1
    assert refusal(text[:end] + "\n").startswith(f"Line {header}: the question “film” has no answers")


def test_a_pack_asks_everybody_something():
    changed = harbour_text().replace('for_whom = "everyone"', 'for_whom = "posts for the school"')
    assert "no checklist is for everyone" in refusal(changed)
