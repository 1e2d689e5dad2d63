"""Addresses below /personal/grupper/; the list itself is /personal/grupper."""

from django.urls import path

from .views import group, group_booking, group_languages, group_times, groups, room

urlpatterns = [
    path("ny", groups.new_group, name="new-group"),
    path("<uuid:group_id>", group.group, name="staff-group"),
    path("<uuid:group_id>/andra", groups.change, name="change-group"),
    path("<uuid:group_id>/ny-gang", group_times.add, name="add-meeting"),
    path("<uuid:group_id>/sprak/<slug:language>", group_languages.translate, name="translate-group"),
    path("<uuid:group_id>/steg", group.step, name="step-group"),
    path("<uuid:group_id>/boka", group_booking.book_for, name="book-for"),
    path("<uuid:group_id>/erbjud", group.offer, name="offer-seats"),
    path("<uuid:group_id>/stall-in", group.cancel, name="cancel-group"),
    path("<uuid:group_id>/beratta", group.to_tell, name="to-tell"),
    path("<uuid:group_id>/lista", group.printed_list, name="group-list"),
    path("<uuid:group_id>/kort", group.card, name="group-card"),
    path("traff/<uuid:meeting_id>/flytta", group_times.move, name="move-meeting"),
    path("traff/<uuid:meeting_id>/narvaro", group_booking.attendance, name="attendance"),
    path("bokning/<uuid:booking_id>", group.booking_step, name="step-booking"),
    path("<uuid:group_id>/samtalsrum", room.room, name="staff-room"),
    path("<uuid:group_id>/samtalsrum/installningar", room.set_up, name="set-up-room"),
    path("<uuid:group_id>/samtalsrum/steg", room.step, name="step-room"),
    path("inlagg/<uuid:post_id>", room.moderate, name="moderate-post"),
    path("inlagg/<uuid:post_id>/vem", room.who, name="who-wrote"),
]
