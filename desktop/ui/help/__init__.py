"""帮助: pages in Chinese and English, opened beside the very field the cursor stands in."""
