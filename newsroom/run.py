"""`make run`: the whole site on this machine, until Ctrl-C.

Database, tables, demo content, then the web server and the worker as child processes, each in
a process group of its own, so that Ctrl-C reaches only this one and it stops them in order.
"""

import contextlib
import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from newsroom import env
from newsroom.embedded import EmbeddedDatabaseError, hold

BASE_DIR = Path(__file__).resolve().parent.parent
MANAGE = BASE_DIR / "manage.py"
HOST = "127.0.0.1"  # for this machine only; a public site is started by `serve`
ANSWER_SECONDS = 60
STOP_SECONDS = 15


class CannotRunError(Exception):
    """One sentence for a person."""


class Stopped(BaseException):
    """Somebody asked us to stop."""


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    log: Path | None = None


def main() -> int:
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, _stop)
    children: list[Child] = []
    try:
        run(children)
    except Stopped:
        say("\nStopping…")
        return 0
    except (CannotRunError, EmbeddedDatabaseError, ImproperlyConfigured) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Cannot start: {error.strerror} ({error.filename}).", file=sys.stderr)
        return 1
    finally:
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signum, signal.SIG_IGN)
        stop(children)
    return 0


def run(children: list[Child]) -> None:
    """Until a child ends (CannotRunError) or somebody asks us to stop (Stopped)."""
    env.load(BASE_DIR / ".env")
    port = _port()
    check_free(port)
    var_dir = (BASE_DIR / env.text("VAR_DIR", "var")).expanduser().resolve()
    environment = child_environment(port, var_dir)
    if not env.text("DATABASE_URL"):
        say("Starting the database…")
        hold.server(var_dir)
    prepare(children, environment)
    (var_dir / "log").mkdir(parents=True, exist_ok=True)
    web = ["serve", "--port", str(port)]
    children.append(start("web server", web, var_dir / "log" / "web.log", environment))
    children.append(start("worker", ["worker"], var_dir / "log" / "worker.log", environment))
    wait_for_answer(port, environment["SITE_URL"], children)
    # For the links of commands that run beside the site, like import_manuscript.
    (var_dir / "site-url").write_text(environment["SITE_URL"])
    announce(environment["SITE_URL"], var_dir)
    while True:
        check_alive(children)
        time.sleep(0.5)


def check_free(port: int) -> None:
    """Raise CannotRunError when somebody listens on that port already."""
    try:
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((HOST, port))
    except OSError as error:
        raise CannotRunError(
            f"Cannot listen on {HOST}, port {port} ({error.strerror}): stop what uses it, "
            f"or choose another one: make run PORT={port + 1}"
        ) from error


def child_environment(port: int, var_dir: Path) -> dict[str, str]:
    defaults = {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PYTHONUNBUFFERED": "1",
    }
    if env.text("DATABASE_URL"):
        # Good until the next start, which signs everybody out; a public site sets its own.
        defaults["SECRET_KEY"] = secrets.token_urlsafe(64)
    ours = {name: value for name, value in os.environ.items() if value.strip()}
    return defaults | ours | {"VAR_DIR": str(var_dir)}


def prepare(children: list[Child], environment: Mapping[str, str]) -> None:
    child = start("preparation", ["prepare"], None, environment)
    children.append(child)
    if child.process.wait() != 0:
        raise CannotRunError("The site was not started.")
    children.remove(child)


def start(name: str, words: list[str], log: Path | None, environment: Mapping[str, str]) -> Child:
    if log:
        words = [*words, "--parent", str(os.getpid())]
    with log.open("wb") if log else contextlib.nullcontext() as output:
        process = subprocess.Popen(
            [sys.executable, str(MANAGE), *words],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if log else None,
            start_new_session=True,
        )
    return Child(name, process, log)


def wait_for_answer(port: int, site_url: str, children: list[Child]) -> None:
    end = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < end:
        check_alive(children)
        if is_healthy(port, urlsplit(site_url).netloc):
            return
        time.sleep(0.1)
    raise CannotRunError(
        f"The site does not answer after {ANSWER_SECONDS} seconds: see {children[0].log}."
    )


def is_healthy(port: int, site_host: str) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/healthz", headers={"Host": site_host})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def check_alive(children: list[Child]) -> None:
    for child in children:
        status = child.process.poll()
        if status is not None:
            raise CannotRunError(
                f"The {child.name} has stopped (status {status}), and the rest with it: "
                f"see {child.log}."
            )


def announce(site_url: str, var_dir: Path) -> None:
    say(f"\n  The site    {site_url}/\n  The admin   {site_url}/admin/")
    password = var_dir / "editor-password"
    if password.is_file():
        say(f"  Log in as   editor, password {password.read_text().strip()}")
    if not env.text("EMAIL_URL"):
        say(f"  Mail goes   to {var_dir / 'mail'}")
    say("\nCtrl-C stops everything.")


def stop(children: list[Child]) -> None:
    for child in children:
        _signal(child, signal.SIGTERM)
    end = time.monotonic() + STOP_SECONDS
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0, end - time.monotonic()))
        _signal(child, signal.SIGKILL)
        child.process.wait()


def say(text: str) -> None:
    print(text, flush=True)


def _port() -> int:
    text = env.text("PORT", "8000")
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CannotRunError(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def _signal(child: Child, signum: signal.Signals) -> None:
    # The group outlives its first process while any other one is in it.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.process.pid, signum)


def _stop(signum: int, frame: FrameType | None) -> None:
    raise Stopped


if __name__ == "__main__":
    sys.exit(main())
