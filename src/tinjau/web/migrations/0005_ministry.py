from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tinjau_web", "0004_focus")]
    operations: list[object] = []
