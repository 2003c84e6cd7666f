"""Waiting for what a script on a page does."""

from typing import Any


def wait_until(tab: Any, condition: str, arg: Any = None) -> None:
    """condition: JavaScript. Playwright's own way asks by eval, which the page's policy refuses."""
    for _ in range(600):
        if tab.evaluate(condition, arg):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(condition)
