"""Addresses that the standard names; its underscores too, which the project's own interface does without."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.about, name="hsds"),
    path("services", views.service_list, name="hsds-services"),
    path("services/<slug:service_id>", views.service, name="hsds-service"),
    path("organizations", views.organization_list, name="hsds-organizations"),
    path("organizations/<slug:organization_id>", views.organization, name="hsds-organization"),
    path("service_at_locations", views.place_list, name="hsds-places"),
    path("service_at_locations/<slug:place_id>", views.place, name="hsds-place"),
    path("taxonomies", views.taxonomy_list, name="hsds-taxonomies"),
    path("taxonomies/<slug:taxonomy_id>", views.taxonomy, name="hsds-taxonomy"),
    path("taxonomy_terms", views.term_list, name="hsds-terms"),
    path("taxonomy_terms/<slug:term_id>", views.term, name="hsds-term"),
]
