"""Registers on their way to the screen, the printer and a file, for whichever screen offers one."""
