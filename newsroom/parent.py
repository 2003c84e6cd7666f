"""Children of `run` must not outlive it, however it ends."""

import os
import signal
import threading
import time


def stop_with(pid: int) -> None:
    """Ask this process to stop once its parent is no longer process `pid`."""
    threading.Thread(target=_watch, args=[pid], name="parent", daemon=True).start()


def _watch(pid: int) -> None:
    while os.getppid() == pid:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
