"""Set the course up and open it, or set it up and run its tests. Needs Python only.

    python start.py               set up, then open the course in JupyterLab
    python start.py test          set up, then run all tests

What stands behind is passed on: ``python start.py --no-browser`` to JupyterLab,
``python start.py test -k fit`` to pytest.
"""

import hashlib
import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = HOME / "before-you-post.stamp"
PINS = ("requirements.txt", "constraints.txt", "pyproject.toml")
NOTEBOOKS = ROOT / "notebooks"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
OLDEST, NEWEST = (3, 11), (3, 13)


def say(text: str) -> None:
    print(text, flush=True)


def check_python() -> None:
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(
            f"The course needs Python 3.11, 3.12 or 3.13; this is {found}.\n"
            "Install one from python.org and run this file with it."
        )


def pins() -> str:
    """A fingerprint of what is to be installed, and with which Python."""
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in PINS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def set_up() -> None:
    """Make the environment and install, unless that is done already."""
    if STAMP.is_file() and STAMP.read_text() == pins() and PYTHON.is_file():
        return
    say("Setting the course up. This happens once and takes one to three minutes.")
    say("Step 1 of 2: making a place of its own for it (.venv)")
    venv.create(HOME, with_pip=True, clear=HOME.exists())
    total = sum("==" in line for line in (ROOT / "constraints.txt").read_text().splitlines())
    say(f"Step 2 of 2: installing about {total} packages")
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--progress-bar", "off", "-r", "requirements.txt"]
    install = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    seen, lines, told = 0, [], time.monotonic()
    for line in install.stdout:
        lines.append(line.rstrip())
        seen += line.startswith("Collecting ")
        if time.monotonic() - told > 5:
            say(f"  {seen} of about {total} …" if seen < total else "  unpacking …")
            told = time.monotonic()
    if install.wait():
        say("\n".join(lines[-15:]))
        sys.exit(
            "The installation stopped; its last words stand above. "
            "Check the connection to the internet and run this again."
        )
    STAMP.write_text(pins())
    say("Done.")


def quiet_news() -> None:
    """Keep JupyterLab from asking newcomers whether they want its news."""
    folder = HOME / "share" / "jupyter" / "lab" / "settings"
    folder.mkdir(parents=True, exist_ok=True)
    settings = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}
    (folder / "overrides.json").write_text(json.dumps(settings), encoding="utf-8")


def drop_dead_views() -> None:
    """Remove widget views that JupyterLab saved: no new kernel can bring them back."""
    for path in NOTEBOOKS.rglob("*.ipynb"):
        if ".ipynb_checkpoints" in path.parts:
            continue
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
            dead = document["metadata"].pop("widgets", None) is not None
            for cell in document["cells"]:
                for output in cell.get("outputs", []):
                    dead |= output.get("data", {}).pop(WIDGET_VIEW, None) is not None
        except (OSError, ValueError, KeyError, AttributeError):
            say(f"{path.name} cannot be read as a notebook; it was left as it is.")
            continue
        if dead:
            text = json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
            spare = path.with_suffix(".ipynb.tmp")
            spare.write_text(text, encoding="utf-8", newline="\n")
            os.replace(spare, path)


def open_course(arguments: list[str]) -> int:
    """Trust the notebooks, so that their start button works at once, and open JupyterLab."""
    quiet_news()
    drop_dead_views()
    shipped = sorted(str(path.relative_to(ROOT)) for path in NOTEBOOKS.rglob("*.ipynb"))
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([str(PYTHON), "-m", "jupyter", "trust", *shipped], cwd=ROOT, **quiet)
    command = [str(PYTHON), "-m", "jupyter", "lab", "notebooks/contents.ipynb"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # as in a container, where there is nobody else
    say("Opening the course in your browser. To end it, press Ctrl+C here twice.")
    try:
        return subprocess.run([*command, *arguments], cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 0


def test(arguments: list[str]) -> int:
    """All tests on two cores, then the benchmark alone; or what the arguments say."""

    def pytest(*options: str) -> int:
        return subprocess.run([str(PYTHON), "-m", "pytest", *options], cwd=ROOT).returncode

    if arguments:
        return pytest(*arguments)
    # A notebook has to stay with one worker, and nothing may disturb the benchmark.
    together = ("-n", "2", "--dist", "loadfile", "--ignore=tests/bench")
    return pytest(*together) or pytest("tests/bench")


def main(arguments: list[str]) -> int:
    check_python()
    set_up()
    if arguments[:1] == ["test"]:
        return test(arguments[1:])
    return open_course(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
