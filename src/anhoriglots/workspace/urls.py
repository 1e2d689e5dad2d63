"""Addresses below /personal/."""

from django.urls import path

from .views import carers, law, note, note_case, offers, read_log, request_file, requests, support_contacts, today

urlpatterns = [
    path("", today.today, name="today"),
    path("hamta-nasta", today.fetch_next, name="fetch-next"),
    path("forfragan/<uuid:request_id>", requests.contact_request, name="request"),
    path("forfragan/<uuid:request_id>/ta", requests.take, name="take-request"),
    path("forfragan/<uuid:request_id>/lamna", requests.release, name="release-request"),
    path("forfragan/<uuid:request_id>/forsokte", requests.tried, name="tried-request"),
    path("forfragan/<uuid:request_id>/svara", requests.answer, name="answer-request"),
    path("forfragan/<uuid:request_id>/klart", requests.close, name="close-request"),
    path("forfragan/<uuid:request_id>/oppna", requests.reopen, name="reopen-request"),
    path("forfragan/<uuid:request_id>/bradskar", requests.urgent, name="mark-urgent"),
    path("forfragan/<uuid:request_id>/stodkontakt", support_contacts.for_request, name="offer-for-request"),
    path("forfragan/<uuid:request_id>/lova", support_contacts.promise, name="promise-support-contact"),
    path("forfragan/<uuid:request_id>/akt", request_file.choose_file, name="file-for-request"),
    path("forfragan/<uuid:request_id>/akt/ny", request_file.new_file, name="new-file-for-request"),
    path("ny-kontakt", note.note_contact, name="note-contact"),
    path("ny-kontakt/vem", note_case.who, name="note-who"),
    path("ny-kontakt/anteckning", note_case.text, name="note-text"),
    path("ny-kontakt/angra", note.undo, name="undo-contact"),
    path("sok", carers.search, name="search-carers"),
    path("akt/<uuid:carer_id>", carers.carer, name="carer"),
    path("akt/<uuid:carer_id>/stodkontakt", support_contacts.for_carer, name="offer-for-carer"),
    path("stodkontakt/<uuid:contact_id>", support_contacts.support_contact, name="support-contact"),
    path("stodkontakt/<uuid:contact_id>/svar", support_contacts.answered, name="answer-support-contact"),
    path("stodkontakt/<uuid:contact_id>/person", support_contacts.another, name="other-support-contact"),
    path("stodkontakt/<uuid:contact_id>/steg", support_contacts.step, name="step-support-contact"),
    path("stod", offers.offers, name="offers"),
    path("lagen", law.law_in_force, name="law"),
    path("lagen/regler/<slug:letter>", law.law_chapter, name="law-chapter"),
    path("lagen/fraga/<slug:question>", law.ask_law, name="ask-law"),
    path("laslogg", read_log.read_log, name="read-log"),
]
