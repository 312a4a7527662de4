// Python files of archives as byte code of the browser's Python, which does it itself.
// node compile.mjs CORE FROM TO: every archive in FROM, compiled, under the same name in TO.
import { pathToFileURL } from "node:url";

const [core, from, to] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${core}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${core}/` });
for (const [place, folder] of Object.entries({ "/from": from, "/to": to })) {
  python.FS.mkdirTree(place);
  python.mountNodeFS(place, folder);
}
await python.runPythonAsync(`
import importlib._bootstrap_external as machinery, importlib.util, os, zipfile
LIBRARY = "/lib/python3.14/site-packages/"
STANDARD = "python_stdlib.zip"
YEAR = (2020, 1, 1, 0, 0, 0)  # the same archive from the same files, whenever it is built

def compiled(name, source, place):
    try:
        code = compile(source, place + name, "exec", dont_inherit=True, optimize=2)
    except (SyntaxError, ValueError):  # files that only test a compiler
        return None
    return bytes(machinery._code_to_hash_pyc(code, importlib.util.source_hash(source), False))

for archive in sorted(os.listdir("/from")):
    place = "/lib/python314.zip/" if archive == STANDARD else LIBRARY
    with zipfile.ZipFile("/from/" + archive) as old, zipfile.ZipFile("/to/" + archive, "w") as new:
        for entry in old.infolist():
            if entry.is_dir():
                continue
            name, content = entry.filename, old.read(entry)
            if name.endswith(".py") and (code := compiled(name, content, place)) is not None:
                name, content = name + "c", code
            entry = zipfile.ZipInfo(name, YEAR)
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
`);
