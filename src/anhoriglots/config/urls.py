"""All addresses. Below a municipality they are written without its name: the middleware has moved it away."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("anhoriglots.organisations.urls")),
    path("", include("anhoriglots.design.urls")),
    path("", include("anhoriglots.integration.urls")),
    path("personal/", include("anhoriglots.accounts.urls")),
    path("personal/", include("anhoriglots.integration.staff_urls")),
    path("personal/", include("anhoriglots.workspace.urls")),
    *i18n_patterns(
        path("", include("anhoriglots.publicsite.urls")),
        path("", include("anhoriglots.selfservice.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "anhoriglots.design.views.bad_request"
handler403 = "anhoriglots.design.views.permission_denied"
handler404 = "anhoriglots.integration.faults.page_not_found"
handler500 = "anhoriglots.integration.faults.server_error"
