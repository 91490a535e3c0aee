"""Signing in, and unlocking a screen left alone."""
