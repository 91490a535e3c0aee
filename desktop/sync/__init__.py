"""The one loop that exchanges events with the centre."""
