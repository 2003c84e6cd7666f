"""The printed letters of the mailings that are being sent: each is printed once, for all lanes."""

import threading
import time

from ..models import Mailing
from .compose import Printed, printed

KEPT_SECONDS = 60
"""What the newsroom changes around a letter, its site's name say, shows after so long."""
MOST = 4


class Press:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.kept: dict[object, tuple[float, Printed]] = {}

    def letter(self, mailing: Mailing) -> Printed:
        key = (mailing.pk, mailing.created_at)
        with self.lock:
            made, stencil = self.kept.get(key, (0.0, None))
            if stencil is None or time.monotonic() - made > KEPT_SECONDS:
                stencil = printed(mailing)
                self.kept.pop(key, None)
                self.kept[key] = (time.monotonic(), stencil)
                for old in list(self.kept)[:-MOST]:
                    del self.kept[old]
        return stencil


press = Press()
