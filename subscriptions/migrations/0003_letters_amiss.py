from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0002_roles")]

    operations = [
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state__in", ["uncertain", "failed", "excluded"])),
                fields=["mailing", "state"],
                name="delivery_amiss",
            ),
        ),
    ]
