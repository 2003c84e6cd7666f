"""Old addresses lead to pages as well as to articles, and editors keep them."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
import django.db.models.deletion
from django.db import migrations, models

MAY = ["add_redirect", "change_redirect", "delete_redirect", "view_redirect"]


def let_them_keep(apps, schema_editor):
    # Django makes permissions after the last migration; the groups need them now.
    create_permissions(
        installed.get_app_config("articles"),
        verbosity=0,
        using=schema_editor.connection.alias,
        apps=apps,
    )
    Permission = apps.get_model("auth", "Permission")
    kept = Permission.objects.filter(content_type__app_label="articles", codename__in=MAY)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=["Editor", "Chief"]):
        group.permissions.add(*kept)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_changed_at'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='redirect',
            options={'ordering': ['path'], 'verbose_name': 'old address', 'verbose_name_plural': 'old addresses'},
        ),
        migrations.AddField(
            model_name='redirect',
            name='target',
            field=models.CharField(blank=True, help_text="A page of this site, where it is no article's.", max_length=300, verbose_name='leads to'),
        ),
        migrations.AlterField(
            model_name='redirect',
            name='article',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='redirects', to='articles.article'),
        ),
        migrations.AlterField(
            model_name='redirect',
            name='made_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='made'),
        ),
        migrations.AlterField(
            model_name='redirect',
            name='path',
            field=models.CharField(max_length=300, unique=True, verbose_name='old address'),
        ),
        migrations.AddConstraint(
            model_name='redirect',
            constraint=models.CheckConstraint(condition=models.Q(('article__isnull', True), ('target', ''), _connector='XOR'), name='redirect_leads_to_one_place'),
        ),
        migrations.RunPython(let_them_keep, migrations.RunPython.noop),
    ]
