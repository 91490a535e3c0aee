"""多退少补与财政补助: what changed law does to a campaign year, and who owes the subsidy."""
