"""What both feeds in XML tell of a channel, beyond what Django's generators know."""

import datetime

from django.utils.feedgenerator import SyndicationFeed
from django.utils.xmlutils import SimplerXMLGenerator

from .channel import Channel


class OfChannel(SyndicationFeed):
    """To stand before one of Django's generators. Made with channel=; link: the element for it."""

    link = ""

    @property
    def channel(self) -> Channel:
        channel: Channel = self.feed["channel"]
        return channel

    def latest_post_date(self) -> datetime.datetime:
        """Django would say "now" of an empty feed, and so change it each second."""
        return self.channel.updated

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for relation, address in self.channel.links:
            handler.addQuickElement(self.link, "", {"rel": relation, "href": address})
