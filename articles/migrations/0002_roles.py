"""The three roles of a newsroom, as groups."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

WRITER = {
    "articles": [
        "add_article", "change_article", "delete_article", "view_article",
        "add_byline", "change_byline", "delete_byline", "view_byline",
        "add_image", "change_image", "view_image",
        "view_author", "view_desk", "view_topic",
    ],
}
EDITOR = {
    "articles": [
        *WRITER["articles"],
        "publish_article", "edit_any_article",
        "delete_image",
        "add_topic", "change_topic", "delete_topic",
        "add_topicalias", "change_topicalias", "delete_topicalias", "view_topicalias",
        "add_author", "change_author",
    ],
}
CHIEF = {
    "articles": [
        *EDITOR["articles"],
        "delete_author",
        "add_desk", "change_desk", "delete_desk",
        "change_sitesettings", "view_sitesettings",
    ],
    "auth": ["add_user", "change_user", "delete_user", "view_user", "view_group"],
}
ROLES = {"Writer": WRITER, "Editor": EDITOR, "Chief": CHIEF}


def make_roles(apps, schema_editor):
    # Django makes permissions after the last migration; the groups need them now.
    for label in ("articles", "auth"):
        create_permissions(
            installed.get_app_config(label),
            verbosity=0,
            using=schema_editor.connection.alias,
            apps=apps,
        )
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, wanted in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        for label, codenames in wanted.items():
            found = Permission.objects.filter(
                content_type__app_label=label, codename__in=codenames
            )
            group.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
