"""The two families of known trouble; whatever is neither of them is a bug and may be loud."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - the house's word: something was refused, and the person can act
    """What was asked is refused, and the message tells the person in one plain sentence what to do."""


class NotMatching(Refused):
    """A passphrase or code does not match; the sign-in page makes the next try wait."""


class Trouble(Exception):  # noqa: N818 - the house's word: the environment is in trouble, not the program
    """The environment failed (disk, network, keyring, file rights); the message says what to do."""
