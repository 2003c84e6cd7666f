"""All settings, from the environment. Every variable is listed in .env.example."""

import re
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from newsroom import env, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env.load(BASE_DIR / ".env")

# Where this machine's data lives: database, media, mail, logs, collected static files.
VAR_DIR = (BASE_DIR / env.text("VAR_DIR", "var")).expanduser().resolve()
DEBUG = env.flag("DEBUG")
DATABASE_URL = env.text("DATABASE_URL")

# --- The site's address ---

# Unset: where `make run` last answered, so that other commands write the same links.
SITE_URL = env.site_url("SITE_URL", env.first_line(VAR_DIR / "site-url") or "http://127.0.0.1:8000")
SITE_HOST = urlsplit(SITE_URL).hostname or ""
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.items("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]", SITE_HOST]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

# --- Secrets ---

SECRET_KEY = env.text("SECRET_KEY")
if DATABASE_URL and not DEBUG:
    SECRET_KEY = secret_key.check(SECRET_KEY)
else:
    SECRET_KEY = SECRET_KEY or secret_key.kept_in(VAR_DIR)

# --- Applications ---

INSTALLED_APPS = [
    "newsroom",  # first: its templates replace the admin's
    "taggit",  # before articles, which takes its unused tags out of the admin
    "subscriptions",
    "articles",
    "procrastinate.contrib.django",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "newsroom.charset.CharsetMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "newsroom.headers.HeadersMiddleware",
    "newsroom.errors.ErrorsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.views.old_addresses.OldAddressesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context.around_the_page",
            ],
        },
    },
]

# --- Database ---

if DATABASE_URL:
    try:
        DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
    except ValueError:
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgres://user:password@host:5432/name."
        ) from None
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database (postgres://…).")
else:
    DATABASES = {"default": {"ENGINE": "newsroom.embedded", "NAME": "newsroom"}}
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Mail: one transport for the subscribers' mail, and Django's own for the rest ---

MAIL_TRANSPORT = env.mail_url("EMAIL_URL") or {
    "kind": "outbox",
    "directory": VAR_DIR / "mail",
}
MAILERS: dict[str, dict[str, object]]
if MAIL_TRANSPORT["kind"] == "smtp":
    MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {
                "host": MAIL_TRANSPORT["host"],
                "port": MAIL_TRANSPORT["port"],
                "username": MAIL_TRANSPORT["user"],
                "password": MAIL_TRANSPORT["password"],
                "use_tls": MAIL_TRANSPORT["tls"] == "starttls",
                "use_ssl": MAIL_TRANSPORT["tls"] == "ssl",
                "timeout": 30,
            },
        }
    }
elif MAIL_TRANSPORT["kind"] == "service":
    MAILERS = {
        "default": {
            "BACKEND": f"anymail.backends.{MAIL_TRANSPORT['service']}.EmailBackend",
            "OPTIONS": MAIL_TRANSPORT["options"],
        }
    }
else:
    MAILERS = {
        "default": {
            "BACKEND": "newsroom.outbox.EmailBackend",
            "OPTIONS": {"directory": MAIL_TRANSPORT["directory"]},
        }
    }
# Connections of one worker process to the mail server.
MAIL_CONNECTIONS = env.number("MAIL_CONNECTIONS", 4)
# Letters a minute to the large providers; see subscriptions/models/queues.py for their domains.
PER_MINUTE = {"gmail": 1200, "outlook": 600, "yahoo": 600, "icloud": 300, "gmx": 300}
MAIL_PER_MINUTE = env.numbers("MAIL_PER_MINUTE", PER_MINUTE)
MAIL_WARM_UP_SINCE = env.day("MAIL_WARM_UP_SINCE")
# Minutes after which a letter is repeated of which nobody knows whether it arrived; 0: never.
MAIL_REPEAT_UNCERTAIN_AFTER = env.number("MAIL_REPEAT_UNCERTAIN_AFTER", 0, least=0)
# A number or a bare name is no domain that a mail address can have.
MAIL_DOMAIN = SITE_HOST if re.search(r"\.[a-z]+$", SITE_HOST) else "localhost.localdomain"
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", f"Newsroom <news@{MAIL_DOMAIN}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Files ---

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Pictures as they came, until a job has read them: no address leads here.
    "uploads": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": VAR_DIR / "uploads",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsroom.static.StaticStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644
# Forms' text; the size of an uploaded file is limited by the form that takes it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024

# --- Language and time ---

LANGUAGE_CODE = "en-gb"
USE_I18N = True
FORMAT_MODULE_PATH = "newsroom.formats"
USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "Europe/London")

# --- Security ---

AUTHENTICATION_BACKENDS = ["newsroom.rights.Rights"]

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "frame-src": [CSP.SELF, "https://www.youtube-nocookie.com", "https://player.vimeo.com"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
# Whether the domain's other hosts speak https is not for this site to say: neither
# includeSubDomains (W005) nor preload (W021).
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# Without the proxy's word for the scheme, a redirect would go round for ever.
TRUST_PROXY = env.flag("TRUST_PROXY")
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", HTTPS and TRUST_PROXY)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
CSRF_FAILURE_VIEW = "newsroom.errors.forged"

# --- Libraries ---

TAGGIT_CASE_INSENSITIVE = True

# --- Logging: one line each, to the console ---

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        # A visitor's wrong address is no news; an error of ours (level ERROR) is.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "procrastinate": {"level": "WARNING"},
        # It repeats each second what the worker says once.
        "psycopg.pool": {"level": "ERROR"},
    },
}

# --- Development ---

if DEBUG and find_spec("debug_toolbar") and "pytest" not in sys.modules:
    INSTALLED_APPS.append("debug_toolbar")
    MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
    INTERNAL_IPS = ["127.0.0.1", "::1"]
