"""Where a register may lie: in a folder of this computer, which no other computer and no synchroniser writes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from candour.errors import Refused

_SHARES = ("9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4")
_WINDOWS_SHARES = ("smb", "smb2", "smb3", "smbfs", "webdav")
_FUSE_SHARES = ("fuse.davfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs")
NETWORK_TYPES = frozenset((*_SHARES, *_WINDOWS_SHARES, *_FUSE_SHARES))
"""Mount types of network shares (man mount, fuse's "subtype" after the dot)."""

SYNCED_NAMES = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "owncloud")
"""How the folders of known synchronisers begin, in lower case; "My Drive" is Google's inner folder."""

SYNCED_EXACTLY = frozenset(("my drive", "mobile documents", "com~apple~clouddocs", ".dropbox", "pcloud drive"))

_DRIVE_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW (Windows: fileapi.h)

_SHARE = (
    "The register cannot lie in {}: that is a network share, where two computers writing at once can lose "
    "what was signed. Choose a folder of this computer."
)
_SYNCED = (
    "The register cannot lie in {}: “{}” is synchronised while the register is being written, which can lose "
    "what was signed. Choose another folder; back-ups may go there."
)


def check_place(folder: Path) -> None:
    """Raise Refused, with the reason, when `folder` is a network share or a synchronised folder.

    The folder need not exist yet. The source of the rule: design, "Two homes for the register".
    """
    place = folder.expanduser().resolve()
    if on_network(place):
        raise Refused(_SHARE.format(place))
    name = synced_name(place)
    if name:
        raise Refused(_SYNCED.format(place, name))


def synced_name(place: Path) -> str:
    """Return the part of the path that a known synchroniser made, or ""."""
    for part in place.parts:
        lower = part.lower()
        if lower.startswith(SYNCED_NAMES) or lower in SYNCED_EXACTLY:
            return part
    return ""


def on_network(place: Path) -> bool:
    """Tell whether a path lies on another computer: UNC or a mapped drive on Windows, a mount type elsewhere."""
    if place.as_posix().startswith("//"):
        return True
    if sys.platform == "win32":
        return _is_remote_drive(place)
    mounts = Path("/proc/mounts")
    return mounts.exists() and mount_type(place, mounts.read_text("utf-8", "surrogateescape")) in NETWORK_TYPES


def mount_type(place: Path, mounts: str) -> str:
    """Return the type of the file system that holds `place`, by the text of /proc/mounts ("" if none does).

    Of two mounts at the same point the later one counts, since it hides the earlier.
    """
    deepest, found = -1, ""
    for line in mounts.splitlines():
        _device, point, kind = line.split(" ")[:3]
        parts = Path(_unescaped(point)).parts
        if place.parts[: len(parts)] == parts and len(parts) >= deepest:
            deepest, found = len(parts), kind
    return found


def _unescaped(point: str) -> str:
    # /proc/mounts writes a blank, a tab, a line end and a backslash in octal (man fstab).
    for octal, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(octal, char)
    return point


def _is_remote_drive(place: Path) -> bool:
    import ctypes  # noqa: PLC0415 - only Windows asks its kernel

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows alone
    return bool(kernel.GetDriveTypeW(os.path.join(place.drive, "\\")) == _DRIVE_REMOTE)  # noqa: PTH118
