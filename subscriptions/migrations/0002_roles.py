"""What the roles of the newsroom may do in the post office."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITOR = ["view_mailing"]
CHIEF = [
    *EDITOR,
    "change_mailing",
    "view_subscriber", "change_subscriber", "delete_subscriber",
    "view_subscription", "add_subscription", "change_subscription", "delete_subscription",
]
ROLES = {"Editor": EDITOR, "Chief": CHIEF}


def extend_roles(apps, schema_editor):
    # Django makes permissions after the last migration; the groups need them now.
    create_permissions(
        installed.get_app_config("subscriptions"),
        verbosity=0,
        using=schema_editor.connection.alias,
        apps=apps,
    )
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        found = Permission.objects.filter(
            content_type__app_label="subscriptions", codename__in=codenames
        )
        group.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0001_initial"), ("articles", "0002_roles")]

    operations = [migrations.RunPython(extend_roles, migrations.RunPython.noop)]
