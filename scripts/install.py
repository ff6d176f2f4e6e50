"""Install Sayso from this folder, without network: python3 install.py [DIR]

DIR is where it goes (sayso in your home folder when left out); nothing else on the machine is changed. To remove Sayso,
delete DIR.
"""

import argparse
import hashlib
import subprocess
import sys
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def locked(wheels: Path) -> str:
    """The wheels of a folder as a requirements file with their hashes, one a line."""
    lines = []
    for wheel in sorted(wheels.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        lines.append(f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}")
    return "\n".join(lines) + "\n"


def made_for() -> str:
    """The Python version that the folder's name asks for, as "3.11"; empty when its name tells none."""
    for part in HERE.name.split("-"):
        if part.startswith("cp3"):
            return f"3.{part[3:]}"
    return ""


def install(target: Path) -> Path:
    """Make a virtual environment at `target` and install the wheels into it; the path of the command.

    pip is run from its own wheel in this folder, since not every Python comes with one (Debian's does not).
    """
    venv.EnvBuilder(with_pip=False).create(target)
    folder = target / ("Scripts" if sys.platform == "win32" else "bin")
    wheel = next(HERE.glob("pip-*.whl"), None)
    if wheel is None:
        raise FileNotFoundError(f"{HERE} has no pip-*.whl: unpack the archive anew")
    subprocess.run(
        [folder / "python", wheel / "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-index"]
        + ["--no-compile", "--find-links", HERE / "wheels", "--require-hashes", "-r", HERE / "requirements.lock"],
        check=True,
    )
    return folder / ("sayso.exe" if sys.platform == "win32" else "sayso")


def main() -> int:
    """Read the arguments, install, say what to do next; 1 when it did not work."""
    parser = argparse.ArgumentParser(description="Install Sayso from this folder, without network.")
    parser.add_argument(
        "target", nargs="?", type=Path, default=Path.home() / "sayso", help="where it goes: %(default)s"
    )
    parser.add_argument("--list", type=Path, metavar="WHEELS", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.list:
        print(locked(asked.list), end="")
        return 0
    running, wanted = "{}.{}".format(*sys.version_info[:2]), made_for()
    if wanted and running != wanted:
        print(f"install.py: this folder is for Python {wanted}, and this is Python {running}: run it with python{wanted}, or "
              "make the archive anew with this version (make bundle)", file=sys.stderr)  # fmt: skip
        return 1
    if asked.target.exists() and (not asked.target.is_dir() or any(asked.target.iterdir())):
        print(f"install.py: {asked.target} is there already; name another folder, or delete it first", file=sys.stderr)
        return 1
    started = time.monotonic()
    try:
        command = install(asked.target.resolve())
    except (OSError, subprocess.CalledProcessError) as error:
        print(
            f"install.py: {error}. What was made is in {asked.target}; delete it before you try again", file=sys.stderr
        )
        return 1
    print(f"Installed in {time.monotonic() - started:.0f} s. Now:\n    {command} demo")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
