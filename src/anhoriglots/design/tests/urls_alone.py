"""Addresses for the tests of the design system."""

from anhoriglots.design.urls import urlpatterns

__all__ = ["urlpatterns"]

handler400 = "anhoriglots.design.views.bad_request"
handler403 = "anhoriglots.design.views.permission_denied"
handler404 = "anhoriglots.design.views.page_not_found"
handler500 = "anhoriglots.design.views.server_error"
