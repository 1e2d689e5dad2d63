"""Contact requests, contacts noted, the carer's case and the support contact."""
