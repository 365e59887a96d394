"""English, as Todoist and Things document theirs, and as it is typed in a hurry. Data only.

Laid out as `models.quickadd.lexicon_id`.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.quickadd.kinds import Edge, Kind, Part, Unit

#: Words without a value, by kind; phrases are parted by "|".
PLAIN: Mapping[str, str] = {
    Kind.NEXT: "next|nxt",
    Kind.THIS: "this",
    Kind.COMING: "coming|this coming|upcoming",
    Kind.PASTPOST: "ago|back",
    Kind.LATER: "from now|later|hence|from today",
    Kind.IN: "in|within|in the next|within the next",
    Kind.AT: "at|@|around|at around|at about",
    Kind.TO: "to",
    Kind.EVERY: "every|each|ev|evry",
    Kind.OTHER: "other|second other|alternate",
    Kind.ONCE: "once",
    Kind.TIMES: "times|x|occurrences|repetitions",
    Kind.DONE: (
        "after completion|after completing|after done|after i finish|after finishing"
        "|after it is done|after it's done|from completion|when done|after i complete it"
        "|after completed|from when done|after being completed|after finish|after it's completed"
    ),
    Kind.DUE: (
        "due|by|due by|due back|due back on|no later than|due on|not later than|deadline is"
        "|due date|deadline by"
    ),
    Kind.BEFORE: (
        "before|before due|before it is due|before the deadline|before deadline|before start"
    ),
    Kind.AHEAD: (
        "ahead|early|earlier|prior|in advance|beforehand|ahead of time|before it|before that"
    ),
    Kind.ON: "on",
    Kind.START: (
        "start|starting|starts|begin|beginning|begins|starting from|starting on|beginning on"
        "|start on|since|as of|start from|starting at|start at|begin on"
    ),
    Kind.UNTIL: "until|till|til|thru|through|ending|ends|up to|up until|ending on|'til",
    Kind.FROM: "from",
    Kind.BETWEEN: "between",
    Kind.EXCEPT: "except|except on|excluding|but not|but not on",
    Kind.FOR: (
        "for|takes|taking|lasting|duration|est|estimate|estimated|for about|about|takes about"
        "|estimated at|will take|should take|for around|lasts"
    ),
    Kind.REMIND: (
        "remind me|reminder|remind|with a reminder|remind us|alert me|alert|notify me"
        "|and remind me|set a reminder"
    ),
    Kind.READY: (
        "ready|be ready|must be ready|have it ready|has to be ready|prepped|needs to be ready"
    ),
    Kind.HONORIFIC: (
        "mr|mrs|ms|miss|dr|aunt|auntie|uncle|sir|madam|named|prof|professor|queen|king|prince"
        "|princess|saint|captain|happy|casual|lazy|merry|fat|manic|called|nicknamed|aka|titled|tgi"
        "|given|meatless|wine|techno|wacky|flashback|motivational|waffle|thirsty|throwback|taco|freaky|gloomy|rainy|boring|hate|love"
    ),
    Kind.WORK: "movie|song|novel|magazine|musical|restaurant|cafe|band|brand|poem|painting|lyrics",
    Kind.SEEN: "watch|rewatch|read|reread|stream|listen to|rewatching|watching|reading",
    Kind.WAS: "was|were",
    Kind.TOPIC: (
        "motivation|blues|scaries|vibes|mood|deals|sale|special|specials|edition|playlist|roast"
        "|cereal|crossword|league|memes|meme|quote|quotes|driver|drivers|feeling|feels"
    ),
    Kind.MEETS: "call|email|text|ask|tell|meet|invite|thank|visit|help|see|message|dm|hug|ring",
    Kind.PAYING: "pay|paid|tip|cost|costs|spend|spent|owe|lend",
    Kind.VERB: (
        "take|send|buy|submit|empty|cook|sweep|mop|vacuum|mow|refill|do|go|bring|write|feed|clean"
        "|wash|give|pick up|top up|drop off|set up|clean up|tidy up|follow up|sign up|hand in"
        "|turn in|hand out|fill in|fill out|work out|catch up|meet up|wrap up|back up|put out"
        "|take out|sort out"
    ),
    Kind.LINK: (
        "with|about|re|because|so|if|when|after|unless|via|over|near|without|but|as|then|pls"
        "|please|asap|during|instead|too|also|again|only|maybe|sharp|my|his|her|our|their|your|a"
        "|an|is|into|per|regarding|using|while|cc"
    ),
    Kind.LABEL: (
        "version|chapter|score|page|price|ratio|scale|verse|psalm|room|gate|platform|step|size|grade|season|model|type|number|aisle|channel|ch"
        "|rate|rating|rated|won|lost|pace|timestamp|lap time|aspect|monitor|screen"
        "|ubuntu|macos|windows|django|node|java|php|debian|postgres|firmware|genesis|exodus"
        "|leviticus|deuteronomy|psalms|proverbs|ecclesiastes|isaiah|jeremiah|ezekiel|corinthians"
        "|galatians|ephesians|philippians|colossians|thessalonians|hebrews|revelation|romans"
        "|usd|eur|track|lane|highway|exit|bus|v|pp|pg|level|stage|phase|section|figure|fig|article"
        "|hall|studio|apartment|apt|suite"
    ),
    Kind.MEASURE: (
        "people|persons|cups|cup|lbs|lb|pounds|oz|miles|mile|mph|kmh|percent|dollars|bucks|euros"
        "|items|pages|reps|sets|bottles|boxes|eggs|teaspoons|tsp|tbsp|slices|pieces|inch|inches"
        "|feet|ft|degrees|points|laps|copies|ways|tips|servings|k|blocks|floor|street|avenue"
        "|grade|wall|place|anniversary|edition|century|attempt|try|draft|guests|seats|stars|star|rating|tablets|pills"
    ),
    Kind.PRONOUN: "i|he|she|we|they|you|it|who|cat|dog|get|getting|gets|be|has|have|had|will|you",
    Kind.AND: "and|or|plus|as well as|vs|versus",
    Kind.OF: "of|of the|in the month of",
    Kind.THE: "the",
    Kind.WORD: (
        "black friday|good friday|cyber monday|blue monday|ash wednesday|ruby tuesday|sunday school"
        "|super tuesday|giving tuesday|easter sunday|palm sunday|fat tuesday|shrove tuesday"
        "|casual friday|sunday times|sunday best|man friday|saturday night live|friday the 13th"
        "|friday night lights|sunday roast|taco tuesday|tgi fridays|t.g.i. fridays|happy monday"
        "|manic monday|freaky friday|bloody sunday|happy mondays|sunday brunch menu|monday blues"
        "|throwback thursday|maundy thursday|holy saturday|small business saturday|good morning"
        "|good afternoon|good evening|good night|midnight sun|the day after tomorrow movie"
        "|day to day|day-to-day|day by day|week by week|tomorrow never dies"
        "|edge of tomorrow|tomorrow's|yesterday's|today's|tonight's|today show|tonight show"
        "|the tonight show|the today show|not today|at once|once again|once more|once upon"
        "|in the end|end of story|weekend bag|every other person|every now and then"
        "|every so often|each other|every single|for now|for good|for real|by the way|by hand"
        "|before long|next to|next door|this is|start up|in time|on time|at last|at least|at most"
        "|to the|back to|see you later|second hand|hour hand|happy hour|rush hour"
        "|lunch hour|zero hour|24 hour fitness|as well|as of late|by far|in one go|at home|at work"
        "|one day at a time|in person|in full|in progress|in stock|in may ways|in march order"
        "|wednesday addams|girl friday|friday feeling|from scratch|thank god it's friday"
        "|for the day|for the week|save the day"
        "|the day of|all the day|sunday league|monday night football|thursday next|tom yum|tom yam"
        "|pay slip|pay check|pay stub|pay day|high noon|motivation monday|last week tonight"
        "|someday maybe|black monday|black tuesday|black wednesday|black thursday|black saturday"
        "|black sunday|red sunday|bloody friday|super sunday|clean monday|whit monday|whit sunday"
        "|pancake tuesday|trinity sunday|never on sunday|next day delivery|same day delivery"
        "|first thing on the agenda|fridays for future|tomorrow x together|tonight with"
    ),
}

#: Words that are something else in capitals: an exam, not a Saturday.
SMALL = "sat|mar"

#: Kinds of weekdays that describe the noun behind them, as in "buy Friday cereal".
DESCRIBING = Kind.WDAY + Kind.WEAK

#: Words with a value, by kind.
VALUED: Mapping[str, Mapping[object, str]] = {
    Kind.NUM: {
        1: "one",
        2: "two|a couple of|couple of",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        14: "fourteen",
        15: "fifteen",
        20: "twenty",
        25: "twenty five|twenty-five",
        30: "thirty",
        45: "forty five|forty-five",
        90: "ninety",
    },
    Kind.ORD: {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        10: "tenth",
        15: "fifteenth",
        20: "twentieth",
    },
    Kind.LAST: {-1: "last|final"},
    Kind.REL: {
        0: "today|later today",
        1: "tomorrow|tmr|tmrw|tomorow|tmw|tommorow|2moro|tmrrw|tomorrrow|tommorrow",
        2: "the day after tomorrow|day after tomorrow|overmorrow",
    },
    Kind.WEAKREL: {0: "tod", 1: "tom"},
    Kind.GONE: {-1: "yesterday", -2: "the day before yesterday"},
    Kind.WDAY: {
        0: "monday",
        1: "tuesday|tue|tues",
        2: "wednesday|wednesay|weds",
        3: "thursday|thu|thur|thurs",
        4: "friday|fri",
        5: "saturday",
        6: "sunday",
    },
    Kind.WEAK: {0: "mon", 2: "wed", 5: "sat", 6: "sun"},
    Kind.WDAYS: {
        0: "mondays",
        1: "tuesdays",
        2: "wednesdays",
        3: "thursdays",
        4: "fridays",
        5: "saturdays",
        6: "sundays",
    },
    Kind.MONTH: {
        1: "january|jan",
        2: "february|feb",
        3: "march|mar",
        4: "april|apr",
        5: "may",
        6: "june|jun",
        7: "july|jul",
        8: "august|aug",
        9: "september|sep|sept",
        10: "october|oct",
        11: "november|nov",
        12: "december|dec",
    },
    Kind.WEEKEND: {
        5: "weekend|weekends|the weekend|wknd|over the weekend|during the weekend",
    },
    Kind.WORKDAY: {0: "weekday|workday|weekdays|workdays|working day|business day|work day"},
    Kind.EDGE: {
        Edge.START: "start of|beginning of|early|start of the|beginning of the|the start of",
        Edge.MIDDLE: "mid|middle of|middle of the|the middle of",
        Edge.END: "end of|end of the|the end of|the end of the|late",
    },
    Kind.EDGEOF: {Unit.DAY: "eod|cob", Unit.WEEK: "eow", Unit.MONTH: "eom", Unit.YEAR: "eoy"},
    Kind.UNIT: {
        Unit.MINUTE: "minute|minutes|min|mins",
        Unit.HOUR: "hour|hours|hr|hrs|h",
        Unit.DAY: "day|days|d",
        Unit.WEEK: "week|weeks|wk|wks|w",
        Unit.FORTNIGHT: "fortnight|fortnights",
        Unit.MONTH: "month|months|mo|mos|mth",
        Unit.QUARTER: "quarter of the year|quarters",
        Unit.YEAR: "year|years|yr|yrs",
    },
    Kind.ONEUNIT: {
        Unit.MINUTE: "a minute",
        Unit.HOUR: "an hour",
        Unit.DAY: "a day|the day",
        Unit.WEEK: "a week",
        Unit.FORTNIGHT: "a fortnight",
        Unit.MONTH: "a month",
        Unit.YEAR: "a year",
    },
    Kind.PARTPOST: {
        Part.DAWN: "dawn|sunrise",
        Part.MORNING: "morning",
        Part.AFTERNOON: "afternoon",
        Part.DUSK: "evening|eve",
        Part.NIGHT: "night",
    },
    Kind.PARTA: {
        Part.MORNING: "in the morning|first thing in the morning|first thing",
        Part.AFTERNOON: "in the afternoon",
        Part.DUSK: "in the evening",
        Part.NIGHT: "at night",
    },
    Kind.TONIGHT: {Part.NIGHT: "tonight|tonite|2nite|later tonight"},
    Kind.AMPM: {0: "am|a.m.|a.m", 12: "pm|p.m.|p.m"},
    Kind.NOON: {12: "noon|midday|noontime", 24: "midnight"},
    Kind.HALF: {30: "half"},
    Kind.QUARTER: {Unit.QUARTER: "quarter|a quarter"},
    Kind.PLUS: {True: "past"},
    Kind.ADVERB: {
        (Unit.DAY, 1): "daily|everyday",
        (Unit.WEEK, 1): "weekly",
        (Unit.WEEK, 2): "biweekly|fortnightly|bi-weekly|every fortnight",
        (Unit.MONTH, 1): "monthly",
        (Unit.QUARTER, 1): "quarterly|every quarter",
        (Unit.YEAR, 1): "yearly|annually",
    },
    Kind.HISTORY: {
        True: "battle of|massacre|uprising|revolution|treaty of|independence of",
        False: "battle|siege|rebellion|coup|declaration|armistice|treaty",
    },
    Kind.MEAL: {
        Part.MORNING: "breakfast",
        Part.MIDDAY: "lunch|brunch",
        Part.NIGHT: "dinner|supper|drinks|nightcap",
    },
    Kind.ZONE: {
        "UTC": "utc|gmt",
        "Asia/Singapore": "sgt|singapore time",
        "Asia/Kuala_Lumpur": "myt",
        "Asia/Jakarta": "jakarta time",
        "Asia/Tokyo": "jst|tokyo time",
        "Australia/Sydney": "aest|aedt|sydney time",
        "Europe/London": "bst|london time",
        "Europe/Paris": "cet|cest",
        "America/New_York": "est|edt|eastern time|new york time",
        "America/Chicago": "cst|cdt",
        "America/Los_Angeles": "pst|pdt|pacific time",
    },
    Kind.PRIO: {
        1: "p1|high priority|priority high|priority 1|top priority",
        5: "p2|medium priority|priority medium|priority 2",
        9: "p3|low priority|priority low|priority 3",
        0: "p4|no priority|priority 4|priority none",
    },
}
