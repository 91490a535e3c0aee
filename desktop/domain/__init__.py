"""People, households, enrolments, receipts and the events that change them. Pure."""
