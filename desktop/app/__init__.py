"""The desk program: settings, wiring, the window and the command line."""
