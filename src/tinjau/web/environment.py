"""Reads the environment for settings.py. What cannot be used raises ImproperlyConfigured with one message that names
the setting."""

import ipaddress
import os
import secrets
import zoneinfo
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LOCAL = {"localhost", "127.0.0.1", "[::1]", "testserver"}
ROLES = (
    "operator", "coordinator", "verifier", "observer", "assessor", "office-admin", "national-admin",
    "national-evaluator",
)  # fmt: skip
_SHORTEST_KEY = 50  # characters; what `check --deploy` asks for (django documentation, security.W009)


def hosts() -> list[str]:
    """The names under which the server answers."""
    named = [each.strip() for each in os.environ.get("TINJAU_HOSTS", "").split(",") if each.strip()]
    if "*" in named:
        raise ImproperlyConfigured("TINJAU_HOSTS: '*' lets anyone choose the name; list the names of this server")
    return named or sorted(LOCAL)


def is_local(host: str) -> bool:
    """Whether a name or address is this machine itself."""
    try:
        return host in LOCAL or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def make_home(home: Path) -> None:
    """The folder stands and can be written to."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"TINJAU_HOME: {home} cannot be made ({error.strerror})") from None
    if not os.access(home, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"TINJAU_HOME: {home} cannot be written to")


def secret(home: Path) -> str:
    """The key from the environment, or one of its own kept beside the database (a new one would end every session)."""
    given = os.environ.get("TINJAU_SECRET_KEY", "")
    if given:
        if len(given) < _SHORTEST_KEY:
            raise ImproperlyConfigured(f"TINJAU_SECRET_KEY: use at least {_SHORTEST_KEY} random characters")
        return given
    path = home / "secret-key"
    if not path.exists():
        part = home / f"secret-key.{os.getpid()}"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as handle:
            handle.write(secrets.token_urlsafe(64))
        try:
            os.link(part, path)  # whole or not at all, and the first of two processes wins
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return path.read_text(encoding="ascii").strip()


def time_zone() -> str:
    """The zone in which moments are shown."""
    name = os.environ.get("TINJAU_TIME_ZONE", "Asia/Jakarta")
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        raise ImproperlyConfigured(f"TINJAU_TIME_ZONE: '{name[:60]}' is no time zone, such as Asia/Makassar") from None
    return name


def identity_provider() -> dict[str, Any]:
    """allauth's settings of the one OpenID Connect provider; empty where none is named."""
    names = ("TINJAU_OIDC_URL", "TINJAU_OIDC_CLIENT_ID", "TINJAU_OIDC_SECRET")
    address, client, secret = (os.environ.get(name, "") for name in names)
    if not (address or client or secret):
        return {}
    missing = [name for name, value in zip(names, (address, client, secret), strict=True) if not value]
    if missing:
        raise ImproperlyConfigured(f"{', '.join(missing)}: sign-in by OpenID Connect needs all of {', '.join(names)}")
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_local(parts.hostname or "")):
        raise ImproperlyConfigured("TINJAU_OIDC_URL: write it as https://…, the issuer of the identity provider")
    app = {"provider_id": "office", "name": "SSO", "client_id": client, "secret": secret,
           "settings": {"server_url": address}}  # fmt: skip
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def database(home: Path) -> dict[str, Any]:
    """Django's settings of the one database: SQLite in the folder, or the PostgreSQL that TINJAU_DATABASE names."""
    address = os.environ.get("TINJAU_DATABASE", "")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "tinjau.sqlite3",
            # IMMEDIATE: two writers wait for each other instead of failing half-way. FULL: an answer that was
            # acknowledged is on disk. (django documentation, SQLite notes)
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("TINJAU_DATABASE: write it as postgres://user:password@host:port/name")
    try:
        port = parts.port or ""
    except ValueError:
        raise ImproperlyConfigured("TINJAU_DATABASE: the port is a number between 1 and 65535") from None
    host = parts.hostname or ""
    if parts.query.startswith("host="):  # a socket's folder
        host = unquote(parts.query.removeprefix("host="))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        "CONN_MAX_AGE": 60,
    }


def whole(name: str, usual: int, least: int, most: int) -> int:
    """A whole number of the environment between two others."""
    given = os.environ.get(name, "")
    if not given:
        return usual
    if not (given.isascii() and given.isdecimal() and least <= int(given[:9]) <= most):
        raise ImproperlyConfigured(f"{name}: a whole number between {least} and {most}")
    return int(given)


def roles(name: str) -> tuple[str, ...]:
    """Roles, separated by commas."""
    named = tuple(each.strip() for each in os.environ.get(name, "").split(",") if each.strip())
    unknown = [each for each in named if each not in ROLES]
    if unknown:
        raise ImproperlyConfigured(f"{name}: '{unknown[0][:40]}' is no role; there are {', '.join(ROLES)}")
    return named


def file(name: str) -> str:
    """The path of a file that stands; empty where none is named."""
    path = os.environ.get(name, "")
    if path and not Path(path).is_file():
        raise ImproperlyConfigured(f"{name}: there is no file at {path[:200]}")
    return path


def mail() -> dict[str, Any]:
    """Django's mail settings; the backend that sends nothing where no address is named."""
    address = os.environ.get("TINJAU_MAIL_URL", "")
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    sender = os.environ.get("TINJAU_MAIL_FROM", "")
    local, _, domain = parseaddr(sender)[1].partition("@")
    if not (local and domain) or any(ord(each) < 32 for each in sender):
        raise ImproperlyConfigured("TINJAU_MAIL_FROM: the address that sends notices, such as tinjau@example.go.id")
    common = {"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender, "EMAIL_TIMEOUT": 20}
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("TINJAU_MAIL_URL: the port is a number between 1 and 65535") from None
    if parts.scheme == "console":
        return {**common, "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme == "file":
        return {**common, "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
                "EMAIL_FILE_PATH": unquote(parts.path)}  # fmt: skip
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(
            "TINJAU_MAIL_URL: smtp://user:password@host:587, smtps://…, console: or file:///folder"
        )
    plain = parse_qs(parts.query).get("tls") == ["none"]
    if plain and not is_local(parts.hostname):
        raise ImproperlyConfigured("TINJAU_MAIL_URL: tls=none only for a server on this machine")
    return {
        **common,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not plain,
    }


def own_address(first: str, *, https: bool) -> str:
    """Where the application is reached, for links in messages; without a slash at the end."""
    given = os.environ.get("TINJAU_ADDRESS", "").rstrip("/")
    if given and (urlsplit(given).scheme not in {"http", "https"} or not urlsplit(given).netloc):
        raise ImproperlyConfigured("TINJAU_ADDRESS: write it as https://host, as people type it")
    if given:
        return given
    return "http://127.0.0.1:8765" if is_local(first) else f"http{'s' if https else ''}://{first.lstrip('.')}"


def origins(providers: dict[str, Any]) -> list[str]:
    """Where the sign-in may leave for."""
    apps = [app for each in providers.values() for app in each["APPS"]]
    return [f"{urlsplit(app['settings']['server_url']).scheme}://{urlsplit(app['settings']['server_url']).netloc}"
            for app in apps]  # fmt: skip
