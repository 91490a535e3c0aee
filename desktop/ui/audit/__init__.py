"""核查: the built-in checks, their lists and their cases."""
