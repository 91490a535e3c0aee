"""Papers compared with what a person has looked at: their text and how they look from afar."""
