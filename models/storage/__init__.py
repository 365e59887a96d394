"""Where DoCheck keeps things: the only package that knows SQLAlchemy.

`store` opens a file and hands out units of work; the ``*_rows`` modules hold the
statements and turn rows into values; `sqlite` holds all that only SQLite knows.
"""
