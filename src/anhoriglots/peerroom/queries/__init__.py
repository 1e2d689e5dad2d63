"""What the pages show; each returns frozen values."""
