"""Open interfaces: what the public pages tell, for programs of others. Read only, nothing about a person."""
