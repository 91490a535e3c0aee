"""The few widgets more than one screen uses. They know no rule and no word of the law."""
