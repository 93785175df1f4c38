"""Django's settings, from the environment. SQLite and one process are enough; PostgreSQL is one setting.

TINJAU_HOME folder for the database, evidence and results (default: tinjau-data) · TINJAU_DATABASE postgres://… ·
TINJAU_SECRET_KEY and TINJAU_HOSTS (comma-separated) for anything but this machine · TINJAU_HTTPS=0 where no TLS stands
before it · TINJAU_PROXY the address of the TLS proxy · TINJAU_OIDC_URL, TINJAU_OIDC_CLIENT_ID, TINJAU_OIDC_SECRET
sign-in by the office's identity provider · TINJAU_DEMO=1 demo logins, on loopback only. What cannot be used raises
ImproperlyConfigured with one message that names the setting.
"""

import ipaddress
import os
import secrets
import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

HOME = Path(os.environ.get("TINJAU_HOME", "tinjau-data")).absolute()
DEMO = os.environ.get("TINJAU_DEMO") == "1"
_LOCAL = {"localhost", "127.0.0.1", "[::1]", "testserver"}
_SHORTEST_KEY = 50  # characters; what `check --deploy` asks for (django documentation, security.W009)


def _hosts() -> list[str]:
    named = [each.strip() for each in os.environ.get("TINJAU_HOSTS", "").split(",") if each.strip()]
    if "*" in named:
        raise ImproperlyConfigured("TINJAU_HOSTS: '*' lets anyone choose the name; list the names of this server")
    return named or sorted(_LOCAL)


def _is_local(host: str) -> bool:
    try:
        return host in _LOCAL or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _make_home() -> None:
    try:
        HOME.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"TINJAU_HOME: {HOME} cannot be made ({error.strerror})") from None
    if not os.access(HOME, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"TINJAU_HOME: {HOME} cannot be written to")


def _secret() -> str:
    """The key from the environment, or one of its own kept beside the database (a new one would end every session)."""
    given = os.environ.get("TINJAU_SECRET_KEY", "")
    if given:
        if len(given) < _SHORTEST_KEY:
            raise ImproperlyConfigured(f"TINJAU_SECRET_KEY: use at least {_SHORTEST_KEY} random characters")
        return given
    path = HOME / "secret-key"
    if not path.exists():
        part = HOME / f"secret-key.{os.getpid()}"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as handle:
            handle.write(secrets.token_urlsafe(64))
        try:
            os.link(part, path)  # whole or not at all, and the first of two processes wins
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return path.read_text(encoding="ascii").strip()


def _time_zone() -> str:
    name = os.environ.get("TINJAU_TIME_ZONE", "Asia/Jakarta")
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        raise ImproperlyConfigured(f"TINJAU_TIME_ZONE: '{name[:60]}' is no time zone, such as Asia/Makassar") from None
    return name


def _identity_provider() -> dict[str, Any]:
    """allauth's settings of the one OpenID Connect provider; empty where none is named."""
    names = ("TINJAU_OIDC_URL", "TINJAU_OIDC_CLIENT_ID", "TINJAU_OIDC_SECRET")
    address, client, secret = (os.environ.get(name, "") for name in names)
    if not (address or client or secret):
        return {}
    missing = [name for name, value in zip(names, (address, client, secret), strict=True) if not value]
    if missing:
        raise ImproperlyConfigured(f"{', '.join(missing)}: sign-in by OpenID Connect needs all of {', '.join(names)}")
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_local(parts.hostname or "")):
        raise ImproperlyConfigured("TINJAU_OIDC_URL: write it as https://…, the issuer of the identity provider")
    app = {"provider_id": "office", "name": "SSO", "client_id": client, "secret": secret,
           "settings": {"server_url": address}}  # fmt: skip
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def _database() -> dict[str, Any]:
    address = os.environ.get("TINJAU_DATABASE", "")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "tinjau.sqlite3",
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


def _origins(providers: dict[str, Any]) -> list[str]:
    apps = [app for each in providers.values() for app in each["APPS"]]
    return [f"{urlsplit(app['settings']['server_url']).scheme}://{urlsplit(app['settings']['server_url']).netloc}"
            for app in apps]  # fmt: skip


ALLOWED_HOSTS = _hosts()
if DEMO and not all(map(_is_local, ALLOWED_HOSTS)):
    raise ImproperlyConfigured("TINJAU_DEMO: the demo has known passwords; it runs on loopback names only")
_make_home()
SECRET_KEY = _secret()
DEBUG = False
LOCAL_ONLY = all(map(_is_local, ALLOWED_HOSTS))
HTTPS = os.environ.get("TINJAU_HTTPS", "0" if LOCAL_ONLY else "1") == "1"
# The address of the proxy that ends TLS: `tinjau serve` believes its X-Forwarded-For and -Proto, and nobody else's.
PROXY = os.environ.get("TINJAU_PROXY", "127.0.0.1" if HTTPS else "")

INSTALLED_APPS = [
    "tinjau.web.apps.WebConfig",  # first: its templates stand before allauth's
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "huey.contrib.djhuey",
    "rest_framework",
    "drf_spectacular",
]

MIDDLEWARE = [
    "tinjau.web.middleware.HeadersMiddleware",  # the outermost: its headers are on redirects and static files too
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tinjau.web.middleware.LanguageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tinjau.web.urls"
WSGI_APPLICATION = "tinjau.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tinjau.web.middleware.page_context",
            ],
            "builtins": ["tinjau.web.templatetags.words"],
        },
    }
]

DATABASES = {"default": _database()}
USE_TZ = True
TIME_ZONE = _time_zone()
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "tinjau.web.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # nothing here sends mail
# axes counts the failures, by name and address together. allauth's own count by name alone is replaced: with it,
# five wrong guesses from anywhere would lock a colleague out.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip"}
SOCIALACCOUNT_PROVIDERS = _identity_provider()
SOCIALACCOUNT_ADAPTER = "tinjau.web.accounts.Links"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_LOGIN_ON_GET = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = "tinjau"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS and LOCAL_ONLY  # browsers allow keys on http://localhost alone
# Locked is the pair of name and address: someone elsewhere who guesses cannot lock a colleague out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "web/locked.html"
# A name with the prefix __Host- is refused by browsers unless it came over TLS for exactly this host.
SESSION_COOKIE_NAME = "__Host-tinjau" if HTTPS else "tinjau"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "tinjau_csrf"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "tinjau.web.views.faults.csrf_failure"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        # Browsers apply form-action to the redirect as well by which the sign-in leaves for the identity provider.
        "form-action": [SELF, *_origins(SOCIALACCOUNT_PROVIDERS)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
FILE_UPLOAD_PERMISSIONS = 0o600

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
MEDIA_ROOT = HOME / "evidence"

HUEY = {
    "huey_class": "huey.SqliteHuey",
    "name": "tinjau",
    "filename": str(HOME / "queue.sqlite3"),
    "immediate": os.environ.get("TINJAU_TASKS_AT_ONCE") == "1",
    "consumer": {"workers": 1, "worker_type": "thread"},
}
TASKS = {
    "default": {
        "BACKEND": "huey.contrib.djhuey.tasks_backend.HueyBackend",
        "ENQUEUE_ON_COMMIT": True,
        "QUEUES": [],
    }
}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination",
    "PAGE_SIZE": 100,
    "EXCEPTION_HANDLER": "rest_framework.views.exception_handler",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "tinjau",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["tinjau.web.api.document_refusals"],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "axes": {"level": "ERROR"},
        "huey": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
