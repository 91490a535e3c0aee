"""进度看板: how far the campaign has come, painted."""
