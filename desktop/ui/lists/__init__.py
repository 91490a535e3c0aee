"""名单导入: one page of tabs; each tab is a screen of its own, made when it is first shown."""
