"""The real keyring of a Linux desktop: GNOME Keyring as Secret Service, on a session bus of its own."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager

import pytest

from candour.keys.vault import open_vault

SECRET = bytes(range(256))[:32]


@pytest.fixture
def desktop_session(tmp_path, monkeypatch):
    """Start a session bus and an unlocked keyring that belong to this test alone, and end both."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with ended(["dbus-daemon", "--session", "--nofork", "--print-address=1"]) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
        with ended(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]) as keyring:
            keyring.stdin.write("invented")
            keyring.stdin.close()
            keyring.stdout.read()  # which it closes once it is there
            yield


@contextmanager
def ended(command):
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        try:
            yield program
        finally:
            program.terminate()


def test_the_keyring_of_a_linux_desktop_keeps_the_contract_of_every_vault(desktop_session):
    kept = open_vault()
    assert kept.get("register-1") is None
    for secret in (SECRET, b"", b"\0", b"x" * 512):
        kept.put("register-1", secret)
        assert kept.get("register-1") == secret
    kept.put("register-2", b"two")
    kept.forget("register-1")
    kept.forget("register-1")
    assert (kept.get("register-1"), kept.get("register-2")) == (None, b"two")
