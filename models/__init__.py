"""What DoCheck is about: values, rules that need no clock, and where they are kept.

Nothing here knows a screen, a clock or a language. SQLAlchemy stays below
``models.storage``.
"""
