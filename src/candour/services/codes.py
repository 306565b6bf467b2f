"""A new code here and now: at the sign-in page, for somebody who stands beside a keeper and has lost theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.errors import Refused
from candour.register import people as people_rows
from candour.services.keepers import Keepers, Slip

if TYPE_CHECKING:
    from candour.services.ports import Keysmith, Slots
    from candour.services.sign_in import SignIn


class CodesAtSignIn:
    """Gives one code and is signed out again at once, whatever happened."""

    def __init__(self, sign_in: SignIn, slots: Slots, smith: Keysmith) -> None:
        self._sign_in = sign_in
        self._slots = slots
        self._smith = smith

    def give(self, keeper: str, passphrase: str, whose: str) -> Slip:
        """Give a new code to somebody, by the keeper's and their staff number or school e-mail.

        Raises NotMatching for a wrong passphrase, Refused for somebody who is no keeper or is not known.
        """
        if self._slots.open(keeper, passphrase).kind == "code":
            # signing in with a code makes keys and shows words once: that belongs to the person's own sign-in
            raise Refused("Sign in yourself first and choose a passphrase: then you can give others a code.")
        try:
            self._sign_in.sign_in(keeper, passphrase)
            session = self._sign_in.session
            with session.register.read() as at:
                person = people_rows.find(at, whose)
            if person is None:
                raise Refused("Nobody has that staff number or school e-mail: look it up under People.")
            return Keepers(session, self._slots, self._smith).invite(person.person)
        finally:
            self._sign_in.lock()
