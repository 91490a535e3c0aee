"""The window around the screens: navigation, menus, status bar, sign-in, lock."""
