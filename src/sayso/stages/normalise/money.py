"""Currencies as a text writes them, with their ISO 4217 codes."""

import re

SYMBOLS = {
    "US$": "USD", "US $": "USD", "U.S. $": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "AU $": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD",
    "NZ$": "NZD", "NZ $": "NZD", "HK$": "HKD", "S$": "SGD", "S $": "SGD", "NT$": "TWD", "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR",
    "¥": "JPY", "Y=": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₺": "TRY", "₪": "ILS", "₩": "KRW", "₦": "NGN", "₸": "KZT", "₼": "AZN", "₾": "GEL",
    "؋": "AFN", "RM": "MYR", "Rs": "INR", "Rs.": "INR", "CHF": "CHF", "PS": "GBP",
}  # fmt: skip
CODES = frozenset(
    "USD EUR GBP RUB UAH JPY CNY CHF AUD CAD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY ILS INR PKR AFN IRR IQD SYP LBP JOD "
    "SAR AED QAR KWD BHD OMR YER EGP LYD TND MAD DZD SDG ETB KES NGN GHS ZAR XAF XOF KZT UZS TJS TMT KGS AZN AMD GEL BYN "
    "MDL KRW KPW TWD HKD SGD MYR THB IDR PHP VND BRL ARS MXN CLP COP PEN VES CUP NPR LKR BDT MMK".split()
)
NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound sterling": "GBP", "sterling": "GBP", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH",
    "hryvnya": "UAH", "hryvna": "UAH", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "swiss franc": "CHF", "lira": "TRY", "shekel": "ILS",
    "afghani": "AFN", "somoni": "TJS", "tenge": "KZT", "hryvnias": "UAH", "zloty": "PLN", "koruna": "CZK", "forint": "HUF", "naira": "NGN",
    "birr": "ETB", "toman": "IRR", "ringgit": "MYR", "baht": "THB", "dram": "AMD", "lari": "GEL", "manat": "XXX", "som": "XXX", "sum": "XXX",
    "rupee": "XXX", "rial": "XXX", "riyal": "XXX", "dinar": "XXX", "dirham": "AED", "franc": "XXX", "peso": "XXX", "krona": "SEK", "krone": "XXX",
    "kroner": "XXX", "kronor": "SEK", "shilling": "XXX", "won": "KRW", "rand": "ZAR", "cedi": "GHS", "real": "BRL", "lev": "BGN", "leu": "XXX",
    "markka": "FIM", "guilder": "NLG", "deutsche mark": "DEM", "lei": "XXX", "leva": "BGN", "bitcoin": "XBT",
}  # fmt: skip
"""Name of a currency without a country: the code where one country's is meant in news as a rule, else XXX."""
NATIONAL = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "new zealand": "NZD", "singapore": "SGD", "singaporean": "SGD",
    "hong kong": "HKD", "taiwan": "TWD", "british": "GBP", "russian": "RUB", "belarusian": "BYN", "ukrainian": "UAH", "egyptian": "EGP",
    "syrian": "SYP", "lebanese": "LBP", "sudanese": "SDG", "pakistani": "PKR", "indian": "INR", "nepalese": "NPR", "sri lankan": "LKR",
    "iranian": "IRR", "omani": "OMR", "yemeni": "YER", "saudi": "SAR", "qatari": "QAR", "iraqi": "IQD", "jordanian": "JOD", "kuwaiti": "KWD",
    "libyan": "LYD", "tunisian": "TND", "algerian": "DZD", "serbian": "RSD", "bahraini": "BHD", "emirati": "AED", "moroccan": "MAD", "swiss": "CHF",
    "cfa": "XAF", "mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "cuban": "CUP", "philippine": "PHP", "norwegian": "NOK",
    "danish": "DKK", "swedish": "SEK", "icelandic": "ISK", "czech": "CZK", "kenyan": "KES", "somali": "SOS", "ugandan": "UGX", "tanzanian": "TZS",
    "turkish": "TRY", "israeli": "ILS", "chinese": "CNY", "japanese": "JPY", "south korean": "KRW", "turkmen": "TMT", "azerbaijani": "AZN",
    "uzbek": "UZS", "kyrgyz": "KGS", "afghan": "AFN", "kazakh": "KZT", "tajik": "TJS", "polish": "PLN", "hungarian": "HUF", "romanian": "RON",
    "moldovan": "MDL", "bulgarian": "BGN", "nigerian": "NGN", "ethiopian": "ETB", "south african": "ZAR", "brazilian": "BRL", "malaysian": "MYR",
    "thai": "THB", "armenian": "AMD", "georgian": "GEL", "finnish": "FIM", "dutch": "NLG", "german": "DEM",
}  # fmt: skip
"""Codes for "<nation> <currency>"."""

_SYMBOL = "|".join(sorted(map(re.escape, SYMBOLS), key=len, reverse=True))
PREFIX = re.compile(
    rf"(?<![\w$])(?P<minus>[-−])?(?:(?P<symbol>{_SYMBOL})|(?P<code>{'|'.join(sorted(CODES))}))\s?[-−]?$"
)
_NATION = "|".join(sorted(map(re.escape, NATIONAL), key=len, reverse=True))
_NAME = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))
SUFFIX = re.compile(
    rf"[\s-]?(?P<symbol>[€£$₽₴])(?:\s?US(?!\w))?(?!\d)|\s?(?P<code>{'|'.join(sorted(CODES))})(?!\w)"
    rf"|(?:\sof(?=\s))?[\s-](?P<nation>(?i:{_NATION})\s)?(?P<name>(?i:(?:{_NAME})s?|pounds?(?:\ssterling)?))(?!\w)"
)


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """ISO code of the currency sign that ends at `at`, and where it begins.

    >>> currency_before("paid US$", 8)
    ('USD', 5)
    """
    window = max(0, at - 10)
    m = PREFIX.search(text[window:at])
    if not m:
        return None
    return m["code"] or SYMBOLS[m["symbol"]], window + m.start()


def currency_after(text: str, at: int, *, scaled: bool = False) -> tuple[str, int] | None:
    """ISO code of the currency named at `at`, right behind a number, and where the name ends; None when none is.

    "Pounds" alone are money only behind millions (`scaled`): bombs and people are weighed in them too.

    >>> currency_after("50 roubles", 2)
    ('RUB', 10)
    """
    m = SUFFIX.match(text, at)
    if not m:
        return None
    if m["symbol"] or m["code"]:
        return m["code"] or SYMBOLS[m["symbol"]], m.end()
    name, nation = m["name"].lower(), (m["nation"] or "").strip().lower()
    if nation:
        return NATIONAL[nation], m.end()
    if name in ("pound", "pounds"):
        return ("GBP", m.end()) if scaled else None
    return NAMES.get(name) or NAMES.get(name.removesuffix("s"), "XXX"), m.end()
