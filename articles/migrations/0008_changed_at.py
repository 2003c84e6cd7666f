"""When the page of an article last changed: what sitemaps say of it, by month, at little cost."""

from django.db import migrations, models

LAST_CHANGES = """
    UPDATE articles_article SET changed_at = last.at
    FROM (SELECT article_id, max(at) AS at FROM articles_change GROUP BY article_id) AS last
    WHERE last.article_id = articles_article.id AND published_at IS NOT NULL;
    UPDATE articles_article SET changed_at = withdrawn_at WHERE withdrawn_at IS NOT NULL;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0007_hubs_and_pages'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='changed_at',
            field=models.DateTimeField(editable=False, help_text='When its page last changed: any publication, a withdrawal, another address.', null=True),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('published_at__isnull', False)), fields=['published_at'], include=('changed_at', 'state'), name='article_months'),
        ),
        # Last: an index cannot be made in the transaction that has changed the rows.
        migrations.RunSQL(LAST_CHANGES, migrations.RunSQL.noop),
    ]
