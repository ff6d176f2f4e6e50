"""The documentation names what there is: commands, settings, problems, records."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from sayso.cli import reference
from sayso.cli.app import COMMANDS
from sayso.cli.codes import CODES
from sayso.settings import Settings

SOURCE = reference.ROOT / "src" / "sayso"
REPORTERS = {"problem", "refusal", "_problem", "_lost", "_refusal"}
TABLES = {"CODES", "ADVICE", "SIGNS"}


def page(name: str) -> str:
    return (reference.ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_generated_page_is_what_the_code_would_write(name: str) -> None:
    assert name not in set(reference.outdated()), "run `make schema`"


def test_an_outdated_page_is_noticed(tmp_path: Path) -> None:
    reference.write(tmp_path)
    assert list(reference.outdated(tmp_path)) == []
    (tmp_path / "docs/reference/settings.md").write_text("old")
    assert list(reference.outdated(tmp_path)) == ["docs/reference/settings.md"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_every_command_is_in_the_reference_and_in_a_how_to(command: object) -> None:
    name = command.__name__  # type: ignore[attr-defined]
    assert f"## sayso {name}\n" in page("reference/commands.md")
    assert any(f"sayso {name}" in path.read_text() for path in (reference.ROOT / "docs" / "how-to").glob("*.md"))


def test_every_setting_is_in_the_reference() -> None:
    for name in Settings.model_fields:
        assert f"| `{name}` | `SAYSO_{name.upper()}` |" in page("reference/settings.md")


def codes_in(tree: ast.AST) -> Iterator[str]:
    """Codes of problems in a module: `code="..."`, first arguments of what reports, and tables of codes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            told = [word.value for word in node.keywords if word.arg == "code"]
            told += node.args[:1] if name in REPORTERS else []
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            told = list(ast.walk(node)) if getattr(target, "id", "") in TABLES else []
        else:
            continue
        yield from (word for item in told for constant in ast.walk(item) if (word := code_of(constant)))


def code_of(node: ast.AST) -> str | None:
    """The code that a constant is; None for anything else."""
    value = node.value if isinstance(node, ast.Constant) else None
    parts = value.split(".") if isinstance(value, str) else []
    return value if len(parts) == 2 and all(part.replace("_", "").isalpha() for part in parts) else None


def test_every_problem_is_in_the_reference_and_no_other() -> None:
    paths = [path for path in SOURCE.rglob("*.py") if path.name != "codes.py"]
    found = {code for path in paths for code in codes_in(ast.parse(path.read_text(encoding="utf-8")))}
    assert found == set(CODES)


def test_the_schemas_are_schemas() -> None:
    for path in (reference.ROOT / "schema").glob("*.json"):
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text()))
