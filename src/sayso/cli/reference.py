"""Reference pages and JSON Schema, written from the code: `python -m sayso.cli.reference [--check]`."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import typer

ROOT = Path(__file__).resolve().parents[3]
"""The checkout; the pages are not part of the package."""

NOTE = "<!-- Written by `make schema`. Do not edit: change the code that it is made from. -->"

EXIT_CODES = {
    0: "All is well.",
    1: "Something could not be read; what it was stands on standard error, and under `sayso problems`.",
    2: "The command line or a setting has a value that cannot be used.",
    3: "The ledger cannot be opened or written, or has no such row.",
    4: "Kept evidence is missing or changed, or a row does not match its text.",
    5: "A process that shared in relating was ended from outside; what was stored before is whole.",
    130: "Interrupted with Ctrl-C; what was done is kept.",
}


def commands() -> str:
    """Every command with its arguments and options."""
    from sayso.cli.app import app

    lines = [NOTE, "", "# Commands", "", "`sayso COMMAND --help` shows the same.", ""]
    group: Any = typer.main.get_command(app)
    context = typer.Context(group, info_name="sayso")
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        lines += [f"## sayso {name}", ""]
        for paragraph in (command.help or "").strip().split("\n\n"):
            lines += [" ".join(paragraph.split()), ""]
        lines += ["| | |", "|---|---|", *(_option(option) for option in command.params), ""]
    lines += ["## Exit codes", "", "| code | meaning |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    return _page(lines)


def _option(option: Any) -> str:
    named = ", ".join(f"`{name}`" for name in option.opts) if option.opts[0].startswith("-") else ""
    named = named or f"`{option.metavar or option.name.upper()}`"
    told = isinstance(option.default, int | str | Path) and not isinstance(option.default, bool)
    default = f" Default: {option.default}." if told else ""
    return f"| {named} | {_cell(option.help or '')}{default} |"


def settings() -> str:
    """Every setting with its default."""
    from sayso.settings import Settings

    lines = [
        NOTE, "", "# Settings", "",
        "An option of the command line wins over an environment variable, that over `sayso.toml` in the working "
        "folder, and that over the default. In `sayso.toml` a setting is a line such as `jobs = 2`.", "",
        "| setting | environment variable | takes | default | |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for name, about in Settings.model_json_schema()["properties"].items():
        kinds = [kind for kind in about.get("anyOf", [about]) if kind.get("type") != "null"]
        taken = ", ".join(f"`{value}`" for value in about["enum"]) if "enum" in about else kinds[0]["type"]
        default = f"`{json.dumps(about['default'])}`"
        about_it = _cell(about["description"])
        lines.append(f"| `{name}` | `SAYSO_{name.upper()}` | {taken} | {default} | {about_it} |")
    return _page(lines)


def problems() -> str:
    """Every kind of problem."""
    from sayso.cli.codes import CODES

    lines = [
        NOTE, "", "# Problems", "",
        "What could not be done is said with what was found, where, and what to do. The code in brackets names its "
        "kind. A `note` is worth knowing, a `warning` means that a part is lost, an `error` that the item is.", "",
        "| code | what has happened |", "|---|---|", *(f"| `{code}` | {text} |" for code, text in CODES.items()),
    ]  # fmt: skip
    return _page(lines)


def records() -> str:
    """The data dictionary: every record with its fields, and every table of the ledger with its columns."""
    from pydantic import TypeAdapter

    from sayso import model
    from sayso.store.tables import METADATA

    lines = [
        NOTE,
        "",
        "# Records",
        "",
        "What Sayso knows. JSON, JSON Schema and the ledger's tables follow from these.",
        "",
    ]
    for name in model.__all__:
        record = getattr(model, name)
        if not is_dataclass(record) or name == "Parsed":
            continue
        about = TypeAdapter(record).json_schema(mode="serialization")
        lines += [f"## {name}", "", " ".join((record.__doc__ or "").split()), "", "| field | type | |", "|---|---|---|"]
        for field, schema in about["properties"].items():
            lines.append(f"| `{field}` | {_type(schema)} | {_cell(schema.get('description', ''))} |")
        lines.append("")
    lines += [
        "# Tables of the ledger",
        "",
        "Columns without `?` are never NULL. `a_b` is field `b` of the record in field `a`.",
    ]
    for table in sorted(METADATA.tables.values(), key=lambda held: held.name):
        held = ", ".join(f"`{column.name}`{'?' if column.nullable else ''}" for column in table.columns)
        lines += ["", f"**{table.name}**: {held}"]
    return _page(lines)


def _type(schema: dict[str, Any]) -> str:
    """A field's type in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join("none" if option.get("type") == "null" else _type(option) for option in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}" if "items" in schema else "list"
    return str(schema.get("format", schema.get("type", "any")))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _page(lines: list[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def schema(name: str) -> Callable[[], str]:
    """A function that gives one of the JSON Schemas as text."""

    def made() -> str:
        from sayso.model import wire

        schemas = {
            "read": wire.read_schema,
            "read-details": lambda: wire.read_schema(details=True),
            "relate": wire.relate_schema,
        }
        return json.dumps(schemas[name](), indent=2, ensure_ascii=False) + "\n"

    return made


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/commands.md": commands,
    "docs/reference/settings.md": settings,
    "docs/reference/problems.md": problems,
    "docs/reference/records.md": records,
    "schema/read.schema.json": schema("read"),
    "schema/read-details.schema.json": schema("read-details"),
    "schema/relate.schema.json": schema("relate"),
}


def outdated(root: Path = ROOT) -> Iterator[str]:
    """Names of the pages that are not what the code would write now."""
    for name, made in PAGES.items():
        path = root / name
        if not path.exists() or path.read_text(encoding="utf-8") != made():
            yield name


def write(root: Path = ROOT) -> None:
    """Write all pages."""
    for name, made in PAGES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(made(), encoding="utf-8")


def drift() -> list[str]:
    """What is not what the records and commands declare: pages, schemas, and the ledger's newest version."""
    from sayso.store.migrate import drift as ledger_drift

    return [f"{name} is outdated: run `make schema`" for name in outdated()] + [
        f'the ledger differs: {change}; run `python -m sayso.store.migrations "what changes"`'
        for change in ledger_drift()
    ]


if __name__ == "__main__":
    if "--check" not in sys.argv:
        write()
    elif found := drift():
        sys.exit("\n".join(found))
