"""Pins what the web edition's Python is made of: ``src/helpers/site/parts.json``.

Asks the registries once, through ``npm`` and ``pip``. The versions are those that Pyodide was
built with; where it has none, those of ``constraints.txt``.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

from helpers import context
from helpers.site import parts

NPM = "pyodide@314.0.3"
PYTHON = "3.14"
CORE = (
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
NATIVE = "open-webui==0.12.4"
"""A package of another project that holds, unchanged, wheels of Pyodide that no registry has."""
KERNEL = "jupyterlite-pyodide-kernel==0.8.6"
OF_KERNEL = ("ipykernel", "pyodide-kernel")
PYODIDES = (
    *("numpy", "pandas", "matplotlib", "pillow", "contourpy", "kiwisolver", "cycler"),
    *("pyparsing", "python-dateutil", "packaging", "six", "ipython", "asttokens", "decorator"),
    *("executing", "matplotlib-inline", "prompt-toolkit", "pure-eval", "pygments", "stack-data"),
    *("traitlets", "wcwidth", "typing-extensions", "jinja2", "lxml"),
)
"""Packages in the versions of Pyodide's own list."""
OURS = {
    "anywidget": ("ipywidgets", "psygnal", "typing-extensions"),
    "babel": (),
    "comm": ("traitlets",),
    "et-xmlfile": (),
    "ipywidgets": ("comm", "ipython", "traitlets"),
    "markupsafe": (),
    "mistune": (),
    "openpyxl": ("et-xmlfile",),
    "psygnal": (),
    "python-docx": ("lxml", "typing-extensions"),
}
"""Packages that Pyodide does not build, or not as they are wanted, and what they need."""
FOREIGN = {"markupsafe": ("--platform", "manylinux2014_x86_64", "--implementation", "cp")}
"""No wheel without native code is published: its Python half is used, which needs no other."""
IMPORTS = {
    "python-docx": ["docx"],
    "pyodide-kernel": ["pyodide_kernel"],
    "et-xmlfile": ["et_xmlfile"],
}
NEEDS = {
    "matplotlib": ("contourpy", "cycler", "kiwisolver", "numpy", "packaging", "pillow",
                   "pyparsing", "python-dateutil"),
    "pandas": ("numpy", "python-dateutil"),
    "ipykernel": ("pyodide-kernel",),
    "pyodide-kernel": ("comm", "ipython"),
}  # fmt: skip
"""What is needed at run time where the registry's own list says more."""


def build() -> str:
    """The list as it is kept."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        subprocess.run(
            [shutil.which("npm") or "npm", "pack", "--silent", NPM], cwd=folder, check=True
        )
        with tarfile.open(next(folder.glob("*.tgz"))) as packed:
            read = {name: packed.extractfile(f"package/{name}").read() for name in CORE}
            known = json.loads(read["pyodide-lock.json"])
        holders, held = {}, {}
        for source in (NATIVE, KERNEL):
            path = _download(source, folder)
            holders[source] = path.name
            kernel = {"file": path.name, "sha256": parts.digest(path.read_bytes())}
            with zipfile.ZipFile(path) as packed:
                for member in packed.namelist():
                    if member.endswith(".whl"):
                        held[Path(member).name] = (
                            source,
                            member,
                            parts.digest(packed.read(member)),
                        )
        packages = {}
        for name in sorted({*PYODIDES, *OURS, *OF_KERNEL}):
            packages[name] = _package(name, known["packages"], held, folder)
        said = {
            "python": PYTHON,
            "abi": known["info"]["abi_version"],
            "platform": known["info"]["platform"],
            "npm": NPM,
            "core": {name: parts.digest(content) for name, content in read.items()},
            "holders": holders,
            "kernel": {**kernel, "source": KERNEL},
            "packages": packages,
        }
    return json.dumps(said, indent=1) + "\n"


def _package(name: str, known: dict, held: dict, folder: Path) -> dict:
    """What is pinned of one package."""
    if name in OF_KERNEL:
        start = name.replace("-", "_") + "-"
        file = next(file for file in held if file.startswith(start))
        source, member, sha = held[file]
        version, imports, depends = file.split("-")[1], [], []
    elif name in OURS:
        version, imports, depends = _constraint(name), [], OURS[name]
        path = _download(f"{name}=={version}", folder, FOREIGN.get(name, UNIVERSAL))
        file, source, member = path.name, f"{name}=={version}", ""
        sha = parts.digest(path.read_bytes())
    else:
        entry = known[name]
        version, imports = entry["version"], entry["imports"]
        depends = sorted(one.replace("_", "-").lower() for one in entry["depends"])
        file = entry["file_name"]
        if file in held:
            source, member, sha = held[file]
            assert sha == entry["sha256"], f"{file} is not Pyodide's"
        else:
            path = _download(f"{name}=={version}", folder, UNIVERSAL)
            file, source, member = path.name, f"{name}=={version}", ""
            sha = parts.digest(path.read_bytes())
    return {
        "version": version,
        "file": file,
        "sha256": sha,
        "source": source,
        "member": member,
        "imports": IMPORTS.get(name) or imports or [name.replace("-", "_")],
        "depends": list(NEEDS.get(name, depends)),
    }


UNIVERSAL = ("--platform", "any", "--implementation", "py", "--abi", "none")


def _download(wanted: str, folder: Path, kind: tuple[str, ...] = ()) -> Path:
    made = tempfile.mkdtemp(dir=folder)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--ignore-requires-python", "--only-binary", ":all:", "--dest", made]
    if kind:
        command += ["--python-version", PYTHON, *kind]
    subprocess.run([*command, wanted], check=True)
    return next(Path(made).iterdir())


def _constraint(name: str) -> str:
    for line in (context.CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        pin = Requirement(line)
        if pin.name == name:
            return str(pin.specifier).removeprefix("==")
    raise KeyError(name)
