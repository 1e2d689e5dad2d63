"""Addresses of the open pages, in Swedish words."""

from django.urls import path

from . import offer_urls, safety_urls
from .views import (
    booking,
    booking_receipt,
    booking_relief,
    card,
    contact,
    fault,
    groups,
    guide,
    information,
    receipt,
    start,
)

urlpatterns = [
    *offer_urls.urlpatterns,
    *safety_urls.urlpatterns,
    path("", start.start, name="start"),
    path("hitta/resultat/", guide.result, name="guide-result"),
    path("hitta/<slug:slug>/", guide.question, name="guide"),
    path("annan-kommun/", guide.other_municipality, name="other-municipality"),
    path("kontakt/", contact.step, {"name": "contact"}, name="contact"),
    path("kontakt/nagon-annan/", contact.step, {"name": "contact-another"}, name="contact-another"),
    path("kontakt/vart/", contact.step, {"name": "contact-details"}, name="contact-details"),
    path("kontakt/bor/", contact.step, {"name": "contact-district"}, name="contact-district"),
    path("kontakt/mer/", contact.step, {"name": "contact-more"}, name="contact-more"),
    path("kontakt/stodkontakt/", contact.step, {"name": "contact-wish"}, name="contact-wish"),
    path("kontakt/kontrollera/", contact.check, name="contact-check"),
    path("kontakt/kvitto/", receipt.receipt, name="receipt"),
    path("kontakt/kvitto/angra/", receipt.undo, name="receipt-undo"),
    path("kontakt/borttaget/", receipt.erased, name="receipt-erased"),
    path("grupper/", groups.groups, name="groups"),
    path("grupper/kalender.ics", groups.calendar, name="groups-calendar"),
    path("grupper/kvitto/", booking_receipt.receipt, name="booking-receipt"),
    path("grupper/<uuid:group_id>/", groups.group, name="group"),
    path("grupper/<uuid:group_id>/kalender.ics", groups.group_calendar, name="group-calendar"),
    path("grupper/<uuid:group_id>/boka/", booking.who, name="booking"),
    path("grupper/<uuid:group_id>/boka/mer/", booking.more, name="booking-more"),
    path("grupper/<uuid:group_id>/boka/avlosning/", booking_relief.relief, name="booking-relief"),
    path("grupper/<uuid:group_id>/boka/kontrollera/", booking.check, name="booking-check"),
    path("grupper/<uuid:group_id>/boka/full/", booking.full, name="booking-full"),
    path("kort/tack/", card.thanks, name="pulse-card-thanks"),
    path("kort/<slug:card>/", card.card, name="pulse-card"),
    path("uppgifter/", information.privacy, name="privacy"),
    path("om/", information.about, name="about"),
    path("tillganglighet/", information.accessibility, name="accessibility"),
    path("tillganglighet/fel/", fault.report, name="accessibility-fault"),
    path("tillganglighet/kvitto/", fault.receipt, name="accessibility-receipt"),
]
