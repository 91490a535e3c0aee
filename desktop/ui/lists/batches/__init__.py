"""导入批次: the lists that were taken in, and taking one back."""
