"""Everything that one signed-in person can do, each thing asked for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.services.activity import Activity
from candour.services.answers_of_one import AnswersOfOne
from candour.services.asking import Asking
from candour.services.bringing import Bringing, Brought
from candour.services.chair_papers import ChairPapers
from candour.services.checking import Checking
from candour.services.codes import CodesAtSignIn
from candour.services.copies import Copies
from candour.services.decided_list import DecidedList
from candour.services.deciding import Deciding
from candour.services.decisions import Decisions
from candour.services.declaring import Declaring
from candour.services.exporting import Exporting
from candour.services.first_run import FirstRun
from candour.services.going import GoingReading
from candour.services.governors import Governors
from candour.services.held import HeldAboutMe
from candour.services.holidays import Holidays
from candour.services.keepers import Keepers
from candour.services.lapsing import Lapsing
from candour.services.my_check import MyCheck
from candour.services.my_requests import MyRequests
from candour.services.my_year import MyYear
from candour.services.offices import Offices
from candour.services.packs import Packs
from candour.services.paper_decisions import PaperDecisions
from candour.services.paper_declarations import PaperDeclarations
from candour.services.paper_envelopes import PaperEnvelopes
from candour.services.paper_forms import PaperForms
from candour.services.paper_records import PaperRecords
from candour.services.passphrase import Passphrase
from candour.services.people import People
from candour.services.people_import import PeopleImport
from candour.services.people_list import PeopleList
from candour.services.policy_document import PolicyDocument
from candour.services.record import Record
from candour.services.register_view import RegisterReading
from candour.services.reminding import Reminding
from candour.services.reports import Reports
from candour.services.request_drafts import RequestDrafts
from candour.services.requests import Requests
from candour.services.rounds import Rounds
from candour.services.rounds_reading import RoundsReading
from candour.services.sealing import Sealing
from candour.services.sitting import Sitting
from candour.services.slips import Slips
from candour.services.speaking import Speaking
from candour.services.standing_approvals import StandingApprovals
from candour.services.today import TodayReading
from candour.services.updating import Updating

if TYPE_CHECKING:
    from candour.services.ports import Documents, Keysmith, Slots
    from candour.services.sign_in import SignIn


class Desk:
    """Hands out the services of whoever is signed in; each raises Refused when nobody is."""

    def __init__(self, sign_in: SignIn, slots: Slots, smith: Keysmith, documents: Documents) -> None:
        self.sign_in = sign_in
        self._slots = slots
        self._smith = smith
        self._documents = documents

    def my_check(self, checklist: str = "") -> MyCheck:
        """Return one of the person's own checks, by the id of its checklist; "": that of everybody."""
        return MyCheck(self.sign_in.session, self._smith, checklist)

    def declaring(self, checklist: str = "") -> Declaring:
        """Return what prepares and signs; it holds what was shown until it is signed."""
        return Declaring(self.sign_in, self.my_check(checklist), self._smith, self._documents)

    def updating(self, checklist: str = "") -> Updating:
        """Return what begins an update after signing, and lets it go."""
        return Updating(self.sign_in.session, self._smith, self.my_check(checklist))

    def my_year(self) -> MyYear:
        """Return the person's year at a glance."""
        return MyYear(self.sign_in.session, self._smith, self.my_check())

    def my_record(self) -> Record:
        """Return what the person has signed, asked for, and still has to do."""
        return Record(self.sign_in.session, self._smith, self.my_check())

    def held(self) -> HeldAboutMe:
        """Return all that is held about the person, and who opened it."""
        return HeldAboutMe(self.sign_in.session, self._smith, self.my_check(), self._documents)

    def policy_document(self) -> tuple[str, bytes]:
        """Return the school's own policy document: its name and bytes; Refused when none is attached."""
        return PolicyDocument(self.sign_in.session).read()

    def attach_policy_document(self, name: str, content: bytes) -> None:
        """Attach the school's own policy document, a PDF; for HR."""
        PolicyDocument(self.sign_in.session).attach(name, content)

    def reports(self) -> Reports:
        """Return what records a report from the stop card."""
        return Reports(self.sign_in.session, self._smith)

    def speaking(self) -> Speaking:
        """Return whom the person is to speak to, by the offices that they hold."""
        return Speaking(self.sign_in.session, self._smith, self.brought())

    def bringing(self) -> Bringing:
        """Return what brings something to the Headteacher."""
        return Bringing(self.sign_in.session, self._smith, self._documents)

    def brought(self) -> Brought:
        """Return what was brought to the person as Headteacher or chair."""
        return Brought(self.sign_in.session, self._smith, self._documents)

    def requests(self) -> Requests:
        """Return what sends exception requests."""
        return Requests(self.sign_in.session, self._smith)

    def asking(self) -> Asking:
        """Return what reads what a request can be written with."""
        return Asking(self.sign_in.session, self.my_check())

    def request_drafts(self) -> RequestDrafts:
        """Return what keeps requests that are not sent."""
        return RequestDrafts(self.sign_in.session, self._smith)

    def my_requests(self) -> MyRequests:
        """Return the person's own requests, one at a time."""
        return MyRequests(self.sign_in.session, self._smith)

    def lapsing(self) -> Lapsing:
        """Return what writes down which exceptions have ended."""
        return Lapsing(self.sign_in.session)

    def passphrase(self) -> Passphrase:
        """Return what keeps or lets go a person's keys after signing."""
        return Passphrase(self.sign_in.session, self._slots, self._smith)

    def copies(self) -> Copies:
        """Return what hands the person their own PDFs."""
        return Copies(self.sign_in.session, self._smith, self._paper_records())

    def people(self) -> People:
        """Return HR's work on the list of people."""
        return People(self.sign_in.session, self._documents.lacking)

    def people_list(self) -> PeopleList:
        """Return what HR sees of people."""
        return PeopleList(self.sign_in.session, self._smith)

    def people_import(self) -> PeopleImport:
        """Return HR's import of a staff file."""
        return PeopleImport(self.sign_in.session, self._documents.lacking)

    def codes(self) -> CodesAtSignIn:
        """Return what gives a code at the sign-in page, where nobody is signed in."""
        return CodesAtSignIn(self.sign_in, self._slots, self._smith)

    def keepers(self) -> Keepers:
        """Return a keeper's work: inviting and confirming."""
        return Keepers(self.sign_in.session, self._slots, self._smith)

    def offices(self) -> Offices:
        """Return what shows the offices and passes their reading keys on."""
        return Offices(self.sign_in.session, self._smith)

    def answers_of_one(self) -> AnswersOfOne:
        """Return what opens one person's answers, for the Headteacher and the chair."""
        return AnswersOfOne(self.sign_in.session, self._smith, self.my_check())

    def rounds(self) -> Rounds:
        """Return HR's work on rounds."""
        return Rounds(self.sign_in.session)

    def rounds_reading(self) -> RoundsReading:
        """Return what HR sees of rounds and policy."""
        return RoundsReading(self.sign_in.session)

    def packs(self) -> Packs:
        """Return HR's work on the policy pack."""
        return Packs(self.sign_in.session)

    def sealing(self) -> Sealing:
        """Return a keeper's sealing of new declarations."""
        return Sealing(self.sign_in.session, self._smith, self._documents)

    def first_run(self) -> FirstRun:
        """Return what whoever set the school up does next."""
        return FirstRun(self.sign_in.session, self._smith, self._documents)

    def slips(self) -> Slips:
        """Return a keeper's printing of invitation slips."""
        return Slips(self.sign_in.session, self._slots, self._smith, self._documents)

    def today(self) -> TodayReading:
        """Return what tells whoever decides what waits for them."""
        return TodayReading(self.sign_in.session, self._smith, self.speaking())

    def decisions(self) -> Decisions:
        """Return the requests that wait, as who decides them reads them."""
        return Decisions(self.sign_in.session, self._smith)

    def deciding(self) -> Deciding:
        """Return what decides requests."""
        return Deciding(self.sign_in, self.my_check(), self._smith, self._documents)

    def decided(self) -> DecidedList:
        """Return what was decided, for who decides."""
        return DecidedList(self.sign_in.session, self._smith)

    def chair_papers(self) -> ChairPapers:
        """Return what prints a request and an answer slip for the chair."""
        return ChairPapers(self.sign_in.session, self.my_check(), self._smith, self._documents)

    def paper_decisions(self) -> PaperDecisions:
        """Return the answer slips that were entered, and what confirms them."""
        return PaperDecisions(self.sign_in.session, self._smith)

    def paper_declarations(self) -> PaperDeclarations:
        """Return the declarations on paper, and what enters and confirms them."""
        return PaperDeclarations(self.sign_in.session, self.my_check())

    def paper_envelopes(self) -> PaperEnvelopes:
        """Return the closed envelopes that came with papers."""
        return PaperEnvelopes(self.sign_in.session)

    def paper_forms(self) -> PaperForms:
        """Return HR's printing of forms for declarations on paper."""
        return PaperForms(self.sign_in.session, self.my_check(), self._documents)

    def _paper_records(self) -> PaperRecords:
        return PaperRecords(self.sign_in.session, self.my_check(), self._documents)

    def standing_approvals(self) -> StandingApprovals:
        """Return the Headteacher's standing approvals."""
        return StandingApprovals(self.sign_in.session)

    def checking(self) -> Checking:
        """Return what checks PDFs against this register."""
        return Checking(self.sign_in.session, self._smith, self._documents)

    def exporting(self) -> Exporting:
        """Return HR's export of declarations."""
        return Exporting(self.sign_in, self._smith, self._documents, self.sealing(), self._paper_records())

    def register_view(self) -> RegisterReading:
        """Return HR's register of a round."""
        return RegisterReading(self.sign_in.session)

    def reminding(self) -> Reminding:
        """Return HR's reminders."""
        return Reminding(self.sign_in.session, self._documents)

    def holidays(self) -> Holidays:
        """Return HR's list of the days on which the school is closed."""
        return Holidays(self.sign_in.session, self._documents)

    def going(self) -> GoingReading:
        """Return the pictures of a check, for HR and for whoever decides."""
        return GoingReading(self.sign_in.session)

    def sitting(self) -> Sitting:
        """Return what a sitting of everyone reads between two people; it outlasts the session that asks for it."""
        return Sitting(self.sign_in.session, self.sign_in.open_register)

    def governors(self) -> Governors:
        """Return what tells governors and inspectors of a check without names."""
        return Governors(self.sign_in.session, self._smith, self._documents, self.checking())

    def activity(self) -> Activity:
        """Return HR's reading of the journal in plain words."""
        return Activity(self.sign_in.session, self._documents)
