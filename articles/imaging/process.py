"""Decoding happens in a fresh process with little memory and little time: whatever a hostile
file does there, this process sees one of two things, a result or a sentence."""

import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .kinds import DAMAGED, TOO_MUCH, Refused
from .limits import WALL_SECONDS

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parents[2]

CROPS = ("card", "social")
ALL_SIZES = ("full", *CROPS)
EVERYTHING = ("master", *ALL_SIZES)

STOPPED = {-signal.SIGINT, -signal.SIGTERM, -signal.SIGHUP}
"""Ended because somebody stopped the whole program: not the picture's fault."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One file made of a picture. kind: "master", "full", "card" or "social"."""

    kind: str
    width: int
    height: int
    format: str
    file: Path


@dataclass(frozen=True, slots=True)
class Prepared:
    """size of the upright picture as it came; pixels: SHA-256 of what was read of it.

    dhash: 64 bits, signed; alike pictures differ in few of them. found: title, caption, credit
    and licence where the file named them. removed: what else it held, in an editor's words.
    """

    width: int
    height: int
    pixels: str
    dhash: int
    found: dict[str, str]
    removed: list[str]
    cuts: list[Cut]


def prepare(
    source: Path, kind: str, folder: Path, *, focal: tuple[int, int], kinds: tuple[str, ...]
) -> Prepared:
    """Reads `source` and writes the wanted kinds of cuts into `folder`.

    Raises Refused if it cannot be read, InterruptedError if the program is being stopped.
    """
    answer = run([str(source), kind, str(folder), f"{focal[0]},{focal[1]}", ",".join(kinds)])
    if "refused" in answer:
        raise Refused(answer["refused"])
    cuts = [Cut(**cut | {"file": folder / cut["file"]}) for cut in answer.pop("cuts")]
    return Prepared(**answer, cuts=cuts)


def bare_environment() -> dict[str, str]:
    """No secrets for a program that reads hostile files; only what Python itself may need."""
    needed = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    return {name: os.environ[name] for name in needed if name in os.environ} | {"LANG": "C.UTF-8"}


def run(arguments: list[str]) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "articles.imaging", *arguments],
            cwd=PROJECT,
            env=bare_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=WALL_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(TOO_MUCH) from error
    if done.returncode in STOPPED:
        raise InterruptedError("The program is being stopped.")
    if done.returncode != 0:
        logger.warning(
            "Reading a picture ended with status %d: %s",
            done.returncode,
            done.stderr.decode(errors="replace")[-2000:],
        )
        raise Refused(TOO_MUCH if done.returncode < 0 else DAMAGED)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
