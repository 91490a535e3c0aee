"""The real program in a real X window, worked by keys that come from outside, as a clerk's do.

`display` is the screen and the keyboard, `desk` the program and what can be known of it from
outside (its window's name, its store, its papers), `day` what the clerk does.
"""
