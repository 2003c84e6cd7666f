from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.imaging import Refused
from articles.models import Image


class Command(BaseCommand):
    help = "Make all sizes of pictures again, after the sizes or their quality have changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("numbers", nargs="*", type=int, help="pictures; all when left out")

    def handle(self, *args: Any, numbers: list[int], **options: Any) -> None:
        images = Image.objects.ready().order_by("pk")
        if numbers:
            images = images.filter(pk__in=numbers)
        total, failed = images.count(), 0
        for count, image in enumerate(images.iterator(), 1):
            try:
                image.recut()
            except (Refused, OSError) as error:
                failed += 1
                self.stderr.write(f"Picture {image.pk} keeps its old sizes: {error}")
            else:
                self.stdout.write(f"{count} of {total}: {image}")
        self.stdout.write(f"{total - failed} of {total} pictures cut again.")
