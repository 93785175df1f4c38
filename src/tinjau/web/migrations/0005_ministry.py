import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tinjau_web", "0004_focus"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("by_name", models.CharField(max_length=150)),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("change", models.TextField(blank=True)),
                ("by_name", models.CharField(max_length=150)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("shared", models.DateTimeField(null=True)),
                ("shared_by", models.CharField(blank=True, max_length=150)),
                ("reply_until", models.DateTimeField(null=True)),
                ("published", models.DateTimeField(null=True)),
                ("published_by", models.CharField(blank=True, max_length=150)),
                ("published_why", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("participation_id", "-version"),
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(blank=True, max_length=10)),
                ("province", models.CharField(blank=True, max_length=2)),
                ("added", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ("office__code", "office__name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("rows", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("why", models.TextField()),
                ("change", models.TextField(blank=True)),
                ("by_name", models.CharField(max_length=150)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn", models.DateTimeField(null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=150)),
                ("withdrawn_why", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("round_id", "-version"),
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("agrees", models.BooleanField(default=False)),
                ("by_name", models.CharField(max_length=150)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("accepted", "Accepted"), ("rejected", "Rejected")], max_length=10
                    ),
                ),
                ("answer_reason", models.TextField(blank=True)),
                ("answered_by", models.CharField(blank=True, max_length=150)),
                ("answered", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("finding_id", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("period", models.CharField(max_length=40)),
                ("instruments", models.JSONField(default=list)),
                ("apart", models.BooleanField(default=False)),
                ("reply_days", models.PositiveSmallIntegerField(default=14)),
                ("created", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ("-created",),
            },
        ),
        migrations.CreateModel(
            name="RoundEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=30)),
                ("detail", models.CharField(blank=True, max_length=300)),
                ("reason", models.TextField(blank=True)),
                ("by_name", models.CharField(max_length=150)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("self", "Self"),
                            ("documents", "Documents"),
                            ("interview", "Interview"),
                            ("visit", "Visit"),
                            ("decision", "Decision"),
                        ],
                        max_length=10,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("opens", models.DateTimeField()),
                ("closes", models.DateTimeField()),
                ("optional", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("round_id", "position"),
            },
        ),
        migrations.CreateModel(
            name="StageState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not-begun", "Not Begun"),
                            ("under-way", "Under Way"),
                            ("handed-in", "Handed In"),
                            ("returned", "Returned"),
                            ("decided", "Decided"),
                            ("skipped", "Skipped"),
                        ],
                        default="not-begun",
                        max_length=10,
                    ),
                ),
                ("extended_to", models.DateTimeField(null=True)),
                ("extension_reason", models.TextField(blank=True)),
                ("moved", models.DateTimeField(null=True)),
                ("moved_by", models.CharField(blank=True, max_length=150)),
                ("reason", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("participation_id", "stage__position"),
            },
        ),
        migrations.RemoveConstraint(model_name="membership", name="national_admins_alone_have_no_office"),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("operator", "Operator"),
                    ("coordinator", "Coordinator"),
                    ("verifier", "Verifier"),
                    ("observer", "Observer"),
                    ("office-admin", "Office Admin"),
                    ("national-admin", "National Admin"),
                    ("national-evaluator", "National Evaluator"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("office__isnull", False), ("role__in", ["national-admin", "national-evaluator"]), _connector="XOR"
                ),
                name="national_admins_alone_have_no_office",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="result",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="tinjau_web.result"
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="cycle",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="participation", to="tinjau_web.cycle"
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="participations", to="tinjau_web.office"
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="participation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="tinjau_web.participation"
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="participation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="tinjau_web.participation"
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="finding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="tinjau_web.finding"
            ),
        ),
        migrations.AddField(
            model_name="round",
            name="created_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="tinjau_web.round"
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="participations", to="tinjau_web.round"
            ),
        ),
        migrations.AddField(
            model_name="roundevent",
            name="participation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="events",
                to="tinjau_web.participation",
            ),
        ),
        migrations.AddField(
            model_name="roundevent",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="events", to="tinjau_web.round"
            ),
        ),
        migrations.AddField(
            model_name="stage",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="stages", to="tinjau_web.round"
            ),
        ),
        migrations.AddField(
            model_name="stagestate",
            name="participation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="states", to="tinjau_web.participation"
            ),
        ),
        migrations.AddField(
            model_name="stagestate",
            name="stage",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="states", to="tinjau_web.stage"
            ),
        ),
        migrations.CreateModel(
            name="LeagueFacts",
            fields=[
                (
                    "finding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="facts",
                        serialize=False,
                        to="tinjau_web.finding",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("code", models.CharField(blank=True, max_length=20)),
                ("phase", models.CharField(max_length=80, null=True)),
                ("ordinal", models.SmallIntegerField(null=True)),
                ("coverage", models.FloatField(null=True)),
                ("complete", models.BooleanField()),
                ("criteria", models.JSONField()),
                ("dimensions", models.JSONField()),
                ("pages", models.PositiveIntegerField(default=0)),
                ("reason", models.TextField(blank=True)),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="tinjau_web.round"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("participation", "version"), name="one_finding_a_version"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("published__isnull", True), ("shared__isnull", False), _connector="OR"),
                name="shared_before_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("participation", "user"), name="one_assignment_a_person"),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(fields=("round", "version"), name="one_publication_a_version"),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(fields=("round", "office"), name="one_part_a_government"),
        ),
        migrations.AddConstraint(
            model_name="stage", constraint=models.UniqueConstraint(fields=("round", "kind"), name="one_stage_of_a_kind")
        ),
        migrations.AddConstraint(
            model_name="stage",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes__gt", models.F("opens"))), name="a_stage_closes_after_it_opens"
            ),
        ),
        migrations.AddConstraint(
            model_name="stagestate",
            constraint=models.UniqueConstraint(fields=("participation", "stage"), name="one_state_a_stage"),
        ),
        migrations.AddIndex(
            model_name="leaguefacts", index=models.Index(fields=["round"], name="tinjau_web__round_i_bb21dd_idx")
        ),
    ]
