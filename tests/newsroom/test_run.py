"""`python -m newsroom.run`, which `make run` calls, from start to stop."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import psutil
import pytest

from tests.newsroom.processes import (
    BASE_DIR,
    TRACEBACK,
    environment,
    free_port,
    left_behind,
    listening,
    python,
    sentence,
)

PATIENCE = 120


class Site:
    """A running site; `said` grows while it speaks."""

    def __init__(self, var_dir: Path) -> None:
        self.port = free_port()
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newsroom.run"],
            cwd=BASE_DIR, env=environment(VAR_DIR=str(var_dir), PORT=str(self.port)),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.05)

    def __enter__(self) -> "Site":
        return self

    def __exit__(self, *failure: object) -> None:
        if self.process.poll() is None:
            self.stop(signal.SIGTERM)

    def stop(self, signum: int) -> int:
        # As a terminal does it: to the whole foreground group.
        os.killpg(self.process.pid, signum)
        status = self.process.wait(30)
        self.reader.join(5)
        return status


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("run") / "var"


def test_the_site_answers_and_ctrl_c_leaves_nothing(var_dir: Path) -> None:
    with Site(var_dir) as site:
        site.wait_for("Ctrl-C stops everything")
        address = f"http://127.0.0.1:{site.port}/"
        assert address in site.said
        assert f"{address}admin/" in site.said
        with urllib.request.urlopen(address, timeout=10) as response:
            assert response.status == 200
            assert "Set-Cookie" not in response.headers
        password = (var_dir / "editor-password").read_text().strip()
        assert f"editor, password {password}\n" in site.said
        assert (var_dir / "editor-password").stat().st_mode & 0o777 == 0o600
        assert site.stop(signal.SIGINT) == 0
    assert TRACEBACK not in site.said
    assert left_behind(var_dir) == []


def test_the_second_start_takes_seconds_and_a_child_that_dies_stops_the_rest(var_dir: Path) -> None:
    begun = time.monotonic()
    with Site(var_dir) as site:
        site.wait_for("Ctrl-C stops everything")
        assert time.monotonic() - begun < 20
        children = psutil.Process(site.process.pid).children()
        [worker] = [child for child in children if "worker" in child.cmdline()]
        worker.kill()
        assert site.process.wait(30) == 1
        site.reader.join(5)
    assert f"The worker has stopped (status -9), and the rest with it: see {var_dir}" in site.said
    assert left_behind(var_dir) == []


def test_a_killed_run_takes_its_children_along(var_dir: Path) -> None:
    with Site(var_dir) as site:
        site.wait_for("Ctrl-C stops everything")
        site.process.kill()
        end = time.monotonic() + 30
        while left_behind(var_dir) and time.monotonic() < end:
            time.sleep(0.2)
    assert left_behind(var_dir) == []


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with listening() as port:
        var_dir = str(tmp_path / "var")
        said = sentence(python("-m", "newsroom.run", PORT=str(port), VAR_DIR=var_dir))
    assert f"port {port}" in said
    assert f"make run PORT={port + 1}" in said
    assert not (tmp_path / "var").exists()


def test_a_port_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    said = sentence(python("-m", "newsroom.run", PORT="http", VAR_DIR=str(tmp_path)))
    assert said == "PORT must be a number from 1 to 65535, not 'http'."


def test_a_folder_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "var").touch()
    port = str(free_port())
    said = sentence(python("-m", "newsroom.run", PORT=port, VAR_DIR=str(tmp_path / "var")))
    assert "set VAR_DIR" in said
