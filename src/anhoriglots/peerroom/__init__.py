"""Rooms where those who have a seat in a group talk with each other, under names of their own choice."""
