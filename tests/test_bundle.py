"""The script that installs Sayso from a bundle; `.ci/run` makes a whole bundle and installs it without network."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "install.py"
RUNNING = f"cp{sys.version_info[0]}{sys.version_info[1]}"


def run(script: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False)


def bundle(folder: Path, python: str) -> Path:
    made = folder / f"sayso-0.1.0-{python}-linux_x86_64"
    made.mkdir()
    return Path(shutil.copy(SCRIPT, made))


def test_another_python_is_named(tmp_path: Path) -> None:
    result = run(bundle(tmp_path, "cp37"), tmp_path / "target")

    assert result.returncode == 1
    assert "is for Python 3.7" in result.stderr
    assert not (tmp_path / "target").exists()


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    kept = tmp_path / "target" / "notes.txt"
    kept.parent.mkdir()
    kept.write_text("mine")

    result = run(bundle(tmp_path, RUNNING), kept.parent)

    assert result.returncode == 1
    assert "is there already" in result.stderr
    assert kept.read_text() == "mine"


@pytest.mark.parametrize("lost", ["pip", "wheels"])
def test_a_bundle_that_is_not_whole_says_where_it_stopped(tmp_path: Path, lost: str) -> None:
    script = bundle(tmp_path, RUNNING)
    if lost == "wheels":
        (script.parent / "pip-1-py3-none-any.whl").write_bytes(b"cut off")

    result = run(script, tmp_path / "target")

    assert result.returncode == 1
    assert "delete it before you try again" in result.stderr


def test_wheels_are_listed_with_their_hashes(tmp_path: Path) -> None:
    (tmp_path / "some_thing-1.2-py3-none-any.whl").write_bytes(b"wheel")

    result = run(SCRIPT, "--list", tmp_path)

    assert result.stdout == f"some_thing==1.2 --hash=sha256:{hashlib.sha256(b'wheel').hexdigest()}\n"
