"""Addresses below /personal/stod/; the list itself is /personal/stod."""

from django.urls import path

from .views import offer_editor, offers

urlpatterns = [
    path("ny", offer_editor.new_offer, name="new-offer"),
    path("<uuid:offer_id>", offer_editor.offer, name="staff-offer"),
    path("<uuid:offer_id>/kontrollerad", offers.review, name="review-offer"),
    path("<uuid:offer_id>/andra", offer_editor.change, name="change-offer"),
    path("<uuid:offer_id>/publicera", offer_editor.publish, name="publish-offer"),
    path("<uuid:offer_id>/kasta", offer_editor.discard, name="discard-offer-draft"),
    path("<uuid:offer_id>/version", offer_editor.restore, name="restore-offer"),
    path("<uuid:offer_id>/dra-tillbaka", offer_editor.withdraw, name="withdraw-offer"),
]
