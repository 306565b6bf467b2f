"""Checking files in child processes, one or thousands; whatever a file does, it is a finding of that file.

Imports nothing heavy: pyHanko and reportlab live in the children.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Timer
from typing import TYPE_CHECKING

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificate

import candour
from candour.documents.check_child import MEMORY, READY, SECONDS
from candour.documents.verdicts import DAMAGED, MOST, NOT_OPENED, TOO_LARGE, Finding, Verdict
from candour.errors import Refused, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JOBS = 2
_START = 60
"""Seconds within which a child must be ready: a slow disk imports for long."""

_NO_CHILD = "The part of the app that checks PDFs did not start; install the app again."


class CheckChild:
    """A child process that checks one file after the other, started anew after each one that broke it."""

    def __init__(self, root: bytes | None, *, seconds: float = SECONDS) -> None:
        self._root = root
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def check(self, data: bytes) -> Finding:
        """Return the finding on a file's bytes; Damaged if the child did not answer in time or died of it.

        Raises Trouble when no child can be started at all.
        """
        for _ in range(2):  # twice where the child had died between two files: that is not this file's doing
            process = self._process = self._process or self._started()
            answer = self._asked(process, data, self._seconds)
            if answer and answer.endswith(b"\n"):
                return msgspec.json.decode(answer, type=Finding)
            self.close()
            if answer is not None:
                break
        why = f"the check was stopped: more than {self._seconds:g} s, or {MEMORY >> 20} MB"
        return Finding(Verdict.DAMAGED, DAMAGED, hashlib.sha256(data).hexdigest(), details=why)

    def close(self) -> None:
        """End the child, if there is one."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    _closed(pipe)

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            process = self._process = subprocess.Popen(
                [sys.executable, "-m", "candour.documents.check_child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
            )
        except OSError as error:
            raise Trouble(_NO_CHILD) from error
        if self._asked(process, self._root or b"", _START) != READY:
            self.close()
            raise Trouble(_NO_CHILD)
        return process

    def _asked(self, process: subprocess.Popen[bytes], data: bytes, seconds: float) -> bytes | None:
        """Send one frame and return the line that answers it.

        Less than a line comes from a child that ended over it, None from one that was gone before.
        """
        questions, answers = process.stdin, process.stdout
        assert questions  # noqa: S101 - both are pipes, see above
        assert answers  # noqa: S101
        clock = Timer(seconds, process.kill)
        clock.start()
        try:
            questions.write(len(data).to_bytes(8, "big") + data)
            questions.flush()
            return answers.readline()
        except BrokenPipeError:
            return None
        finally:
            clock.cancel()


def check_files(
    paths: Iterable[Path], root: bytes | None, *, jobs: int = JOBS, seconds: float = SECONDS
) -> Iterator[tuple[Path, Finding]]:
    """Check files in as many child processes as `jobs` says, and yield each with its finding, in order.

    A file that cannot be opened is Damaged too: one among thousands stops nothing. Raises Trouble when no
    child can be started.
    """
    children: SimpleQueue[CheckChild] = SimpleQueue()
    for _ in range(jobs):
        children.put(CheckChild(root, seconds=seconds))

    def one(path: Path) -> Finding:
        child = children.get()
        try:
            return _check_path(path, child)
        finally:
            children.put(child)

    listed = list(paths)
    workers = ThreadPoolExecutor(jobs)
    try:
        yield from zip(listed, workers.map(one, listed), strict=True)
    finally:
        workers.shutdown(cancel_futures=True)
        for _ in range(jobs):
            children.get().close()


def pdf_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that are named, and those in the folders that are named, at any depth, in order.

    In a folder only names ending in .pdf count; a file that is named itself is taken whatever it is called.
    """
    found: list[Path] = []
    for path in paths:
        inside = (each for each in path.rglob("*") if each.suffix.lower() == ".pdf" and each.is_file())
        found += sorted(inside) if path.is_dir() else [path]
    return tuple(dict.fromkeys(found))


def read_root(path: Path) -> bytes:
    """Return the root certificate in a file (DER, or PEM) as DER; raises Refused when there is none to read."""
    try:
        content = path.read_bytes()
        pem = content.lstrip().startswith(b"-----BEGIN")
        certificate = load_pem_x509_certificate(content) if pem else load_der_x509_certificate(content)
    except OSError as error:
        raise Refused(
            f"{path} cannot be opened ({error.strerror}); name the file with the school's root."
        ) from error
    except ValueError as error:
        raise Refused(f"{path} is no certificate; name the file with the school's root.") from error
    return certificate.public_bytes(Encoding.DER)


def _check_path(path: Path, child: CheckChild) -> Finding:
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
            if len(data) <= MOST:
                return child.check(data)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return Finding(Verdict.DAMAGED, TOO_LARGE, digest, details=f"more than {MOST} bytes")
    except OSError as error:
        return Finding(Verdict.DAMAGED, NOT_OPENED, "", details=str(error))


def child_environment() -> dict[str, str]:
    """Return what a child may know: where this app's code is, and what Windows needs to start anything."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(candour.__file__).parents[1]), "PYTHONUTF8": "1"}


def _closed(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except BrokenPipeError:
        return
