"""Bytes to text: which encoding, and how we know."""

import codecs
import re

from charset_normalizer import from_bytes

from sayso.model import Problem
from sayso.model._record import record
from sayso.stages.ingest.problems import problem
from sayso.stages.ingest.twice import Mended, mended

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
HEAD_BYTES = 4096
SAMPLE_BYTES = 200_000
SHORT_BYTES = 64
MOSTLY_LATIN = 0.1
WESTERN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "latin_1", "iso8859_2", "iso8859_9", "iso8859_15"})
WEB_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}
"""What browsers take these names to mean (WHATWG Encoding, section 4.2)."""


@record
class Decoded:
    """Text of some bytes, and where the encoding was found."""

    text: str
    encoding: str
    basis: str
    """`byte order mark`, `declared`, `valid utf-8` or `guessed`."""
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, where: str, declared: str | None = None, mend: bool = True) -> Decoded:
    """The text of `data`, with line ends as `\\n` and without NUL characters; with `mend` as it was meant where it was
    encoded twice, which is reported.

    Order: byte order mark, what the file declares, UTF-8 when valid, then a guess, which is reported. A declaration
    that the bytes contradict is passed over. Never fails: bytes that are no text become U+FFFD and are reported.
    Known mistake: Persian in cp1256 is guessed wrong, as by every detector that was tried.

    >>> decode("Кабул".encode("cp1251"), where="x", declared="windows-1251").text
    'Кабул'
    """
    text, encoding, basis = _first_that_fits(data, declared)
    problems: list[Problem] = []
    if basis == "guessed":
        stated = f"the declared encoding {declared} does not fit" if declared else "no encoding is declared"
        problems.append(problem("charset.guessed", where=where, found=f"{stated}; read as {encoding}"))
    damaged = text.count("\ufffd")
    if damaged and basis != "byte order mark":
        problems.append(problem("charset.damaged", where=where, found=f"{damaged} characters cannot be read"))
    nuls = text.count("\0")
    if nuls:
        problems.append(problem("charset.nul", where=where, found=f"{nuls} NUL characters in the text"))
    text = clean(text)
    if mend and (found := mended(text)).lines:
        text = found.text
        problems.append(problem("charset.twice", where=where, found=told_of(found)))
    return Decoded(text=text, encoding=encoding, basis=basis, problems=tuple(problems))


def clean(text: str) -> str:
    """The text with `\\n` line ends, no NUL, no byte order mark and no lone surrogates: done once, here."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def told_of(found: Mended) -> str:
    """What was encoded twice, for a message.

    >>> told_of(Mended(text="", lines=2, was="JosÃ©", now="José"))
    '2 lines are encoded twice, such as “JosÃ©” for “José”'
    """
    lines = "1 line is" if found.lines == 1 else f"{found.lines:,} lines are"
    return f"{lines} encoded twice, such as “{found.was[:40]}” for “{found.now[:40]}”"


def declared_in(data: bytes) -> str | None:
    """The encoding that an HTML page names in its first bytes; None when it names none."""
    found = META.search(data[:HEAD_BYTES])
    return found.group(1).decode("ascii") if found else None


def _first_that_fits(data: bytes, declared: str | None) -> tuple[str, str, str]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding.removesuffix("-sig"), "byte order mark"
    for known, basis in ((_known(declared), "declared"), ("utf-8", "valid utf-8")):
        if known:
            try:
                return data.decode(known), known, basis
            except UnicodeDecodeError:
                continue
    return _guess(data)


def _known(declared: str | None) -> str | None:
    name: str = (declared or "").strip().lower()
    name = WEB_ALIASES.get(name, name)
    try:
        info = codecs.lookup(name) if name else None
    except LookupError:
        return None
    # Codecs such as `zlib` or `punycode` are no charsets of pages.
    return info.name if info and getattr(info, "_is_text_encoding", False) and info.name != "punycode" else None


def _guess(data: bytes) -> tuple[str, str, str]:
    mostly_utf8 = data.decode("utf-8", "replace")
    if mostly_utf8.count("\ufffd") * 200 < len(mostly_utf8):
        return mostly_utf8, "utf-8", "guessed"  # one stray byte does not make a page Cyrillic
    foreign = sum(byte >= 0x80 for byte in data[:SAMPLE_BYTES]) / min(len(data), SAMPLE_BYTES)
    guesses = list(from_bytes(data[:SAMPLE_BYTES])) if len(data) >= SHORT_BYTES else []
    # among code pages that fit as well, the commonest: "Muñoz" can be read as "Muńoz" too
    best = [g.encoding for g in guesses if (g.chaos, -g.coherence) <= (guesses[0].chaos, -guesses[0].coherence)]
    encoding = "cp1252" if "cp1252" in best or not best else best[0]
    if foreign < MOSTLY_LATIN and encoding not in WESTERN:
        encoding = "cp1252"  # a few accents among Latin letters: no other script
    return data.decode(encoding, "replace"), encoding, "guessed"
