from __future__ import annotations

from pathlib import Path

import pytest
from tests.register.invented import KEY, REGISTER, SCHOOL

from candour.errors import Refused
from candour.register.engine import create_register, open_register
from candour.register.placement import NETWORK_TYPES, check_place, mount_type, on_network, synced_name

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/school /mnt/school\\040share cifs rw 0 0
server:/staff /mnt/staff nfs4 rw 0 0
/dev/sdb1 /mnt/staff/local ext4 rw 0 0
host:/x /media/hr/far fuse.sshfs rw 0 0
/dev/sdc1 /mnt/twice ext4 rw 0 0
nas:/twice /mnt/twice nfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/srv/candour", "ext4"),
        ("/tmp/x", "tmpfs"),
        ("/mnt/school share/candour", "cifs"),
        ("/mnt/school share", "cifs"),
        ("/mnt/school", "ext4"),
        ("/mnt/staff/a/b", "nfs4"),
        ("/mnt/staff/local/a", "ext4"),
        ("/media/hr/far/candour", "fuse.sshfs"),
        ("/mnt/twice/candour", "nfs"),
    ],
)
def test_the_deepest_and_latest_mount_says_what_holds_a_folder(place, kind):
    assert mount_type(Path(place), MOUNTS) == kind


def test_network_shares_are_known_by_their_mount_type_and_local_disks_are_not():
    assert {"cifs", "nfs4", "fuse.sshfs", "9p"} <= NETWORK_TYPES
    assert not {"ext4", "tmpfs", "btrfs", "overlay", "apfs", "ntfs", "fuseblk"} & NETWORK_TYPES


def test_a_unc_path_lies_on_another_computer_and_a_folder_of_this_one_does_not(tmp_path):
    assert on_network(Path("//server/school/candour"))
    assert not on_network(tmp_path)


SYNCED = ["OneDrive", "OneDrive - Plainly Invented Primary", "Dropbox", "Dropbox (School)", "Google Drive"]
ALSO_SYNCED = ["My Drive", "iCloudDrive", "Mobile Documents", "Nextcloud", "ownCloud"]


@pytest.mark.parametrize("name", [*SYNCED, *ALSO_SYNCED])
def test_a_synchronised_folder_is_refused_with_the_reason(tmp_path, name):
    folder = tmp_path / name / "candour"
    with pytest.raises(Refused, match="is synchronised while"):
        check_place(folder)
    with pytest.raises(Refused, match="Choose another folder"):
        create_register(folder / "register.db", KEY, REGISTER, SCHOOL)
    with pytest.raises(Refused, match="Choose another folder"):
        open_register(folder / "register.db", KEY)


def test_a_link_into_a_synchronised_folder_is_refused_too(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(Refused, match="Dropbox"):
        check_place(tmp_path / "plain")


def test_an_ordinary_folder_is_accepted_before_it_is_made(tmp_path):
    check_place(tmp_path / "candour" / "school")
    assert synced_name(tmp_path / "Droplets") == ""
