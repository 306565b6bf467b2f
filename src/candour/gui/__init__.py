"""The windows: PySide6 lives here and nowhere else."""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # The wheels of PySide6 6.12 return None and True without counting the reference: with every call that returns
    # nothing, and with every signal emitted. From Python 3.12 on these are immortal (PEP 683); before, the
    # interpreter ends after some thousand calls. So they get references that no run can use up.
    for kept in (None, True, False, NotImplemented, ...):
        ctypes.c_ssize_t.from_address(id(kept)).value += 1 << 60
