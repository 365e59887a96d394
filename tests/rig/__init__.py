"""The test rig: an in-process Flet session, a real server, a real browser.

Owns the means of driving DoCheck; knows no screen, no wording and no rule of it.
"""
