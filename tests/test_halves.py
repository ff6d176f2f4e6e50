"""The halves in which `make test` runs the tests: what is named is there, and what fails in either fails the run."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts/run-tests"


def test_every_folder_of_the_named_half_is_there() -> None:
    named = re.findall(r"tests/\w+", SCRIPT.read_text(encoding="utf-8"))
    assert len(named) > 2
    assert [folder for folder in named if not (ROOT / folder).is_dir()] == []


def run(folder: Path, named: str, other: str) -> subprocess.CompletedProcess[str]:
    """The script in a folder of its own, with one test in either half."""
    for path, body in (("tests/quality/test_a.py", named), ("tests/test_b.py", other)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"def test_it():\n    assert {body}\n", encoding="utf-8")
    for empty in ("tests/training", "tests/web", "tests/cli"):
        (folder / empty).mkdir(parents=True, exist_ok=True)
    (folder / "pytest.ini").write_text("[pytest]\ntestpaths = tests\naddopts = -p no:cacheprovider\n", encoding="utf-8")
    return subprocess.run([str(SCRIPT), sys.executable], cwd=folder, capture_output=True, text=True, check=False)


def test_each_half_is_run_and_told(tmp_path: Path) -> None:
    ended = run(tmp_path, "True", "True")
    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.count("1 passed") == 2 or "2 passed" in ended.stdout  # one core: both in one process


def test_what_fails_in_either_half_fails_the_run(tmp_path: Path) -> None:
    assert run(tmp_path, "False", "True").returncode == 1
    assert run(tmp_path, "True", "False").returncode == 1
