"""Addresses of the entrance for children and of the page on safety: short, and telling nothing to a bystander."""

from django.urls import path

from .views import child, child_talk, safety

urlpatterns = [
    path("u/", child.child, name="child"),
    path("u/fragor/<slug:level>/", child.questions, name="child-questions"),
    path("u/ring/", child.somebody_else, name="child-help-lines"),
    path("u/prata/", child_talk.way, name="child-talk"),
    path("u/prata/mer/", child_talk.more, name="child-talk-more"),
    path("trygg/", safety.safety, name="safety"),
    path("trygg/barn/", safety.concern, name="safety-concern"),
    path("trygg/skriv/", safety.write_silently, name="safety-write"),
]
