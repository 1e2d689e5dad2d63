"""What is done with reports: they come in, are taken, decided and answered, and go when their time is over."""
