"""`tinjau manage addmember USER ROLE [OFFICE]`: a person and a role; the password comes from standard input."""

import getpass
import sys
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from tinjau.web.models import NATIONAL, Membership, Office, Role


class Command(BaseCommand):
    """Give a person a role."""

    help = "give a person a role: addmember sari operator medan; addmember pusat national-admin"

    def add_arguments(self, parser: Any) -> None:
        """USER, ROLE and, for all but national administrators and evaluators, OFFICE."""
        parser.add_argument("user")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("office", nargs="?")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the account where there is none, and set the role."""
        del args
        national = options["role"] in NATIONAL
        if national == bool(options["office"]):
            raise CommandError("name an office, except for a national-admin or national-evaluator")
        office = None if national else Office.objects.filter(slug=options["office"]).first()
        if not national and office is None:
            raise CommandError(f"there is no office '{options['office']}'; make it with createoffice")
        users = get_user_model()
        with transaction.atomic():
            user = users.objects.filter(username__iexact=options["user"]).first()
            if user is None:
                password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
                try:
                    ASCIIUsernameValidator()(options["user"])
                    validate_password(password, users(username=options["user"]))
                except ValidationError as error:
                    raise CommandError(" ".join(error.messages)) from None
                user = users.objects.create_user(username=options["user"], password=password)
            # Without an office the roles stand side by side: an administrator may evaluate too.
            kept = {"role": options["role"]} if national else {}
            Membership.objects.update_or_create(user=user, office=office, **kept, defaults={"role": options["role"]})
        self.stdout.write(f"{options['user']}: {options['role']}{f' of {office.slug}' if office else ''}")
