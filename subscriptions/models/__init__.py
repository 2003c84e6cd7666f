"""The public names of what is stored about readers by e-mail and what is sent to them."""

from .delivery import Delivery
from .heartbeat import Heartbeat
from .mailing import Mailing
from .subscriber import Consent, Subscriber
from .subscription import Subscription

__all__ = ["Consent", "Delivery", "Heartbeat", "Mailing", "Subscriber", "Subscription"]
