"""Every page there is, made with sample values: the checks of every page and the gallery run over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from tests.gui.pages import registry_around as around
from tests.gui.pages import registry_checking as checking
from tests.gui.pages import registry_deciding as deciding
from tests.gui.pages import registry_exports as exports
from tests.gui.pages import registry_offices as offices
from tests.gui.pages import registry_people as people
from tests.gui.pages import registry_register as register
from tests.gui.pages import registry_requests as requests
from tests.gui.pages import registry_samples as samples
from tests.gui.pages import registry_school as school
from tests.gui.pages import registry_set_up as set_up
from tests.gui.pages import registry_speaking as speaking

from candour.gui.gallery.rooms import GALLERY, frame

if TYPE_CHECKING:
    from candour.gui.gallery.page import GalleryPage
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme


def _of_gallery(kind: type[GalleryPage], _theme: Theme) -> Page:
    return kind(frame())


PAGES: Final[dict[str, Callable[[Theme], Page]]] = {
    "accounts": samples.accounts_page,
    "answers-of-one": offices.answers_of_one_page,
    "answers-pick": offices.answers_pick_page,
    "answers-pick-none": offices.nobody_to_open_page,
    "ask": samples.ask_page,
    "ask-approval": samples.ask_approval_page,
    "ask-what": requests.ask_what_page,
    "before-start": around.before_start_page,
    "bring": speaking.bring_page,
    "brought": speaking.brought_page,
    "brought-none": speaking.nothing_page,
    "brought-one": speaking.brought_one_page,
    "changed": around.changed_page,
    "check-pdf": checking.check_pdf_page,
    "check-pdf-found": checking.found_page,
    "check-pdf-working": checking.working_page,
    "check-and-sign": samples.check_and_sign_page,
    "choose-passphrase": around.choose_passphrase_page,
    "confirm-keys": people.confirm_keys_page,
    "confirm-keys-none": people.no_keys_page,
    "connections": samples.connections_page,
    "contacts": offices.contacts_page,
    "full-copy": offices.full_copy_page,
    "export": exports.export_page,
    "export-clash": exports.clash_page,
    "export-left": exports.left_page,
    "export-none": exports.none_page,
    "export-working": exports.working_page,
    "held": around.held_page,
    "home": around.home_page,
    "home-quiet": around.home_quiet_page,
    "home-signed": around.home_signed_page,
    "letter": requests.letter_page,
    "looks": around.looks_page,
    "lost": around.lost_page,
    "lost-form": people.lost_form_page,
    "my-record": around.my_record_page,
    "new-codes": people.new_codes_page,
    "office-sheet": around.office_sheet_page,
    "offices": offices.offices_page,
    "offices-quiet": offices.quiet_offices_page,
    "own-document": samples.own_document_page,
    "pdf-view": samples.pdf_view_page,
    "people": people.people_page,
    "people-columns": people.people_columns_page,
    "people-faults": people.people_faults_page,
    "people-import": people.people_import_page,
    "people-preview": people.people_preview_page,
    "person": people.person_page,
    "person-add": people.person_add_page,
    "person-change": people.person_change_page,
    "person-left": people.person_left_page,
    "phone-cover": samples.phone_cover,
    "policy": around.policy_page,
    "question": samples.question_page,
    "reading": around.reading_page,
    "record-requests": requests.record_page,
    "recover": set_up.recover_page,
    "request": requests.question_page,
    "request-decided": requests.decided_page,
    "request-closed": requests.closed_page,
    "request-end": requests.end_page,
    "request-withdraw": requests.withdraw_page,
    "register": register.register_page,
    "register-empty": register.nobody_page,
    "register-none": register.none_page,
    "set-up-backup": set_up.backup_page,
    "set-up-offices": set_up.offices_page,
    "set-up-people": set_up.people_page,
    "set-up-policy": set_up.policy_page,
    "set-up-ready": set_up.ready_page,
    "set-up-recovery": set_up.recovery_page,
    "set-up-school": set_up.school_page,
    "set-up-stands": set_up.stands_page,
    "sign-in": around.sign_in_page,
    "sign-in-typed": around.sign_in_typed_page,
    "signed": around.signed_page,
    "speak": speaking.speak_page,
    "speak-none": speaking.nobody_page,
    "speak-one": speaking.speak_one_page,
    "speak-recorded": speaking.recorded_page,
    "stop-card": around.stop_card_page,
    "stop-card-told": around.stop_card_told_page,
    "take-over": offices.take_over_page,
    "to-do-done": around.to_do_done_page,
    "school-before-start": school.before_start_page,
    "school-changed": school.changed_page,
    "school-check-and-sign": school.check_and_sign_page,
    "school-home": school.home_page,
    "school-home-left": school.home_left_page,
    "school-home-signed": school.home_signed_page,
    "school-person": school.person_page,
    "school-question": school.question_page,
    "school-record": school.record_page,
    "school-register": school.register_page,
    "school-signed": school.signed_page,
    "school-to-do-done": school.to_do_done_page,
    "decided": deciding.decided_page,
    "decided-none": deciding.decided_none_page,
    "decisions": deciding.decisions_page,
    "decisions-none": deciding.decisions_none_page,
    "decisions-own": deciding.decisions_own_page,
    "decisions-question": deciding.decisions_question_page,
    "decisions-refuse": deciding.decisions_refuse_page,
    "decisions-terms": deciding.decisions_terms_page,
    "paper-view": deciding.paper_view_page,
    "revoke": deciding.revoke_page,
    "same-terms": deciding.same_terms_page,
    "slip-compare": deciding.slip_compare_page,
    "slip-compare-pdf": deciding.slip_compare_pdf_page,
    "slip-enter": deciding.slip_enter_page,
    "slips": deciding.slips_page,
    "slips-none": deciding.slips_none_page,
    "standing": deciding.standing_page,
    "standing-some": deciding.standing_some_page,
    "today": deciding.today_page,
    "today-none": deciding.today_none_page,
    "welcome": around.welcome_page,
    "your-keys": around.your_keys_page,
    **{kind.page_id: partial(_of_gallery, kind) for kind in GALLERY},
}
