"""Django's settings, from the environment. SQLite and one process are enough; PostgreSQL is one setting.

TINJAU_HOME folder for the database, evidence and results (default: tinjau-data) · TINJAU_DATABASE postgres://… ·
TINJAU_SECRET_KEY and TINJAU_HOSTS (comma-separated) for anything but this machine · TINJAU_HTTPS=0 where no TLS stands
before it · TINJAU_PROXY the address of the TLS proxy · TINJAU_OIDC_URL, TINJAU_OIDC_CLIENT_ID, TINJAU_OIDC_SECRET
sign-in by the office's identity provider · TINJAU_DEMO=1 demo logins, on loopback only · TINJAU_IDLE_MINUTES,
TINJAU_SESSION_HOURS how long a session lasts · TINJAU_MFA roles that need a second factor · TINJAU_STOLEN_PASSWORDS,
TINJAU_SCANNER, TINJAU_LIMITS · TINJAU_MAIL_URL, TINJAU_MAIL_FROM, TINJAU_MAIL_HOUR, TINJAU_ADDRESS notices by mail.
What cannot be used raises ImproperlyConfigured with one message that names the setting.
"""

import os
import shlex
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from tinjau.web import environment

HOME = Path(os.environ.get("TINJAU_HOME", "tinjau-data")).absolute()
DEMO = os.environ.get("TINJAU_DEMO") == "1"
ALLOWED_HOSTS = environment.hosts()
if DEMO and not all(map(environment.is_local, ALLOWED_HOSTS)):
    raise ImproperlyConfigured("TINJAU_DEMO: the demo has known passwords; it runs on loopback names only")
environment.make_home(HOME)
SECRET_KEY = environment.secret(HOME)
DEBUG = False
LOCAL_ONLY = all(map(environment.is_local, ALLOWED_HOSTS))
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
    "tinjau.web.middleware.SessionAgeMiddleware",
    "tinjau.web.middleware.SecondFactorMiddleware",
    "tinjau.web.middleware.LimitMiddleware",
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

DATABASES = {"default": environment.database(HOME)}
USE_TZ = True
TIME_ZONE = environment.time_zone()
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "tinjau.web.passwords.KnownWords"},
    {"NAME": "tinjau.web.passwords.StolenPasswords"},
]
# Lines `SHA1:count` in the order of the digests, as Have I Been Pwned gives them out; searched, never read whole.
STOLEN_PASSWORDS = environment.file("TINJAU_STOLEN_PASSWORDS")
MFA_ROLES = environment.roles("TINJAU_MFA")  # people in these roles reach nothing before they have a second factor
LIMITS = os.environ.get("TINJAU_LIMITS", "1") != "0"  # of web/limits.py; 0 where a proxy counts
SCANNER = shlex.split(os.environ.get("TINJAU_SCANNER", ""))
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "tinjau.web.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
globals().update(environment.mail())
MAIL = bool(os.environ.get("TINJAU_MAIL_URL"))
MAIL_HOUR = environment.whole("TINJAU_MAIL_HOUR", 6, 0, 23)  # of TIME_ZONE, when digests go
OWN_ADDRESS = environment.own_address(ALLOWED_HOSTS[0], https=HTTPS)
# axes counts the failures, by name and address together. allauth's own count by name alone is replaced: with it,
# five wrong guesses from anywhere would lock a colleague out.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip"}
SOCIALACCOUNT_PROVIDERS = environment.identity_provider()
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
# Idle for an hour, twelve hours at most: NIST SP 800-63B-4, 2.2.3 (AAL2), asks for no more than an hour and a day.
SESSION_IDLE = 60 * environment.whole("TINJAU_IDLE_MINUTES", 60, 5, 1440)
SESSION_LONGEST = SESSION_COOKIE_AGE = 3600 * environment.whole("TINJAU_SESSION_HOURS", 12, 1, 168)
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
        "form-action": [SELF, *environment.origins(SOCIALACCOUNT_PROVIDERS)],
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
    "formatters": {"utc": {"()": "tinjau.web.log_lines.UtcFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "utc"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "axes": {"level": "ERROR"},
        "tinjau.security": {"level": "INFO"},
        "huey": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
