"""Work that leaves the GUI thread, and the way its outcome comes back."""
