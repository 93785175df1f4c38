"""Letters over a real SMTP connection: what is in them, who gets them, how often, and what a refusal comes to."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from tests.web.mailing import Sink, sink_running

from tinjau.model import Text
from tinjau.web.models import Cycle, Letter, Role, Wish
from tinjau.web.notices import letters
from tinjau.web.notices.due import set_due
from tinjau.web.notices.sending import send_waiting

NOW = datetime(2031, 3, 3, 0, 0, tzinfo=UTC)  # 07.00 in Jakarta


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A mail server, and settings that lead to it."""
    with sink_running() as server, override_settings(
        MAIL=True, EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=server.port, EMAIL_USE_TLS=False, EMAIL_USE_SSL=False, EMAIL_TIMEOUT=5,
        DEFAULT_FROM_EMAIL="tinjau <tinjau@example.go.id>", OWN_ADDRESS="https://tinjau.example.go.id",
    ):  # fmt: skip
        yield server


@pytest.fixture
def office(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> SimpleNamespace:
    """A cycle, and a client for each role of its office."""
    cycle = medan_cycle("a")
    people = {role: person(f"orang-{role}", role, cycle.office) for role in ("operator", "coordinator", "verifier")}
    return SimpleNamespace(cycle=cycle, people=people, **{role: browser(user) for role, user in people.items()})


def wishing(user: Any, mode: str = "daily", lang: str = "id", **more: Any) -> Wish:
    """The person asked for mail and confirmed the address, a year ago."""
    fields = {"address": f"{user.get_username()}@example.go.id", "confirmed": NOW - timedelta(days=365), "mode": mode,
              "lang": lang, "since": NOW - timedelta(days=365), **more}  # fmt: skip
    wish: Wish = Wish.objects.update_or_create(user=user, defaults=fields)[0]
    return wish


def sent_at(now: datetime) -> dict[str, int]:
    """Gather and send as a turn does."""
    letters.gather(now)
    return send_waiting(now)


def due_in(cycle: Cycle, key: str, days: float, title: str = "Isi semua jawaban", **more: Any) -> Any:
    """A due date so many days from NOW that was set long ago."""
    due = set_due(cycle, key, NOW + timedelta(days=days), Text(title, f"{title} (en)"), **more)
    type(due).objects.filter(pk=due.pk).update(changed=NOW - timedelta(days=300))
    return due


def test_a_digest_goes_once_a_person_and_day(office: SimpleNamespace, sink: Sink) -> None:
    wishing(office.people["operator"])
    due_in(office.cycle, "k", 1.4)
    assert sent_at(NOW - timedelta(hours=2)) == {}  # five in the morning
    assert sent_at(NOW) == {"sent": 1}
    assert [sent_at(NOW + timedelta(hours=each)) for each in (0, 1, 16)] == [{}, {}, {}]
    assert [address for address, _ in sink.mails] == ["orang-operator@example.go.id"]
    assert sent_at(NOW + timedelta(days=1)) == {}  # the next morning has nothing new
    assert sent_at(NOW + timedelta(days=2)) == {"sent": 1}  # now it is over
    assert "tenggatnya sudah lewat" in sink.texts()[1]


DIGEST = {
    "id": """Yth. orang-operator,

TENGGAT

* Kota a, Studi a
  Isi semua jawaban: paling lambat 4 Maret 2031, 16.36 WIB
  https://tinjau.example.go.id/o/a/c/2026/

* Kota a, Studi a
  Serahkan berkas: paling lambat 10 Maret 2031, 07.00 WIB
  https://tinjau.example.go.id/o/a/c/2026/due/

--\x20
Surel otomatis ini dikirim karena Anda memintanya di:
https://tinjau.example.go.id/account/notices/
Berhenti menerimanya:
""",
    "en": """Dear orang-operator,

DUE DATES

* Kota a, Studi a
  Isi semua jawaban (en): due 4 March 2031, 16:36 WIB
  https://tinjau.example.go.id/o/a/c/2026/

* Kota a, Studi a
  Serahkan berkas (en): due 10 March 2031, 07:00 WIB
  https://tinjau.example.go.id/o/a/c/2026/due/

--\x20
This automatic message is sent because you asked for it at:
https://tinjau.example.go.id/account/notices/
Stop receiving it:
""",
}


@pytest.mark.parametrize(("lang", "subject"), [("id", "tinjau: 2 pemberitahuan, 3 Maret 2031"),
                                               ("en", "tinjau: 2 notices, 3 March 2031")])  # fmt: skip
def test_the_digest_word_by_word(office: SimpleNamespace, sink: Sink, lang: str, subject: str) -> None:
    wishing(office.people["operator"], lang=lang)
    due_in(office.cycle, "k", 1.4)
    due_in(office.cycle, "l", 7, "Serahkan berkas", address="/o/a/c/2026/due/")
    due_in(office.cycle, "m", 2, "Bukan untuknya", roles=[Role.VERIFIER])
    assert sent_at(NOW) == {"sent": 1}
    mail = sink.mails[0][1]
    text, stop = str(mail.get_content()).replace("\r\n", "\n").rsplit("https://", 1)
    assert text == DIGEST[lang]
    assert mail["Subject"] == subject
    assert mail["From"] == "tinjau <tinjau@example.go.id>"
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", lang)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip() == f"<https://{stop.strip()}>"
    assert mail["Message-ID"].endswith("@tinjau.example.go.id>")
    assert mail.get_content_type() == "text/plain"
    assert Letter.objects.get().state == "sent"


def test_nobody_gets_mail_who_did_not_ask(office: SimpleNamespace, sink: Sink) -> None:
    due_in(office.cycle, "k", 1.4)
    wishing(office.people["operator"], mode="none")
    wishing(office.people["coordinator"], confirmed=None)
    wishing(office.people["verifier"], refused=timezone.now())
    assert sent_at(NOW) == {}
    assert sink.connections == 0
