"""The contract that every vault keeps, and how the real one is chosen.

What is real here: `keyring`'s own back-end interface and its null and fail back-ends. What is not: the
keyrings of Windows, macOS and the Secret Service, which need a desktop session.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import PasswordDeleteError

import candour
from candour.keys import vault
from candour.keys.vault import FolderVault, KeyringVault, NoVault

SOURCE = str(Path(candour.__file__).parents[1])
SECRET = bytes(range(256))[:32]


class KeyringInMemory(KeyringBackend):
    """A whole back-end that keeps passwords for as long as the test lasts."""

    priority = -1.0  # never chosen by keyring itself

    def __init__(self):
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[service, username]


@pytest.fixture(params=["folder", "keyring back-end in memory"])
def kept_vault(request, tmp_path):
    if request.param == "folder":
        return FolderVault(tmp_path / "vault.json")
    return KeyringVault(KeyringInMemory())


class TestEveryVault:
    def test_gives_back_what_it_was_given(self, kept_vault):
        kept_vault.put("register-1", SECRET)
        assert kept_vault.get("register-1") == SECRET

    def test_keeps_any_bytes(self, kept_vault):
        for secret in (b"", b"\0", bytes(range(256)), "Łukasz".encode(), b"x" * 512):
            kept_vault.put("register-1", secret)
            assert kept_vault.get("register-1") == secret

    def test_holds_nothing_under_a_name_it_never_heard(self, kept_vault):
        assert kept_vault.get("register-1") is None

    def test_keeps_names_apart(self, kept_vault):
        kept_vault.put("register-1", b"one")
        kept_vault.put("register-2", b"two")
        assert (kept_vault.get("register-1"), kept_vault.get("register-2")) == (b"one", b"two")

    def test_keeps_the_newest(self, kept_vault):
        kept_vault.put("register-1", b"one")
        kept_vault.put("register-1", b"two")
        assert kept_vault.get("register-1") == b"two"

    def test_forgets_what_it_is_told_to_and_nothing_else(self, kept_vault):
        kept_vault.put("register-1", b"one")
        kept_vault.put("register-2", b"two")
        kept_vault.forget("register-1")
        kept_vault.forget("register-1")
        assert (kept_vault.get("register-1"), kept_vault.get("register-2")) == (None, b"two")

    def test_takes_nothing_that_windows_could_not_keep(self, kept_vault):
        with pytest.raises(ValueError, match="512 bytes at most"):
            kept_vault.put("register-1", bytes(513))
        assert kept_vault.get("register-1") is None


def test_a_folder_vault_is_open_to_its_owner_alone_and_outlives_its_object(tmp_path):
    FolderVault(tmp_path / "vault.json").put("register-1", SECRET)
    assert (tmp_path / "vault.json").stat().st_mode & 0o777 == 0o600
    assert FolderVault(tmp_path / "vault.json").get("register-1") == SECRET


def test_a_damaged_folder_vault_says_so(tmp_path):
    (tmp_path / "vault.json").write_bytes(b"{")
    with pytest.raises(NoVault, match="damaged"):
        FolderVault(tmp_path / "vault.json").get("register-1")


def test_a_keyring_that_loses_what_it_is_given_is_noticed_at_once():
    with pytest.raises(NoVault, match=r"did not keep .* staff number or school e-mail"):
        KeyringVault(null.Keyring()).put("register-1", SECRET)


def test_a_keyring_that_is_none_is_no_vault_and_says_why():
    none = KeyringVault(fail.Keyring())
    for act in (lambda: none.get("r"), lambda: none.put("r", SECRET), lambda: none.forget("r")):
        with pytest.raises(NoVault, match="No recommended backend was available"):
            act()


def test_a_keyring_that_does_not_forget_is_noticed():
    class Stubborn(KeyringInMemory):
        def delete_password(self, service, username):
            """Do nothing, as a keyring with a rule of its own might."""

    stubborn = KeyringVault(Stubborn())
    stubborn.put("register-1", SECRET)
    with pytest.raises(NoVault, match="did not forget"):
        stubborn.forget("register-1")


def test_somebody_elses_entry_in_the_keyring_counts_as_none():
    backend = KeyringInMemory()
    backend.set_password(vault.SERVICE, "register-1", "some!body")
    assert KeyringVault(backend).get("register-1") is None


def test_properties_set_by_the_environment_do_not_reach_the_back_end(monkeypatch):
    class Open(KeyringInMemory):
        priority = 5.0

    monkeypatch.setenv("KEYRING_PROPERTY_FILE", "/elsewhere")
    assert vars(Open())["file"] == "/elsewhere"
    assert vars(vault._viable(Open, scheme="default")) == {"scheme": "default"}


def run(script, **environment):
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": SOURCE, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


OPEN = """
from candour.keys.vault import NoVault, open_vault
try:
    print("opened", open_vault()._backend)
except NoVault as reason:
    print(reason)
"""


def test_a_keyring_named_by_the_environment_is_never_used():
    ended = run(
        OPEN,
        PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring",
        DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere/at/all",
    )
    assert ended.stderr == ""
    assert "no keyring that Candour can use" in ended.stdout


def test_keyring_is_not_imported_before_a_vault_is_opened():
    ended = run("import sys, candour.keys.vault; print([m for m in sys.modules if m.startswith('keyring')])")
    assert (ended.stdout, ended.stderr) == ("[]\n", "")
