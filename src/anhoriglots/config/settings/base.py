"""What every way of running has in common. Nothing about a municipality stands here."""

from pathlib import Path

from anhoriglots.database.address import data_folder, database_settings
from anhoriglots.design.catalogues import drafts

from .messages import SECONDS, mail_settings, public_url, text_settings

PACKAGE = Path(__file__).resolve().parents[2]

INSTALLED_APPS = [
    "anhoriglots.database",
    "anhoriglots.design",
    "anhoriglots.audit",
    "anhoriglots.organisations",
    "anhoriglots.accounts",
    "anhoriglots.visitors",
    "anhoriglots.notifications",
    "anhoriglots.accessibility",
    "anhoriglots.catalogue",
    "anhoriglots.people",
    "anhoriglots.booking",
    "anhoriglots.peerroom",
    "anhoriglots.relief",
    "anhoriglots.casework",
    "anhoriglots.publicsite",
    "anhoriglots.selfservice",
    "anhoriglots.workspace",
    "anhoriglots.integration",
    "anhoriglots.administration",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "anhoriglots.design.middleware.PrivacyHeaders",
    "anhoriglots.organisations.middleware.MunicipalityFromAddress",
    "anhoriglots.database.middleware.RequestScope",
    "anhoriglots.database.middleware.SessionInTransaction",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "anhoriglots.accounts.middleware.StaffScope",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "anhoriglots.config.urls"
WSGI_APPLICATION = "anhoriglots.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["anhoriglots.design.context.page"]},
    }
]

DATABASES = {"default": database_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["anhoriglots.accounts.backend.MunicipalityBackend"]
# A name is unique within its municipality, and the backend never looks outside it.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
# Pages that other packages link to, by the names of their addresses: those on one floor do not know each other.
SITE_PAGES = {
    "start": "start",
    "contact": "contact",
    "code": "thread-code",
    "safety": "safety",
    "offer": "offer",
    "offer-preview": "offer-preview",
    "staff-offer": "staff-offer",
    "change-offer": "change-offer",
    "publish-offer": "publish-offer",
    "groups": "groups",
    "group": "group",
    "own-booking": "own-booking",
    "own-booking-cancel": "own-booking-cancel",
    "own-booking-calendar": "own-booking-calendar",
    "privacy": "privacy",
    "about": "about",
    "accessibility": "accessibility",
    "accessibility-fault": "accessibility-fault",
    "own-fault": "own-fault",
}
# A working day, and never after the browser is closed: staff share desks.
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # kept until the browser is closed; public forms set no other cookie
CSRF_COOKIE_HTTPONLY = True
# Lax: a visitor who comes back by a link from another page must not get a new cookie and lose a half-written form.
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "anhoriglots.design.views.csrf_failure"

# All that we ever set; "Lämna sidan" removes them and leaves other sites' cookies alone.
LEFT_COOKIE = "stangd"  # set by "Lämna sidan" itself, for some minutes: Back then shows a closed page
OWN_COOKIES = ["sessionid", "csrftoken", "sparat", "stodform", LEFT_COOKIE]

LANGUAGE_CODE = "sv"
# "simple" is the registered variant for plain language (BCP 47); what it does not say plainer is ordinary Swedish.
LANGUAGES = [
    ("sv", "Svenska"),
    ("sv-simple", "Lätt svenska"),
    ("en", "English"),
    ("fi", "Suomi"),
    ("ar", "العربية"),
    ("so", "Soomaali"),
    ("fa", "فارسی"),
    ("uk", "Українська"),
]
LOCALE_PATHS = [PACKAGE / "locale"]
# Languages with a text that no person has checked: for a demo and for development, never for production.
DRAFT_LANGUAGES = drafts([code for code, _name in LANGUAGES], LOCALE_PATHS[0])
# Also a municipality's own texts that nobody has read: shown with a mark, and in production left out when loaded.
SHOWS_DRAFTS = True
# Pages that exist in a language whose scope in the profile is the core path.
CORE_PATH = frozenset({
    "start", "guide", "guide-result",
    "contact", "contact-another", "contact-details", "contact-district", "contact-more", "contact-wish",
    "contact-check", "receipt", "receipt-undo", "receipt-erased",
    "groups", "group", "groups-calendar", "group-calendar",
    "booking", "booking-more", "booking-relief", "booking-check", "booking-full", "booking-receipt",
    "thread-code", "thread", "thread-contact", "thread-change", "thread-decline", "thread-erase", "thread-erased",
    "thread-silence",
    "own-booking", "own-booking-answer", "own-booking-cancel", "own-booking-cancelled", "own-booking-erase",
    "child", "child-questions", "child-help-lines", "child-talk", "child-talk-more",
    "safety", "safety-concern", "safety-write", "language-rights",
    "catalogue", "offer",
    "accessibility", "accessibility-fault", "accessibility-receipt", "own-fault", "own-fault-erase", "own-fault-erased",
    "own-booking-erased", "own-booking-calendar", "own-booking-relief",
})  # fmt: skip
USE_I18N = True
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT: Path | None = data_folder().parent / "static"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # the design system draws its icons as data addresses
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# Nonsense larger than this is refused before it reaches a form (bytes, number of fields).
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
# No page takes files.
FILE_UPLOAD_HANDLERS = ["anhoriglots.design.uploads.RefuseFiles"]

# Raise instead of returning nothing when a query on a protected table has no scope.
DATABASE_REFUSE_UNSCOPED = False
# Component gallery and other pages for developers.
DEVELOPMENT_PAGES = False

# Messages to those who have asked for one; nothing is sent until a server is named.
_mail = mail_settings()
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = SECONDS
TEXT_SERVICE = text_settings()
PUBLIC_URL = public_url()
