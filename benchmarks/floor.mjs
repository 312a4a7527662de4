// The floor of the web edition: Python, a lesson's packages, its first picture, and nothing else.
const [course, packages, code] = JSON.parse(new URL(self.location).searchParams.get("asked"));
const at = new URL(course, self.location).href;
const { loadPyodide } = await import(`${at}pyodide.mjs`);
const python = await loadPyodide({ indexURL: at, packages });
postMessage((await python.runPythonAsync(code)).toJs());
