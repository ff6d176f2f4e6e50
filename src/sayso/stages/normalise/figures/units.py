"""Units of measure and how a text writes them."""

import re

PREFIXED = {
    "metre": "m metre metres meter meters",
    "kilometre": "km kms kilometre kilometres kilometer kilometers",
    "centimetre": "cm centimetre centimetres centimeter centimeters",
    "millimetre": "mm millimetre millimetres millimeter millimeters",
    "micrometre": "μm µm micrometre micrometres micrometer micrometers",
    "nanometre": "nm nanometre nanometres nanometer nanometers",
    "mile": "mile miles",
    "nautical mile": "nmi",
    "yard": "yd yds yard yards",
    "foot": "ft foot feet",
    "inch": "inch inches ″",
    "hectare": "ha hectare hectares",
    "acre": "acre acres",
    "kilogram": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "gram": "g gram grams gramme grammes",
    "milligram": "mg milligram milligrams",
    "microgram": "µg mcg microgram micrograms",
    "tonne": "t tonne tonnes ton tons",
    "kiloton": "kt kiloton kilotons",
    "megaton": "megaton megatons",
    "pound": "lb lbs pound pounds",
    "ounce": "oz ounce ounces",
    "litre": "l L litre litres liter liters",
    "millilitre": "ml mL millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons",
    "barrel": "bbl barrel barrels",
    "kilowatt": "kW kilowatt kilowatts",
    "megawatt": "MW megawatt megawatts",
    "gigawatt": "GW gigawatt gigawatts",
    "watt": "W watt watts",
    "kilowatt hour": "kWh",
    "megawatt hour": "MWh",
    "volt": "V volt volts",
    "ampere": "A amp amps ampere amperes",
    "milliampere-hour": "mAh",
    "hertz": "Hz hertz",
    "megahertz": "MHz megahertz",
    "gigahertz": "GHz gigahertz",
    "decibel": "dB decibel decibels",
    "horsepower": "hp HP bhp horsepower",
    "kilobyte": "KB kilobyte kilobytes",
    "megabyte": "MB megabyte megabytes",
    "gigabyte": "GB gigabyte gigabytes",
    "terabyte": "TB terabyte terabytes",
    "second": "s sec secs second seconds",
    "millisecond": "ms millisecond milliseconds",
    "minute": "min mins minute minutes",
    "hour": "h hr hrs hour hours",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "yr yrs year years",
    "degree": "° degree degrees",
    "celsius": "°C ℃ celsius Celsius",
    "fahrenheit": "°F fahrenheit Fahrenheit",
    "mile per hour": "mph m.p.h. MPH",
    "mile per gallon": "mpg MPG",
    "kilometre per hour": "km/h kph kmh km/hr kmph",
    "metre per second": "m/s",
    "%": "% percent pc pct percentage",
    "percentage point": "pp",
    "cent": "cent cents ¢",
    "calibre": "calibre caliber",
    "person": "people persons person",
}
"""Names of units with their written forms; SI brochure (9th edition) and the forms news writes."""

UNIT_OF = {form: name for name, forms in PREFIXED.items() for form in forms.split()}
TIMES = frozenset({"second", "millisecond", "minute", "hour", "day", "week", "month", "year"})

_SYMBOLS = sorted((f for f in UNIT_OF if len(f) <= 6 or not f.isalpha()), key=len, reverse=True)
_WORDS = sorted((f for f in UNIT_OF if f.isalpha() and len(f) > 2), key=len, reverse=True)
_POWER = r"(?:sq(?:uare|\.)?|cubic|nautical)"
UNIT = re.compile(
    r"\s?(?P<pp>percent(?:age)?[\s-]points?|per\s?cent[\s-]points?|basis[\s-]points?)(?!\w)"
    r"|\s?(?P<percent>%|per\s?cent(?:age)?(?!\w)|pct\.?(?!\w))"
    rf"|[\s-]?(?P<power>{_POWER})[\s-](?P<of>{'|'.join(map(re.escape, [*_WORDS, 'km', 'ft', 'm', 'mi']))})(?!\w)"
    rf"|(?P<sq>(?:km|m|cm|mi|ft)[²³23])(?![\w])"
    rf"|(?P<joined>{'|'.join(map(re.escape, _SYMBOLS))})(?![\w])"
    rf"|[\s-](?P<word>{'|'.join(map(re.escape, _WORDS))}|km|ft|kg|cm|mm|μm|µm|nm|mg|ml|mL|kW"
    rf"|MW|GW|GB|MB|TB|Hz|kWh|MWh|hp|HP|lb|lbs|mph|kph|km/h|bhp|dB|mpg|mAh|°C|°F"
    r"|[CF](?!-\w))(?![\w])"  # "six F-16s" are no degrees
)
SPEED = re.compile(r"\s(?:per|an|a)\s(hour|second|minute)(?!\w)")


def unit_at(text: str, at: int) -> tuple[str, int] | None:
    """The unit of measure that begins at `at`, right behind a number, and where it ends; None when there is none.

    >>> unit_at("40 sq km", 2)
    ('square kilometre', 8)
    """
    m = UNIT.match(text, at)
    if not m:
        return None
    if m["pp"]:
        return ("basis point" if m["pp"].startswith("basis") else "percentage point"), m.end()
    if m["percent"]:
        return "%", m.end()
    if m["power"]:
        power = {"c": "cubic", "n": "nautical"}.get(m["power"][0], "square")
        return f"{power} {UNIT_OF.get(m['of'], 'mile')}", m.end()
    if m["sq"]:
        name = "mile" if m["sq"].startswith("mi") else UNIT_OF[m["sq"][:-1]]
        return f"{'square' if m['sq'][-1] in '²2' else 'cubic'} {name}", m.end()
    form = m["joined"] or m["word"]
    if form == "s" and text[max(0, at - 4) : at].isdigit():  # "the 1990s", "2018s best"
        return None
    return {"C": "celsius", "F": "fahrenheit"}.get(form) or UNIT_OF[form], m.end()
