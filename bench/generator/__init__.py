"""Fills a database with invented carers, cases and contacts: seeded, repeatable, in flat memory."""
