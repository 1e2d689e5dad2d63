"""Addresses below /personal/."""

from django.urls import path

from . import views

urlpatterns = [
    path("logga-in", views.sign_in, name="sign-in"),
    path("logga-in/losenord", views.first_password, name="first-password"),
    path("logga-ut", views.sign_out, name="sign-out"),
    path("mitt-konto", views.my_account, name="my-account"),
    path("mitt-konto/losenord", views.change_own_password, name="change-password"),
    path("mitt-konto/namnd", views.choose_board, name="choose-board"),
    path("konton", views.accounts, name="accounts"),
    path("konton/nytt", views.add_account, name="add-account"),
    path("konton/<uuid:user_id>", views.account, name="account"),
    path("konton/<uuid:user_id>/uppdrag", views.assign_role, name="assign-role"),
    path("konton/<uuid:user_id>/uppdrag/<uuid:assignment_id>", views.end_role, name="end-role"),
    path("konton/<uuid:user_id>/losenord", views.account_password, name="account-password"),
    path("konton/<uuid:user_id>/aktivt", views.account_active, name="account-active"),
]
