"""Bytes to text."""

import pytest

from sayso.stages.ingest.charset import decode

RUSSIAN = "Бывшие военнослужащие сообщили, что им предлагали деньги за участие в войне. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r", "iso-8859-5"])
def test_encodings_of_russian(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), where="x").text == RUSSIAN


def test_a_guess_is_reported_and_a_declaration_is_not() -> None:
    data = RUSSIAN.encode("cp1251")
    assert [p.code for p in decode(data, where="x").problems] == ["charset.guessed"]
    assert decode(data, where="x", declared="windows-1251").problems == ()


def test_a_declaration_that_the_bytes_contradict_is_passed_over() -> None:
    assert decode("“Kabul”".encode(), where="x", declared="ascii").text.startswith("â") is False
    decoded = decode(b"caf\xe9 in Kabul", where="x", declared="utf-8")
    assert decoded.text == "café in Kabul"
    assert [p.found for p in decoded.problems] == ["the declared encoding utf-8 does not fit; read as cp1252"]


@pytest.mark.parametrize("declared", ["zlib", "no-such", "hex", "", "utf-8\nx", "idna"])
def test_odd_declarations_do_no_harm(declared: str) -> None:
    assert decode(b"Kabul fell", where="x", declared=declared).text == "Kabul fell"


def test_line_ends_and_nul_bytes_are_cleared_once() -> None:
    decoded = decode(b"a\r\nb\rc\0d", where="x")
    assert decoded.text == "a\nb\ncd"
    assert [p.code for p in decoded.problems] == ["charset.nul"]


def test_among_code_pages_that_fit_the_commonest_is_taken() -> None:
    text = "José Muñoz, of the café in Malmö, said that no one had been asked to go. He left in the spring of the year."
    assert decode(text.encode("cp1252"), where="x").text == text
