"""区划管理: the county's division tree on the screen."""
