"""Who works here: sign-in, roles, and dated assignments to units."""
