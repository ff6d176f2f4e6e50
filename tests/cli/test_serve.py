"""`sayso serve` as a process of its own: when it says its link, and what it says when there is no ledger."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.store import Ledger

SECONDS = 60


@pytest.mark.parametrize("way", ["option", "argument"])
def test_the_link_is_said_once_it_can_be_opened(tmp_path: Path, way: str) -> None:
    Ledger.open(tmp_path / "sayso.db").close()
    named = ["--ledger", "sayso.db"] if way == "option" else ["sayso.db"]
    command = [sys.executable, "-m", "sayso", "serve", "--port", "0", *named]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=os.environ) as desk:
        try:
            assert desk.stdout is not None
            ends = time.monotonic() + SECONDS
            link = None
            while link is None and time.monotonic() < ends:
                line = desk.stdout.readline()
                assert line, "the desk ended without a link"
                link = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", line)
            assert link
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with browser.open(link[0], timeout=SECONDS) as answer:  # at once: no second try
                assert "Overview" in answer.read().decode()
        finally:
            desk.terminate()


def test_a_folder_is_no_ledger_and_the_ledger_in_it_is_named(sayso: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    ended = sayso("serve", "case")
    assert ended.code == 3
    assert "this is a folder" in ended.err
    assert "sayso ingest FILES --ledger case/sayso.db" in ended.err
    Ledger.open(tmp_path / "case/mine.db").close()
    for command in (("serve", "case"), ("serve", "--ledger", "case"), ("claims", "--ledger", "case")):
        ended = sayso(*command)
        assert ended.code == 3
        assert "Name a file in it: case/mine.db." in ended.err
