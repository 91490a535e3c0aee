"""待处理事项: what a person must decide, both sides at once, the decision with what it does."""
