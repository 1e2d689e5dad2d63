"""The program's settings with everything of ours taken away but the tables."""

import os

from anhoriglots.config.settings.production import *  # noqa: F403
from anhoriglots.config.settings.production import DATABASES as _OURS

MIDDLEWARE: list[str] = []  # type: ignore[no-redef]
ROOT_URLCONF = "bench.floor_app.urls"
WSGI_APPLICATION = "bench.floor_app.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [os.path.join(os.path.dirname(__file__), "templates")],  # noqa: PTH118, PTH120
    }
]
AUTHENTICATION_BACKENDS = ["anhoriglots.accounts.backend.MunicipalityBackend"]
_board = f"-c app.municipality={os.environ['BENCH_MUNICIPALITY']} -c app.board={os.environ['BENCH_BOARD']}"
_options = _OURS["default"]["OPTIONS"]
DATABASES = {
    "default": {
        **_OURS["default"],
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": {**_options, "options": f"{_options.get('options', '')} {_board}".strip()},
    }
}
