from .mailing import MailingAdmin
from .subscriber import SubscriberAdmin

__all__ = ["MailingAdmin", "SubscriberAdmin"]
