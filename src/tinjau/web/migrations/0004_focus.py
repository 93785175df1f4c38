from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tinjau_web", "0003_assessors")]
    operations: list[object] = []
