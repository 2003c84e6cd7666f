"""The embedded database, with servers of its own in a temporary folder."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsroom.embedded import EmbeddedDatabaseError
from newsroom.embedded.server import Server
from tests.newsroom.processes import BASE_DIR, environment, left_behind, python, sentence

KEY = "k7" * 30
SELECT = ("manage.py", "dbshell", "--", "--tuples-only", "--no-align", "--command", "SELECT 40 + 2")
# Holds the server until a line arrives.
HOLD = (
    "import sys; from pathlib import Path; from newsroom.embedded import hold;"
    "hold.server(Path(sys.argv[1])); print('held', flush=True); sys.stdin.readline()"
)


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("embedded") / "var"


def query(var_dir: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return python(*SELECT, VAR_DIR=str(var_dir), SECRET_KEY=KEY, **variables)


def holder(var_dir: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(var_dir)],
        cwd=BASE_DIR, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def running(var_dir: Path) -> bool:
    return Server(var_dir).is_alive()


def test_a_command_starts_the_server_and_leaves_none_behind(var_dir: Path) -> None:
    result = query(var_dir)
    assert (result.returncode, result.stdout) == (0, "42\n"), result.stderr
    assert left_behind(var_dir) == []
    assert not (var_dir / "postgres/postmaster.pid").exists()


def test_the_last_user_stops_the_server(var_dir: Path) -> None:
    first, second = holder(var_dir), holder(var_dir)
    server = Server(var_dir)
    pid = server.pid()
    assert query(var_dir).stdout == "42\n"
    first.communicate("leave\n", timeout=30)
    assert (running(var_dir), server.pid()) == (True, pid)
    second.communicate("leave\n", timeout=30)
    assert left_behind(var_dir) == []


def test_threads_that_come_at_once_share_one_hold(var_dir: Path) -> None:
    code = (
        "import sys; from concurrent.futures import ThreadPoolExecutor; from pathlib import Path;"
        "from newsroom.embedded import hold;"
        "print(len(set(ThreadPoolExecutor(8).map(hold.server, [Path(sys.argv[1])] * 8))))"
    )
    assert python("-c", code, str(var_dir)).stdout == "1\n"
    assert left_behind(var_dir) == []


def test_a_killed_users_server_is_found_and_stopped_by_the_next(var_dir: Path) -> None:
    process = holder(var_dir)
    process.kill()
    process.communicate()
    assert running(var_dir)
    assert query(var_dir).stdout == "42\n"
    assert left_behind(var_dir) == []


def test_a_terminated_command_stops_the_server(var_dir: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, *SELECT[:-1], "SELECT pg_sleep(60)"],
        cwd=BASE_DIR, env=environment(VAR_DIR=str(var_dir), SECRET_KEY=KEY),
        stderr=subprocess.PIPE,
    )  # fmt: skip
    end = time.monotonic() + 30
    while not running(var_dir) and time.monotonic() < end:
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert left_behind(var_dir) == []


def test_a_killed_server_is_started_again(var_dir: Path) -> None:
    process = holder(var_dir)
    pid = Server(var_dir).pid()
    assert pid is not None
    os.kill(pid, signal.SIGKILL)  # its remains may still be about when the next one starts
    assert query(var_dir).stdout == "42\n"
    process.communicate("leave\n", timeout=30)
    assert left_behind(var_dir) == []


def test_a_stale_pid_file_does_no_harm(var_dir: Path) -> None:
    # The number of a living process that is no database: of this one.
    stale = var_dir / "postgres/postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{var_dir / 'postgres'}\n1700000000\n5432\n\n\n\nready\n")
    assert query(var_dir).stdout == "42\n"
    stale.write_text("")
    assert query(var_dir).stdout == "42\n"
    assert left_behind(var_dir) == []


def test_a_long_folder_name_gets_its_socket_elsewhere(tmp_path: Path) -> None:
    var_dir = tmp_path / ("long-" * 20) / "var"
    assert query(var_dir).stdout == "42\n"
    assert left_behind(var_dir) == []
    assert not Server(var_dir).socket_dir.exists()


def test_a_database_that_cannot_start_says_why_and_where_its_log_is(var_dir: Path) -> None:
    settings = var_dir / "postgres/postgresql.auto.conf"
    before = settings.read_text()
    settings.write_text("shared_buffers = 'plenty'\n")
    try:
        said = sentence(query(var_dir))
    finally:
        settings.write_text(before)
    assert said.startswith("The database cannot start: ")
    assert str(var_dir / "log/postgres.log") in said


def test_a_full_disk_is_called_a_full_disk(tmp_path: Path) -> None:
    server = Server(tmp_path)
    log = 'FATAL:  could not write to file "pg_wal/xlogtemp": No space left on device'
    assert "its disk is full" in server._sentence("start", log)


def test_files_of_another_version_are_named(var_dir: Path) -> None:
    version = var_dir / "postgres/PG_VERSION"
    before = version.read_text()
    version.write_text("15\n")
    try:
        said = sentence(query(var_dir))
    finally:
        version.write_text(before)
    assert "another PostgreSQL version" in said


def test_a_folder_that_is_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "var").touch()
    said = sentence(query(tmp_path / "var"))
    assert str(tmp_path / "var") in said
    assert "set VAR_DIR" in said


def test_a_data_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres/thesis.txt").write_text("mine")
    with pytest.raises(EmbeddedDatabaseError, match="holds files but no database"):
        Server(tmp_path).start()
    assert (tmp_path / "postgres/thesis.txt").read_text() == "mine"


def test_an_interrupted_first_start_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new/PG_VERSION").touch()
    assert query(tmp_path).stdout == "42\n"
    assert left_behind(tmp_path) == []
