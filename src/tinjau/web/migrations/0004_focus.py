import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tinjau_web", "0003_assessors"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="FocusSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("purpose", models.TextField(blank=True)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(default="id", max_length=2)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("open", "Open"), ("closed", "Closed")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("most", models.PositiveIntegerField()),
                ("from_study", models.BooleanField(default=False)),
                ("demo", models.BooleanField(default=False)),
                ("nonce", models.CharField(blank=True, max_length=40)),
                ("digest", models.CharField(max_length=64, null=True, unique=True)),
                ("expires", models.DateTimeField(null=True)),
                ("created", models.DateTimeField(default=django.utils.timezone.now)),
                ("opened", models.DateTimeField(null=True)),
                ("closed", models.DateTimeField(null=True)),
                ("taken", models.DateTimeField(null=True)),
                ("prefix", models.CharField(blank=True, max_length=12)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="focus_sessions",
                        to="tinjau_web.cycle",
                    ),
                ),
            ],
            options={
                "ordering": ("cycle_id", "-number"),
            },
        ),
        migrations.CreateModel(
            name="FocusParticipant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=8)),
                ("name", models.CharField(blank=True, max_length=80)),
                ("digest", models.CharField(max_length=64, null=True, unique=True)),
                ("paper", models.BooleanField(default=False)),
                ("joined", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed", models.DateTimeField(null=True)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="people", to="tinjau_web.focussession"
                    ),
                ),
            ],
            options={
                "ordering": ("session_id", "code"),
            },
        ),
        migrations.CreateModel(
            name="FocusStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("talk", "Talk"),
                            ("collect", "Collect"),
                            ("merge", "Merge"),
                            ("weight", "Weight"),
                            ("rating", "Rating"),
                            ("tows", "Tows"),
                            ("rank", "Rank"),
                            ("decide", "Decide"),
                        ],
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("minutes", models.PositiveIntegerField(default=0)),
                ("options", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("open", "Open"), ("closed", "Closed")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("opened", models.DateTimeField(null=True)),
                ("closed", models.DateTimeField(null=True)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="tinjau_web.focussession"
                    ),
                ),
            ],
            options={
                "ordering": ("session_id", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FocusRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("items", models.JSONField(default=list)),
                ("opened", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed", models.DateTimeField(null=True)),
                ("tally", models.JSONField(null=True)),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rounds", to="tinjau_web.focusstep"
                    ),
                ),
            ],
            options={
                "ordering": ("step_id", "number"),
            },
        ),
        migrations.CreateModel(
            name="FocusIdea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("box", models.CharField(max_length=2)),
                ("text", models.CharField(max_length=300)),
                ("uses", models.JSONField(default=list)),
                ("once", models.CharField(max_length=40)),
                ("label", models.CharField(blank=True, max_length=8)),
                ("study_id", models.CharField(blank=True, max_length=8)),
                ("hidden", models.DateTimeField(null=True)),
                ("withdrawn", models.DateTimeField(null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "merged_into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="originals",
                        to="tinjau_web.focusidea",
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
                (
                    "participant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ideas",
                        to="tinjau_web.focusparticipant",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ideas", to="tinjau_web.focussession"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ideas",
                        to="tinjau_web.focusstep",
                    ),
                ),
            ],
            options={
                "ordering": ("session_id", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FocusEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=24)),
                ("text", models.TextField(blank=True)),
                ("data", models.JSONField(default=dict)),
                ("user_name", models.CharField(blank=True, max_length=150)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "idea",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="tinjau_web.focusidea",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="tinjau_web.focussession"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="tinjau_web.focusstep",
                    ),
                ),
            ],
            options={
                "ordering": ("session_id", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FocusBallot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("current", models.BooleanField(default=True)),
                ("sealed", models.TextField(blank=True)),
                ("values", models.JSONField(null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("unread", models.BooleanField(default=False)),
                ("reason_hidden", models.DateTimeField(null=True)),
                ("paper", models.BooleanField(default=False)),
                ("checked", models.DateTimeField(null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballots",
                        to="tinjau_web.focusparticipant",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ballots", to="tinjau_web.focusround"
                    ),
                ),
            ],
            options={
                "ordering": ("round_id", "participant_id", "version"),
                "constraints": [
                    models.UniqueConstraint(fields=("round", "participant", "version"), name="focus_ballot_version"),
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)),
                        fields=("round", "participant"),
                        name="one_current_focus_ballot",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="focussession",
            constraint=models.UniqueConstraint(fields=("cycle", "number"), name="focus_number_in_cycle"),
        ),
        migrations.AddConstraint(
            model_name="focusparticipant",
            constraint=models.UniqueConstraint(fields=("session", "code"), name="focus_code_in_session"),
        ),
        migrations.AddConstraint(
            model_name="focusround",
            constraint=models.UniqueConstraint(fields=("step", "number"), name="focus_round_in_step"),
        ),
        migrations.AddConstraint(
            model_name="focusround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed__isnull", True)), fields=("step",), name="one_open_focus_round_a_step"
            ),
        ),
        migrations.AddConstraint(
            model_name="focusidea",
            constraint=models.UniqueConstraint(fields=("session", "once"), name="focus_idea_once"),
        ),
    ]
