"""Addresses of the open pages, in Swedish words."""

from django.urls import path

from .views import contact, guide, information, receipt, start

urlpatterns = [
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
    path("uppgifter/", information.privacy, name="privacy"),
    path("om/", information.about, name="about"),
    path("tillganglighet/", information.accessibility, name="accessibility"),
]
