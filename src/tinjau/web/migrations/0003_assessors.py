from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tinjau_web", "0002_security")]
    operations: list[object] = []
