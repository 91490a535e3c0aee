"""``--self-test``: proves on this very machine that an installed program can do its work."""
