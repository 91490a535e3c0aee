"""The centre: orders events, keeps the county's record, answers stations."""
