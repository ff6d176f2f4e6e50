"""Add documents: files, pasted text or web addresses, read in the background, with progress and results."""

import json
import secrets
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from sayso.errors import SaysoError
from sayso.model import Problem, digest
from sayso.model._record import record
from sayso.retrieve import Address, is_address, walk
from sayso.run.intake import Input, Step, TakenIn, take_in
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store.ledger import Ledger
from sayso.web.asking import understood
from sayso.web.ledgers import Held
from sayso.web.render import answer

router = APIRouter(dependencies=[Depends(understood)])

MOST_FILES = 200
MOST_ADDRESSES = 50
Inputs = Sequence[Input]


@dataclass
class Job:
    """An ingest that runs in the background."""

    names: tuple[str, ...]
    done: TakenIn | None = None
    looked_at: int = 0
    read: int = 0
    failed: str | None = None
    folder: tempfile.TemporaryDirectory[str] | None = field(default=None, repr=False)


@record
class AddPage:
    """The form, and one job's progress."""

    job: str | None
    """Id of the job shown; None on the empty form."""
    names: tuple[str, ...] = ()
    running: bool = False
    looked_at: int = 0
    """Files and addresses that were opened so far."""
    read: int = 0
    """Documents read so far."""
    new: int = 0
    held: int = 0
    """Documents that the ledger held already."""
    claims: int = 0
    problems: tuple[Problem, ...] = ()
    failed: str | None = None
    """Why the whole job failed; None when it did not."""


@router.get("/add")
@router.get("/add.json")
def show_form(request: Request) -> Response:
    """The form."""
    return answer(request, "add.html", AddPage(job=None))


@router.get("/add/{key}")
@router.get("/add/{key}.json")
def show_job(request: Request, key: str) -> Response:
    """How far a job is, and what it gave."""
    job: Job | None = request.app.state.jobs.get(key)
    if job is None:
        raise HTTPException(404, "There is no such job since the desk was started.")
    return answer(request, "add.html", page_of(key, job))


def page_of(key: str, job: Job) -> AddPage:
    """A job as its page shows it."""
    done = job.done or TakenIn()
    return AddPage(
        job=key, names=job.names, running=job.done is None and job.failed is None, looked_at=job.looked_at,
        read=job.read, new=done.new, held=done.held, claims=done.claims, problems=tuple(done.problems),
        failed=job.failed,
    )  # fmt: skip


@router.post("/add")
def add(
    request: Request,
    ledger: Held,
    files: Annotated[list[UploadFile] | None, File()] = None,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    title: Annotated[str, Form(max_length=500)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
    addresses: Annotated[str, Form(max_length=100_000)] = "",
) -> Response:
    """Start reading what was given; 400 when nothing was, 413 when it is too much."""
    settings: Settings = request.app.state.settings
    given = [file for file in files or [] if file.filename]
    if len(given) > MOST_FILES:
        raise HTTPException(413, f"At most {MOST_FILES} files at a time; use `sayso ingest` for a folder.")
    asked = wanted(addresses)
    names = tuple(PurePosixPath(file.filename or "").name for file in given) or asked or ("pasted text",)
    job = Job(names=names)
    if given:
        job.folder = keep(given, settings.max_bytes)
        inputs: Inputs = list(walk([job.folder.name]))
    elif asked:
        inputs = [Address(url=address) for address in asked]
    elif text.strip():
        inputs = [[pasted(text, title=title, outlet=outlet, published=published, url=url)]]
    else:
        raise HTTPException(400, "Choose files, paste a text, or give an address.")
    key = secrets.token_hex(8)
    request.app.state.jobs[key] = job
    Thread(target=work, args=(job, ledger, inputs, settings), daemon=True).start()
    return RedirectResponse(f"/add/{key}", 303)


def wanted(addresses: str) -> tuple[str, ...]:
    """The addresses of the form, one a line, each once; 400 for one that is none."""
    asked = tuple(dict.fromkeys(addresses.split()))
    if len(asked) > MOST_ADDRESSES:
        raise HTTPException(413, f"At most {MOST_ADDRESSES} addresses at a time; use `sayso ingest` for more.")
    for address in asked:
        if not is_address(address):
            raise HTTPException(400, f"{address[:200]} is no web address: it must begin with http:// or https://.")
    return asked


def keep(files: Iterable[UploadFile], max_bytes: int) -> "tempfile.TemporaryDirectory[str]":
    """The files in a folder of their own, under plain names; they are parsed as data and never run."""
    folder: tempfile.TemporaryDirectory[str] = tempfile.TemporaryDirectory(prefix="sayso-")
    for number, file in enumerate(files):
        name = PurePosixPath((file.filename or "").replace("\\", "/")).name.lstrip(".") or "file"
        data = file.file.read(max_bytes + 1)
        if len(data) > max_bytes:
            folder.cleanup()
            raise HTTPException(413, f"{name} is larger than the setting max_bytes ({max_bytes:,}) allows.")
        (Path(folder.name) / f"{number:03}-{name}"[-200:]).write_bytes(data)
    return folder


def pasted(text: str, **fields: str) -> bytes:
    """Pasted text as a line of JSON Lines."""
    given = {name: value.strip() for name, value in fields.items() if value.strip()}
    return json.dumps({"id": "pasted-" + digest([text, given]), "text": text, **given}).encode()


def work(job: Job, ledger: Ledger, inputs: Inputs, settings: Settings) -> None:
    """Read the inputs and relate the ledger anew; errors end the job, not the desk."""

    def report(step: Step) -> None:
        job.looked_at += step.what == "input"
        job.read += step.what == "read"

    try:
        done = take_in(ledger, inputs, settings, names=job.names, report=report)
        relate_all(ledger, settings)
        job.done = done
    except SaysoError as error:
        job.failed = f"{error.found} {error.advice}"
    except Exception as error:  # a bug must show on the page, or the job would seem to run for ever
        job.failed = f"This is a mistake in Sayso, please report it: {type(error).__name__}: {error}"
    finally:
        if job.folder is not None:
            job.folder.cleanup()
