"""Addresses of the pages behind a code. None of them holds the code."""

from django.urls import path

from . import bookings, faults, relief, rooms, silence, views

urlpatterns = [
    path("kod/", views.code, name="thread-code"),
    path("kod/sida/", views.thread, name="thread"),
    path("kod/sida/stodkontakt/", views.answer_contact, name="thread-contact"),
    path("kod/sida/byta/", views.change_contact, name="thread-change"),
    path("kod/sida/nej-tack/", views.decline_contact, name="thread-decline"),
    path("kod/sida/tyst/", silence.silence, name="thread-silence"),
    path("kod/sida/ta-bort/", views.erase, name="thread-erase"),
    path("kod/bokning/", bookings.booking, name="own-booking"),
    path("kod/bokning/svar/", bookings.answer, name="own-booking-answer"),
    path("kod/bokning/avlosning/", relief.relief, name="own-booking-relief"),
    path("kod/bokning/avboka/", bookings.cancel, name="own-booking-cancel"),
    path("kod/bokning/avbokat/", bookings.cancelled, name="own-booking-cancelled"),
    path("kod/bokning/ta-bort/", bookings.erase, name="own-booking-erase"),
    path("kod/bokning/borttaget/", bookings.erased, name="own-booking-erased"),
    path("kod/bokning/kalender.ics", bookings.calendar, name="own-booking-calendar"),
    path("kod/fel/", faults.fault, name="own-fault"),
    path("kod/fel/ta-bort/", faults.erase, name="own-fault-erase"),
    path("kod/fel/borttaget/", faults.erased, name="own-fault-erased"),
    path("kod/bokning/samtal/", rooms.room, name="own-room"),
    path("kod/bokning/samtal/skriv/", rooms.write, name="own-room-write"),
    path("kod/bokning/samtal/ta-bort/", rooms.erase, name="own-room-erase"),
    path("kod/bokning/samtal/<uuid:shown_id>/anmal/", rooms.report, name="own-room-report"),
    path("kod/bokning/samtal/<uuid:shown_id>/ta-bort/", rooms.erase_post, name="own-room-erase-post"),
    path("kod/borttaget/", views.erased, name="thread-erased"),
]
