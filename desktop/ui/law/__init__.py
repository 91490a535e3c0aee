"""政策与本地参数: the law in force as a page, the local values' life, and the what-if bench."""
