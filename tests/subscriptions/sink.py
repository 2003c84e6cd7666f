"""A mail server in a process of its own, fast enough not to be what is measured.

    python -m tests.subscriptions.sink LOG [PORT] [--delay SECONDS]

prints its port. Each message that it takes is a line of LOG, written before the answer: its
Message-ID and its reader. The reader's address says what else is to happen: `later-7@…` gets the
answer of `later` below. `--delay` is the way of every answer, as on a distant server.
"""

import argparse
import asyncio
import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

AT_RCPT = {"later": "451 4.7.1 Come back later", "refused": "550 5.1.1 No such user"}
AT_END = {"busy": "452 4.3.1 Full", "never": "554 5.7.1 Not wanted", "garbage": "banana"}
GREETING = "220 sink ESMTP"
OFFERS = "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 50000000"
NAME = re.compile(rb"^Message-ID:\s*(<[^>]*>)", re.MULTILINE | re.IGNORECASE)
END, DOT = b"\r\n.\r\n", b".\r\n"


class Session(asyncio.Protocol):
    def __init__(self, log: int, delay: float) -> None:
        self.log = log
        self.delay = delay
        self.buffer = b""
        self.reader = ""
        self.in_text = False
        self.answers: list[str] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.answer(GREETING)
        self.flush()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while self.take_text() if self.in_text else self.take_line():
            pass
        self.flush()

    def take_line(self) -> bool:
        line, end, rest = self.buffer.partition(b"\r\n")
        if not end:
            return False
        self.buffer = rest
        word = line[:4].upper().decode("ascii", "replace")
        self.command(word, line.decode("ascii", "replace"))
        return True

    def command(self, word: str, line: str) -> None:
        match word:
            case "EHLO" | "HELO":
                self.answer(OFFERS if word == "EHLO" else "250 sink")
            case "RCPT":
                self.reader = line.partition("<")[2].partition(">")[0]
                self.answer(AT_RCPT.get(self.told(), "250 OK"))
            case "DATA":
                refused = self.told() in AT_RCPT
                self.in_text = not refused
                self.answer("554 Nobody to send it to" if refused else "354 Go on")
            case "QUIT":
                self.answer("221 Bye")
                self.later(self.transport.close)
            case _:
                self.answer("250 OK")

    def take_text(self) -> bool:
        text, end, rest = self.buffer.partition(END)
        if not end:
            return False
        self.in_text, self.buffer = False, rest
        told = self.told()
        if told == "lost":
            self.transport.abort()
            return False
        if told in AT_END:
            self.answer(AT_END[told])
            return True
        found = NAME.search(text)
        os.write(self.log, b"%s %s\n" % (found.group(1) if found else b"-", self.reader.encode()))
        if told == "silent":
            self.transport.abort()
        elif told == "half":
            # It says that it will say nothing more, and goes on listening.
            self.transport.write_eof()
        else:
            self.answer("250 2.0.0 Taken")
        return True

    def told(self) -> str:
        return self.reader.partition("-")[0]

    def answer(self, text: str) -> None:
        self.answers.append(text)

    def flush(self) -> None:
        if self.answers and not self.transport.is_closing():
            said = "\r\n".join([*self.answers, ""]).encode()
            self.answers = []
            # A reader named slow: their domain takes its time for every letter.
            pause = self.delay + (1.0 if self.told() == "slow" else 0.0)
            self.later(partial(self.write, said), pause)

    def write(self, said: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(said)

    def later(self, do: Callable[[], None], pause: float | None = None) -> None:
        wait = self.delay if pause is None else pause
        if wait:
            asyncio.get_running_loop().call_later(wait, do)
        else:
            asyncio.get_running_loop().call_soon(do)


async def serve(log: Path, port: int, delay: float) -> None:
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    server = await asyncio.get_running_loop().create_server(
        lambda: Session(file, delay), "127.0.0.1", port, backlog=512
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("log", type=Path)
    parser.add_argument("port", type=int, nargs="?", default=0)
    parser.add_argument("--delay", type=float, default=0.0)
    options = parser.parse_args()
    asyncio.run(serve(options.log, options.port, options.delay))
