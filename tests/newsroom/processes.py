"""Starting our own programs from tests, in an environment of their own."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

BASE_DIR = Path(__file__).resolve().parents[2]
TRACEBACK = "Traceback (most recent call last)"


def environment(**variables: str) -> dict[str, str]:
    """Ours, without any of the project's own variables; those given, on top."""
    cleared = dict.fromkeys([*named_in_example(), "HOST", "PORT"], "")
    return {**os.environ, **cleared, "DJANGO_SETTINGS_MODULE": "newsroom.settings", **variables}


def named_in_example() -> list[str]:
    example = (BASE_DIR / ".env.example").read_text(encoding="utf-8")
    return re.findall(r"^#?([A-Z_]+)=", example, flags=re.MULTILINE)


def python(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`python …` in the project's folder, to its end."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=BASE_DIR, env=environment(**variables), capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip


def sentence(result: subprocess.CompletedProcess[str]) -> str:
    """What a failed program said: one line on stderr and status 1."""
    assert result.returncode == 1, result.stderr
    assert TRACEBACK not in result.stderr
    lines = [line for line in result.stderr.splitlines() if not line.endswith("…")]
    assert len(lines) == 1, result.stderr
    return lines[0]


def left_behind(var_dir: Path) -> list[str]:
    """Processes that mention this folder in their command line or environment."""
    found = []
    for process in psutil.process_iter():
        try:
            words = [*process.cmdline(), process.environ().get("VAR_DIR", "")]
        except psutil.Error:
            continue
        if process.pid != os.getpid() and any(str(var_dir) in word for word in words):
            found.append(f"{process.pid} {process.cmdline()}")
    return found


@contextmanager
def listening() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def free_port() -> int:
    with listening() as port:
        return port
