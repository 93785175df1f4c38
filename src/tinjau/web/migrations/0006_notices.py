from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tinjau_web", "0005_ministry")]
    operations: list[object] = []
