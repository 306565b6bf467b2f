"""The rules of every page (screens, section 4): each is a sentence and a function from a page to what breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.pages.rules import keys, looks, names, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.gui.pages.page import Page

    Rules = dict[str, Callable[[Page], list[str]]]

EVERYWHERE: Rules = {
    "the focus begins at the heading (2.4.3)": keys.focus_elsewhere,
    "every part that takes the focus has a name (4.1.2)": names.without_a_name,
    "no field is named by its value (4.1.2)": names.fields_named_by_their_value,
    "no two parts have the same name (2.4.6)": names.names_that_repeat,
    "every name says what it is about (2.4.6)": names.names_that_say_too_little,
    "radio buttons stand in a group that is the question (1.3.1)": names.radios_without_a_group,
    "there is one first heading, named as it reads, and the title holds it (2.4.2)": names.headings_amiss,
    "a drawing has no name and no focus (1.1.1)": names.art_that_speaks,
    "a table says its columns, its icons and its order, and lets Tab go (1.3.1, 2.1.2)": names.tables_amiss,
    "a chart has a title, its numbers in a sentence, and a table (1.1.1)": names.pictures_without_words,
    "the ways to help stand on every page in one order (3.2.6)": names.help_out_of_place,
    "no single letter is a shortcut (2.1.4)": names.one_letter_shortcuts,
    "nothing is clipped, and nothing scrolls sideways (1.4.4, 1.4.10)": looks.clipped,
    "nothing to press is smaller than 24 px, the main button not than 44 (2.5.8)": looks.small_targets,
    "a switch of theme or text size reaches every part that shows (1.4.4)": looks.left_behind_by_the_theme,
    "nothing is told by colour alone (1.4.1)": words.told_by_colour_alone,
    "the words are plain, the sentences short (3.1.5)": words.words_amiss,
}
"""Asked in every scheme, at every text size, in every window."""

IN_EVERY_ROOM: Rules = {
    "Tab visits everything once, in reading order and in sight, and comes round (2.1.2, 2.4.3, 2.4.11)": (
        keys.out_of_tab_order
    ),
}
"""Asked at every text size in every window: what they look at has no colour."""

IN_EVERY_SCHEME: Rules = {
    "words stand out from their ground as they are painted (1.4.3)": looks.faint_words,
    "the focus shows by a ring of two pixels, 3 to 1 (2.4.7, 2.4.13)": looks.focus_that_hardly_shows,
}
"""Asked in every scheme at 100 and 200 per cent: what they look at is painted alike in every window."""

AT_LAST: Rules = {
    "arrows change the choice and nothing else (3.2.2)": keys.arrows_that_do_more_than_choose,
    "Esc loses nothing that was typed (3.3.4)": keys.what_escape_loses,
    "everything can be pasted into (3.3.8)": keys.what_cannot_be_pasted_into,
    "no clock takes a message away (2.2.1)": words.banners_that_time_out,
    "an error stands in the title, the summary and the field's description (3.3.1, 3.3.3)": words.errors_amiss,
    "Enter presses the main button from a radio, a tick and a line (2.1.1)": keys.enter_that_goes_astray,
}
"""Asked once, and last: they type and press, and so change the page."""

RULES: Rules = EVERYWHERE | IN_EVERY_ROOM | IN_EVERY_SCHEME | AT_LAST
