"""The smallest settings that the design system runs with: no database, no other slice."""

SECRET_KEY = "for tests of the design system only"
INSTALLED_APPS = ["anhoriglots.design", "django.contrib.staticfiles"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "anhoriglots.design.middleware.PrivacyHeaders",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "anhoriglots.design.tests.urls_alone"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["anhoriglots.design.context.page"]},
    }
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English"), ("ar", "العربية")]
STATIC_URL = "/static/"
CSRF_FAILURE_VIEW = "anhoriglots.design.views.csrf_failure"
SECURE_REFERRER_POLICY = "no-referrer"
DEVELOPMENT_PAGES = True
ALLOWED_HOSTS = ["*"]
DEBUG = False
