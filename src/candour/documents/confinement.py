"""A child that parses hostile files may read the app's own code and nothing else: Landlock, where Linux has it.

Kernel documentation: userspace-api/landlock. The rights and system call numbers are the kernel's, the same on
every processor. Elsewhere, and on older kernels, nothing happens: the limits of `check_child` stand alone.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from candour.resources import resource_root

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_ASK_VERSION, _BENEATH = 1, 1
_NO_NEW_PRIVILEGES = 38  # prctl

_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many of the rights on files each version of Landlock can take away; from 5 on, all 16."""
_NETWORK_SINCE, _NETWORK = 4, 0b11
"""Binding and connecting TCP sockets."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def confine() -> bool:
    """Give up, for good, every file but the app's own (to read), every program and every TCP connection.

    Returns whether that was possible; False on another system or a kernel without Landlock.
    """
    if sys.platform != "linux":
        return False
    kernel = ctypes.CDLL(None, use_errno=True)
    version = kernel.syscall(_CREATE, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    files = (1 << _RIGHTS.get(version, 16)) - 1
    network = _NETWORK if version >= _NETWORK_SINCE else 0
    ruleset = _Ruleset(files, network)
    size = ctypes.sizeof(ruleset) if network else 8
    rules = kernel.syscall(_CREATE, ctypes.byref(ruleset), size, 0)
    for folder in filter(Path.is_dir, _folders()):
        _allow_reading(kernel, rules, folder)
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    done = kernel.syscall(_RESTRICT, rules, 0)
    os.close(rules)
    return bool(done == 0)


def _folders() -> set[Path]:
    """Return where code and resources lie: some of it is imported only when a file asks for it."""
    here = Path(__file__).parents[1]
    system = (Path(name) for name in ("/usr/lib", "/usr/lib64", "/lib", "/lib64"))
    return {here, resource_root(), Path(sys.prefix), Path(sys.base_prefix), *system}


def _allow_reading(kernel: ctypes.CDLL, rules: int, folder: Path) -> None:
    opened = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    rule = _Beneath(_READ_FILE | _READ_FOLDER, opened)
    kernel.syscall(_ADD, rules, _BENEATH, ctypes.byref(rule), 0)
    os.close(opened)
