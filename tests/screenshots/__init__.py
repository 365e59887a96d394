"""Pictures of every screen, made by one command: ``uv run python -m tests.screenshots``.

For looking at, beside the design and in the README; no test compares them.
"""
