"""Real faults: client, centre and database as processes of their own, killed without warning."""
