"""`tinjau manage rebuildleague [ROUND]`: make the facts of the league anew from the results they were taken from."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from tinjau.web.ministry.facts import rebuild
from tinjau.web.models import Round


class Command(BaseCommand):
    """Make them anew."""

    help = "make the league's facts of a round (all rounds where none is named) anew from their results"

    def add_arguments(self, parser: Any) -> None:
        """ROUND is the round's address."""
        parser.add_argument("round", nargs="?", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        """One transaction a round: a league is never half old and half new."""
        del args
        rounds = Round.objects.filter(slug=options["round"]) if options["round"] else Round.objects.all()
        if options["round"] and not rounds:
            raise CommandError(f"there is no round '{options['round']}'")
        for each in rounds:
            with transaction.atomic():
                self.stdout.write(f"{each.slug}: {rebuild(each)} findings")
