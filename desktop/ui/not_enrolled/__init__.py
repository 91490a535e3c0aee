"""未参保台账: who is not enrolled, why, and what was tried."""
