"""As whom the server runs. PostgreSQL refuses root, so root lends it an ordinary user."""

import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.embedded.errors import EmbeddedDatabaseError


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    # Words before a command, when the user alone could not reach the files.
    prefix: tuple[str, ...] = ()

    @property
    def borrowed(self) -> bool:
        return self.uid != os.geteuid()

    def own(self, path: Path) -> None:
        if self.borrowed:
            os.chown(path, self.uid, self.gid)

    def run(self, command: Sequence[str | Path], **options: Any) -> int:
        """The command's exit status, run as this user."""
        if self.borrowed and not self.prefix:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        words = [*self.prefix, *map(str, command)]
        return subprocess.run(words, check=False, stdin=subprocess.DEVNULL, **options).returncode


def account(var_dir: Path, data: Path, programs: Path) -> Account:
    """Who runs the server whose data (perhaps not yet there) is in `data`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    user = _owner(data) or _owner(var_dir) or _owner(var_dir.parent) or pwd.getpwnam("nobody")
    closed = _closed_folder(var_dir, user) or _closed_folder(programs, user)
    prefix = _reaching(user, programs / "postgres") if closed else ()
    if prefix is None:
        raise EmbeddedDatabaseError(
            f"PostgreSQL does not run as root, and the user {user.pw_name} that it would run as "
            f"cannot enter {closed}: work as an ordinary user, or move to a folder open to others."
        )
    return Account(user.pw_uid, user.pw_gid, prefix)


def _owner(path: Path) -> pwd.struct_passwd | None:
    """The path's owner, unless it is root or has no name on this machine."""
    try:
        user = pwd.getpwuid(path.stat().st_uid)
    except (OSError, KeyError):
        return None
    return user if user.pw_uid != 0 else None


def _closed_folder(path: Path, user: pwd.struct_passwd) -> Path | None:
    """The first folder on the way to `path` that `user` may not enter."""
    for folder in [*reversed(path.parents), path]:
        status = folder.stat()
        if status.st_uid == user.pw_uid:
            needed = stat.S_IXUSR
        elif status.st_gid == user.pw_gid:
            needed = stat.S_IXGRP
        else:
            needed = stat.S_IXOTH
        if not status.st_mode & needed:
            return folder
    return None


def _reaching(user: pwd.struct_passwd, program: Path) -> tuple[str, ...] | None:
    """Linux can lend the right to enter closed folders along with the user, for one command;
    opening root's home to everybody instead would be a bad bargain. None where it cannot."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return None
    prefix = (
        *(setpriv, "--reuid", str(user.pw_uid), "--regid", str(user.pw_gid), "--clear-groups"),
        *("--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"),
        # Without this, access(2) forgets the lent right, and PostgreSQL trusts access(2).
        *("--securebits", "+no_setuid_fixup", "--"),
    )
    trial = subprocess.run([*prefix, "test", "-x", program], check=False, capture_output=True)
    return prefix if trial.returncode == 0 else None
