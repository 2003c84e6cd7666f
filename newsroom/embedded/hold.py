"""Who stops the server.

Every process that uses it holds a shared lock on VAR_DIR/postgres.users.lock. At exit it drops
it and tries the exclusive one: whoever gets that is the last, and stops the server. The system
frees the lock of a killed process; its server is found by the next one. VAR_DIR/postgres.lock
is held while the server is being started or stopped.
"""

import atexit
import contextlib
import fcntl
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from newsroom.embedded.errors import EmbeddedDatabaseError
from newsroom.embedded.server import Server

INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Hold:
    server: Server
    users: int  # file descriptor that carries our shared lock
    pid: int  # a forked child inherits the descriptor, but not the duty


_held: dict[Path, Hold] = {}
_left: set[Path] = set()
# One hold for all threads: a second one would never be dropped.
_threads = threading.Lock()


def server(var_dir: Path) -> Path:
    """The folder of the running server's socket; the server is ours to use until we exit."""
    with _threads:
        held = _held.get(var_dir)
        if held is None or held.pid != os.getpid():
            held = _take(var_dir)
        elif not held.server.is_alive():  # killed under us
            with _starting(var_dir):
                held.server.start()
        return held.server.socket_dir


def release(var_dir: Path) -> None:
    """Stop using the server; the last user stops it. For a process that is about to end."""
    with _threads:
        held = _held.pop(var_dir, None)
        _left.add(var_dir)
    if held is None or held.pid != os.getpid():
        return
    # Impatience (a second Ctrl-C) must not cut this short.
    for signum in INTERRUPTIONS:
        with contextlib.suppress(ValueError):  # not in the main thread
            signal.signal(signum, signal.SIG_IGN)
    # A child that is being killed (runserver's, say) lets go of its lock only when it is gone.
    psutil.wait_procs(psutil.Process().children(), timeout=1)
    # What goes wrong at exit is not worth a traceback: the next command finds the server.
    with contextlib.suppress(OSError, EmbeddedDatabaseError):
        fcntl.flock(held.users, fcntl.LOCK_UN)
        with _starting(var_dir), contextlib.suppress(BlockingIOError):
            fcntl.flock(held.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            held.server.stop()
    with contextlib.suppress(OSError):
        os.close(held.users)


def _take(var_dir: Path) -> Hold:
    if var_dir in _left:  # a thread that goes on while the process ends
        raise EmbeddedDatabaseError("The database is being left, because this process ends.")
    try:
        var_dir.mkdir(parents=True, exist_ok=True)
        with _starting(var_dir):
            users = os.open(var_dir / "postgres.users.lock", os.O_RDWR | os.O_CREAT, 0o644)
            fcntl.flock(users, fcntl.LOCK_SH)
            held = _held[var_dir] = Hold(Server(var_dir), users, os.getpid())
            atexit.register(release, var_dir)
            held.server.start()
    except OSError as error:
        raise EmbeddedDatabaseError(
            f"The database cannot keep its files in {var_dir} ({error.strerror or error}): "
            "set VAR_DIR to a folder that this user may write to and that has room."
        ) from error
    return held


@contextlib.contextmanager
def _starting(var_dir: Path) -> Iterator[None]:
    lock = os.open(var_dir / "postgres.lock", os.O_RDWR | os.O_CREAT, 0o644)
    fcntl.flock(lock, fcntl.LOCK_EX)
    # A Ctrl-C waits until the server is whole: one cut off half-way would be nobody's to stop.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTIONS)
    try:
        yield
    finally:
        os.close(lock)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
