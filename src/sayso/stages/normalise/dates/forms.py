"""The forms in which a text writes time, as regular expressions. TimeML 1.2.1 says what a TIMEX3 holds."""

import re

from sayso.stages.normalise.numbers import SCALES, SMALL

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs thur",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        1,
    )
    for name in names.split()
}
ORDINALS = {
    w: n
    for n, w in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
        ],
        1,
    )
} | {
    "twenty-first": 21,
    "twentieth": 20,
    "nineteenth": 19,
    "eighteenth": 18,
    "seventeenth": 17,
    "sixteenth": 16,
    "fifteenth": 15,
    "fourteenth": 14,
}
HOLIDAYS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year’s day": (1, 1),
    "new year’s eve": (12, 31),
    "new year": (1, 1),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "valentine’s day": (2, 14),
    "independence day": (7, 4),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "halloween": (10, 31),
    "bastille day": (7, 14),
    "may day": (5, 1),
}
CLOCK = {
    "morning": "TMO",
    "mornings": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "evenings": "TEV",
    "night": "TNI",
    "nights": "TNI",
    "noon": "T12:00",
    "midnight": "T24:00",
    "dawn": "TMO",
    "dusk": "TEV",
    "daytime": "TDT",
    "lunchtime": "TMI",
    "midday": "T12:00",
}
LETTER = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}

MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July"
    r"|Jun\.|Jul\.|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.|Oct(?:ober|\.)?|Nov(?:ember|\.)?"
    r"|Dec(?:ember|\.)?)(?!\w)"
)
_MONTH = MONTH.replace("(?P<month>", "(?:")
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d,.]\d|\d|:\d|%|\s(?:million|thousand|percent|per cent))"
YEAR = r"(?P<year>1\d{3}|20\d\d|(?<=\W)'\d\d)(?!\d|[,.]\d|-\d\d-|%|°|\s?(?:million|thousand|km|m|kg)\b)"
ERA = r"(?P<era>\s?(?:BCE?|B\.C\.E?\.?)(?!\w)|\s?(?:AD|CE)(?!\w))"
WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Mon|Tue|Tues|Wed|Thu|Thurs"
    r"|Fri|Sat|Sun)(?=[.,]\s(?:\d|[A-Z])))"
)
CLOCKWORD = r"(?P<clock>mornings?|afternoon|evenings?|nights?|noon|midnight)"
MOD = (
    r"(?P<mod>(?:(?:[Tt]he|its)\s)?(?:(?:[Vv]ery\s)?(?:[Ee]arly|[Ll]ate|[Mm]id(?:dle)?|[Ee]nd"
    r"|[Bb]eginning|[Ss]tart|[Cc]lose|[Oo]pening|[Cc]losing)(?:\s(?:part|days|weeks|months"
    r"|half|stages))?(?:\s(?:of|in))?"
    r"(?:\sthe)?(?:\syear)?[\s-]))"
)
CLOCKMOD = (
    r"(?P<of>(?:(?:[Oo]n\s)?[Tt]he\s)?(?P<part>(?:(?:early|late|mid)[\s-])?(?:[Nn]ight"
    r"|[Mm]orning|[Aa]fternoon|[Ee]vening|[Ee]ve|[Dd]awn)(?:\shours)?)\s(?:of|on)\s(?:the\s)?)"
)
SMALLWORD = "|".join(sorted(SMALL, key=len, reverse=True))
COUNT = (
    rf"(?P<count>(?i:(?:a\s)?(?:couple|few|handful|dozen)(?:\sof)?|several|many|some|a\ssingle"
    rf"|(?:{SMALLWORD})(?:-(?:{SMALLWORD}))?(?:\s(?:{'|'.join(SCALES)}))?(?:\sand\sa\shalf)?"
    r"|\d+(?:\.\d+)?(?:\s1/2|½)?(?:,\d{3})*|half\san?|an?|one))"
)
UNITS = (
    r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?"
    r"|quarters?|years?|decades?|century|centuries)"
)
ABOUT = (
    r"(?P<about>(?:[Aa]bout|[Nn]early|[Aa]lmost|[Aa]round|[Rr]oughly|[Mm]ore\sthan"
    r"|[Ll]ess\sthan|[Oo]ver|[Aa]t\sleast|[Jj]ust\sover|[Jj]ust|[Aa]pproximately|[Ss]ome"
    r"|[Cc]lose\sto|[Oo]nly|[Uu]p\sto|[Ww]ell\sover|[Aa]\smere)\s)"
)
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?!\w|-)"

_FORMS = {
    "iso": r"(?P<iso>\d{4}-\d\d-\d\d)(?!\d)(?P<isotime>T\d\d:\d\d)?",
    "day_month": (
        rf"(?:{WEEKDAY},?\s(?:the\s)?)?{CLOCKMOD}?(?:[Tt]he\s)?{DAY}\s(?:of\s)?{MONTH}(?:,?\s(?:of"
        rf"\s)?{YEAR})?{ERA}?(?P<thatyear>\sof\sthat\syear)?"
    ),
    "month_day": (
        rf"(?:{WEEKDAY},?\s)?{CLOCKMOD}?(?:[Tt]he\s)?{MONTH}\s(?:the\s)?{DAY}(?:(?:,\s?|\s"
        rf"|\sof\s){YEAR})?{ERA}?(?P<thatyear>\s(?:of\s)?that\s(?:same\s)?year)?(?!\s?[-–]\s?\d{{4"
        rf"}})"
    ),
    "month": (
        rf"{MOD}?(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his(?:\spast|\scoming)?|[Tt]he\s(?:previous"
        rf"|following|same)|[Pp]ast)\s)?(?:(?P<mod2>early|late"
        rf"|mid)[\s-])?{MONTH}(?:,?\s(?:of\s)?{YEAR}|,?\s(?P<bcyear>\d{{1,4}})(?=\s?BC))?{ERA}?(?P<"
        rf"thatyear>\s(?:of\s)?(?:that|the\ssame)\syear)?(?:,?\s(?:of\s)?(?P<which>last|this|next)\syear(?!\w))?"
    ),
    "quarter": (
        rf"(?:[Tt]he\s)?(?:(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast"
        rf"|[Ll]atter)[\s-](?P<size>quarter|half)|Q(?P<q>[1-4])"
        rf"|H(?P<h>[12]))(?:\s(?:of\s)?(?:fiscal\s)?(?:{YEAR}|(?P<rel>this\syear|last\syear"
        rf"|next\syear|the\syear|that\syear)))?"
    ),
    "season": (
        rf"(?:(?P<first>1\d{{3}}|20\d\d)\s)?{MOD}?(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his(?:\spast"
        rf"|\scoming)?|[Tt]he\s(?:following|next|previous|same|coming|past)|[Tt]hat"
        rf"|[Tt]he)\s)?(?:(?P<mod2>early|late|mid)[\s-]|(?P<adj>harsh|severe|cold|hot"
        rf"|bitter)\s)?{SEASON}(?:(?:\sof)?\s{YEAR}|(?:\sof)?\s(?P<bcyear>\d{{1,4}})(?=\s?BC))?"
        rf"{ERA}?"
    ),
    "day_lead": (
        rf"{DAY}(?=\s?(?:-|–|and|to|or|,)\s?(?:the\s)?(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd"
        rf"|th)?\s(?:of\s)?{_MONTH})"
    ),
    "numeric": r"(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)(?P=sep)(?P<numyear>(?:19|20)\d\d)(?![\d./-]\d|\d)",
    "nth_day": (
        r"[Tt]he\s(?P<nth>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)(?:\sof\s(?:that|this"
        r"|the\s(?:same\s)?)\s?month)?(?=[.,;)]|\s(?:of\sthat|they|he|she|it|the|and|a)\s"
        r"|\sof\sthe\smonth)"
    ),
    "bc_lead": r"(?P<lead>\d{2,4})(?=(?:\s?[-–]\s?|\sto\s|\sand\s)\d{1,4}\s?BC)",
    "decade": (
        rf"(?:(?:[Tt]he\s)?(?P<mod>(?:early|late|mid|middle|end|beginning"
        rf"|start)(?:\sof\sthe)?[\s-]))?(?:[Tt]he\s)?(?P<decade>1\d{{2}}0|20\d0"
        rf"|\d{{1,2}}0(?=s\s?BC)|'\d0)['’]?s{ERA}?"
    ),
    "century": (
        rf"(?:(?:[Tt]he\s)?(?P<mod>(?:early|late|mid|middle|end|beginning"
        rf"|turn)(?:\sof\sthe)?[\s-]))?(?:[Tt]he\s)?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)"
        rf"|(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))[\s-][Cc]entury{ERA}?"
    ),
    "year": (
        rf"{MOD}?(?P<ca>c(?:irc)?a\.?\s|[Aa]bout\s|[Aa]round\s"
        rf"|[Ff]iscal\s)?(?:[Tt]he\syear\s)?(?:{YEAR}{ERA}?|(?P<bcyear>\d{{1,4}})(?P<bc>\s?(?:BCE?"
        rf"|B\.C\.)))(?!\w)"
    ),
    "weekday": (
        rf"(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his(?:\spast|\scoming)?|[Tt]he\s(?:following|next"
        rf"|previous)|[Pp]ast|[Cc]oming|[Ee]very|[Ee]ach)\s)?(?:(?P<mod2>[Ee]arly"
        rf"|[Ll]ate)(?:\son)?\s)?{WEEKDAY}(?:\s(?P<mod3>early|late)?\s?{CLOCKWORD})?"
    ),
    "relative": (
        r"(?:(?P<since>[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly"
        r"|[Ss]ometime)\s(?:in\s)?)?(?P<rel>[Ll]ast|[Nn]ext|[Tt]his(?:\spast|\scoming|\svery"
        r"|\ssame)?|[Tt]he\s(?:following|next|previous|same|preceding|coming|past|last|very\snext"
        r"|subsequent|current|present)|[Tt]hat(?:\ssame|\svery)?|[Pp]revious"
        r"|[Ff]ollowing)\s(?:(?P<fiscal>fiscal|financial|calendar|school"
        r"|academic)\s)?(?P<unit>day|week|weekend|month|quarter|year|decade|century|night|morning"
        r"|afternoon|evening)(?!\w)(?:\s(?P<clock>morning|night|evening|afternoon))?"
    ),
    "day_after": (
        r"(?:[Tt]he\s)?(?P<unit>day|week|month|year|night|evening|morning)\s(?P<side>after|before"
        r"|following|earlier|later|prior)(?!\w)(?:\s(?P<what>yesterday|tomorrow)(?!\w))?"
    ),
    "ago": (
        rf"{ABOUT}?(?P<range>(?:two|three|four|five)\sor\s)?{COUNT}\s(?:and\sa\shalf\s)?(?:short\s"
        rf"|long\s)?{UNITS}\s(?P<side>ago|earlier|later|before(?!\s(?:the|a|his|her|their|its"
        rf"|it)\b)|afterwards?|previously|hence|on(?=\sfrom)|back|prior|after(?=[\s]*[.,;]))(?!\w)"
    ),
    "endof": (
        r"(?P<mod>(?:[Tt]he\s)?(?:end|beginning|start|middle|close|rest|remainder|turn)\sof"
        r"|[Mm]id|[Ee]arly(?:\sin)?|[Ll]ater?(?:\sin)?|[Ee]arlier(?:\sin)?)[\s-](?P<rel>the|this"
        r"|that|last|next|the\sfollowing|the\sprevious|the\ssame|the\snext)?\s?(?P<unit>day|week"
        r"|month|year|decade|century|summer|winter|spring|autumn)(?!\w)"
    ),
    "deictic": (
        r"(?:(?P<mod>[Ee]arly|[Ll]ate(?:r)?|[Ee]arlier)\s)?(?P<word>[Yy]esterday|[Tt]oday"
        r"|[Tt]omorrow|[Tt]onight|[Oo]vernight)(?!\w)(?:\s(?P<clock>morning|afternoon|evening"
        r"|night))?"
    ),
    "holiday": (
        rf"(?P<holiday>Christmas(?:\s(?:Day|Eve))?|New\sYear['’]s\s(?:Day|Eve)|New\sYear(?!['’\w]"
        rf"|\s[A-Z])|Boxing\sDay|Valentine['’]s\sDay|Halloween|Bastille\sDay)(?:\s(?P<clock>night"
        rf"|morning))?(?:,?\s(?:of\s)?{YEAR})?"
    ),
    "set": (
        r"(?P<set>[Dd]aily|[Ww]eekly|[Mm]onthly|[Yy]early|[Aa]nnually|[Aa]nnual|[Hh]ourly"
        r"|[Nn]ightly|[Ee]veryday|(?:[Ee]very|[Ee]ach|[Pp]er|[Oo]nce\sa"
        r"|[Tt]wice\sa)\s(?P<every>(?:other|few|two|three|four|five)\s)?(?P<unit>second|minute"
        r"|hour|day|week|month|year|night|morning|evening|season|weekend|summer|winter)s?)(?!\w)"
    ),
    "length": (
        rf"(?P<frame>(?:[Tt]he\s|[Oo]ver\sthe\s|[Tt]hose\s|[Tt]hese\s)(?:(?:last|past|next|first"
        rf"|final|coming|previous|following|preceding|same|intervening|subsequent|recent)\s)?"
        rf"|[Ii]ts\s|[Pp]ast\s|[Ll]ast\s|[Nn]ext\s)?{ABOUT}?{COUNT}(?:[\s-](?:full|whole|straight"
        rf"|consecutive|long|short|previous|further|more|mere|intervening|last"
        rf"|solid))?[\s-]{UNITS}(?P<old>[\s-]old)?(?P<long>(?:[\s-]long)(?!\w)|['’](?=\s))?(?!\w)"
    ),
    "plural": (
        r"(?:(?P<rel>[Rr]ecent|[Cc]oming|[Tt]he\s(?:past|last|next|following|coming)(?:\s(?:few"
        r"|several|couple\sof))?|[Ff]ollowing|[Pp]ast|[Ee]arlier|[Ll]ater)\s)?(?P<unit>seconds"
        r"|minutes|hours|days|weeks|months|years|decades|centuries)(?:\s(?P<side>later|earlier"
        r"|ago|before|afterwards?))?(?!\w)"
    ),
    "yearlong": r"(?P<unit>day|week|month|year|decade|century|hour|night)[\s-]?long(?!\w)",
    "clock": (
        r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d"
        r"|%))?(?P<ampm>\s?[AaPp]\.?[Mm]\b\.?|\s(?:hours|hrs?)\b)?(?!\w|,\d)"
    ),
    "daypart": (
        r"(?P<rel>[Tt]hat|[Tt]he|[Oo]ne|[Tt]his)?\s?(?P<mod>early|late|next)?\s?(?P<clock>morning"
        r"|afternoon|evening|night|noon|midnight|dawn|midday|night-?time|daytime)(?!\w)"
    ),
    "ref": (
        r"(?P<ref>[Nn]ow|[Nn]owadays|[Cc]urrently|[Rr]ecently|[Aa]t\sthe\smoment"
        r"|the\stime(?!\s(?:of|when|that|being|before))|[Aa]t\spresent|[Pp]resently"
        r"|[Pp]resent[\s-]day|[Ll]ately|[Ff]ormerly|[Ff]ormer|[Rr]ecent|[Ff]uture|[Cc]urrent"
        r"|[Tt]he\spast(?=\s?[.,;])|[Tt]o\sdate|this\s(?:time|period)|[Tt]hat\s(?:time|period)"
        r"|[Tt]he\stime\sbeing)(?!\w)"
    ),
}
_NOT_INSIDE = r"(?<![\w.])(?<![\w’'][-–/])"
_JOINED = frozenset({"year", "length", "month_day", "month", "day_month", "decade"})
"""Forms that may stand behind a dash: "1861-1863", "the then-30-year war"."""
FORMS = {
    name: re.compile((r"(?<![\w.$£€#])" if name in _JOINED else _NOT_INSIDE) + f"(?:{pattern})")
    for name, pattern in _FORMS.items()
}
ORDER = tuple(FORMS)
"""Names of the forms; where two begin at one place and are equally long, the earlier wins."""
TRIGGER = re.compile(
    r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"|spring|summer|autumn|fall|winter|day|night|morning|noon|evening|week|month|year|decade"
    r"|centur|quarter"
)

DAY_TAIL = re.compile(
    (
        rf"(?:\s?[-–]\s?|\s(?:and|or|to|until)\s(?:the\s)?"
        rf"|,\s)(?=\d)(?P<tail>{DAY}(?:,\s?{YEAR})?)(?!\w|\s(?:[a-z]+s\b|{_MONTH}))"
    ).replace("(?P<day>", "(?P<day>")
)
"""What may stand behind "May 4": "and 5", "-6, 1865"."""
YEAR_TAIL = re.compile(r"[-–/](?P<tail>(?P<short>\d\d))(?!\d|[-–/.])")
"""What may stand behind "1957": "-58"."""
