from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tinjau_web", "0006_notices")]
    operations: list[object] = []
