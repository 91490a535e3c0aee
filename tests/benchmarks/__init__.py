"""How fast, measured beside a peer or a limit in the same run; ``python -m tests.check bench``."""
