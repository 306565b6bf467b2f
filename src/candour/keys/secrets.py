"""What people hold on paper or in their head: the recovery words, the code on a slip, the passphrase."""

from __future__ import annotations

import base64
import functools
import re
import secrets
import unicodedata
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from mnemonic import Mnemonic

from candour.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

SECRET_BYTES = 32
SECRET_WORDS = 24
CODE_BYTES = 10  # 80 random bits
CODE_CHARACTERS = 16
SHORTEST_PASSPHRASE = 12
PROPOSED_WORDS = 4
# zxcvbn's own scale: under 10^8 guesses is "somewhat guessable", even against a slow hash.
FEWEST_GUESSES = 10**8
ZXCVBN_LONGEST = 72  # it refuses to look at more
SIX_WORDS = 6
BITS_PER_WORD = 11

_LOOKALIKES = str.maketrans("018", "OIB")
_CODE = re.compile(r"[A-Z2-7]{16}")
_WORD = re.compile(r"[^\W\d_]+")


@functools.cache
def _mnemonic() -> Mnemonic:
    return Mnemonic("english")


def new_secret() -> bytes:
    """Return a new recovery secret: 32 random bytes, from which the school's keys follow."""
    return secrets.token_bytes(SECRET_BYTES)


def secret_to_words(secret: bytes) -> tuple[str, ...]:
    """Return the 24 words of the recovery sheet for a secret of 32 bytes (BIP 39, English list)."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 32 bytes")
    return tuple(_mnemonic().to_mnemonic(secret).split())


def words_to_secret(text: str) -> bytes:
    """Return the secret behind 24 typed words; case, spacing and numbering are forgiven.

    Raises Refused when a word is not in the list (naming it and its place), when there are not 24,
    or when the check digits inside them say that they do not belong together (BIP 39).
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", text).lower())
    known = set(_mnemonic().wordlist)
    for place, word in enumerate(words, start=1):
        if word not in known:
            raise Refused(f"Word {place}, “{word}”, is not in the list: look at the recovery sheet again.")
    if len(words) != SECRET_WORDS:
        raise Refused(f"The recovery sheet has {SECRET_WORDS} words and you typed {len(words)}.")
    try:
        return bytes(_mnemonic().to_entropy(words))
    except ValueError as reason:
        raise Refused("These words do not belong together: compare each with the recovery sheet.") from reason


def register_key(secret: bytes) -> bytes:
    """Return the 32-byte key that opens the register (design.md section 4)."""
    return expand(secret, b"candour/register-key/v1\0")


def school_key(secret: bytes) -> bytes:
    """Return the 32-byte key that the school's root and seal keys are wrapped under."""
    return expand(secret, b"candour/school-key/v1\0")


def office_key(secret: bytes) -> bytes:
    """Return the 32-byte key that an office's reading key is wrapped under, from that office's own secret."""
    return expand(secret, b"candour/office-key/v1\0")


def expand(secret: bytes, purpose: bytes) -> bytes:
    """Return 32 bytes for one purpose from a secret that is already uniformly random (HKDF, RFC 5869).

    The purpose is a domain tag, so that no key ever serves two ends.
    """
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret)


def new_code() -> str:
    """Return a new code for an invitation slip: 80 random bits as XXXX-XXXX-XXXX-XXXX (RFC 4648 base32)."""
    return _in_fours(base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode("ascii"))


def tidy_code(text: str) -> str:
    """Return a typed code as it is printed; case, blanks, dashes and 0, 1, 8 for O, I, B are forgiven.

    RFC 4648 section 6 leaves those three digits out for this reason. Raises Refused for anything that
    cannot be a code.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LOOKALIKES)
    bare = re.sub(r"[\s\-\u2010-\u2015]", "", plain)
    if not _CODE.fullmatch(bare):
        raise Refused("That is not a code: it has 16 letters and digits, as on your slip.")
    return _in_fours(bare)


def _in_fours(bare: str) -> str:
    return "-".join(bare[start : start + 4] for start in range(0, CODE_CHARACTERS, 4))


def proposed_passphrase() -> str:
    """Return four random words as a proposal for a passphrase (44 random bits)."""
    return " ".join(secrets.choice(_mnemonic().wordlist) for _ in range(PROPOSED_WORDS))


def check_passphrase(text: str, own_words: Iterable[str] = ()) -> None:
    """Raise Refused for a passphrase under 12 characters, or one that is easily guessed.

    `own_words` are the person's and the school's names and the like, which a guesser would try first.
    """
    plain = unicodedata.normalize("NFKC", text)
    if len(plain.strip()) < SHORTEST_PASSPHRASE:
        raise Refused("A passphrase has at least 12 characters: four words are easy to keep in mind.")
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a moment, and most sign-ins never need them

    guessable = [word for words in own_words for word in words.split()]
    verdict = zxcvbn(plain[:ZXCVBN_LONGEST], user_inputs=guessable)
    if verdict["guesses"] < FEWEST_GUESSES or _only_own_words(plain, guessable):
        raise Refused("That passphrase is easily guessed: take the four words proposed, or add a word.")


def words_of(digest: bytes) -> tuple[str, ...]:
    """Return six words for the first 66 bits of a digest, to be compared aloud."""
    number = int.from_bytes(digest, "big") >> (len(digest) * 8 - SIX_WORDS * BITS_PER_WORD)
    steps = range((SIX_WORDS - 1) * BITS_PER_WORD, -1, -BITS_PER_WORD)
    return tuple(_mnemonic().wordlist[(number >> step) % 2**BITS_PER_WORD] for step in steps)


def _only_own_words(text: str, own_words: Iterable[str]) -> bool:
    """Whether nothing is left of a passphrase but names that everybody here knows.

    zxcvbn counts the order of four known words as if it were random; nobody writes a school's name otherwise.
    """
    known = {word.casefold() for own in own_words for word in _WORD.findall(own)}
    return all(word.casefold() in known for word in _WORD.findall(text))
