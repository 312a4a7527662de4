// The browser's Python without a browser: every lesson is imported, one is shown and moved.
import { pathToFileURL } from "node:url";

const [folder, packages] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({
  indexURL: `${folder}/`,
  packages: packages.split(","),
  env: { COURSE_TODAY: "2026-11-23" },
});
python.setStdout({ batched: (line) => console.log(line) });
await python.runPythonAsync(`
import importlib, json, os, pkgutil
os.makedirs("/drive"); os.chdir("/drive")
import helpers.lessons
names = [found.name for found in pkgutil.iter_modules(helpers.lessons.__path__)]
for name in names:
    importlib.import_module("helpers.lessons." + name)
from helpers.lessons.resources import Resources
studio = Resources("en").studios()["explore"]()
studio.stage.screen = {"width": 540, "ratio": 1, "theme": "light"}
studio.set(hours=7.5)
drawn = studio.stage.image.startswith(b"\\x89PNG")
print(json.dumps({"lessons": names, "drawn": drawn, "headline": studio.words.headline,
                  "error": str(studio.error or "")}))
`);
