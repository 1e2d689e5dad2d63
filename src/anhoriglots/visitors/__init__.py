"""What people have here without an account: codes that each open one thing, and lines of their own."""
