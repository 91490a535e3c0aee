"""A station's encrypted file: the event chain, its effects, the outbox, search."""
