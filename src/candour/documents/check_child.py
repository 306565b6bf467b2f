"""The child process in which hostile files are parsed: `python -m candour.documents.check_child`.

It reads frames from its standard input (eight bytes of length, then as many bytes), the root first ("" for
none), then file after file, and answers each file with one line of JSON: a Finding. It opens nothing itself.
`check_batch` is the other side.

Limits: MEMORY of address space and SECONDS of processor time for each file, no file written, no core dumped,
and on Linux what `confinement` takes away. Windows has none of these; there the parent's clock alone ends a
child.
"""

from __future__ import annotations

import os
import sys
from typing import IO

import msgspec

MEMORY = 768 * 1024 * 1024
"""Bytes of address space (design.md, section 10)."""

SECONDS = 8
"""Processor seconds for one file, and on the parent's clock: an answer within ten (design.md, section 10)."""

READY = b"ready\n"


def main() -> None:
    """Serve files until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes elsewhere than the answers
    questions = sys.stdin.buffer
    from candour.documents.checking import check  # noqa: PLC0415 - what it imports is counted as made ready
    from candour.documents.confinement import confine  # noqa: PLC0415 - the parent needs it not

    root = _frame(questions) or None
    limit_all()
    confine()
    answers.write(READY)
    answers.flush()
    while (data := _frame(questions)) is not None:
        limit_next()
        answers.write(msgspec.json.encode(check(data, root)) + b"\n")
        answers.flush()


def _frame(questions: IO[bytes]) -> bytes | None:
    head = questions.read(8)
    return questions.read(int.from_bytes(head, "big")) if head else None


if sys.platform == "win32":

    def limit_all() -> None:
        """Windows knows no such limits."""

    def limit_next() -> None:
        """Windows knows no such limits."""

else:
    import resource

    def limit_all() -> None:
        """Limit memory, and forbid writing files and dumping core, from here on."""
        for kind, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (most, most))

    def limit_next() -> None:
        """Allow the next file its processor seconds; the kernel counts those of the whole process."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + 1 + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
