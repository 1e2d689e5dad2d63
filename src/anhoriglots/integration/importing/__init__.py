"""Reads a file of services that somebody else has made after Open Referral's HSDS 3. Nothing here touches the database,
and no address in a file is ever asked.
"""
