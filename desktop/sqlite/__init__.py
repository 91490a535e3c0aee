"""How any database file of the program is opened, migrated and backed up."""
