from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newswire", "0001_initial")]

    operations = [
        operation
        for model in ("post", "part", "comment")
        for operation in (
            migrations.AddField(model, "dated", models.CharField(blank=True, default="", max_length=120), preserve_default=False),
            migrations.AddField(model, "plain", models.BooleanField(default=False)),
        )
    ]
