"""Key facts of topics, and the four pages that every site needs, with words to begin with."""

from django.db import migrations, models


def p(text):
    return {"type": "paragraph", "content": [{"type": "text", "text": text}]}


def h(text):
    return {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": text}]}


def linked(before, words, href, after):
    link = {"type": "link", "attrs": {"href": href}}
    return {
        "type": "paragraph",
        "content": [
            {"type": "text", "text": before},
            {"type": "text", "text": words, "marks": [link]},
            {"type": "text", "text": after},
        ],
    }


ABOUT = (
    "About",
    "about",
    "Who we are, what we write about and how we work.",
    [
        p(
            "We publish news and analysis. Each article says who wrote it, when it was published "
            "and when it was last changed."
        ),
        h("What you can hold us to"),
        p(
            "We name our sources wherever we can, and say why where we cannot. Figures stand with "
            "their unit, their date and where they come from. Analysis and opinion are marked as "
            "such beside the headline."
        ),
        linked("When we were wrong we say so: see ", "every correction", "/corrections/", "."),
    ],
)
CONTACT = (
    "Contact",
    "contact",
    "How to reach the people who make this site.",
    [
        p("The publisher has not filled in an address yet. It belongs here."),
        h("An error in an article"),
        p(
            "Tell us the article, the sentence and what is right; a source helps. If we were "
            "wrong, the correction stands with the article, dated."
        ),
    ],
)
CORRECTIONS = (
    "Corrections policy",
    "corrections-policy",
    "What happens when something we published was wrong.",
    [
        p(
            "We correct errors of fact as soon as we know of them. A published article is never "
            "deleted or changed in silence where the change matters to a reader."
        ),
        h("What you see"),
        p(
            "A correction says what was wrong and what is right, with date and time. So does a "
            "clarification, where we were not wrong but unclear. Both stand with the article, and "
            "the top of the article points to them. Something new is told as an update. Spelling "
            "and layout are mended without a notice."
        ),
        linked(
            "All corrections stand together, the newest first, under ",
            "Corrections",
            "/corrections/",
            ". Those who read us by feed get them as well.",
        ),
        h("Withdrawal"),
        p(
            "If an article should not have been published at all we withdraw it. Its address stays "
            "and says why."
        ),
        linked("If you have found an error, ", "write to us", "/contact/", "."),
    ],
)
PRIVACY = (
    "Privacy",
    "privacy",
    "No cookies, no trackers, and very little that we keep.",
    [
        h("Reading"),
        p(
            "The pages of this site set no cookie and load nothing from other sites: no "
            "advertisements, no counters, no fonts from elsewhere. An embedded film or post stays "
            "a link until you press it; only then does your browser ask the other site for it."
        ),
        p(
            "The server that delivers the pages may keep a log of what was asked for, from which "
            "network address and when, to keep the site running and to fend off attacks."
        ),
        h("Letters"),
        p(
            "If you subscribe we keep your e-mail address, what you asked for and how often, and "
            "as evidence of it when and on which form you asked, with which words, from which "
            "network, and when you confirmed. We keep which letters went out to you, and whether "
            "your mail server took them, sent them back or told us of a complaint."
        ),
        p(
            "We do not know whether you open a letter, nor what you press in it: there is no "
            "counting picture in it, and its links lead straight to where they say."
        ),
        p(
            "One click in any letter ends the subscription. You can ask us to delete your address "
            "altogether. We give it to nobody but the service that carries our mail."
        ),
        linked("To ask what we keep of you, or to have it deleted, ", "write to us", "/contact/", "."),
    ],
)


def begin(apps, schema_editor):
    Page = apps.get_model("articles", "Page")
    for position, (title, slug, standfirst, content) in enumerate(
        (ABOUT, CONTACT, CORRECTIONS, PRIVACY), 1
    ):
        Page.objects.get_or_create(
            slug=slug,
            defaults={
                "title": title,
                "standfirst": standfirst,
                "body": {"type": "doc", "content": content},
                "position": position,
                "to_read": True,
            },
        )


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0006_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="facts",
            field=models.JSONField(
                blank=True,
                default=list,
                editable=False,
                help_text="Key facts: rows as in a fact box, each with its unit, date and source.",
            ),
        ),
        migrations.AddField(
            model_name="page",
            name="to_read",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="It still says what came with the software; the publisher has not read it.",
            ),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
