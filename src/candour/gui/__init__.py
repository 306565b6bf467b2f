"""The windows: PySide6 lives here and nowhere else."""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # The wheels of PySide6 6.12 give one reference to None too many back with every call that returns nothing.
    # From Python 3.12 on None is immortal (PEP 683); before, the interpreter ends after some thousand calls with
    # "deallocating None". So None gets references that no run can use up.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60
