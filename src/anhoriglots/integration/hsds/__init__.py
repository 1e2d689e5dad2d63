"""Open Referral's Human Services Data Specification 3.0, its read interface."""
