"""Small factories: each makes one thing that is valid, and takes what the test is about."""

from io import BytesIO
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image as Pixels

from articles.body import Body
from articles.models import Article, Author, Content, Desk, Image, Topic, TopicAlias
from subscriptions.models import Consent, Subscriber

number = count(1)


def make_user(role: str = "", **fields: Any) -> User:
    """role: the name of a group ("Writer", "Editor", "Chief"), or "" for an outsider."""
    name = fields.pop("username", f"user-{next(number)}")
    user = User.objects.create_user(name, **{"is_staff": bool(role), **fields})
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def client_of(user: User) -> Client:
    """A browser in which that person is logged in."""
    client = Client()
    client.force_login(user)
    return client


def make_desk(name: str = "Naval", **fields: Any) -> Desk:
    slug = name.lower().replace(" ", "-")
    return Desk.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]


def make_author(name: str = "Zeynep Aydın", **fields: Any) -> Author:
    return Author.objects.create(**{"name": name, "slug": f"author-{next(number)}", **fields})


def make_topic(name: str, aliases: tuple[str, ...] = (), **fields: Any) -> Topic:
    topic = Topic.objects.create(name=name, **fields)
    for alias in aliases:
        TopicAlias.objects.create(topic=topic, name=alias)
    return topic


def words(text: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": text, **({"marks": list(marks)} if marks else {})}


def paragraph(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "content": [words(text)]}


def list_item(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "listItem", "content": list(parts)}


def heading(text: str, level: int = 2) -> dict[str, Any]:
    return {
        "type": "heading",
        "attrs": {"level": level},
        "content": [words(text)],
    }


def make_body(*parts: str | dict[str, Any]) -> Body:
    """A body of blocks; a plain string is a paragraph."""
    blocks = [paragraph(part) if isinstance(part, str) else part for part in parts]
    return Body.load({"type": "doc", "content": blocks})


def make_content(headline: str = "", *parts: str | dict[str, Any], **fields: Any) -> Content:
    return Content(
        headline=headline or f"Headline {next(number)}",
        **{
            "standfirst": "What happened, and why it matters.",
            "body": make_body(*(parts or ("The ship sailed at dawn.",))),
            **fields,
        },
    )


def make_article(
    headline: str = "",
    *parts: str | dict[str, Any],
    published: bool = False,
    by: User | None = None,
    publish: dict[str, Any] | None = None,
    filing: dict[str, Any] | None = None,
    **content: Any,
) -> Article:
    """A draft, or a published article; publish and filing go to the verbs of those names."""
    by = by or make_user()
    filed = {"desk": make_desk(), "authors": [make_author()], **(filing or {})}
    article = Article.objects.compose(make_content(headline, *parts, **content), by, **filed)
    if published or publish is not None:
        article.publish(by, **(publish or {}))
    return article


def make_subscriber(
    address: str = "", *, confirmed: bool = True, subscriptions: list[dict[str, Any]] | None = None
) -> Subscriber:
    """A reader who gets everything at once, or what `subscriptions` says; or who only asked."""
    address = address or f"reader-{next(number)}@readers.example"
    Subscriber.objects.sign_up(address, Consent(form="page", wording="Subscribe."))
    subscriber = Subscriber.objects.get(key=address.casefold())
    for fields in subscriptions or []:
        subscriber.subscriptions.create(**fields)
    if confirmed:
        subscriber.confirm()
    return subscriber


def make_file(
    width: int = 240, height: int = 200, name: str = "ship.jpg", **saving: Any
) -> ContentFile:
    """A small picture as it comes from a disk; its name decides its format. No two are alike."""
    shade = next(number) * 37
    pixels = Pixels.new("RGB", (width, height), (shade % 256, 120, 200))
    pixels.paste((250, 240, 30), (10 + shade % 90, 10, width // 2, height // 2))
    data, suffix = BytesIO(), name.rsplit(".", 1)[-1]
    pixels.save(data, {"jpg": "JPEG"}.get(suffix, suffix.upper()), **saving)
    return ContentFile(data.getvalue(), name=name)


def make_image(file: ContentFile | None = None, ready: bool = True, **fields: Any) -> Image:
    """A picture of the library; ready has its sizes cut at once, in half a second."""
    words = {"alt": "A grey ship at sea", "credit": "Ministry of Defence", **fields}
    image = Image.objects.add(file or make_file(), **words)
    if ready:
        image.prepare()
    return image
