import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from ...imports import Inference, Manuscript, ManuscriptError, read_manuscript
from ...imports.filing import Filing, filing_for
from ...imports.making import make_article
from ...models import Article, NotReady


class Command(BaseCommand):
    help = "Makes an article of a manuscript: plain text, Markdown, HTML or .docx."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--headline", default="", help="instead of the manuscript's own")
        parser.add_argument("--desk", default="", help="name or slug; else the site's default")
        parser.add_argument("--topics", help="names parted by commas; unknown ones are made")
        parser.add_argument("--author", default="", help="name or slug; else the house byline")
        parser.add_argument("--publish", action="store_true", help="publish it at once")
        parser.add_argument("--email", action="store_true", help="tell the subscribers")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["email"] and not options["publish"]:
            raise CommandError("--email goes with --publish: a draft is not sent to anybody.")
        headline = " ".join(options["headline"].split())
        try:
            manuscript = read_manuscript(
                contents(options["file"]), options["file"].name, headline=headline
            )
            filing = filing_for(
                manuscript,
                desk=options["desk"].strip(),
                author=options["author"].strip(),
                topics=options["topics"],
            )
            if options["publish"]:
                check_complete(manuscript, filing, headline)
            article = make_article(
                manuscript,
                filing,
                by=None,
                headline=headline,
                publish=options["publish"],
                announce=options["email"],
            )
        except ManuscriptError as error:
            raise CommandError(str(error)) from error
        except NotReady as error:
            raise CommandError(f"It cannot be published as it is. {error}") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        report = as_dict(article, manuscript, filing)
        self.stdout.write(
            json.dumps(report, ensure_ascii=False) if options["json"] else told(report)
        )


def contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {path}.") from error
    except IsADirectoryError as error:
        raise CommandError(f"{path} is a folder; name one file.") from error
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def check_complete(manuscript: Manuscript, filing: Filing, headline: str) -> None:
    """What publication needs and neither flags nor settings nor text have given."""
    if not (headline or manuscript.headline):
        raise CommandError("There is no headline to publish under; give one with --headline.")
    if filing.desk is None:
        raise CommandError(
            "There is no desk to publish it at; name one with --desk, "
            "or set the default desk in the site settings."
        )
    if not filing.authors:
        raise CommandError(
            "There is no byline to publish it under; name an author with --author, "
            "or set the house byline in the site settings."
        )


def as_dict(article: Article, manuscript: Manuscript, filing: Filing) -> dict[str, Any]:
    """url: None for a draft. block: counted from 1, None for what is about no block."""
    inferences = (*manuscript.inferences, *filing.inferences)
    admin = reverse("admin:articles_article_change", args=[article.pk])
    return {
        "url": settings.SITE_URL + article.get_absolute_url() if article.is_public else None,
        "admin_url": settings.SITE_URL + admin,
        "headline": article.headline,
        "body": article.draft.body.dump() if article.draft else None,
        "inferences": [as_row(inference) for inference in inferences],
        "unplaced": [*manuscript.unplaced, *filing.unplaced],
    }


def as_row(inference: Inference) -> dict[str, Any]:
    return {"block": inference.block, "guess": inference.guess, "why": inference.why}


def told(report: dict[str, Any]) -> str:
    lines = [
        report["headline"] or "No headline yet",
        f"  on the site: {report['url'] or 'not published'}",
        f"  to edit:     {report['admin_url']}",
    ]
    if report["inferences"]:
        lines += ["", "Guessed; change what is wrong:"]
    for row in report["inferences"]:
        place = f"block {row['block']}: " if row["block"] else ""
        lines.append(f"  {place}{row['guess']} ({row['why']})")
    if report["unplaced"]:
        lines += ["", "Not in the article:"]
    lines += [f"  {each}" for each in report["unplaced"]]
    return "\n".join(lines)
