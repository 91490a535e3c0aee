"""导入名单: the wizard that takes a list in."""
