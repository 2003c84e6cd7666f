"""Editors and chiefs may read the log of the newsdesk; articles with a note are found at once."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

READERS = ["Editor", "Chief"]
READ = {
    "content_type__app_label": "admin",
    "content_type__model": "logentry",
    "codename": "view_logentry",
}


def let_them_read(apps, schema_editor):
    # Django makes permissions after the last migration; the groups need them now.
    create_permissions(
        installed.get_app_config("admin"),
        verbosity=0,
        using=schema_editor.connection.alias,
        apps=apps,
    )
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    read = Permission.objects.get(**READ)
    for group in Group.objects.filter(name__in=READERS):
        group.permissions.add(read)


def let_them_no_more(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for group in Group.objects.filter(name__in=READERS):
        group.permissions.remove(*Permission.objects.filter(**READ))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_writing_room"),
        ("admin", "0003_logentry_add_action_flag_choices"),
    ]

    operations = [
        migrations.RunPython(let_them_read, let_them_no_more),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("note", ""), _negated=True),
                fields=["state"],
                name="article_with_a_note",
            ),
        ),
    ]
