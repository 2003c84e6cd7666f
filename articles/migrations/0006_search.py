"""What readers can search."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


# Unpacked, a vector is read in a third of the time. Apart from its row (whatever passes 128 bytes
# is), it leaves many rows on a page, and a search that meets thousands of them reads few pages.
STORAGE = """
ALTER TABLE articles_searchentry ALTER COLUMN doc SET STORAGE EXTERNAL;
ALTER TABLE articles_searchentry ALTER COLUMN head SET STORAGE EXTERNAL;
ALTER TABLE articles_searchentry SET (toast_tuple_target = 128);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0005_reading_room'),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('word', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('lexeme', models.CharField(db_index=True, help_text='Its stem, as Postgres cuts.', max_length=40)),
                ('weight', models.PositiveSmallIntegerField(default=1, help_text='2 where it stands in a headline, a topic or a byline; else 1.')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(models.F('word'), name='gin_trgm_ops'), name='search_word_spelling', fastupdate=False)],
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_entry', serialize=False, to='articles.article')),
                ('published_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=20)),
                ('year', models.PositiveSmallIntegerField(help_text="In the site's time zone.")),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField())),
                ('authors', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField())),
                ('text', models.TextField(help_text='As readers see it: excerpts are cut from it.')),
                ('head', django.contrib.postgres.search.SearchVectorField()),
                ('doc', django.contrib.postgres.search.SearchVectorField()),
                ('desk', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.desk')),
            ],
            options={
                'verbose_name_plural': 'search entries',
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['head'], name='search_head', fastupdate=False), django.contrib.postgres.indexes.GinIndex(fields=['doc'], name='search_doc', fastupdate=False), django.contrib.postgres.indexes.GinIndex(fields=['topics', 'authors'], name='search_filed', fastupdate=False), models.Index(fields=['-published_at', '-article'], name='search_newest')],
            },
        ),
        migrations.RunSQL(STORAGE, migrations.RunSQL.noop),
    ]
