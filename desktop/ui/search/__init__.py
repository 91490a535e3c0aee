"""Finding a resident: the overlay over every screen, and a page of its own."""
