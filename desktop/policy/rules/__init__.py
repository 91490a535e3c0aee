"""One module per subject of the notices, one function per provision."""
