from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('subscriptions', '0003_letters_amiss'),
    ]

    operations = [
        migrations.CreateModel(
            name='Quota',
            fields=[
                ('name', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('since', models.DateTimeField(help_text='When the period began in which they were counted.')),
                ('taken', models.PositiveIntegerField(default=0)),
                ('held_until', models.DateTimeField(null=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.RemoveIndex(
            model_name='delivery',
            name='delivery_unsettled',
        ),
        migrations.AddField(
            model_name='delivery',
            name='queue',
            field=models.SmallIntegerField(default=0, help_text='See `queues`.'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state__in', ['queued', 'claimed', 'handing_over'])), fields=['mailing', 'queue', 'subscriber'], name='delivery_unsettled'),
        ),
    ]
