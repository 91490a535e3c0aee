"""What a person at the desk can do, one function per action."""
