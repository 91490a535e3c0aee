"""Lists that come in: read, looked over, matched, compared with the last one, written, undone."""
