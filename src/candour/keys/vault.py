"""The computer account's keyring as a cache for the register's key, so that the list of names can show.

Losing what it holds loses nothing: the slots open the register still. Which back-end is used is decided
here and never by an environment variable or a file, either of which could send the key elsewhere.
"""

from __future__ import annotations

import base64
import binascii
import sys
from typing import TYPE_CHECKING, Protocol

import msgspec

from candour.errors import Trouble
from candour.keys.files import OPEN_TO_ITS_OWNER, alone, read_file, replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from keyring.backend import KeyringBackend

SERVICE = "Candour"
# Windows takes 1,280 characters (facts/trust.md 5.5); a key is 32 bytes, so this is far from it.
LONGEST = 512


class NoVault(Trouble):
    """This computer account has no keyring that works."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This computer account has no keyring that Candour can use ({why}). "
            "Type your staff number or school e-mail to sign in instead."
        )


class Vault(Protocol):
    """Where this computer account remembers a few short secrets."""

    def get(self, name: str) -> bytes | None:
        """Return what is remembered under the name, or None; raises NoVault."""
        ...

    def put(self, name: str, secret: bytes) -> None:
        """Remember a secret of at most 512 bytes, in place of an earlier one; raises NoVault."""
        ...

    def forget(self, name: str) -> None:
        """Forget what is under the name, if anything; raises NoVault."""
        ...


class KeyringVault:
    """A vault in an operating system's keyring, through one back-end that was chosen in code."""

    def __init__(self, backend: KeyringBackend, service: str = SERVICE) -> None:
        self._backend = backend
        self._service = service

    def get(self, name: str) -> bytes | None:
        """Return what the keyring holds under the name, or None; raises NoVault."""
        try:
            text = self._backend.get_password(self._service, name)
        except Exception as reason:  # back-ends raise what their system raises
            raise NoVault(_why(reason)) from reason
        return None if text is None else _decoded(text)

    def put(self, name: str, secret: bytes) -> None:
        """Remember a secret and read it back; raises NoVault when it was not kept."""
        text = _encoded(secret)
        try:
            self._backend.set_password(self._service, name, text)
        except Exception as reason:
            raise NoVault(_why(reason)) from reason
        if self.get(name) != secret:
            raise NoVault("it did not keep what it was given")

    def forget(self, name: str) -> None:
        """Forget what is under the name, if anything; raises NoVault when it stays."""
        if self.get(name) is None:
            return
        try:
            self._backend.delete_password(self._service, name)
        except Exception as reason:
            raise NoVault(_why(reason)) from reason
        if self.get(name) is not None:
            raise NoVault("it did not forget what it was told to")


class FolderVault:
    """A vault in a file that only its owner may read: for the sample school, the tour and the tests."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> bytes | None:
        """Return what the file holds under the name, or None; raises NoVault when it is damaged."""
        return self._all().get(name)

    def put(self, name: str, secret: bytes) -> None:
        """Remember a secret of at most 512 bytes, in place of an earlier one."""
        _encoded(secret)
        with alone(self._path):
            self._write({**self._all(), name: secret})

    def forget(self, name: str) -> None:
        """Forget what is under the name, if anything."""
        with alone(self._path):
            self._write({other: secret for other, secret in self._all().items() if other != name})

    def _all(self) -> dict[str, bytes]:
        try:
            return msgspec.json.decode(read_file(self._path) or b"{}", type=dict[str, bytes])
        except msgspec.DecodeError as reason:
            raise NoVault("what it holds is damaged") from reason

    def _write(self, secrets: dict[str, bytes]) -> None:
        replace_file(self._path, msgspec.json.encode(secrets), OPEN_TO_ITS_OWNER)


def open_vault() -> KeyringVault:
    """Return the vault of this computer account; raises NoVault where there is none.

    Windows Credential Manager, macOS Keychain or a Secret Service (GNOME Keyring, KWallet, KeePassXC).
    """
    try:
        return KeyringVault(_backend())
    except Exception as reason:  # a back-end that is not viable raises what its system raises
        raise NoVault(_why(reason)) from reason


def _backend() -> KeyringBackend:
    # keyring is imported here, not above: it must not hold up the first window.
    if sys.platform == "win32":
        from keyring.backends import Windows  # noqa: PLC0415

        return _viable(Windows.WinVaultKeyring, persist="local machine")  # the default roams to other computers
    if sys.platform == "darwin":
        from keyring.backends import macOS  # noqa: PLC0415

        return _viable(macOS.Keyring, keychain=None)  # which KEYCHAIN_PATH could set
    from keyring.backends import SecretService  # noqa: PLC0415

    return _viable(SecretService.Keyring, appid=SERVICE, scheme="default")


def _viable(kind: type[KeyringBackend], **settings: object) -> KeyringBackend:
    if kind.priority <= 0:  # asking raises RuntimeError, with the cause, where it cannot work
        raise RuntimeError("it is switched off")
    backend = kind()
    # A back-end takes properties from KEYRING_PROPERTY_… variables when it is made; none may stay.
    vars(backend).clear()
    for name, value in settings.items():
        setattr(backend, name, value)
    return backend


def _encoded(secret: bytes) -> str:
    if len(secret) > LONGEST:
        raise ValueError(f"a vault takes {LONGEST} bytes at most")
    return base64.b64encode(secret).decode("ascii")


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return None  # somebody else's entry, or a damaged one: a cache that holds nothing


def _why(reason: Exception) -> str:
    return str(reason).strip().rstrip(".") or type(reason).__name__
