"""Train, score and export the reader model, one command each.

    python -m training.reader train  --data DIR --encoder DIR --out DIR [--name NAME] [--set epochs=5 ...]
    python -m training.reader finish --data DIR --encoder DIR --out DIR --weights FILE [--weights FILE ...]
    python -m training.reader ablate

`train` fits the network and finishes it. `finish` averages trained weights, scores them on dev, exports them as the
files that ship (`reader.onnx`, `tokenizer.json`, `reader.json`) and records the run in `training/runs/`. `ablate`
prints the table of all recorded runs.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from pathlib import Path

from tokenizers import Tokenizer

from training.finish import Finish, Sources, finish
from training.fit import Recipe, load_network, seed_everything, train
from training.network import Network
from training.polnear import read_training
from training.table import RUNS, table
from training.tasks import ATTRIBUTION, FACTUALITY, Attribution, Factuality, Task
from training.uds import read_sentences

PROGRAM = "python -m training.reader"


def read_tokenizer(folder: Path) -> Tokenizer:
    """The encoder's tokenizer, without the cutting and padding that its file asks for."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def recipe_of(name: str, settings: list[str]) -> Recipe:
    """The default recipe with `field=value` settings, windowing's fields included.

    >>> recipe_of("longer", ["epochs=5", "largest=384"]).windowing.largest
    384
    """
    recipe = Recipe(name=name)
    for setting in settings:
        key, _, value = setting.partition("=")
        target = recipe if key in {field.name for field in fields(recipe)} else recipe.windowing
        changed = replace(target, **{key: type(getattr(target, key))(float(value))})
        recipe = changed if isinstance(changed, Recipe) else replace(recipe, windowing=changed)
    return recipe


def tasks_of(options: argparse.Namespace, recipe: Recipe) -> list[Task]:
    """The tasks that were asked for; attribution comes first."""
    tasks: list[Task] = [
        Attribution(articles=read_training(options.data)[: recipe.articles or None], windowing=recipe.windowing)
    ]
    if options.factuality:
        tasks.append(Factuality(sentences=read_sentences(options.factuality, "train")))
    return tasks


def run_training(options: argparse.Namespace) -> None:
    """Fit, then finish with the last epoch's weights: dev has no part in choosing them."""
    recipe = recipe_of(options.name, options.set)
    seed_everything(recipe.seed)
    tasks, tokenizer = tasks_of(options, recipe), read_tokenizer(options.encoder)
    plans = tuple(task.plan for task in tasks)
    if options.start:
        network = load_network([options.start], plans, recipe.dropout)
    else:
        network = Network(plans, recipe.dropout)
        network.encoder.load_checkpoint(options.encoder / "model.safetensors")
    train(network, tasks, tokenizer, recipe, out=options.out)
    options.weights = [options.out / f"epoch-{recipe.epochs}.safetensors"]
    options.facts = {"recipe": asdict(recipe)}
    run_finish(options)


def run_finish(options: argparse.Namespace) -> None:
    """Score, calibrate, export and record the mean of the given weights."""
    plan = Finish(
        name=options.name,
        note=options.note,
        version=options.version or f"{datetime.now(UTC):%Y.%m.%d}",
        max_pieces=options.max_pieces,
        target_precision=options.target_precision,
        reduce_range=not options.full_range,
        floats=tuple(options.keep_float),
        facts=getattr(options, "facts", {}) | {"weights": [path.name for path in options.weights]},
    )
    plans = (ATTRIBUTION, FACTUALITY) if options.factuality else (ATTRIBUTION,)
    network = load_network(options.weights, plans)
    finish(
        network,
        read_tokenizer(options.encoder),
        plan,
        Sources(polnear=options.data, uds=options.factuality),
        options.out,
    )


def run_table(options: argparse.Namespace) -> None:
    """Print the table of recorded runs."""
    print(table(RUNS))


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM, description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    for name, run in (("train", run_training), ("finish", run_finish)):
        command = commands.add_parser(name, help=run.__doc__)
        command.add_argument("--data", type=Path, required=True, help="folder of PolNeAR as JSON lines")
        command.add_argument(
            "--encoder", type=Path, required=True, help="folder with model.safetensors, tokenizer.json"
        )
        command.add_argument("--out", type=Path, required=True)
        command.add_argument("--factuality", type=Path, help="UDS-IH2 as JSON lines; without it, no such head")
        command.add_argument("--name", default="reader", help="what the run is called in the table")
        command.add_argument("--note", default="", help="what the run tried, for the table")
        command.add_argument("--version", default="", help="version of the model; default: today's date")
        command.add_argument("--max-pieces", type=int, default=192, help="window size when reading")
        command.add_argument(
            "--target-precision", type=float, default=0.82, help="joint precision of the default threshold"
        )
        command.add_argument(
            "--full-range", action="store_true", help="8 bits instead of 7: overflows on old processors"
        )
        command.add_argument(
            "--keep-float", action="append", default=[], help="part of the encoder to leave in 32 bits"
        )
        command.set_defaults(run=run)
        if name == "train":
            command.add_argument("--start", type=Path, help="go on from these weights")
            command.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="change the recipe")
        else:
            command.add_argument("--weights", type=Path, action="append", required=True)
    commands.add_parser("ablate", help=run_table.__doc__).set_defaults(run=run_table)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
