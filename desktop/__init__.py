"""Canbao Desk 参保台: enrol residents in basic medical insurance, offline first."""
