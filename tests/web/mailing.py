"""A mail server that keeps what it gets, and refuses, breaks off or falls silent where it is told to; and people who
asked for mail."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from django.test import override_settings

from tinjau.model import Text
from tinjau.web.models import Cycle, Due, Wish
from tinjau.web.notices import letters
from tinjau.web.notices.due import set_due
from tinjau.web.notices.sending import send_waiting

NOW = datetime(2031, 3, 3, 0, 0, tzinfo=UTC)  # 07.00 in Jakarta
_LONGEST = 10_000  # bytes of a line


class Sink(socketserver.ThreadingTCPServer):
    """`mails`: envelope recipient and message of each that was taken. `replies`: command → what is answered instead of
    yes; `break` ends the connection before an answer, `silent` keeps it open without one."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.mails: list[tuple[str, EmailMessage]] = []
        self.replies: dict[str, str] = {}
        self.connections = 0
        self.quiet = threading.Event()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def texts(self) -> list[str]:
        """The bodies of what was taken."""
        return [str(each.get_content()) for _, each in self.mails]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


class _Talk(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        """One connection, command for command (RFC 5321)."""
        self.server.connections += 1
        recipient = ""
        self._say("220 here")
        while line := self.rfile.readline(_LONGEST):
            words = line.decode("utf-8", "replace").strip()
            command = words[:4].upper()
            if command == "RCPT":
                recipient = words.partition("<")[2].partition(">")[0]
            told = self.server.replies.get(command, "")
            if told == "break":
                return
            if told == "silent":
                self.server.quiet.wait(30)
                return
            if told:
                self._say(told)
            elif command == "DATA":
                self._say("354 go on")
                data = b""
                while (part := self.rfile.readline(_LONGEST)) not in {b".\r\n", b""}:
                    data += part[1:] if part.startswith(b"..") else part
                told = self.server.replies.get("END", "")
                if told in {"break", "silent"}:
                    self.server.quiet.wait(30 if told == "silent" else 0)
                    return
                if not told or told.startswith("2"):
                    self.server.mails.append((recipient, message_from_bytes(data, policy=policy.default)))
                self._say(told or "250 taken")
            else:
                self._say("221 bye" if command == "QUIT" else "250 yes")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def sink_running() -> Iterator[Sink]:
    """A sink in a thread of its own."""
    with Sink() as sink:
        thread = threading.Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield sink
        finally:
            sink.quiet.set()
            sink.shutdown()
            thread.join()


@contextmanager
def mail_arrives() -> Iterator[Sink]:
    """A sink, and settings that lead to it."""
    with sink_running() as server, override_settings(
        MAIL=True, EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=server.port, EMAIL_USE_TLS=False, EMAIL_USE_SSL=False, EMAIL_TIMEOUT=10,
        DEFAULT_FROM_EMAIL="tinjau <tinjau@example.go.id>", OWN_ADDRESS="https://tinjau.example.go.id",
    ):  # fmt: skip
        yield server


def wishing(user: Any, mode: str = "daily", lang: str = "id", **more: Any) -> Wish:
    """The person asked for mail long ago, and confirmed the address."""
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    fields = {"address": f"{user.get_username()}@example.go.id", "confirmed": long_ago, "mode": mode, "lang": lang,
              "since": long_ago, **more}  # fmt: skip
    wish: Wish = Wish.objects.update_or_create(user=user, defaults=fields)[0]
    return wish


def sent_at(now: datetime) -> dict[str, int]:
    """Gather and send as a turn does."""
    letters.gather(now)
    return dict(send_waiting(now).ends)


def due_in(cycle: Cycle, key: str, days: float, title: str = "Isi semua jawaban", **more: Any) -> Due:
    """A due date so many days from NOW that was set long ago."""
    due = set_due(cycle, key, NOW + timedelta(days=days), Text(title, f"{title} (en)"), **more)
    Due.objects.filter(pk=due.pk).update(changed=NOW - timedelta(days=300))
    return due
