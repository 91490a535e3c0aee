"""Tests of Canbao Desk; ``python -m tests.check`` runs them all with the checks before them."""
