import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tinjau_web", "0002_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AssessmentRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("note", models.TextField(blank=True)),
                ("items", models.JSONField(default=list)),
                (
                    "naming",
                    models.CharField(choices=[("code", "Code"), ("name", "Name")], default="code", max_length=4),
                ),
                ("due", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("open", "Open"), ("closed", "Closed")],
                        default="draft",
                        max_length=6,
                    ),
                ),
                ("created", models.DateTimeField(default=django.utils.timezone.now)),
                ("opened", models.DateTimeField(null=True)),
                ("closed", models.DateTimeField(null=True)),
                ("closed_by_name", models.CharField(blank=True, max_length=150)),
                ("agreement", models.JSONField(null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="tinjau_web.cycle"
                    ),
                ),
            ],
            options={
                "ordering": ("cycle_id", "number"),
            },
        ),
        migrations.CreateModel(
            name="AssessmentSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user_name", models.CharField(max_length=150)),
                (
                    "kind",
                    models.CharField(
                        choices=[("assessor", "Assessor"), ("reconciler", "Reconciler")],
                        default="assessor",
                        max_length=10,
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=150)),
                ("finished", models.DateTimeField(null=True)),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seats",
                        to="tinjau_web.assessmentround",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("round_id", "user_name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AssessmentScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("instrument", models.CharField(max_length=120)),
                ("indicator", models.CharField(max_length=120)),
                ("unit", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField()),
                ("current", models.BooleanField(default=True)),
                ("value", models.CharField(blank=True, max_length=80)),
                ("evidence", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="tinjau_web.assessmentseat",
                    ),
                ),
            ],
            options={
                "ordering": ("seat_id", "instrument", "indicator", "unit", "version"),
            },
        ),
        migrations.AddConstraint(
            model_name="assessmentround",
            constraint=models.UniqueConstraint(fields=("cycle", "number"), name="assessment_number_in_cycle"),
        ),
        migrations.AddConstraint(
            model_name="assessmentseat",
            constraint=models.UniqueConstraint(fields=("round", "user", "kind"), name="one_seat_a_person"),
        ),
        migrations.AddConstraint(
            model_name="assessmentscore",
            constraint=models.UniqueConstraint(
                fields=("seat", "instrument", "indicator", "unit", "version"), name="one_score_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentscore",
            constraint=models.UniqueConstraint(
                condition=models.Q(("current", True)),
                fields=("seat", "instrument", "indicator", "unit"),
                name="one_current_score",
            ),
        ),
    ]
