from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tinjau_web", "0001_initial")]
    operations: list[object] = []
