"""Work off the GUI thread, in lanes."""
