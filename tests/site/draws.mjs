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
def tell(studio):
    studio.stage.screen = {"width": 540, "ratio": 1, "theme": "light"}
    image = studio.stage.image.startswith(b"\\x89PNG")
    return {"headline": studio.words.headline, "drawn": image, "error": str(studio.error or "")}

from helpers.studio.lesson import Lesson
told = {}
def kinds(above):
    for one in above.__subclasses__():
        if "slug" in vars(one):
            yield one
        yield from kinds(one)

for kind in kinds(Lesson):
    lesson = kind("en")
    for name, make in lesson.studios().items():
        told[f"{kind.slug} {name}"] = tell(make())
from helpers.lessons.resources import Resources
moved = Resources("en").studios()["explore"]()
moved.set(hours=7.5)
told["moved"] = tell(moved)
print(json.dumps({"lessons": names, "told": told}))
`);
