"""`tinjau manage digest [--dry-run] [--date YYYY-MM-DD]`: the notices by mail, for cron or by hand."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count
from django.utils import timezone

from tinjau.web.models import Letter, Wish
from tinjau.web.notices import letters
from tinjau.web.notices.news import LOOK_BACK
from tinjau.web.notices.sending import send_waiting


class Command(BaseCommand):
    """Send the digests of a day, and all else that waits."""

    help = "send what waits: today's digests from TINJAU_MAIL_HOUR on (those of --date at once), one a person and day"

    def add_arguments(self, parser: Any) -> None:
        """Which day, and whether anything is sent."""
        parser.add_argument("--dry-run", action="store_true", help="say what would be sent; nothing is written or sent")
        parser.add_argument(
            "--date", default="", metavar="YYYY-MM-DD", help="a day of the last week: its digests, at once"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """One line a letter, with the account and without its address; status 1 where one could not be sent."""
        del args
        now = timezone.now()
        today = timezone.localtime(now).date()
        try:
            day = date.fromisoformat(options["date"]) if options["date"] else None
        except ValueError:
            raise CommandError("--date: a day such as 2026-11-25") from None
        if options["dry_run"]:
            self._would(day or today, today)
            return
        if not settings.MAIL:
            raise CommandError("no mail server is named: set TINJAU_MAIL_URL and TINJAU_MAIL_FROM")
        if day is not None and not today - LOOK_BACK <= day <= today:
            raise CommandError(f"--date: a day of the last {LOOK_BACK.days}; days to come only with --dry-run")
        letters.gather(now, day)
        done = send_waiting(tell=self.stdout.write)
        standing = dict(Letter.objects.order_by().values_list("state").annotate(n=Count("pk")))
        words = [f"{each} {standing.get(each, 0)}" for each in ("waiting", "sent", "failed", "unsure")]
        self.stdout.write(f"letters of the last {letters.KEPT.days} days: {', '.join(words)}")
        if done.stopped or any(done.ends[each] for each in ("waiting", "failed", "unsure")):
            raise CommandError("not everything was sent")

    def _would(self, day: date, today: date) -> None:
        now = timezone.now() if day == today else letters.morning(day)
        if day > today + timedelta(days=366):
            raise CommandError("--date: at most a year ahead")
        for wish in letters.writable():
            daily = wish.mode == Wish.Mode.DAILY
            if daily and Letter.objects.filter(user=wish.user, key=f"{letters.DAILY}{day.isoformat()}").exists():
                self.stdout.write(f"done: {wish.user.get_username()}")
                continue
            items = letters.fresh(wish, now)
            if items:
                self.stdout.write(f"would send: {wish.user.get_username()} {wish.mode} ({len(items)})")
