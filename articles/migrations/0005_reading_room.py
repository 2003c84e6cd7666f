"""Series, pages, the lead story, cards; what machines may read."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
import articles.body.document
import articles.fields
import django.db.models.deletion
from django.db import migrations, models


EDITOR = ["add_series", "change_series", "delete_series", "view_series"]
CHIEF = [*EDITOR, "add_page", "change_page", "delete_page", "view_page"]
ROLES = {"Writer": ["view_series"], "Editor": EDITOR, "Chief": CHIEF}


def let_them_edit(apps, schema_editor):
    # Django makes permissions after the last migration; the groups need them now.
    create_permissions(
        installed.get_app_config("articles"),
        verbosity=0,
        using=schema_editor.connection.alias,
        apps=apps,
    )
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        group = apps.get_model("auth", "Group").objects.get(name=name)
        group.permissions.add(
            *Permission.objects.filter(
                content_type__app_label="articles", codename__in=codenames
            )
        )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_log_and_notes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120)),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='address')),
                ('standfirst', models.CharField(blank=True, max_length=300)),
                ('body', articles.fields.BodyField(blank=True, default=articles.body.document.Body.empty)),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Its place at the foot of every page; the smallest first.')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
            ],
            options={
                'ordering': ['position', 'title'],
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('description', models.CharField(blank=True, help_text='One or two sentences at the top of its page.', max_length=600)),
            ],
            options={
                'verbose_name_plural': 'series',
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='card',
            field=models.CharField(blank=True, editable=False, help_text='File of the picture that stands for it on other sites.', max_length=200),
        ),
        migrations.AddField(
            model_name='article',
            name='part',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Its place in the series, from 1. Empty: by date.', null=True),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='allow_ai_crawlers',
            field=models.BooleanField(default=False, help_text='Said in robots.txt; those that train models on what they fetch are named there.', verbose_name='AI crawlers may read the site'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='indexnow_key',
            field=models.SlugField(blank=True, help_text='8 to 128 letters and digits of your choice. Empty: search engines are not told.', max_length=128, verbose_name='IndexNow key'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='lead',
            field=models.ForeignKey(blank=True, help_text='Stands first on the front page. Without one, the newest with a picture does.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.article', verbose_name='lead story'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='lead_until',
            field=models.DateTimeField(blank=True, help_text='From then on the newest leads again. Empty: no end.', null=True),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='websub_hub',
            field=models.URLField(blank=True, help_text='Told of each publication. Empty: nobody is told.', verbose_name='WebSub hub'),
        ),
        migrations.AddField(
            model_name='article',
            name='series',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles', to='articles.series'),
        ),
        migrations.RunPython(let_them_edit, migrations.RunPython.noop),
    ]
