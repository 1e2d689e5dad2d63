"""How the program looks and reads: page shells, components, form fields, themes, error pages. No business rules."""
