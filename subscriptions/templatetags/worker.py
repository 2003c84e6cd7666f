from typing import Any

from django import template

from ..models import Heartbeat

register = template.Library()

QUIET_SECONDS = 60
"""A worker beats every five seconds; a restart takes a few."""


@register.inclusion_tag("subscriptions/_worker.html")
def worker_beat() -> dict[str, Any]:
    """A warning while no worker is beating, and nothing otherwise."""
    seconds = Heartbeat.seconds_since("worker")
    silent = seconds is None or seconds > QUIET_SECONDS
    return {"silent": silent, "minutes": None if seconds is None else round(seconds / 60)}
