"""The public names of what is stored about readers by e-mail and what is sent to them."""

from .delivery import Delivery
from .hand import Hand
from .heartbeat import Heartbeat
from .mailing import Mailing
from .queues import Provider
from .quota import Quota
from .subscriber import Consent, Subscriber
from .subscription import Subscription

__all__ = [
    "Consent",
    "Delivery",
    "Hand",
    "Heartbeat",
    "Mailing",
    "Provider",
    "Quota",
    "Subscriber",
    "Subscription",
]
