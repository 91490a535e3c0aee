"""系统设置: how the program looks and answers to this person."""
