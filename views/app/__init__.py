"""The Flet app: one session per page, its shell, its kit and its screens."""
