"""Django's settings, made from the environment. Outside of the stairs: it names every room, no room names it."""

import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from commonwire.environment import Environment, read_environment

ENVIRONMENT: Environment = read_environment()
DATA_DIR = ENVIRONMENT.data_dir
SITE_URL = ENVIRONMENT.site_url


def _secret(environment: Environment) -> str:
    if environment.secret_key_file:
        return Path(environment.secret_key_file).read_text().strip()
    path = environment.data_dir / "secret.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


def _database(environment: Environment) -> dict[str, object]:
    url = urlsplit(environment.database_url)
    if url.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(url.hostname or ""),
            "PORT": str(url.port or ""),
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": url.path or str(environment.data_dir / "commonwire.sqlite3"),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: an accepted post survives a power cut (docs/decisions/0003).
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;",
        },
    }


SECRET_KEY = _secret(ENVIRONMENT)
DATABASES = {"default": _database(ENVIRONMENT)}
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = ["*"]  # no page is made from a Host header: absolute addresses come from SITE_URL
ROOT_URLCONF = "commonwire.urls"
WSGI_APPLICATION = "commonwire.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    f"commonwire.{room}"
    for room in (
        "site",
        "ledger",
        "chrome",
        "press",
        "taxonomy",
        "accounts",
        "media",
        "maps",
        "newswire",
        "calendar",
        "features",
        "organisations",
        "mobilizations",
        "coverage",
        "subscriptions",
        "findings",
        "search",
        "syndication",
        "archive",
        "desk",
        "front",
        "ops",
    )
]

MIDDLEWARE = [
    "commonwire.chrome.middleware.protect",
    "commonwire.chrome.middleware.speak",
    "commonwire.accounts.middleware.recognise",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["django.templatetags.i18n", "commonwire.chrome.templatetags.wire"],
        },
    }
]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
STATIC_URL = "/static/"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

# Uploads are held encrypted until they are cleaned (docs/decisions/0004).
FILE_UPLOAD_HANDLERS = ["commonwire.media.uploads.QuarantineUploads"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 4_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = ENVIRONMENT.max_files + 5

# No address, browser name or body ever reaches a log (docs/house.md, "The door").
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "plain"}, "nowhere": {"class": "logging.NullHandler"}},
    "loggers": {
        "commonwire": {"handlers": ["out"], "level": "INFO"},
        "django.request": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
    },
}
