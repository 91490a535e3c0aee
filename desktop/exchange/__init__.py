"""Lists that come from outside as files, and lists that leave: tables of text, hostile until read.

`tables` reads a file into rows of text cells that know where they stood; `columns` finds out by
their headers which column is which. What the rows mean is decided above.
"""
