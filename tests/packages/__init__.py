"""The packages themselves: built, looked into, installed, asked, upgraded and removed.

Apart from the ordinary tests, since freezing takes minutes: ``python -m tests.check packages``.
What a machine has no tool for is skipped, and the summary says so.
"""
