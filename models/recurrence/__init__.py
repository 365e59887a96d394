"""Recurrence: RFC 5545 rules, read, told as text, and worked out to moments.

The one place that knows python-dateutil, which is imported when a rule is first
worked out. Knows no task, no clock and no storage.
"""

from models.recurrence.occurrences import occurrences
from models.recurrence.parsing import RULE_LIMIT, parse
from models.recurrence.rule import Frequency, Rule, WeekdayOf

__all__ = ["RULE_LIMIT", "Frequency", "Rule", "WeekdayOf", "occurrences", "parse"]
