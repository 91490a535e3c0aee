"""Closing a collector's day: counting, explaining, signing, paying in."""
