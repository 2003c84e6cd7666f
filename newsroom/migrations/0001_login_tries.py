from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="LoginTries",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("last_at", models.DateTimeField()),
            ],
            options={"verbose_name_plural": "login tries", "default_permissions": ()},
        ),
    ]
