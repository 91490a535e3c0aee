"""Screens: views, presenters and item models."""
