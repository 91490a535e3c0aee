"""税务交接: what goes to the tax authority, what comes back, and whether the three sides agree."""
