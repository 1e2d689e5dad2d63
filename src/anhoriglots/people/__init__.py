"""The people we keep a file on: the carer, for the carer's own sake."""
