"""DoCheck in words: messages, dates and times in Indonesian and English.

Everything here is for one session and immutable; nothing keeps a language for
the whole process. It knows no screen: the command line uses it as well.
"""

from views.text.dates import Dates
from views.text.system import chosen_language, system_language, system_zone
from views.text.words import Language, Words, mark, mark_in, sentence

__all__ = [
    "Dates",
    "Language",
    "Words",
    "chosen_language",
    "mark",
    "mark_in",
    "sentence",
    "system_language",
    "system_zone",
]
