"""What support there is: forms of support, offers, and what the boards have decided about them."""
