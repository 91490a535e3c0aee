"""换到另一个乡镇: the laptop's move, guided; nothing of the old township's work is lost."""
