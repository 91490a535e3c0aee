"""The law as dated, cited data and the one calculator over it. Pure: no clock, file or network."""
