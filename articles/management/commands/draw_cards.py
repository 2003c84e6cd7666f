from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.models import Article


class Command(BaseCommand):
    help = "Draw the social cards of published articles again, after their look has changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("numbers", nargs="*", type=int, help="articles; all when left out")

    def handle(self, *args: Any, numbers: list[int], **options: Any) -> None:
        articles = Article.objects.published()
        if numbers:
            articles = articles.filter(pk__in=numbers)
        total = articles.count()
        for count, pk in enumerate(articles.values_list("pk", flat=True).iterator(), 1):
            article = Article.objects.select_related("live").get(pk=pk)
            article.draw_card()
            without = "" if article.card else " (no card: our faces lack some of its letters)"
            self.stdout.write(f"{count} of {total}: {article.shown.headline}{without}")
        self.stdout.write("Every card is drawn.")
